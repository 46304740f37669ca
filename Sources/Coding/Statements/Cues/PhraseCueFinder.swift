import ChanceryCore
import Grammar
import SpacyPipeline

/// Phrases beside a clause ("according to X", "in X's view") and adverbs ("reportedly") that are cues.
struct PhraseCueFinder: StatementStage {
    let context: StatementContext

    func cues() -> [SayingCue] {
        tokens.indices.filter { lexicon.phraseWords.mayHold(parsed.textKeys[$0]) }.compactMap { index in
            if let cueClass = lexicon.adverbs[forms[index]] { return adverbCue(index, cueClass) }
            return (lexicon.phrases[forms[index]] ?? []).lazy.compactMap { self.match($0, at: index) }.first
        }
    }

    private func adverbCue(_ adverb: Int, _ cueClass: CueClass) -> SayingCue? {
        guard var verb = tree.head(of: adverb) else { return nil }
        if [.acomp, .attr, .oprd].contains(labels[verb]), let copula = tree.head(of: verb) { verb = copula }
        return SayingCue(
            tokens: [adverb], cueClass: cueClass,
            complement: .beside(tree.extent(of: verb), cue: adverb..<(adverb + 1)),
            kind: grammar.isVerb(verb) ? .clause : .nounPhrase, rule: .init(.adverb))
    }

    private func match(_ phrase: CuePhrase, at index: Int) -> SayingCue? {
        // Few phrases stand where their first word does.
        guard index + phrase.place < tokens.count,
            (0..<phrase.place).allSatisfy({ forms[index + $0] == phrase.words[$0] })
        else { return nil }
        let before = phrase.words[..<phrase.place]
        let after = phrase.words[(phrase.place + 1)...]
        let start = index + before.count
        let source: StatementSource
        var cue = Array(index..<start)
        var end: Int
        if phrase.isPossessive {
            guard
                let noun = (start..<min(start + 12, tokens.count)).first(where: {
                    forms[$0] == after.last
                }),
                noun > start, noun + 1 >= tokens.count || forms[noun + 1] != "of", forms[noun - 1] != "right",
                let possessor = possessor(of: noun, from: start),
                tree.extent(of: possessor).lowerBound == start,
                zip(after.dropLast(), (noun - after.count + 1)...).allSatisfy({ forms[$1] == $0 })
            else { return nil }
            source = sources.source(possessor, beside: noun)
            cue.append(noun)
            end = noun + 1
        } else {
            guard let preposition = cue.last, let object = object(after: preposition) else { return nil }
            // "per day", "per person": no source.
            if before.count == 1, classes[object] != .propn,
                tree.child(of: object, [.det, .poss, .nummod]) == nil
            {
                return nil
            }
            let extent = sourceExtent(object, from: start)
            source = StatementSource(head: object, tokens: extent)
            end = extent.upperBound
        }
        let named = index..<max(end, start)
        let medium = source.head.flatMap { head in
            lexicon.media.contains(lemma(head)) && parties.participant(head) == nil ? mediums.name(of: head) : nil
        }
        return SayingCue(
            tokens: cue, cueClass: phrase.cueClass, source: source,
            complement: .beside(clause(beside: named), cue: named), via: medium.map { [$0] } ?? [],
            rule: .init(.phraseBeside))
    }

    private func possessor(of noun: Int, from start: Int) -> Int? {
        if let possessor = tree.child(of: noun, [.poss]), possessor >= start { return possessor }
        return [.PRPS].contains(tags[start]) ? start : nil
    }

    private func object(after preposition: Int) -> Int? {
        if let object = tree.child(of: preposition, [.pobj]), object > preposition { return object }
        // Where the parser loses the object, the first noun's chunk is taken.
        return ((preposition + 1)..<min(preposition + 8, tokens.count)).first {
            [.noun, .propn, .pron].contains(classes[$0])
                && ![.compound, .poss, .nmod, .amod].contains(labels[$0])
        }
    }

    /// The source's phrase; a comma ends it unless an apposition or a relative clause follows.
    private func sourceExtent(_ head: Int, from start: Int) -> Range<Int> {
        let extent = tree.extent(of: head)
        return trimmed(max(start, min(extent.lowerBound, head))..<max(extent.upperBound, head + 1))
            ?? head..<(head + 1)
    }

    /// The clause a phrase set beside it attributes: the relative clause it stands in, else its sentence, clipped to
    /// the quotation it stands in and to its side of a semicolon.
    private func clause(beside phrase: Range<Int>) -> Range<Int> {
        let sentence = sentence(around: phrase.lowerBound)
        var range = sentence
        let anchors = [tree.head(of: phrase.lowerBound)].compactMap { $0 }
        for anchor in anchors.flatMap({ [$0] + tree.ancestors(of: $0) })
        where !phrase.contains(anchor)
            && (labels[anchor] == .relcl || isContent(anchor) && phrase.lowerBound < anchor)
        {
            range = tree.extent(of: anchor)
            break
        }
        if let semicolon = (sentence.lowerBound..<phrase.lowerBound).last(where: { tokens[$0].text == ";" }) {
            range = max(range.lowerBound, semicolon + 1)..<max(range.upperBound, semicolon + 1)
        }
        if let semicolon = (phrase.upperBound..<max(phrase.upperBound, sentence.upperBound)).first(
            where: { tokens[$0].text == ";" })
        {
            range = min(range.lowerBound, semicolon)..<min(range.upperBound, semicolon)
        }
        if let quotation = quotationOfToken[phrase.lowerBound] {
            range = range.clamped(to: quotations[quotation].tokens)
        }
        return range
    }

    /// Whether a verb heads what another verb or a noun says: "told the council that, according to X, …".
    private func isContent(_ verb: Int) -> Bool {
        guard labels[verb] == .ccomp || labels[verb] == .acl, let above = tree.head(of: verb), above < verb,
            tree.child(of: verb, [.mark]) != nil || labels[verb] == .ccomp
        else { return false }
        return entry(ofVerb: above)?.classes[.clause] != nil || lexicon.nouns[lemma(above)]?.classes[.clause] != nil
    }
}

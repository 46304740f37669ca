import ChanceryCore
import SpacyPipeline

extension StatementBuilder {
    /// Adds drafts for phrases beside a clause ("according to X", "in X's view") and adverbs ("reportedly").
    mutating func findPhraseCues() {
        for index in tokens.indices where lexicon.phraseWords.mayHold(parsed.textKeys[index]) {
            if let cueClass = lexicon.adverbs[forms[index]] {
                if let draft = adverbCue(index, cueClass) { drafts.append(draft) }
                continue
            }
            for phrase in lexicon.phrases[forms[index]] ?? [] {
                if let draft = match(phrase, at: index) {
                    drafts.append(draft)
                    break
                }
            }
        }
    }

    private func adverbCue(_ adverb: Int, _ cueClass: CueClass) -> StatementDraft? {
        guard var verb = parsed.head(of: adverb) else { return nil }
        if ["acomp", "attr", "oprd"].contains(tokens[verb].dep), let copula = parsed.head(of: verb) { verb = copula }
        let pieces = pieces(parsed.extent(of: verb), without: [adverb])
        guard !pieces.isEmpty else { return nil }
        return StatementDraft(
            cue: [adverb], cueClass: cueClass, source: nil, pieces: pieces,
            isNominal: !isVerb(verb) && tokens[verb].pos != "AUX", rule: "adverb")
    }

    private func match(_ phrase: CuePhrase, at index: Int) -> StatementDraft? {
        let before = Array(phrase.words[..<phrase.place])
        let after = Array(phrase.words[(phrase.place + 1)...])
        guard index + before.count < tokens.count,
            zip(before, index...).allSatisfy({ forms[$1] == $0 })
        else { return nil }
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
                parsed.extent(of: possessor).lowerBound == start,
                zip(after.dropLast(), (noun - after.count + 1)...).allSatisfy({ forms[$1] == $0 })
            else { return nil }
            source = sources.source(possessor, beside: noun)
            cue.append(noun)
            end = noun + 1
        } else {
            guard let preposition = cue.last, let object = object(after: preposition) else { return nil }
            // "per day", "per person": no source.
            if before.count == 1, tokens[object].pos != "PROPN",
                parsed.child(of: object, "det", "poss", "nummod") == nil
            {
                return nil
            }
            let extent = sourceExtent(object, from: start)
            source = StatementSource(head: object, tokens: extent)
            end = extent.upperBound
        }
        let named = index..<max(end, start)
        var draft = StatementDraft(
            cue: cue, cueClass: phrase.cueClass, source: source, pieces: clause(beside: named), rule: "phrase-beside")
        if let head = source.head, lexicon.media.contains(lemma(head)), parties.participant(head) == nil {
            draft.via = [mediums.name(of: head)]
        }
        return draft
    }

    private func possessor(of noun: Int, from start: Int) -> Int? {
        if let possessor = parsed.child(of: noun, "poss"), possessor >= start { return possessor }
        return ["PRP$"].contains(tokens[start].tag) ? start : nil
    }

    private func object(after preposition: Int) -> Int? {
        if let object = parsed.child(of: preposition, "pobj"), object > preposition { return object }
        // Where the parser loses the object, the first noun's chunk is taken.
        return ((preposition + 1)..<min(preposition + 8, tokens.count)).first {
            ["NOUN", "PROPN", "PRON"].contains(tokens[$0].pos)
                && !["compound", "poss", "nmod", "amod"].contains(tokens[$0].dep)
        }
    }

    /// The source's phrase; a comma ends it unless an apposition or a relative clause follows.
    private func sourceExtent(_ head: Int, from start: Int) -> Range<Int> {
        let extent = parsed.extent(of: head)
        return trimmed(max(start, min(extent.lowerBound, head))..<max(extent.upperBound, head + 1))
            ?? head..<(head + 1)
    }

    /// The clause a phrase set beside it attributes: the relative clause it stands in, else its sentence, clipped to
    /// the quotation it stands in and to its side of a semicolon.
    private func clause(beside phrase: Range<Int>) -> [Range<Int>] {
        let sentence = parsed.sentences[parsed.sentence(of: phrase.lowerBound)].tokens
        var range = sentence
        let anchors = [parsed.head(of: phrase.lowerBound)].compactMap { $0 }
        for anchor in anchors.flatMap({ [$0] + parsed.ancestors(of: $0) })
        where !phrase.contains(anchor)
            && (tokens[anchor].dep == "relcl" || isContent(anchor) && phrase.lowerBound < anchor)
        {
            range = parsed.extent(of: anchor)
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
        guard !range.isEmpty else { return [] }
        return pieces(range, without: Set(phrase))
    }

    /// Whether a verb heads what another verb or a noun says: "told the council that, according to X, …".
    private func isContent(_ verb: Int) -> Bool {
        guard tokens[verb].dep == "ccomp" || tokens[verb].dep == "acl", let above = parsed.head(of: verb), above < verb,
            parsed.child(of: verb, "mark") != nil || tokens[verb].dep == "ccomp"
        else { return false }
        return entry(ofVerb: above)?.classes[.clause] != nil || lexicon.nouns[lemma(above)]?.classes[.clause] != nil
    }

    /// Adds the clauses with "as" that say on whose word another clause is told: "as X put it", "as reported by X".
    mutating func findAsides() {
        for verb in tokens.indices where tokens[verb].dep == "advcl" && isVerb(verb) {
            guard let entry = entry(ofVerb: verb), let above = parsed.head(of: verb), let range = aside(verb),
                !drafts.contains(where: { $0.cue.first == verb })
            else { continue }
            let object = parsed.child(of: verb, "dobj")
            let cueClass =
                entry.classes[.clause] ?? (object == nil ? nil : entry.classes[.quotation] ?? entry.classes[.objectAs])
            guard let cueClass, cueClass.isSpeech, object.map({ forms[$0] == "it" }) ?? true,
                parsed.child(of: verb, "ccomp", "xcomp", "oprd") == nil
            else { continue }
            let isPassive = tokens[verb].tag == "VBN" && parsed.child(of: verb, "nsubj", "nsubjpass") == nil
            // "As X joked with a friend, Osk left": two things at one time.
            guard isPassive || object != nil else { continue }
            let source = isPassive ? sources.agent(of: verb) : sources.subject(of: verb)
            guard let source, source.head.map({ parsed.extent(of: verb).contains($0) }) == true,
                speakers.canSpeak(source)
            else {
                continue
            }
            drafts.append(
                StatementDraft(
                    cue: [verb], cueClass: cueClass, source: source,
                    pieces: clipped(pieces(parsed.extent(of: above), without: Set(range)), toQuotationOf: verb),
                    rule: "verb-aside"))
        }
    }

    /// The words of a clause with "as": "as first reported by X".
    private func aside(_ verb: Int) -> Range<Int>? {
        let extent = parsed.extent(of: verb)
        guard let first = extent.first(where: { !isPunctuation($0) }), forms[first] == "as", first < verb,
            parsed.children(of: verb, "mark", "advmod", "prep").contains(first)
        else { return nil }
        return extent
    }

    // MARK: Through what it was said

}

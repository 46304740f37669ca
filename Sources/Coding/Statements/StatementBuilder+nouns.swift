import ChanceryCore
import SpacyPipeline

extension StatementBuilder {
    /// Adds drafts for nouns ("the claim that …") and for adjectives after "be" ("is confident that …").
    mutating func findNounCues() {
        for index in tokens.indices {
            let found: StatementDraft? =
                switch tokens[index].pos {
                case "NOUN": nounCue(index)
                case "ADJ": adjectiveCue(index)
                default: nil
                }
            guard let found else { continue }
            // "repeated the claim that …" is one saying: the noun's content is what was said.
            if let verb = parsed.head(of: index), tokens[index].dep == "dobj", !found.isNominal {
                drafts.removeAll { $0.cue.first == verb && $0.isNominal && $0.source?.head == found.source?.head }
            }
            drafts.append(found)
        }
    }

    private func nounCue(_ noun: Int) -> StatementDraft? {
        guard let entry = lexicon.nouns[lemma(noun)] else { return nil }
        if let phrase = parsed.head(of: noun), let verb = parsed.head(of: phrase), tokens[noun].dep == "pobj",
            isVerb(verb),
            clauseBehindMedium(verb) != nil
        {
            return nil
        }
        for child in parsed.children(of: noun) where child > noun {
            let label = tokens[child].dep
            if ["acl", "ccomp", "relcl"].contains(label), isVerb(child) || tokens[child].pos == "AUX" {
                let isInfinitive = parsed.children(of: child).contains { tokens[$0].tag == "TO" }
                if isInfinitive, let cueClass = entry.classes[.infinitive] {
                    return draft(noun, cueClass, [noun], content: parsed.extent(of: child), "infinitive", false)
                }
                if !isInfinitive, isThatClause(child, of: noun), let cueClass = entry.classes[.clause] {
                    return draft(
                        noun, cueClass, [noun],
                        content: parsed.extent(of: child).lowerBound..<contents.end(ofContent: child),
                        "clause", false)
                }
            }
            if label == "prep" {
                let word = forms[child]
                guard let cueClass = entry.classes[.phrase(word)],
                    let object = parsed.child(of: child, "pobj", "pcomp")
                else { continue }
                var draft = draft(
                    noun, cueClass, [noun, child], content: parsed.extent(of: object), "phrase-\(word)",
                    tokens[object].dep == "pobj")
                draft?.isTopic = entry.pointers.contains(.phrase(word))
                return draft
            }
        }
        return nil
    }

    /// A clause opened by "that" whose "that" is not its subject or object.
    private func isThatClause(_ clause: Int, of noun: Int) -> Bool {
        if let mark = parsed.child(of: clause, "mark") { return forms[mark] == "that" }
        return tokens[clause].dep == "ccomp"
    }

    private func draft(
        _ noun: Int, _ cueClass: CueClass, _ cue: [Int], content: Range<Int>, _ rule: String, _ isNominal: Bool
    ) -> StatementDraft? {
        let source = nounSource(noun)
        let pieces = pieces(content, without: Set(source?.tokens.map { Array($0) } ?? []))
        guard !pieces.isEmpty else { return nil }
        return StatementDraft(
            cue: cue, cueClass: cueClass, source: source, pieces: pieces, isNominal: isNominal, rule: "noun-\(rule)")
    }

    /// The possessor, a phrase with by, from or among, or the subject of a light verb the noun is the object of.
    private func nounSource(_ noun: Int) -> StatementSource? {
        if let possessor = parsed.child(of: noun, "poss") { return sources.source(possessor, beside: noun) }
        for child in parsed.children(of: noun, "prep", "agent") {
            guard ["by", "from", "among"].contains(forms[child]),
                let object = parsed.child(of: child, "pobj")
            else { continue }
            return sources.source(object, beside: noun)
        }
        guard let verb = parsed.head(of: noun), isVerb(verb) || tokens[verb].pos == "AUX" else { return nil }
        if tokens[noun].dep == "dobj", lexicon.lightVerbs.contains(lemma(verb)) { return sources.subject(of: verb) }
        if tokens[noun].dep == "nsubjpass" { return sources.agent(of: verb) }
        return nil
    }

    private func adjectiveCue(_ adjective: Int) -> StatementDraft? {
        guard tokens[adjective].dep == "acomp", let entry = lexicon.adjectives[lemma(adjective)],
            let verb = parsed.head(of: adjective), lemma(verb) != "make"
        else { return nil }
        let source = sources.subject(of: verb)
        for child in parsed.children(of: adjective) where child > adjective {
            let frame: CueFrame
            var content = child
            switch tokens[child].dep {
            case "ccomp": frame = .clause
            case "xcomp": frame = .infinitive
            case "prep":
                guard let object = parsed.child(of: child, "pobj", "pcomp") else { continue }
                frame = .phrase(forms[child])
                content = object
            default: continue
            }
            guard let cueClass = entry.classes[frame] else { continue }
            let pieces = pieces(parsed.extent(of: content), without: [])
            guard !pieces.isEmpty else { continue }
            return StatementDraft(
                cue: [adjective] + (content == child ? [] : [child]), cueClass: cueClass, source: source,
                pieces: pieces, isNominal: tokens[content].dep == "pobj", rule: "adjective")
        }
        return nil
    }
}

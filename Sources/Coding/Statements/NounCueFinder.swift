import ChanceryCore
import SpacyPipeline

/// Nouns that are cues ("the claim that …"), and adjectives after "be" ("is confident that …").
struct NounCueFinder: StatementStage {
    let context: StatementContext

    /// The readings of a noun or an adjective; the first that has content is meant.
    func readings(of index: Int) -> [SayingCue] {
        switch tokens[index].pos {
        case "NOUN": noun(index).map { [$0] } ?? []
        case "ADJ": adjective(index)
        default: []
        }
    }

    private func noun(_ noun: Int) -> SayingCue? {
        guard let entry = lexicon.nouns[lemma(noun)] else { return nil }
        if let phrase = parsed.head(of: noun), let verb = parsed.head(of: phrase), tokens[noun].dep == "pobj",
            isVerb(verb), ActiveCueFinder(context: context).clauseBehindMedium(verb) != nil
        {
            return nil
        }
        for child in parsed.children(of: noun) where child > noun {
            let label = tokens[child].dep
            if ["acl", "ccomp", "relcl"].contains(label), isVerb(child) || tokens[child].pos == "AUX" {
                let isInfinitive = parsed.children(of: child).contains { tokens[$0].tag == "TO" }
                if isInfinitive, let cueClass = entry.classes[.infinitive] {
                    return cue([noun], cueClass, parsed.extent(of: child), .init(.nounInfinitive))
                }
                if !isInfinitive, isThatClause(child), let cueClass = entry.classes[.clause] {
                    let content = parsed.extent(of: child).lowerBound..<contents.end(ofContent: child)
                    return cue([noun], cueClass, content, .init(.nounClause))
                }
            }
            if label == "prep" {
                let word = forms[child]
                guard let cueClass = entry.classes[.phrase(word)],
                    let object = parsed.child(of: child, "pobj", "pcomp")
                else { continue }
                var cue = cue(
                    [noun, child], cueClass, parsed.extent(of: object), .init(.nounPhrase, preposition: word))
                cue.kind = tokens[object].dep == "pobj" ? .nounPhrase : .clause
                cue.isTopic = entry.pointers.contains(.phrase(word))
                return cue
            }
        }
        return nil
    }

    /// A clause opened by "that" whose "that" is not its subject or object.
    private func isThatClause(_ clause: Int) -> Bool {
        if let mark = parsed.child(of: clause, "mark") { return forms[mark] == "that" }
        return tokens[clause].dep == "ccomp"
    }

    private func cue(_ tokens: [Int], _ cueClass: CueClass, _ content: Range<Int>, _ rule: StatementRule) -> SayingCue {
        SayingCue(
            tokens: tokens, cueClass: cueClass, source: tokens.first.flatMap { sources.source(ofNoun: $0) },
            complement: .words(content), rule: rule)
    }

    private func adjective(_ adjective: Int) -> [SayingCue] {
        guard tokens[adjective].dep == "acomp", let entry = lexicon.adjectives[lemma(adjective)],
            let verb = parsed.head(of: adjective), lemma(verb) != "make"
        else { return [] }
        let source = sources.subject(of: verb)
        return parsed.children(of: adjective).filter { $0 > adjective }.compactMap { child in
            let frame: CueFrame
            var content = child
            switch tokens[child].dep {
            case "ccomp": frame = .clause
            case "xcomp": frame = .infinitive
            case "prep":
                guard let object = parsed.child(of: child, "pobj", "pcomp") else { return nil }
                frame = .phrase(forms[child])
                content = object
            default: return nil
            }
            guard let cueClass = entry.classes[frame] else { return nil }
            return SayingCue(
                tokens: [adjective] + (content == child ? [] : [child]), cueClass: cueClass, source: source,
                complement: .words(parsed.extent(of: content)),
                kind: tokens[content].dep == "pobj" ? .nounPhrase : .clause, rule: .init(.adjective))
        }
    }
}

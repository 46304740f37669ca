import ChanceryCore
import Grammar

/// Nouns that are cues ("the claim that …"), and adjectives after "be" ("is confident that …").
struct NounCueFinder: StatementStage {
    let context: StatementContext

    /// The readings of a noun or an adjective; the first that has content is meant.
    func readings(of index: Int) -> [SayingCue] {
        switch classes[index] {
        case .noun: noun(index).map { [$0] } ?? []
        case .adj: adjective(index)
        default: []
        }
    }

    private func noun(_ noun: Int) -> SayingCue? {
        guard let entry = lexicon.nouns[lemma(noun)] else { return nil }
        if let phrase = tree.head(of: noun), let verb = tree.head(of: phrase), labels[noun] == .pobj,
            isVerb(verb), ActiveCueFinder(context: context).clauseBehindMedium(verb) != nil
        {
            return nil
        }
        for child in tree.children(of: noun) where child > noun {
            let label = labels[child]
            if [.acl, .ccomp, .relcl].contains(label), grammar.isVerb(child) {
                let isInfinitive = hasTo(child)
                if isInfinitive, let cueClass = entry.classes[.infinitive] {
                    return cue([noun], cueClass, tree.extent(of: child), .init(.nounInfinitive))
                }
                if !isInfinitive, isThatClause(child), let cueClass = entry.classes[.clause] {
                    let content = tree.extent(of: child).lowerBound..<contents.end(ofContent: child)
                    return cue([noun], cueClass, content, .init(.nounClause))
                }
            }
            if label == .prep {
                let word = forms[child]
                guard let cueClass = entry.classes[.phrase(word)],
                    let object = tree.child(of: child, [.pobj, .pcomp])
                else { continue }
                var cue = cue(
                    [noun, child], cueClass, tree.extent(of: object), .init(.nounPhrase, preposition: word))
                cue.kind = labels[object] == .pobj ? .nounPhrase : .clause
                cue.isTopic = entry.has(.points, .phrase(word))
                return cue
            }
        }
        return nil
    }

    /// A clause opened by "that" whose "that" is not its subject or object.
    private func isThatClause(_ clause: Int) -> Bool {
        if let mark = tree.child(of: clause, [.mark]) { return forms[mark] == "that" }
        return labels[clause] == .ccomp
    }

    private func cue(_ tokens: [Int], _ cueClass: CueClass, _ content: Range<Int>, _ rule: StatementRule) -> SayingCue {
        SayingCue(
            tokens: tokens, cueClass: cueClass, source: tokens.first.flatMap { sources.source(ofNoun: $0) },
            complement: .words(content), rule: rule)
    }

    private func adjective(_ adjective: Int) -> [SayingCue] {
        guard labels[adjective] == .acomp, let entry = lexicon.adjectives[lemma(adjective)],
            let verb = tree.head(of: adjective), lemma(verb) != "make"
        else { return [] }
        let source = sources.subject(of: verb)
        return tree.children(of: adjective).filter { $0 > adjective }.compactMap { child in
            let frame: CueFrame
            var content = child
            switch labels[child] {
            case .ccomp: frame = .clause
            case .xcomp: frame = .infinitive
            case .prep:
                guard let object = tree.child(of: child, [.pobj, .pcomp]) else { return nil }
                frame = .phrase(forms[child])
                content = object
            default: return nil
            }
            guard let cueClass = entry.classes[frame] else { return nil }
            return SayingCue(
                tokens: [adjective] + (content == child ? [] : [child]), cueClass: cueClass, source: source,
                complement: .words(tree.extent(of: content)),
                kind: labels[content] == .pobj ? .nounPhrase : .clause, rule: .init(.adjective))
        }
    }
}

import ChanceryCore
import Grammar

/// Clauses with "as" that say on whose word another clause is told: "as X put it", "as reported by X".
struct AsideCueFinder: StatementStage {
    let context: StatementContext

    func cues() -> [SayingCue] {
        tokens.indices.filter { labels[$0] == .advcl && isVerb($0) }.compactMap { verb in
            guard let entry = entry(ofVerb: verb),
                let above = tree.head(of: verb), isAside(verb)
            else { return nil }
            let object = tree.child(of: verb, [.dobj])
            let cueClass =
                entry.classes[.clause] ?? (object == nil ? nil : entry.classes[.quotation] ?? entry.classes[.objectAs])
            guard let cueClass, cueClass.isSpeech, object.map({ forms[$0] == "it" }) ?? true,
                tree.child(of: verb, [.ccomp, .xcomp, .oprd]) == nil
            else { return nil }
            let isPassive = tags[verb] == .VBN && tree.child(of: verb, [.nsubj, .nsubjpass]) == nil
            // "As X joked with a friend, Osk left": two things at one time.
            guard isPassive || object != nil else { return nil }
            let source = isPassive ? sources.agent(of: verb) : sources.subject(of: verb)
            guard let source, source.head.map({ tree.extent(of: verb).contains($0) }) == true,
                speakers.canSpeak(source)
            else { return nil }
            return SayingCue(
                tokens: [verb], cueClass: cueClass, source: source, complement: .around(tree.extent(of: above)),
                rule: .init(.verbAside))
        }
    }

    /// Whether a clause begins with "as": "as first reported by X".
    private func isAside(_ verb: Int) -> Bool {
        guard let first = tree.extent(of: verb).first(where: { !isPunctuation($0) }), forms[first] == "as",
            first < verb
        else { return false }
        return tree.children(of: verb, [.mark, .advmod, .prep]).contains(first)
    }
}

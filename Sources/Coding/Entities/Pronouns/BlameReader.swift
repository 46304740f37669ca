import ChanceryCore
import Grammar
import SpacyPipeline

/// Finds whom a pronoun means where somebody is blamed or punished for what it does.
struct BlameReader: ToldStage {
    let named: NamedText
    let told: ToldParties

    /// "Criticised Osk for its role", "a case against Osk over its conduct": the party blamed, not the one who blames.
    func blamed(at token: Int, kinds: Set<EntityKind>) -> [Mention]? {
        if parsed.tree.labels[token] == .nsubj { return punished(before: token, kinds: kinds) }
        guard parsed.tree.labels[token] == .poss else { return nil }
        let above = tokens[tokens[token].head].head
        guard above < token, word(above, in: lists.blamingPrepositions) else { return nil }
        for place in (text.sentence(token).lowerBound..<above).reversed()
        where parsed.tree.hasLabel(place, [.dobj, .nsubjpass, .pobj]) {
            if parsed.tree.labels[place] == .pobj, !word(tokens[place].head, in: lists.strikingPrepositions) {
                continue
            }
            // An object names somebody else only where another subject acts on it.
            if let found = phrases[place].first(where: { kinds.contains($0.kind) }) { return [found] }
            if parsed.tree.labels[place] == .dobj { return nil }
        }
        return nil
    }

    /// "Imposed sanctions on Osk after it closed the mission": who is punished did what it is punished for.
    private func punished(before token: Int, kinds: Set<EntityKind>) -> [Mention]? {
        let clause = tokens[token].head
        guard parsed.tree.labels[clause] == .advcl, let main = parsed.head(of: clause), main < clause,
            lemma(main, in: lists.punishing),
            parsed.tree.hasChild(of: clause, [.mark], where: { word($0, in: lists.reasons) })
        else { return nil }
        for place in text.sentence(token) where place > main && place < clause {
            guard
                parsed.tree.labels[place] == .dobj
                    || parsed.tree.labels[place] == .pobj && word(tokens[place].head, in: lists.punishingPrepositions)
            else { continue }
            let found = phrases[place].filter { kinds.contains($0.kind) }
            if found.count == 1 { return found }
        }
        return nil
    }

    private var lists: PronounWords { text.lists.pronouns }
}

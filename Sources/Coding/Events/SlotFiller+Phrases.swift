import ChanceryCore
import SpacyPipeline

/// Who may stand at a slot of an event.
public enum PartyScope: Sendable {
    /// Whom a record can name: states, organisations, persons, groups. What the record keeps.
    case named
    /// Whatever noun phrase stands there, under its own words. For benchmarks that mark parties no list knows.
    case anyPhrase
}

extension SlotFiller {
    /// The nearest parties named below a trigger, breadth first, without the clauses that have a subject of their own.
    func partiesBelow(_ trigger: Int, besides named: [Mention]) -> [Mention] {
        var open = parsed.children(of: trigger)
        var steps = 0
        while !open.isEmpty, steps < 60 {
            steps += 1
            let next = open.removeFirst()
            let token = parsed.tokens[next]
            if ["nsubj", "nsubjpass", "csubj", "relcl", "mark", "punct", "agent", "npadvmod"].contains(token.dep) {
                continue
            }
            if token.dep == "advcl", parsed.child(of: next, "nsubj", "nsubjpass") != nil { continue }
            if token.dep == "conj", roles.isVerb(next) { continue }
            var found = entities.participants(at: next)
            if found.isEmpty { found = [entities.place(at: next)].compactMap { $0 } }
            let others = found.filter { one in !named.contains { $0.name == one.name || $0.span.overlaps(one.span) } }
            if !others.isEmpty { return others }
            open += parsed.children(of: next)
        }
        return []
    }

    /// What stands at a head as a party under its own words: its noun phrase without the clauses that hang on it, with
    /// the code of the state that describes it or that it lies in.
    func phrase(at head: Int) -> Mention? {
        let token = parsed.tokens[head]
        guard ["NOUN", "PROPN", "NUM", "ADJ"].contains(token.pos), !roles.isVerb(head) else { return nil }
        guard !["DATE", "TIME", "PERCENT", "ORDINAL"].contains(where: { token.ent.hasSuffix($0) }) else { return nil }
        let span = parsed.nounPhrase(at: head)
        let related = entities.relatedParties(of: head).first ?? placeBelow(head)
        return Mention(
            name: parsed.text(span), code: related?.code ?? "", kind: .group, span: span)
    }

    /// Where something is said to lie: Osk in "the camp in Osk".
    private func placeBelow(_ head: Int) -> Mention? {
        if let own = entities.place(at: head) { return own }
        return ["in", "at", "near", "of"].flatMap { roles.objects(ofPreposition: $0, at: head) }
            .compactMap { entities.place(at: $0) }.first
    }
}

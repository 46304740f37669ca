import ChanceryCore
import SpacyPipeline

/// Finds what stands at a codebook's slot, seen from a trigger.
struct SlotFiller: Sendable {
    let parsed: ParsedDocument
    let roles: ArgumentStructure
    let entities: EntityIndex
    let lightVerbs: Set<String>

    /// Nouns that only measure what follows their "of": "dozens of diplomats".
    private static let transparent: Set<String> = [
        "number", "dozen", "series", "some", "most", "all", "part", "several", "one", "hundred", "thousand", "million",
        "pair", "range", "lot", "handful", "majority", "couple", "wave", "round", "batch", "many", "set",
    ]

    /// The head tokens at a slot.
    func heads(_ slot: Codebook.Slot, at trigger: Int) -> [Int] {
        var places = [trigger]
        for step in slot.steps where step != "place" {
            places = places.flatMap { take(step, at: $0) }
            if places.isEmpty { return [] }
        }
        return places
    }

    /// The parties at a slot, each once.
    func parties(_ slot: Codebook.Slot, at trigger: Int) -> [Mention] {
        if slot.steps.last == "modifier" {
            let base = heads(Codebook.Slot(steps: Array(slot.steps.dropLast())), at: trigger)
            return unique(
                base.flatMap { parsed.children(of: $0, "amod", "compound", "nmod", "poss") }
                    .compactMap { entities.modifierParty(at: $0) })
        }
        let found = heads(slot, at: trigger)
        if slot.steps.last == "place" { return unique(found.compactMap { entities.place(at: $0) }) }
        return unique(found.flatMap { entities.participants(at: $0) })
    }

    /// Whether a condition's words stand at its slot; gives the tokens that do, or nil.
    func match(_ condition: Codebook.Condition, at trigger: Int) -> [Int]? {
        let found = heads(condition.slot, at: trigger).flatMap { [$0] + conjuncts(of: $0) }
        let fitting = found.filter { fits($0, condition) }
        if condition.isForbidden { return fitting.isEmpty ? [] : nil }
        return fitting.isEmpty ? nil : fitting
    }

    private func fits(_ head: Int, _ condition: Codebook.Condition) -> Bool {
        if condition.words.isEmpty && !condition.acceptsParty { return true }
        if condition.acceptsParty, !entities.participants(at: head).isEmpty { return true }
        if matches(head, condition.words) { return true }
        guard Self.transparent.contains(lemma(head)) else { return false }
        return roles.objects(ofPreposition: "of", at: head).contains { matches($0, condition.words) }
    }

    private func matches(_ head: Int, _ words: Set<String>) -> Bool {
        let own = lemma(head)
        if words.contains(own) || words.contains(parsed.tokens[head].text.lowercased()) { return true }
        let modifiers = parsed.children(of: head, "amod", "compound", "nmod", "poss")
        return modifiers.contains { words.contains("\(lemma($0)) \(own)") }
    }

    private func take(_ step: String, at index: Int) -> [Int] {
        switch step {
        case "subject":
            if roles.isVerb(index) && parsed.tokens[index].dep != "acomp" { return roles.agents(index) }
            if ["acomp", "attr", "oprd"].contains(parsed.tokens[index].dep), let verb = parsed.head(of: index) {
                return roles.surfaceSubject(verb).map { [$0] } ?? []
            }
            return roles.holder(ofNoun: index).map { [$0] } ?? []
        case "object": return roles.patients(index)
        case "indirect": return roles.indirectObjects(index) + (lightVerb(over: index).map { roles.indirectObjects($0) } ?? [])
        case "attribute": return parsed.children(of: index, "attr", "oprd", "acomp")
        case "complement": return roles.complements(index)
        case "poss":
            // "whose" belongs to the noun its clause describes.
            return parsed.children(of: index, "poss")
        case "not": return parsed.children(of: index, "neg")
        case "will":
            return parsed.children(of: index, "aux").filter {
                ["will", "would", "wo", "shall", "'ll", "’ll", "'d"].contains(parsed.tokens[$0].text.lowercased())
            }
        case "holder":
            return lightVerb(over: index).map { roles.agents($0) } ?? []
        default:
            let own = roles.objects(ofPreposition: step, at: index)
            if !own.isEmpty || roles.isVerb(index) { return own }
            return lightVerb(over: index).map { roles.objects(ofPreposition: step, at: $0) } ?? []
        }
    }

    /// The light verb that lends its arguments to an event noun: "carried out" over "attack".
    func lightVerb(over noun: Int) -> Int? {
        var place = noun
        for _ in 0..<6 {
            guard let above = parsed.head(of: place) else { return nil }
            switch parsed.tokens[place].dep {
            case "dobj", "nsubjpass", "attr", "oprd": return isLight(above) ? above : nil
            case "pobj":
                guard let verb = parsed.head(of: above) else { return nil }
                if roles.isVerb(verb) { return isLight(verb) ? verb : nil }
                // "a series of attacks", "in the form of support"
                guard parsed.tokens[above].lemma == "of" else { return nil }
                place = verb
            case "conj": place = above
            default: return nil
            }
        }
        return nil
    }

    private func isLight(_ verb: Int) -> Bool { roles.isVerb(verb) && lightVerbs.contains(lemma(verb)) }

    private func conjuncts(of head: Int) -> [Int] {
        var found: [Int] = []
        var open = parsed.children(of: head, "conj")
        while let next = open.popLast() {
            found.append(next)
            open += parsed.children(of: next, "conj")
        }
        return found
    }

    private func lemma(_ index: Int) -> String { parsed.tokens[index].lemma.lowercased() }

    private func unique(_ mentions: [Mention]) -> [Mention] {
        var seen: Set<String> = []
        return mentions.filter { seen.insert($0.name).inserted }
    }
}

extension Codebook.Slot {
    init(steps: [String]) { self.steps = steps }
}

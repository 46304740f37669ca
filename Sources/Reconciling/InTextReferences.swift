import ChanceryCore

/// Finds what tellings point back to in their own text: "the attack" after "a group attacked the port".
///
/// A definite noun stands for the nearest act told before it in the same text that it can name: one of its family, with
/// nothing against it in time, stance and parties; or any act, where the noun names acts in general ("the move").
struct InTextReferences {
    /// For each group of equal tellings that points back, the group it leads to at last.
    private(set) var antecedents: [Int: Int] = [:]

    /// How many tellings before it in its text one is compared with.
    static let compared = 48

    init(_ groups: [[Telling]]) {
        guard groups.contains(where: { $0[0].act?.isDefinite == true }) else { return }
        var texts: [String: [(telling: Telling, group: Int)]] = [:]
        for (number, group) in groups.enumerated() {
            for telling in group where telling.act != nil {
                texts[telling.report.documentHash, default: []].append((telling, number))
            }
        }
        texts = texts.mapValues { told in
            told.sorted { ($0.telling.report.trigger.start, $0.group) < ($1.telling.report.trigger.start, $1.group) }
        }
        var links: [Int: Int] = [:]
        for (number, group) in groups.enumerated() where group[0].act?.isDefinite == true {
            let before = (texts[group[0].report.documentHash] ?? [])
                .filter { $0.telling.report.trigger.end <= group[0].report.trigger.start && $0.group != number }
            let near = before.suffix(Self.compared).drop { telling in
                telling.telling.report.trigger.start + Self.memory < group[0].report.trigger.start
            }
            links[number] =
                near.last { Self.names(group[0], $0.telling) }?.group ?? Self.referent(of: group[0], in: near)
        }
        for number in links.keys { antecedents[number] = Self.root(of: number, links) }
    }

    /// Where the links lead to at last; nil where they lead round in a circle, as copies with their parts moved may.
    private static func root(of number: Int, _ links: [Int: Int]) -> Int? {
        var seen: Set<Int> = [number]
        var place = number
        while let next = links[place] {
            guard seen.insert(next).inserted else { return nil }
            place = next
        }
        return place
    }

    /// What a noun that stands for any act means: of its sort the nearest, else what the sentence before tells, which is the
    /// widest of the clauses near it.
    private static func referent(of noun: Telling, in near: ArraySlice<(telling: Telling, group: Int)>) -> Int? {
        guard let families = noun.act?.referents else { return nil }
        if !families.isEmpty {
            return near.last { candidate in
                candidate.telling.act.map { !families.isDisjoint(with: $0.families) && !$0.isEmpty } == true
            }?.group
        }
        let reach = noun.report.trigger.start - Self.reach
        return near.filter { candidate in
            candidate.telling.report.trigger.start >= reach && candidate.telling.act?.isEmpty == false
                && candidate.telling.report.span.end <= noun.report.trigger.start
        }.max { ($0.telling.report.span.count, $0.group) < ($1.telling.report.span.count, $1.group) }?.group
    }

    /// How far before a definite noun the act it means is looked for, in code points: some paragraphs.
    static let memory = 2000

    /// How far before a noun that stands for any act the act is looked for, in code points: about a sentence.
    private static let reach = 250

    /// Whether a definite noun can name what was told before it.
    private static func names(_ reference: Telling, _ told: Telling) -> Bool {
        guard let act = reference.act, let other = told.act, let nearness = act.nearness(to: other),
            // A concept's family is wide: "the bombing" is no name for a shooting, while words of one family are.
            nearness == .same || nearness == .sameFamily && act.basis == .word,
            Likeness.Times(reference.date, told.date) != .apart,
            reference.stance == told.stance || reference.stance == .held && act.basis == .word,
            case .event(let a) = reference.report.content, case .event(let b) = told.report.content
        else { return false }
        return !Likeness.areApart(a, b)
    }
}

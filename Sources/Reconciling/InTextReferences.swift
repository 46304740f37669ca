import ChanceryCore

/// Finds what tellings point back to in their own text: "the attack" after "a group attacked the port".
///
/// A definite noun stands for the nearest act told before it in the same text that it can name: one of its family, with
/// nothing against it in time, stance and parties; or any act, where the noun names acts in general ("the move"). A
/// headline tells what the text below it tells again.
struct InTextReferences {
    /// For each group of equal tellings that points back, the group it leads to at last.
    private(set) var antecedents: [Int: Int] = [:]

    /// How many tellings before it in its text one is compared with.
    static let compared = 48

    init(_ groups: [[Telling]]) {
        guard groups.contains(where: { $0[0].act.map { $0.isDefinite || $0.isHeadline } == true }) else { return }
        var texts: [String: [Told]] = [:]
        for (number, group) in groups.enumerated() {
            for telling in group where telling.act != nil {
                texts[telling.report.documentHash, default: []].append(Told(telling: telling, group: number))
            }
        }
        texts = texts.mapValues { $0.sorted { ($0.start, $0.group) < ($1.start, $1.group) } }
        var links: [Int: Int] = [:]
        for (number, group) in groups.enumerated() {
            let telling = group[0]
            guard let act = telling.act, act.isDefinite || act.isHeadline,
                let text = texts[telling.report.documentHash]
            else { continue }
            let own = Told(telling: telling, group: number)
            if act.isHeadline {
                links[number] = Self.retelling(of: telling, in: Self.after(own, in: text))
            } else {
                let near = Self.before(own, in: text)
                links[number] =
                    near.last { Self.names(telling, $0.telling) }?.group ?? Self.referent(of: telling, in: near)
            }
        }
        for number in links.keys { antecedents[number] = Self.root(of: number, links) }
    }

    /// A telling with its group.
    private struct Told {
        var telling: Telling
        var group: Int
        var start: Int { telling.report.trigger.start }
    }

    /// The tellings of a text shortly before one, in text order.
    private static func before(_ one: Told, in text: [Told]) -> ArraySlice<Told> {
        text[..<place(of: one.telling.report.trigger.start, in: text)].suffix(compared)
            .drop { $0.start + memory < one.start }
            .filter { $0.telling.report.trigger.end <= one.start && $0.group != one.group }[...]
    }

    /// The first tellings of a text behind one.
    private static func after(_ one: Told, in text: [Told]) -> ArraySlice<Told> {
        text[place(of: one.telling.report.trigger.end, in: text)...].prefix(compared)
            .prefix { $0.start < one.start + lead }.filter { $0.group != one.group }[...]
    }

    /// Where the tellings from an offset on begin, found by halving.
    private static func place(of offset: Int, in text: [Told]) -> Int {
        var low = 0
        var high = text.count
        while low < high {
            let middle = (low + high) / 2
            if text[middle].start < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// What a headline tells, told again by the same word below, where time and at least one side of the parties allow it.
    private static func retelling(of headline: Telling, in text: ArraySlice<Told>) -> Int? {
        guard let act = headline.act, case .event(let a) = headline.report.content else { return nil }
        return text.first { told in
            guard let other = told.telling.act, act.nearness(to: other) == .same, !other.isHeadline,
                Likeness.Times(headline.date, told.telling.date) != .apart,
                case .event(let b) = told.telling.report.content
            else { return false }
            // A headline is short: it may name another side of the thing. What is said, or said with a verb that says little,
            // must be of the same parties.
            if act.isSaid || act.isEmpty || act.basis != .word { return !Likeness.areApart(a, b) }
            return Parties.likeness(a.actors, b.actors) != .apart
                || Parties.likeness(a.recipients, b.recipients) != .apart
        }?.group
    }

    /// How far behind a headline the text tells it again, in code points: the first paragraphs.
    private static let lead = 1000

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
    private static func referent(of noun: Telling, in near: ArraySlice<Told>) -> Int? {
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
        guard !Likeness.areApart(a, b) else { return false }
        // "The 1991 agreement" is no name for one told without a time, unless somebody is named in both.
        let named = (a.actors + a.recipients, b.actors + b.recipients)
        return reference.date == nil || told.date != nil
            || !named.0.isEmpty && Parties.likeness(named.0, named.1) >= .overlapping
    }
}

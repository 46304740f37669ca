import ChanceryCore

/// Whether two tellings can be of the same thing, and how like they are.
enum Likeness {
    /// How like two tellings are, more is liker; nil where they cannot be of the same thing.
    static func score(_ a: Telling, _ b: Telling) -> Int? {
        guard a.report.kind == b.report.kind else { return nil }
        let times = Times(a.date, b.date)
        if times == .apart { return nil }
        let likeness: Int?
        switch (a.report.content, b.report.content) {
        case (.event(let first), .event(let second)): likeness = events(first, second, a, b, times)
        case (.figure(let first), .figure(let second)): likeness = figures(first, second, a, b, times)
        case (.state(let first), .state(let second)): likeness = states(first, second)
        // What was said is not in a report, only where it stands: statements are put together as equal tellings alone.
        default: likeness = nil
        }
        guard let likeness else { return nil }
        return stances(a, b, times) ? likeness + times.rawValue : nil
    }

    /// How two dates stand to each other; the raw value adds to the score.
    enum Times: Int {
        case apart = -1
        case bothMissing = 0
        case oneMissing = 1
        case agree = 2
        case equal = 3

        init(_ a: EDTF?, _ b: EDTF?) {
            switch (a, b) {
            case (nil, nil): self = .bothMissing
            case (let a?, let b?): self = a == b ? .equal : a.agrees(with: b) ? .agree : .apart
            default: self = .oneMissing
            }
        }
    }

    private static func events(_ a: Event, _ b: Event, _ first: Telling, _ second: Telling, _ times: Times) -> Int? {
        guard Acts.family(a.concept) == Acts.family(b.concept) else { return nil }
        let sameConcept = a.concept == b.concept
        if Acts.said.contains(a.concept) || Acts.said.contains(b.concept) {
            guard sameConcept, hasMonth(first.date), hasMonth(second.date) else { return nil }
        }
        guard let parties = parties(a, b) else { return nil }
        let isOneSided = a.actors.count + a.recipients.count < 2 || b.actors.count + b.recipients.count < 2
        let isLoose = !sameConcept || isOneSided
        if isLoose, Acts.frequent.contains(Acts.family(a.concept)), !hasMonth(first.date) || !hasMonth(second.date) {
            return nil
        }
        if times == .bothMissing || times == .oneMissing {
            // Nothing but the parties tells them from others, so these must be named in full, and be two.
            guard sameConcept, parties == .equal, !isOneSided else { return nil }
        }
        return (sameConcept ? 8 : 0) + (parties == .equal ? 4 : 0)
    }

    /// How like the parties are side by side, or all together where the act is mutual; nil where they differ.
    static func parties(_ a: Event, _ b: Event) -> Parties.Likeness? {
        if a.isReciprocal || b.isReciprocal {
            let together = Parties.likeness(a.actors + a.recipients, b.actors + b.recipients)
            guard together == .overlapping else { return together == .equal ? .equal : nil }
            // Of a mutual act, at least two of those named must be in both.
            let all = b.actors + b.recipients
            let shared = (a.actors + a.recipients).filter { party in all.contains { Parties.same(party, $0) } }
            return shared.count > 1 ? .overlapping : nil
        }
        let sides = [Parties.likeness(a.actors, b.actors), Parties.likeness(a.recipients, b.recipients)]
        if sides.contains(.apart) || sides == [.open, .open] { return nil }
        return sides.min()
    }

    private static func hasMonth(_ date: EDTF?) -> Bool { date?.precision == .day || date?.precision == .month }

    private static func figures(_ a: Figure, _ b: Figure, _ first: Telling, _ second: Telling, _ times: Times) -> Int? {
        guard Numeral.same(a.value, b.value), a.low == b.low, a.high == b.high, a.unit == b.unit else { return nil }
        // Of figures of one date, one word that both count by is enough.
        let shared = overlap(first.words, second.words, atLeast: times == .equal ? 1 : 2)
        return shared >= 0.5 ? Int(shared * 8) : nil
    }

    /// The share of the shorter list of words that is in the other; 0 where fewer words than wanted are, and some are
    /// left over.
    static func overlap(_ a: Set<String>, _ b: Set<String>, atLeast wanted: Int) -> Double {
        let shared = a.intersection(b).count
        guard shared > 0, shared >= wanted || a == b else { return 0 }
        return Double(shared) / Double(min(a.count, b.count))
    }

    private static func states(_ a: StateOfAffairs, _ b: StateOfAffairs) -> Int? {
        let same =
            a.concept.isEmpty || b.concept.isEmpty
            ? NameFolding.fold(a.relation) == NameFolding.fold(b.relation) : a.concept == b.concept
        guard same else { return nil }
        let subject = Parties.likeness(a.subject, b.subject)
        let object = Parties.likeness(a.object, b.object)
        guard subject >= .overlapping, object >= .overlapping else { return nil }
        if a.object.isEmpty, NameFolding.fold(a.relation) != NameFolding.fold(b.relation) { return nil }
        return (subject == .equal ? 4 : 0) + (object == .equal ? 4 : 0)
    }

    /// Whether what one tells as fact and the other denies can be one thing: only where nothing else differs. What is
    /// planned or supposed is never put together with what happened.
    private static func stances(_ a: Telling, _ b: Telling, _ times: Times) -> Bool {
        if a.stance == b.stance { return true }
        guard a.stance != .open, b.stance != .open else { return false }
        switch (a.report.content, b.report.content) {
        case (.event(let first), .event(let second)):
            return times.rawValue >= Times.agree.rawValue && first.concept == second.concept
                && parties(first, second) == .equal
        case (.state(let first), .state(let second)):
            return (times.rawValue >= Times.agree.rawValue || times == .bothMissing)
                && Parties.likeness(first.subject, second.subject) == .equal
                && Parties.likeness(first.object, second.object) == .equal
        default: return false
        }
    }
}

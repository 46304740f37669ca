import ChanceryCore

/// Whether two tellings of acts can be of one act, and how like they are.
///
/// What speaks for it: the concept, the parties on each side, the time, the place, the words. None of them is enough
/// alone; what must come together is told case by case.
struct EventLikeness {
    private let first: Telling
    private let second: Telling
    private let a: Event
    private let b: Event
    private let times: Likeness.Times

    init(_ first: Telling, _ second: Telling, _ a: Event, _ b: Event, _ times: Likeness.Times) {
        self.first = first
        self.second = second
        self.a = a
        self.b = b
        self.times = times
    }

    /// How near the two are by what was done.
    private enum Act: Int { case sameType = 2, sameFamily = 4, sameConcept = 8 }

    /// Whether neither the act nor the parties rule out that they are one; accounts may differ about who did it.
    var canBeOne: Bool {
        guard act != nil else { return false }
        if let parties = Likeness.parties(a, b) { return parties != .apart }
        return isOpenBothSides || differsInAgencyAlone
    }

    /// Each names one side only, and not the same one.
    private var isOpenBothSides: Bool {
        !a.isReciprocal && !b.isReciprocal && Parties.likeness(a.actors, b.actors) == .open
            && Parties.likeness(a.recipients, b.recipients) == .open
    }

    /// The score; nil where nothing shows that they are one act.
    var score: Int? {
        guard let act else { return nil }
        guard let parties = Likeness.parties(a, b) else { return differsInAgencyAlone && !isSaid ? act.rawValue : nil }
        // What comes again and again, told without a time by two texts, needs no look at the words.
        if times.rawValue < Likeness.Times.agree.rawValue, isRecurring, !inOneText { return nil }
        let words = WordLikeness(first, second)
        if isSaid, !isOneSaying(act, words) { return nil }
        if times.rawValue < Likeness.Times.agree.rawValue {
            guard isOneWithoutTime(act, parties, words) else { return nil }
        } else if !isOneInTime(act, parties, words) {
            return nil
        }
        return act.rawValue + Self.weight(parties) + words.rawValue + place
    }

    /// Concepts of one family, or where a concept is not known one type.
    private var act: Act? {
        if a.concept.isEmpty || b.concept.isEmpty { return a.type == b.type ? .sameType : nil }
        if a.concept == b.concept { return .sameConcept }
        return Acts.family(a.concept) == Acts.family(b.concept) ? .sameFamily : nil
    }

    private static func weight(_ parties: Parties.Likeness) -> Int {
        switch parties {
        case .equal: 4
        case .overlapping: 2
        case .open: 1
        case .apart: 0
        }
    }

    private var isSaid: Bool { Acts.said.contains(a.concept) || Acts.said.contains(b.concept) }

    /// Things are said again and again: only in one month, or in the same words, is it one saying.
    private func isOneSaying(_ act: Act, _ words: WordLikeness) -> Bool {
        act == .sameConcept && (hasMonth(first.date) && hasMonth(second.date) || words == .strong)
    }

    /// Whether tellings whose times agree are of one act.
    private func isOneInTime(_ act: Act, _ parties: Parties.Likeness, _ words: WordLikeness) -> Bool {
        let isExact = hasMonth(first.date) && hasMonth(second.date)
        // Of what is known by its type alone, the words must say that it is one thing.
        if act == .sameType {
            return words > .unknown || parties == .equal && (words == .unknown || isExact && isSpecific)
        }
        let isLoose = act != .sameConcept || isOneSided
        if isLoose, isFrequent, !isExact { return words >= .good }
        return isExact || words > .none || isSpecific || Acts.once.contains(a.concept)
    }

    /// Whether tellings of which one has no date, or both, are of one act.
    private func isOneWithoutTime(_ act: Act, _ parties: Parties.Likeness, _ words: WordLikeness) -> Bool {
        // What comes again and again is one act only within one text, and in the same words.
        if isRecurring { return words == .strong && parties == .equal && act == .sameConcept }
        if words == .strong, parties >= .overlapping { return true }
        if isSpecific, parties == .equal || parties == .overlapping && words > .unknown { return true }
        if act == .sameType { return words == .good && parties >= .overlapping && !isOneSided }
        guard act == .sameConcept, parties == .equal else { return false }
        // Nothing but the parties tells the act from others, so two must be named, or one in one and the same text.
        if isOneSided, !inOneText || !isNamedAlike { return false }
        return words > .none || Acts.once.contains(a.concept)
    }

    /// Whether a party that is no state is named alike in both and another stands beside it: of what Osk did to "Oskan
    /// students" there are fewer things than of what it did to Veldania.
    private var isSpecific: Bool {
        guard !isOneSided else { return false }
        let others = b.actors + b.recipients
        return (a.actors + a.recipients).contains { party in
            party.kind != .state && others.contains { Parties.identical($0, party) }
        }
    }

    /// Accounts that differ only in who did it: one act in one month, to nobody else, in the same words.
    private var differsInAgencyAlone: Bool {
        guard !a.isReciprocal, !b.isReciprocal, times.rawValue >= Likeness.Times.agree.rawValue,
            hasMonth(first.date), hasMonth(second.date),
            Parties.likeness(a.recipients, b.recipients) != .apart
        else { return false }
        return WordLikeness(first, second) == .strong
    }

    private var inOneText: Bool { first.report.documentHash == second.report.documentHash }

    private var isOneSided: Bool { a.actors.count + a.recipients.count < 2 || b.actors.count + b.recipients.count < 2 }

    private var isRecurring: Bool {
        a.concept.isEmpty || b.concept.isEmpty
            ? Acts.recurringTypes.contains(a.type) : Acts.recurring.contains(Acts.family(a.concept))
    }

    private var isFrequent: Bool { Acts.frequent.contains(Acts.family(a.concept)) }

    private var isNamedAlike: Bool {
        Parties.likeness(a.actors, b.actors, by: Parties.identical) == .equal
            && Parties.likeness(a.recipients, b.recipients, by: Parties.identical) == .equal
    }

    /// One place named in both speaks for one act; two places need not be two, as one may lie in the other.
    private var place: Int {
        guard let here = a.place, let there = b.place else { return 0 }
        return NameFolding.fold(here.name) == NameFolding.fold(there.name) ? 2 : 0
    }

    private func hasMonth(_ date: EDTF?) -> Bool { date?.precision == .day || date?.precision == .month }
}

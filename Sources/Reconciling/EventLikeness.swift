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
    /// How near the two are by what was done: concepts of one family, or where a concept is not known one type.
    private let act: KnownAct.Nearness?

    /// How like the parties are; nil where they differ, or nothing tells.
    private let parties: Parties.Likeness?

    init(_ first: Telling, _ second: Telling, _ a: Event, _ b: Event, _ times: Likeness.Times) {
        self.first = first
        self.second = second
        self.a = a
        self.b = b
        self.times = times
        let parties = Likeness.parties(a, b, areRolesTold: first.act?.basis != .word)
        self.parties = Self.isOfPeople(first, second, a, b) ? nil : parties
        act = if let one = first.act, let other = second.act { one.nearness(to: other) } else { nil }
    }

    /// Whether neither the act nor the parties rule out that they are one; accounts may differ about who did it.
    var canBeOne: Bool {
        // What the words of a clause tell of is not certain enough to rule anything out.
        guard act != nil || isKnownByTerms && a.type == b.type, !isCountedApart else { return false }
        return parties != nil || isOpenBothSides || differsInAgencyAlone || isOneDeed
    }

    /// Each names one side only, and not the same one.
    private var isOpenBothSides: Bool {
        if first.act?.basis == .word, a.isReciprocal || b.isReciprocal {
            return a.actors + a.recipients == [] || b.actors + b.recipients == []
        }
        return !a.isReciprocal && !b.isReciprocal && Parties.likeness(a.actors, b.actors) == .open
            && Parties.likeness(a.recipients, b.recipients) == .open
    }

    /// The score; nil where nothing shows that they are one act.
    var score: Int? {
        guard let act else { return nil }
        if inOneText, let score = scoreInText(act) { return score }
        guard let parties else {
            return (differsInAgencyAlone || act >= .sameFamily && isOneDeed) && !isSaid ? act.rawValue : nil
        }
        // Out of its text a noun for any act means nothing.
        if isEmpty || isNobody || first.act?.referents != nil || second.act?.referents != nil { return nil }
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

    /// The score of two tellings of one text: a text that names an act by the same word, with nothing against it in time
    /// and parties, most often means the same act. What recurs, what is said and verbs without a meaning of their own need
    /// more.
    private func scoreInText(_ act: KnownAct.Nearness) -> Int? {
        guard act >= .sameFamily, times != .apart, first.act?.basis == .word else { return nil }
        let words = WordLikeness(first, second)
        // A gathering that recurs is one in one text where the same words describe it.
        if isRecurring, act != .same || words <= .unknown { return nil }
        let isOne =
            if isSaid || isEmpty {
                act == .same && words >= .strong && (parties ?? .apart) == .equal
            } else {
                switch parties {
                case nil: isOpenBothSides && act == .same && words > .unknown
                case .equal: !isNobody || act == .same && words > .unknown
                case .overlapping: act == .same || words > .unknown
                case .open: words > .unknown || act == .same && !namesNobody
                case .apart: false
                }
            }
        return isOne ? act.rawValue + Self.weight(parties ?? .open) + max(words.rawValue, 0) + place : nil
    }

    /// One of them names nobody.
    private var namesNobody: Bool {
        (a.actors + a.recipients).isEmpty || (b.actors + b.recipients).isEmpty
    }

    /// Neither names anybody.
    private var isNobody: Bool {
        first.act?.basis == .word && [a.actors, a.recipients, b.actors, b.recipients].allSatisfy(\.isEmpty)
    }

    private var isEmpty: Bool { first.act?.isEmpty == true || second.act?.isEmpty == true }

    private static func weight(_ parties: Parties.Likeness) -> Int {
        switch parties {
        case .equal: 4
        case .overlapping: 2
        case .open: 1
        case .apart: 0
        }
    }

    private var isSaid: Bool { first.act?.isSaid == true || second.act?.isSaid == true }

    /// Things are said again and again: only in one month, or in the same words, is it one saying.
    private func isOneSaying(_ act: KnownAct.Nearness, _ words: WordLikeness) -> Bool {
        act == .same && (hasMonth(first.date) && hasMonth(second.date) || words == .strong)
    }

    /// Whether tellings whose times agree are of one act.
    private func isOneInTime(_ act: KnownAct.Nearness, _ parties: Parties.Likeness, _ words: WordLikeness) -> Bool {
        let isExact = hasMonth(first.date) && hasMonth(second.date)
        // Of what is known by its type alone, the words must say that it is one thing.
        if act == .sameType { return words == .strong || words == .unknown && parties == .equal }
        let isLoose = act != .same && !isKnownByTerms || isOneSided
        if isKnownByTerms { return words >= .good || parties == .equal && (isExact || words > .unknown) }
        if isLoose, isFrequent, !isExact { return words >= .good }
        return isExact || words > .none || isSpecific || first.act?.isDoneOnce == true
    }

    /// Whether tellings of which one has no date, or both, are of one act.
    private func isOneWithoutTime(_ act: KnownAct.Nearness, _ parties: Parties.Likeness, _ words: WordLikeness) -> Bool
    {
        // What comes again and again is one act only within one text: in the same words, or where it is none of the acts that
        // one text tells many of, between the same two parties.
        if isRecurring {
            guard parties == .equal, act == .same || isKnownByTerms else { return false }
            return words == .strong || inOneText && isToldOnceInText && !isFrequent && !isOneSided && isNamedAlike
        }
        if words == .strong, parties >= .overlapping { return true }
        // Of what no word tells exactly only the words can say that it is one thing.
        if act == .sameType || isToldInGeneral { return false }
        if isSpecific, parties == .equal || parties == .overlapping && words > .unknown { return true }
        if isKnownByTerms {
            return isPlaced && words > .unknown || words >= .good && parties >= .overlapping && !isOneSided
        }
        guard act == .same, parties == .equal else { return false }
        // What one person did, told with a word in common; of others there is too much of a kind.
        if isOneSided, isOnePerson, !isFrequent, words >= .good || WordLikeness.share(first, second) >= 0.5 {
            return true
        }
        // Nothing but the parties tells the act from others, so two must be named, or one in one and the same text.
        if isOneSided, !inOneText || !isNamedAlike { return false }
        return words > .none || first.act?.isDoneOnce == true
    }

    /// Whether general words alone tell of both: "support", "attack".
    private var isToldInGeneral: Bool {
        isKnownByTerms && [first, second].allSatisfy { $0.act?.families.isEmpty == true }
    }

    /// Whether one of them is known by the words of its clause alone.
    private var isKnownByTerms: Bool { first.act?.basis == .terms || second.act?.basis == .terms }

    /// Whether one text gives two numbers, or two spans of time: then it tells of two things.
    private var isCountedApart: Bool {
        guard inOneText, first.act?.basis != .word else { return false }
        if !first.counts.isEmpty, !second.counts.isEmpty, first.counts.isDisjoint(with: second.counts) { return true }
        guard let one = first.date, let other = second.date, one != other else { return false }
        return [one, other].allSatisfy { $0.intervalStart != nil && $0.intervalEnd != nil }
    }

    /// Whether one tells of a state and the other of its people, who do not act for it, as those who did it.
    private static func isOfPeople(_ first: Telling, _ second: Telling, _ a: Event, _ b: Event) -> Bool {
        guard first.actorsAreOfficial != second.actorsAreOfficial else { return false }
        let (people, others) = first.actorsAreOfficial ? (b.actors, a.actors) : (a.actors, b.actors)
        return people.allSatisfy { $0.kind == .group } && !others.isEmpty && others.allSatisfy { $0.kind == .state }
    }

    /// Whether one text tells by different actors what was done to one party that is no state, by the same act at one time:
    /// who sold and who carried the arms that an army got.
    private var isOneDeed: Bool {
        guard inOneText, isKnownByTerms, times.rawValue >= Likeness.Times.agree.rawValue,
            !b.recipients.isEmpty, a.recipients.allSatisfy({ $0.kind != .state })
        else { return false }
        return Parties.likeness(a.recipients, b.recipients, by: Parties.identical) == .equal
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
        if WordLikeness(first, second) == .strong { return true }
        // Done to the same named party: the words by which each names the doer, and numbers, say nothing against it.
        guard Parties.likeness(a.recipients, b.recipients) >= .overlapping else { return false }
        func rest(_ telling: Telling, _ event: Event) -> Set<String> {
            telling.terms.subtracting(ContentWords.words(event.actors.map(\.name).joined(separator: " ")))
                .filter { !$0.allSatisfy(\.isNumber) }
        }
        return WordLikeness(rest(first, a), rest(second, b)) == .strong
    }

    private var inOneText: Bool { Likeness.isInOneText(first, second) }

    private var isOneSided: Bool { a.actors.count + a.recipients.count < 2 || b.actors.count + b.recipients.count < 2 }

    private var isRecurring: Bool { first.act?.isRecurring == true || second.act?.isRecurring == true }

    /// Whether one text most often means one such act of two parties. Of a visit it may tell an earlier one by the way, so a
    /// date on one side only is a sign of two.
    private var isToldOnceInText: Bool {
        guard let act = first.act, let other = second.act, !act.isProcess, !other.isProcess else { return false }
        return times == .bothMissing || !act.mayHavePrecedent
    }

    private var isFrequent: Bool { first.act?.isFrequent == true || second.act?.isFrequent == true }

    /// Whether all that is named is one person, by the same name.
    private var isOnePerson: Bool {
        let all = (a.actors + a.recipients, b.actors + b.recipients)
        guard let one = all.0.first, let other = all.1.first, all.0.count == 1, all.1.count == 1 else { return false }
        return one.kind == .person && Parties.identical(one, other)
    }

    private var isNamedAlike: Bool {
        Parties.likeness(a.actors, b.actors, by: Parties.identical) == .equal
            && Parties.likeness(a.recipients, b.recipients, by: Parties.identical) == .equal
    }

    /// One place named in both speaks for one act; two places need not be two, as one may lie in the other.
    private var place: Int { isPlaced ? 2 : 0 }

    private var isPlaced: Bool {
        guard let here = a.place, let there = b.place else { return false }
        return NameFolding.fold(here.name) == NameFolding.fold(there.name)
    }

    private func hasMonth(_ date: EDTF?) -> Bool { date?.precision == .day || date?.precision == .month }
}

import ChanceryCore

/// Whether two tellings can be of the same thing, and how like they are.
enum Likeness {
    /// What comparing two tellings comes to.
    enum Judgement: Equatable {
        /// They cannot be of the same thing: time, parties, stance or the act rule it out.
        case apart
        /// Nothing rules it out, and nothing shows it.
        case open
        /// How like they are, more is liker.
        case like(Int)
    }

    /// Compares two tellings.
    static func judge(_ a: Telling, _ b: Telling) -> Judgement {
        guard a.report.kind == b.report.kind else { return .apart }
        let times = Times(a.date, b.date)
        guard times != .apart || StateLikeness.isLasting(a, b) else { return .apart }
        guard stances(a, b, times) else { return isDenialOfSame(a, b) ? .open : .apart }
        let likeness: Int?
        switch (a.report.content, b.report.content) {
        case (.event(let first), .event(let second)):
            let events = EventLikeness(a, b, first, second, times)
            guard events.canBeOne else { return .apart }
            likeness = events.score
        case (.figure(let first), .figure(let second)): likeness = figures(first, second, a, b, times)
        case (.state(let first), .state(let second)):
            likeness = states(first, second, a, b) ?? StateLikeness(first, second, a, b).score
        case (.statement(let first), .statement(let second)):
            guard let likeness = statements(first, second, a, b) else { return .apart }
            return .like(likeness + times.rawValue)
        default: likeness = nil
        }
        return likeness.map { .like($0 + times.rawValue) } ?? .open
    }

    /// Whether the one tells as having happened, as not, or as to come what the other may tell too: somebody may deny what another
    /// has as fact.
    static func canBeOneStance(_ a: Telling, _ b: Telling, _ times: Times) -> Bool {
        stances(a, b, times)
            || a.stance != .open && b.stance != .open && [a, b].contains { $0.report.modality == .denied }
    }

    /// Whether somebody denies, without a time, what the other has as fact: which of several is denied its own text says.
    private static func isDenialOfSame(_ a: Telling, _ b: Telling) -> Bool {
        guard a.stance != .open, b.stance != .open, [a, b].contains(where: { $0.report.modality == .denied }),
            case .event(let first) = a.report.content, case .event(let second) = b.report.content
        else { return false }
        return isSameAct(a, b) && parties(first, second) == .equal
    }

    /// Whether two tellings stand in one text.
    static func isInOneText(_ a: Telling, _ b: Telling) -> Bool { a.report.documentHash == b.report.documentHash }

    /// Whether two tellings are of one act by name.
    static func isSameAct(_ a: Telling, _ b: Telling) -> Bool {
        guard let one = a.act, let other = b.act else { return false }
        return one.isLikelyOne(with: other)
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
            case (let a?, let b?): self = a == b ? .equal : a.agrees(with: b) ? Self.agreement(a, b) : .apart
            default: self = .oneMissing
            }
        }

        private static func namesMonth(_ date: EDTF) -> Bool {
            date.month != nil || date.intervalStart?.month != nil && date.intervalEnd?.month != nil
        }

        /// A day without a year agrees with any year: only where both name the day or month does that tell anything.
        private static func agreement(_ a: EDTF, _ b: EDTF) -> Times {
            a.hasYear == b.hasYear || namesMonth(a) && namesMonth(b) ? .agree : .oneMissing
        }
    }

    /// How like the parties are side by side, or all together where the act is mutual; nil where they differ.
    ///
    /// - Parameter areRolesTold: whether mutual means mutual; of a noun known by its word alone it only means that nothing
    ///   tells who did it to whom.
    static func parties(_ a: Event, _ b: Event, areRolesTold: Bool = true) -> Parties.Likeness? {
        if !areRolesTold, a.isReciprocal || b.isReciprocal {
            let together = Parties.likeness(a.actors + a.recipients, b.actors + b.recipients)
            return together == .apart ? nil : together
        }
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

    /// Whether two acts name nobody in common on a side that both name.
    static func areApart(_ a: Event, _ b: Event) -> Bool {
        if a.isReciprocal || b.isReciprocal {
            return Parties.likeness(a.actors + a.recipients, b.actors + b.recipients) == .apart
        }
        return Parties.likeness(a.actors, b.actors) == .apart || Parties.likeness(a.recipients, b.recipients) == .apart
    }

    /// How many words two statements of one speaker share, where what is said is the same: four content words or all, three
    /// in four of the shorter and two in five of the longer. One speaker says much about one thing, in other words.
    private static func statements(_ a: Statement, _ b: Statement, _ first: Telling, _ second: Telling) -> Int? {
        guard let speaker = a.speaker, let other = b.speaker, Parties.identical(speaker, other) else { return nil }
        let shared = first.terms.intersection(second.terms).count
        let counts = [first.terms.count, second.terms.count].sorted()
        let isWhole = shared == counts[1] && shared >= 3
        guard isWhole || shared >= 4 && shared * 4 >= counts[0] * 3 && shared * 5 >= counts[1] * 2 else { return nil }
        return shared
    }

    private static func figures(_ a: Figure, _ b: Figure, _ first: Telling, _ second: Telling, _ times: Times) -> Int? {
        guard Numeral.same(a.value, b.value), a.low == b.low, a.high == b.high, a.unit == b.unit else { return nil }
        // Of figures of one date, or of clauses of two texts that tell most the same, one word that both count by is enough.
        let isOne = times == .equal || !isInOneText(first, second) && WordLikeness(first, second) == .strong
        let shared = overlap(first.words, second.words, atLeast: isOne ? 1 : 2)
        return shared >= 0.5 ? Int(shared * 8) : nil
    }

    /// The share of the shorter list of words that is in the other; 0 where fewer words than wanted are, and some are
    /// left over.
    static func overlap(_ a: Set<String>, _ b: Set<String>, atLeast wanted: Int) -> Double {
        let shared = a.intersection(b).count
        guard shared > 0, shared >= wanted || a == b else { return 0 }
        return Double(shared) / Double(min(a.count, b.count))
    }

    private static func states(_ a: StateOfAffairs, _ b: StateOfAffairs, _ first: Telling, _ second: Telling) -> Int? {
        guard a.concept == b.concept else { return nil }
        // Of a relation no codebook names, words of one family or most words of the clause will do.
        let isAlike =
            first.words == second.words || !first.words.isDisjoint(with: second.words)
            || a.concept.isEmpty
                && (!first.relations.isDisjoint(with: second.relations) || WordLikeness(first, second) >= .strong)
        guard isAlike || first.isPlainRelation else { return nil }
        let subject = Parties.likeness(a.subject, b.subject, by: Parties.identical)
        let object = Parties.likeness(a.object, b.object, by: Parties.identical)
        guard subject >= .overlapping, object >= .overlapping else { return nil }
        if a.object.isEmpty, first.words != second.words { return nil }
        return (subject == .equal ? 4 : 0) + (object == .equal ? 4 : 0)
    }

    /// Whether what one tells as fact and the other denies can be one thing: only where nothing else differs. What is
    /// planned or supposed is never put together with what happened.
    static func stances(_ a: Telling, _ b: Telling, _ times: Times) -> Bool {
        if a.stance == b.stance { return true }
        // "Thirty were to be trained", "thirty were trained": the number is one.
        if a.report.kind == .figure { return a.stance != .refuted && b.stance != .refuted }
        guard a.stance != .open, b.stance != .open else {
            // One text tells first what is to come and then that it came, or the other way round.
            return a.stance != .refuted && b.stance != .refuted && a.act?.basis == .word && isInOneText(a, b)
        }
        switch (a.report.content, b.report.content) {
        case (.event(let first), .event(let second)):
            // What somebody denies one text tells of with it, and need not date again.
            let isDenial = isInOneText(a, b) && [a, b].contains { $0.report.modality == .denied }
            return (times.rawValue >= Times.agree.rawValue || isDenial) && isSameAct(a, b)
                && parties(first, second) == .equal
        case (.state(let first), .state(let second)):
            return (times.rawValue >= Times.agree.rawValue || times == .bothMissing)
                && Parties.likeness(first.subject, second.subject, by: Parties.identical) == .equal
                && Parties.likeness(first.object, second.object, by: Parties.identical) == .equal
                && a.words == b.words
        default: return false
        }
    }
}

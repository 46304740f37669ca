import ChanceryCore

/// What speaks for and against two tellings being of one event, as readable features; a linear model weighs them
/// (``PairModel``).
struct EventPair {
    /// The features, each a number about 0 to 1; what they are learnt from says `Scripts/train_pairs.py`.
    enum Feature: String, CaseIterable {
        /// The recipients are one, or one acts for the other.
        case recipients
        /// All who take part are the same, whatever their roles.
        case sameParties = "same-parties"
        case sameType = "same-type"
        case otherType = "other-type"
        /// Type, actors and recipients are all the same.
        case whole
        /// The dates agree; 1 where both name the same day or month.
        case date
        /// One has no exact date, and the same is told with several.
        case repeated
        /// The weight of the words they share, as a share of both, and of the shorter.
        case words
        case shorterWords = "shorter-words"
        /// The weight of the rarest word they share.
        case rarest
        case noWord = "no-word"
        case noWordInText = "no-word-in-text"
        /// Words that can tell of one act, or concepts that do.
        case act
        case otherAct = "other-act"
        /// What the rules say that know no words of the whole text (``EventLikeness``): that they are one, or that they cannot be.
        case ruledOne = "ruled-one"
        case ruledApart = "ruled-apart"
        /// What two texts tell as a whole.
        case texts
        /// What two texts tell round them, and how far apart in their texts they stand.
        case surroundings
        case distance
        /// Places and numbers: 1 the same, -1 different ones.
        case place
        case numbers
        /// Both say that the same did not happen.
        case bothDenied = "both-denied"
        /// The clauses lie in one another.
        case nested
        /// Only one tells of something done together.
        case jointAlone = "joint-alone"
    }

    /// The values, in the order of ``Feature/allCases``.
    private(set) var values = [Double](repeating: 0, count: Feature.allCases.count)

    private let a: EventTelling
    private let b: EventTelling
    private let times: Likeness.Times
    private let actors: PartyProfile.Nearness?
    private let recipients: PartyProfile.Nearness?
    private let isMatched: Bool
    /// What the rules say.
    private let ruling: Likeness.Judgement

    /// Compares two tellings; nil where something rules out that they are of one event.
    ///
    /// - Parameter times: How their dates stand to each other.
    init?(_ a: EventTelling, _ b: EventTelling, _ times: Likeness.Times) {
        guard times != .apart, Likeness.canBeOneStance(a.telling, b.telling, times), !Self.isNumberedApart(a, b) else {
            return nil
        }
        let roles = Roles(a, b)
        guard !roles.isCrossed else { return nil }
        (self.a, self.b, self.times) = (a, b, times)
        (actors, recipients, isMatched) = (roles.actors, roles.recipients, roles.isInOrder)
        ruling = Likeness.judge(a.telling, b.telling)
        guard !partiesContradict, !isCountedApart else { return nil }
        let words = BlockWords.overlap(a.words, b.words)
        if inOneText, isApartInText(words) { return nil }
        // What comes again and again is one event only at one time, or in the same words.
        let isUntimed = times.rawValue < Likeness.Times.agree.rawValue
        if isUntimed, !inOneText, sharesGeneralWordsAlone, isRepeated || !isWhole || a.telling.act?.isDeed != true {
            return nil
        }
        if isUntimed, !inOneText, isRepeated, isRecurring, words.part < 0.6 { return nil }
        if a.matter.type != b.matter.type, words.rarest < 0.5 { return nil }
        fill(words)
    }

    // MARK: What rules it out

    private var inOneText: Bool { Likeness.isInOneText(a.telling, b.telling) }

    private var isRecurring: Bool { a.telling.act?.isRecurring == true || b.telling.act?.isRecurring == true }

    /// Whether no concept is known and all that the words have in common is one for many sorts of act: "support", "attack".
    private var sharesGeneralWordsAlone: Bool {
        guard a.telling.act?.basis == .terms || b.telling.act?.basis == .terms else { return false }
        return a.words.allSatisfy { word in
            word.isGeneral || !b.words.contains { $0.id == word.id || $0.isForm(of: word) || $0.isKin(to: word) }
        }
    }

    /// Whether both name the same who did it to the same, and of one type.
    private var isWhole: Bool { a.matter.type == b.matter.type && actors == .same && recipients == .same }

    /// Whether what both tell of is one matter as far as type and parties go: of one type, done by the same, or
    /// who acts for the same, to the same. Where one leaves out a side, the other side tells.
    var isOfOneMatter: Bool {
        guard !inOneText, a.matter.type == b.matter.type, a.telling.stance == b.telling.stance else { return false }
        // What two do with each other the words must not tell as another act; whatever else there is needs words in common.
        let isDone = a.telling.act?.isDone == true && !isOtherConcept
        guard isDone || a.telling.act?.isMutual == true && !isOtherAct else { return false }
        let sides = [actors, recipients].compactMap { $0 }
        return !sides.isEmpty && sides.allSatisfy { $0 >= .official }
    }

    private var isOtherAct: Bool { self[.otherAct] == 1 }

    /// Whether the codebook knows both acts, as acts of two sorts.
    private var isOtherConcept: Bool {
        isOtherAct && a.telling.act?.basis == .concept && b.telling.act?.basis == .concept
    }

    private var isRepeated: Bool { a.isRepeated || b.isRepeated }

    /// Whether those who take part rule it out. Accounts may differ about who did a deed to one and the same at one time.
    private var partiesContradict: Bool {
        if recipients?.contradicts == true { return true }
        if isCrowd { return true }
        guard actors?.contradicts == true else { return false }
        if case .like = ruling { return false }
        let isDeed = a.matter.type == b.matter.type && a.telling.act?.isDeed == true
        return !isDeed || (recipients ?? .unknown) < .state || times.rawValue < Likeness.Times.agree.rawValue
    }

    /// Whether one tells of a state and the other of people of it who do not act for it, as those who did it.
    private var isCrowd: Bool {
        guard isMatched, let actors, actors < .same else { return false }
        func isCrowd(_ one: PartyProfile, _ other: PartyProfile) -> Bool {
            one.isState && other.isDescribed && !other.isOfficial
        }
        return a.actors.contains { mine in b.actors.contains { isCrowd(mine, $0) || isCrowd($0, mine) } }
    }

    /// Whether one text gives two numbers, or two spans of time: then it tells of two things.
    private var isCountedApart: Bool {
        if inOneText, let one = a.telling.date, let other = b.telling.date, one != other,
            [one, other].allSatisfy({ $0.intervalStart != nil && $0.intervalEnd != nil })
        {
            return true
        }
        return inOneText && !a.telling.counts.isEmpty && !b.telling.counts.isEmpty
            && a.telling.counts.isDisjoint(with: b.telling.counts)
    }

    /// Whether each tells which of several it is, and not the same.
    private static func isNumberedApart(_ a: EventTelling, _ b: EventTelling) -> Bool {
        let (mine, theirs) = (a.telling.ordinals, b.telling.ordinals)
        return !mine.isEmpty && !theirs.isEmpty && mine.isDisjoint(with: theirs)
    }

    /// Whether one text, which tells its events in order, tells of two.
    private func isApartInText(_ words: BlockWords.Overlap) -> Bool {
        if times == .agree, words.part < 0.6 { return true }
        if a.matter.type != b.matter.type { return true }
        return isMatched && !a.recipients.isEmpty && !b.recipients.isEmpty && (recipients ?? .unknown) < .sameState
    }

    // MARK: What speaks for it and against

    private subscript(_ feature: Feature) -> Double {
        get { values[Self.place[feature] ?? 0] }
        set { values[Self.place[feature] ?? 0] = newValue }
    }

    private static let place = Dictionary(
        uniqueKeysWithValues: Feature.allCases.enumerated().map { ($0.element, $0.offset) })

    private mutating func fill(_ words: BlockWords.Overlap) {
        self[.recipients] =
            switch recipients {
            case .same: 1
            case .state, .official: 0.7
            case .sameState: 0.3
            default: 0
            }
        let isSameType = a.matter.type == b.matter.type
        self[.sameParties] = a.matter.parties == b.matter.parties && !a.matter.parties.isEmpty ? 1 : 0
        self[.sameType] = isSameType ? 1 : 0
        self[.otherType] = isSameType ? 0 : 1
        self[.whole] = isWhole ? 1 : 0
        self[.date] =
            switch times {
            case .equal: [.day, .month].contains(a.telling.date?.precision) ? 1 : 0.7
            case .agree: 0.7
            default: 0
            }
        self[.repeated] = times != .equal && isRepeated ? 1 : 0
        self[.words] = words.share
        self[.shorterWords] = words.part
        self[.rarest] = words.rarest
        // Of a telling without words nothing is known.
        let sharesNone = words.rarest == 0 && !a.words.isEmpty && !b.words.isEmpty
        self[.noWord] = sharesNone ? 1 : 0
        self[.noWordInText] = inOneText && sharesNone ? 1 : 0
        switch ruling {
        case .like: self[.ruledOne] = 1
        case .apart: self[.ruledApart] = 1
        case .open: break
        }
        fillActs()
        if !inOneText {
            self[.texts] = a.text.likeness(to: b.text)
            self[.surroundings] = BlockWords.overlap(a.surrounding, b.surrounding).share
            self[.distance] = abs(a.place - b.place)
        }
        if let here = a.event.place, let there = b.event.place {
            let names = [here, there].map { ContentWords.words($0.name) }
            self[.place] = names[0].isDisjoint(with: names[1]) ? -1 : 1
        }
        let (mine, theirs) = (a.telling.counts, b.telling.counts)
        if !mine.isEmpty, !theirs.isEmpty { self[.numbers] = mine.isDisjoint(with: theirs) ? -1 : 1 }
        self[.bothDenied] = a.telling.stance == .refuted && b.telling.stance == .refuted && isSameType ? 1 : 0
        self[.nested] = inOneText && a.telling.report.span.overlaps(b.telling.report.span) ? 1 : 0
        self[.jointAlone] = a.isJoint != b.isJoint && !isRecurring ? 1 : 0
    }

    /// Words that tell of one act, and the codebook's concepts where both are known.
    private mutating func fillActs() {
        let shared = a.actWords.filter { word in b.actWords.contains { $0.id == word.id || $0.isKin(to: word) } }
        var act = shared.map(\.weight).max() ?? 0
        var isOther = shared.isEmpty && !a.actWords.isEmpty && !b.actWords.isEmpty
        if let one = a.telling.act, let other = b.telling.act, one.basis == .concept, other.basis == .concept {
            switch one.nearness(to: other) {
            case .same: (act, isOther) = (max(act, 0.8), false)
            case .sameFamily: (act, isOther) = (max(act, 0.6), false)
            default: isOther = act == 0
            }
        }
        self[.act] = act
        self[.otherAct] = isOther ? 1 : 0
    }
}

extension EventPair {
    /// Who of one telling is who of the other.
    struct Roles {
        var actors: PartyProfile.Nearness?
        var recipients: PartyProfile.Nearness?
        /// Whether actors were held against actors and recipients against recipients.
        var isInOrder = false
        /// Whether each names one side only, not the same one, and somebody else.
        var isCrossed = false

        init(_ a: EventTelling, _ b: EventTelling) {
            if a.isJoint || b.isJoint {
                matchTogether(a.all, b.all)
                return
            }
            let sides = (
                PartyProfile.nearness(a.actors, b.actors), PartyProfile.nearness(a.recipients, b.recipients)
            )
            if sides.0 == nil, sides.1 == nil {
                let all = PartyProfile.nearness(a.all, b.all)
                isCrossed = all.map { $0 < .state } ?? false
                return
            }
            (actors, recipients, isInOrder) = (sides.0, sides.1, true)
            // Of what two do with each other either may be told as doing it.
            guard a.matter.type == b.matter.type, a.telling.act?.isMutual == true,
                sides.0?.contradicts == true || sides.1?.contradicts == true,
                let turned = PartyProfile.nearness(a.actors, b.recipients), turned > .unknown,
                let other = PartyProfile.nearness(a.recipients, b.actors), other > .unknown
            else { return }
            (actors, recipients, isInOrder) = (turned, other, false)
        }

        /// Matches all who take part, those of the shorter list each with the nearest of the longer.
        private mutating func matchTogether(_ a: [PartyProfile], _ b: [PartyProfile]) {
            guard !a.isEmpty, !b.isEmpty else { return }
            let (short, long) = a.count <= b.count ? (a, b) : (b, a)
            let nearest = short.compactMap { PartyProfile.nearness([$0], long) }.sorted(by: >)
            actors = nearest.first
            recipients = nearest.dropFirst().first
            // A lone party that is nobody of the other list.
            if nearest.count == 1, actors?.contradicts == true { isCrossed = true }
        }
    }
}

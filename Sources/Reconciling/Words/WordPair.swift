import ChanceryCore

/// What speaks for and against two tellings being of one act that are known by their words alone, as readable features; a linear
/// model weighs them (``PairModel``).
struct WordPair {
    /// The features; what they are learnt from says `Scripts/train_word_pairs.py`.
    enum Feature: String, CaseIterable {
        /// One stem; words of one family or one beginning; how alike the words are letter by letter.
        case sameStem = "same-stem"
        case kin, letters
        /// How alike the texts are, and whether they are of one group, from the widest to the narrowest.
        case texts
        case wideGroup = "wide-group"
        case group
        case narrowGroup = "narrow-group"
        /// How alike the clauses are, and what stands round them.
        case clause, round
        /// The rarest word of both clauses.
        case rarest
        /// The words that name who takes part: what part of the shorter is shared; whether both name and share none.
        case names
        case otherNames = "other-names"
        case numbers
        case otherNumbers = "other-numbers"
        case sameText = "same-text"
        /// How often the two texts tell with these words: the more, the more acts they may be.
        case timesTold = "times-told"
        /// How many texts of the group tell with the rarer of the two words, as a number and as a share.
        case groupTexts = "group-texts"
        case groupShare = "group-share"
        case narrowTexts = "narrow-texts"
        case narrowShare = "narrow-share"
        case headlines
        case saying, carrying, definite
        case sameDate = "same-date"
        case otherDate = "other-date"
        /// What the rules say (``EventLikeness``): that they are one, or that they cannot be.
        case ruledOne = "ruled-one"
        case ruledApart = "ruled-apart"
        /// One points back to the other in its text (``InTextReferences``).
        case pointsBack = "points-back"
        /// The texts were published within days, or months apart.
        case sameDays = "same-days"
        case monthsApart = "months-apart"
        // What counts more or less beside another.
        case clauseOfGroup = "clause*group"
        case roundOfGroup = "round*group"
        case stemInGroup = "same-stem*group"
        case stemAndClause = "same-stem*clause"
        case kinAndClause = "kin*clause"
        case stemInText = "same-stem*same-text"
        case kinInText = "kin*same-text"
        case stemAndTexts = "same-stem*texts"
        case kinAndTexts = "kin*texts"
        case carryingStem = "same-stem*carrying"
        case sayingStem = "same-stem*saying"
        case kinInGroup = "kin*group-texts"
        case stemAndNames = "same-stem*names"
        case stemOtherNames = "same-stem*other-names"
        case kinOtherNames = "kin*other-names"
        case kinLetters = "kin*letters"
        case ruledOneInText = "ruled-one*same-text"
        case ruledApartInText = "ruled-apart*same-text"
        case sayingInText = "saying*same-text"
        case namesInText = "names*same-text"
        case otherNamesInText = "other-names*same-text"
        case clauseInText = "clause*same-text"
        case timesToldInText = "times-told*same-text"
        case textsShare = "texts*group-share"
    }

    /// The values, in the order of ``Feature/allCases``.
    private(set) var values = [Double](repeating: 0, count: Feature.allCases.count)

    private static let place = Dictionary(
        uniqueKeysWithValues: Feature.allCases.enumerated().map { ($0.element, $0.offset) })

    private subscript(_ feature: Feature) -> Double {
        get { values[Self.place[feature] ?? 0] }
        set { values[Self.place[feature] ?? 0] = newValue }
    }

    /// How alike clauses must be for acts told by words that have nothing in common.
    private static let leastClause = 0.15

    /// In how many days news of one act follow one another, and in how many hardly any come any more.
    private static let (fewDays, manyDays) = (4, 90.0)

    /// Compares two tellings; nil where nothing at all speaks for their being of one act.
    init?(_ a: WordTelling, _ b: WordTelling, in block: WordBlock) {
        let isSame = a.stem == b.stem
        let isKin =
            !a.families.isDisjoint(with: b.families)
            || a.stem.utf8.count >= 4 && b.stem.utf8.count >= 4
                && a.stem.utf8.prefix(5).elementsEqual(b.stem.utf8.prefix(5))
        let letters = 2 * Double(a.runs.intersection(b.runs).count) / Double(a.runs.count + b.runs.count)
        let clause = a.clauseWords.likeness(to: b.clauseWords)
        guard isSame || isKin || letters > 0.5 || clause >= Self.leastClause else { return nil }
        self[.sameStem] = isSame ? 1 : 0
        self[.kin] = isKin ? 1 : 0
        self[.letters] = letters
        self[.clause] = clause
        fillTexts(a, b, block)
        fillDetails(a, b)
        fillTogether()
    }

    private mutating func fillTexts(_ a: WordTelling, _ b: WordTelling, _ block: WordBlock) {
        self[.texts] = block.texts.likeness(a.text, b.text)
        for (feature, groups) in zip([Feature.wideGroup, .group, .narrowGroup], block.texts.groups) {
            self[feature] = groups[a.text] == groups[b.text] ? 1 : 0
        }
        self[.sameText] = a.text == b.text ? 1 : 0
        if a.text != b.text, let days = block.daysBetween(a, b) {
            self[.sameDays] = days <= Self.fewDays ? 1 : 0
            self[.monthsApart] = min(1, Double(days) / Self.manyDays)
        }
        self[.pointsBack] = block.pointsBack(a, b) ? 1 : 0
        self[.timesTold] = Double(block.timesTold(a) + block.timesTold(b))
        self[.groupTexts] = Double(min(block.inGroups.texts(of: a), block.inGroups.texts(of: b)))
        self[.groupShare] = min(block.inGroups.share(of: a), block.inGroups.share(of: b))
        self[.narrowTexts] = Double(min(block.inNarrowGroups.texts(of: a), block.inNarrowGroups.texts(of: b)))
        self[.narrowShare] = min(block.inNarrowGroups.share(of: a), block.inNarrowGroups.share(of: b))
    }

    private mutating func fillDetails(_ a: WordTelling, _ b: WordTelling) {
        self[.round] = a.round.likeness(to: b.round)
        self[.rarest] = a.clause.intersection(b.clause).compactMap { a.weights[$0] }.max() ?? 0
        if !a.names.isEmpty, !b.names.isEmpty {
            let shared = a.names.intersection(b.names).count
            self[.names] = Double(shared) / Double(min(a.names.count, b.names.count))
            self[.otherNames] = shared == 0 ? 1 : 0
        }
        if !a.numbers.isEmpty, !b.numbers.isEmpty {
            self[a.numbers.isDisjoint(with: b.numbers) ? .otherNumbers : .numbers] = 1
        }
        func count(_ isTrue: (WordTelling) -> Bool) -> Double { (isTrue(a) ? 1 : 0) + (isTrue(b) ? 1 : 0) }
        self[.headlines] = count(\.isHeadline)
        self[.saying] = count(\.isSaying)
        self[.carrying] = count(\.isCarrying)
        self[.definite] = count(\.isDefinite)
        switch Likeness.judge(a.telling, b.telling) {
        case .like: self[.ruledOne] = 1
        case .apart: self[.ruledApart] = 1
        case .open: break
        }
        switch Likeness.Times(a.telling.date, b.telling.date) {
        case .equal: self[.sameDate] = 1
        case .apart: self[.otherDate] = 1
        default: break
        }
    }

    private mutating func fillTogether() {
        for (feature, one, other) in Self.products { self[feature] = self[one] * self[other] }
    }

    /// The features that are two others multiplied: their names tell which.
    private static let products = Feature.allCases.compactMap { feature in
        let parts = feature.rawValue.split(separator: "*").compactMap { Feature(rawValue: String($0)) }
        return parts.count == 2 ? (feature, parts[0], parts[1]) : nil
    }
}

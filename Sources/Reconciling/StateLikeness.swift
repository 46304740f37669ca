import ChanceryCore

/// Whether two tellings of what holds are of one state of affairs though they word it differently, or tell it of different days.
struct StateLikeness {
    private let first: Telling
    private let second: Telling
    private let a: StateOfAffairs
    private let b: StateOfAffairs

    init(_ a: StateOfAffairs, _ b: StateOfAffairs, _ first: Telling, _ second: Telling) {
        (self.first, self.second) = (first, second)
        (self.a, self.b) = (a, b)
    }

    /// How far apart the days of one state may lie, in days: whoever tells of it tells of their own day.
    private static let lasting = 400

    /// Whether two states may be one though their dates cannot both be meant: who is in office on one day and on another is one
    /// thing; so is most else within a year, where neither tells when it began or ended.
    static func isLasting(_ a: Telling, _ b: Telling) -> Bool {
        guard case .state = a.report.content, case .state = b.report.content, a.stance == b.stance else { return false }
        if a.isOffice, b.isOffice { return true }
        guard let mine = days(a.date), let theirs = days(b.date) else { return false }
        return max(mine.lowerBound - theirs.upperBound, theirs.lowerBound - mine.upperBound) <= lasting
    }

    /// The numbers of the days that a date may mean; nil where it has none, or tells when something began or ended.
    private static func days(_ date: EDTF?) -> ClosedRange<Int>? {
        guard let date, date.intervalStart == nil, let first = date.bounds.first, let last = date.bounds.last else {
            return nil
        }
        return first.dayNumber...max(first.dayNumber, last.dayNumber)
    }

    /// The score; nil where nothing shows that they are one.
    var score: Int? {
        guard a.concept == b.concept else { return nil }
        return first.isOffice && second.isOffice ? office : other
    }

    /// One person in one office of one body, whatever of its name each gives.
    private var office: Int? {
        guard Parties.likeness(a.subject, b.subject, by: Self.isOnePerson) == .equal,
            Parties.likeness(a.object, b.object) >= .open, Self.part(first.words, second.words) >= 0.6
        else { return nil }
        return 6
    }

    /// What no concept of the codebook names: most of its words, and the same subject.
    private var other: Int? {
        guard first.isUnnamedRelation, first.isOffice == second.isOffice else { return nil }
        if Parties.likeness(a.subject, b.subject) < .overlapping { return isOfOneMatter ? 4 : nil }
        if !first.words.isEmpty, !second.words.isEmpty, first.words.isDisjoint(with: second.words) { return nil }
        let said = [(first, a), (second, b)].map { telling, state in
            telling.words.union(ContentWords.words(state.object.map(\.name).joined(separator: " ")))
        }
        let shared = said[0].intersection(said[1]).count
        let share = Double(shared) / Double(said[0].count * said[1].count).squareRoot()
        return shared >= 2 && share >= 0.45 ? 4 : nil
    }

    /// "Their dispute over the dam", "the parties to the dispute over the dam": people whom each describes in its own words, and one
    /// thing that both name.
    private var isOfOneMatter: Bool {
        guard (a.subject + b.subject).allSatisfy({ $0.kind == .group }), !a.object.isEmpty, !b.object.isEmpty,
            !first.words.isDisjoint(with: second.words)
        else { return false }
        return Parties.likeness(a.object, b.object) == .equal
            && a.object.allSatisfy { $0.kind != .person && $0.kind != .state }
    }

    /// The share of the shorter list of words that is in the other.
    private static func part(_ a: Set<String>, _ b: Set<String>) -> Double {
        Double(a.intersection(b).count) / Double(max(1, min(a.count, b.count)))
    }

    /// Whether two names are of one person: the same, or the surname alone, small words of names aside.
    private static func isOnePerson(_ a: Participant, _ b: Participant) -> Bool {
        if Parties.identical(a, b) { return true }
        if !a.code.isEmpty, !b.code.isEmpty, a.code != b.code { return false }
        let names = [a, b].map { NameFolding.fold($0.name).split { $0 == " " || $0 == "-" } }
        let (short, long) = names[0].count < names[1].count ? (names[0], names[1]) : (names[1], names[0])
        return short == long || short.count == 1 && long.count > 1 && short.last == long.last
    }
}

import ChanceryCore

/// Tellings that are of one event because each account tells no other of its kind: one type, one doer, one that it was done to, one
/// month. What words they use says nothing against it: "Oskan tanks rolled into Tarn" and "Osk crushed the uprising there".
///
/// Event data are cleaned of double reports so: of one day only one event of a type between two parties is counted, the one-a-day filter
/// (Schrodt and Van Brackle, "Automated Coding of Political Event Data", 2013). Here a month is enough where neither account tells of
/// two; what is said again and again needs the words.
struct SoleTellings {
    private let tellings: [EventTelling]
    /// For each telling those of each other text it can be one with by what it tells of, and when.
    private var fitting: [Int: [String: Set<Int>]] = [:]

    /// How likely such tellings are of one event: not so surely that a third telling that both are unlike is taken in with them.
    static let likelihood = 0.9

    init(_ tellings: [EventTelling]) { self.tellings = tellings }

    /// Takes in a pair that nothing rules out.
    mutating func add(_ one: Int, _ other: Int, _ pair: EventPair) {
        guard pair.isOfOneMatter, isDatedAlike(one, other) else { return }
        fitting[one, default: [:]][text(other), default: []].insert(other)
        fitting[other, default: [:]][text(one), default: []].insert(one)
    }

    /// The pairs of tellings that are of one event, the first before the second, in order.
    ///
    /// - Parameter alike: the pairs that what was learnt puts together: tellings of one text among them are of one event anyway.
    func pairs(alike: Set<[Int]> = []) -> [(one: Int, other: Int)] {
        fitting.keys.sorted().flatMap { one in
            (fitting[one] ?? [:]).values.flatMap { others -> [Int] in
                guard areOne(others, alike) else { return [] }
                return others.filter { $0 > one && areOne(fitting[$0]?[text(one)] ?? [], alike) }
            }.sorted().map { (one, $0) }
        }
    }

    /// Whether the tellings of a text are of one event: there is one of them, or it tells it again in the same words.
    private func areOne(_ tellings: Set<Int>, _ alike: Set<[Int]>) -> Bool {
        guard tellings.count > 1 else { return tellings.count == 1 }
        guard tellings.count <= Self.retold else { return false }
        let numbers = tellings.sorted()
        return numbers.indices.allSatisfy { place in
            numbers[(place + 1)...].allSatisfy { alike.contains([numbers[place], $0]) }
        }
    }

    /// How often one text tells one event at most.
    private static let retold = 6

    private func text(_ telling: Int) -> String { tellings[telling].telling.report.documentHash }

    /// Whether both name the month, or one the month of the year that the other names.
    private func isDatedAlike(_ one: Int, _ other: Int) -> Bool {
        let dates = [one, other].map { tellings[$0].telling.date }
        guard Likeness.Times(dates[0], dates[1]).rawValue >= Likeness.Times.agree.rawValue else { return false }
        return dates.contains { [.day, .month].contains($0?.precision) }
            && dates.allSatisfy { [.day, .month, .year].contains($0?.precision) && $0?.hasYear == true }
    }
}

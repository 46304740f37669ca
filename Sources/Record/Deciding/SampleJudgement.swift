package import ChanceryCore

/// A sample of events that people judge against the words, and what follows from their judgements: how many are right,
/// within which bounds, and how far two judges agree. What a paper on event data has to report.
///
/// A sample is its name: the same dossier gives the same items. Judgements are kept as notes among the decisions; they
/// change nothing of the record.
package struct Sample: Hashable, Sendable {
    /// How many items are drawn.
    package var size: Int
    /// What the draw begins from.
    package var seed: String

    /// Makes a sample.
    package init(size: Int, seed: String) {
        self.size = size
        self.seed = seed
    }

    /// Reads a name; nil of another note's.
    package init?(name: String) {
        let parts = name.split(separator: " ")
        guard parts.count == 3, parts[0] == "sample", let size = Int(parts[1]), size > 0 else { return nil }
        self.init(size: size, seed: String(parts[2]))
    }

    /// The name under which its judgements are kept: `sample 100 20261130T101500`.
    package var name: String { "sample \(size) \(seed)" }

    /// The items drawn among the ids of all: the first by a hash of seed and id, which no order of adding moves.
    package func drawn(from ids: [String]) -> [String] {
        Array(ids.map { (Digest.sha256("\(seed)|\($0)"), $0) }.sorted { $0.0 < $1.0 }.prefix(size).map(\.1))
    }
}

/// What is wrong with an item, by one judge; nothing where all is right.
package struct Judgement: Hashable, Sendable {
    /// The parts that can be wrong.
    package enum Part: String, Hashable, Sendable, CaseIterable { case all, type, parties, date, modality }

    /// The report.
    package var report: String
    /// Who judged.
    package var judge: String
    /// What is wrong.
    package var wrong: Set<Part>

    /// Makes a judgement.
    package init(report: String, judge: String, wrong: Set<Part>) {
        self.report = report
        self.judge = judge
        self.wrong = wrong
    }

    /// Reads a decision that judges an item of a sample; nil of another.
    package init?(_ decision: Decision, of sample: Sample) {
        guard decision.ruling == .note, decision.name == sample.name, let report = decision.reports.first?.report else {
            return nil
        }
        let parts = decision.value.split(separator: " ").compactMap { Part(rawValue: String($0)) }
        self.init(report: report, judge: decision.author, wrong: Set(parts))
    }

    /// How it is kept: `right`, or the parts that are wrong.
    package var value: String {
        wrong.isEmpty ? "right" : Part.allCases.filter(wrong.contains).map(\.rawValue).joined(separator: " ")
    }
}

/// What the judgements of a sample come to.
package struct SampleResult: Hashable, Sendable, Encodable {
    /// How many of some items are right.
    package struct Row: Hashable, Sendable, Encodable {
        /// What is counted: `all`, a PLOVER type, or a part.
        package var label: String
        /// How many judgements there are.
        package var judged: Int
        /// How many of them find it right.
        package var right: Int
        /// The bounds within which the share lies with 95 %: Wilson's score interval (Wilson 1927), which holds for few
        /// items and for shares near 0 and 1.
        package var low: Double
        package var high: Double

        /// The share that is right.
        package var share: Double { judged == 0 ? 0 : Double(right) / Double(judged) }

        init(_ label: String, judged: Int, right: Int) {
            self.label = label
            self.judged = judged
            self.right = right
            (low, high) = Self.wilson(right, of: judged)
        }

        private static func wilson(_ right: Int, of judged: Int) -> (Double, Double) {
            guard judged > 0 else { return (0, 1) }
            let (n, p, z) = (Double(judged), Double(right) / Double(judged), 1.959964)
            let middle = (p + z * z / (2 * n)) / (1 + z * z / n)
            let reach = z / (1 + z * z / n) * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
            return (max(0, middle - reach), min(1, middle + reach))
        }
    }

    /// All of it, then by type, then by part.
    package var rows: [Row]
    /// How many items two judged.
    package var judgedTwice = 0
    /// The share of these on which both agree that all is right, or that it is not; nil where none was judged twice.
    package var agreement: Double?
    /// The same above what chance gives: Cohen's kappa (Cohen 1960); nil where it is not defined.
    package var kappa: Double?

    private enum CodingKeys: String, CodingKey {
        case rows, judgedTwice = "judged_twice", agreement, kappa
    }

    /// Counts judgements.
    ///
    /// - Parameter types: the PLOVER type of each report.
    package init(_ judgements: [Judgement], types: [String: String]) {
        func row(_ label: String, _ some: [Judgement], _ isRight: (Judgement) -> Bool) -> Row {
            Row(label, judged: some.count, right: some.count(where: isRight))
        }
        rows = [row("all", judgements) { $0.wrong.isEmpty }]
        let byType = Dictionary(grouping: judgements) { types[$0.report] ?? "" }
        rows += byType.sorted { $0.key < $1.key }.map { type, some in row(type, some) { $0.wrong.isEmpty } }
        for part in Judgement.Part.allCases where part != .all {
            rows.append(row(part.rawValue, judgements) { $0.wrong.isDisjoint(with: [part, .all]) })
        }
        let pairs = Dictionary(grouping: judgements, by: \.report).values.compactMap { some -> (Bool, Bool)? in
            let sorted = some.sorted { $0.judge < $1.judge }
            guard let first = sorted.first, let second = sorted.first(where: { $0.judge != first.judge }) else {
                return nil
            }
            return (first.wrong.isEmpty, second.wrong.isEmpty)
        }
        judgedTwice = pairs.count
        guard !pairs.isEmpty else { return }
        let n = Double(pairs.count)
        let same = Double(pairs.count { $0.0 == $0.1 }) / n
        let (a, b) = (Double(pairs.count(where: \.0)) / n, Double(pairs.count(where: \.1)) / n)
        let chance = a * b + (1 - a) * (1 - b)
        agreement = same
        kappa = chance < 1 ? (same - chance) / (1 - chance) : nil
    }
}

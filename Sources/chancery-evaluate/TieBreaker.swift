import Foundation

/// A linear model over features a person can review, which speaks where the rules are unsure.
///
/// It gives each label a log probability. The rules' answer gets a bonus by the step of the backoff it was found at, in
/// the same unit; the label with the highest sum is the answer. So the rules decide, unless the words speak against them
/// by more than the step is worth.
struct TieBreaker: Sendable {
    /// A line of the weights that cannot be read.
    struct BadLine: Error, CustomStringConvertible {
        let description: String
    }

    /// An answer, and the features that tipped it where it is not the rules'.
    struct Verdict {
        var label: String
        /// The features with the widest difference between the answer and the rules', widest first: `verb=rebuff 1.20`.
        var reasons: [String]
    }

    /// How many features an explanation names.
    private static let named = 5

    let labels: [String]
    private let bonus: [String: Double]
    private let weights: [String: [Double]]

    /// Reads weights: `feature <tab> LABEL:weight …`, one feature a line; `#` opens a comment.
    ///
    /// `step:NAME <tab> *:BONUS` tells what a step of the rules is worth.
    /// - Throws: ``BadLine`` naming the line at fault.
    init(_ text: String) throws {
        var found: [String: [String: Double]] = [:]
        var bonus: [String: Double] = [:]
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.isEmpty || line.hasPrefix("#") { continue }
            let fields = line.split(separator: "\t")
            guard fields.count == 2 else {
                throw BadLine(
                    description: "tiebreaker.tsv:\(number + 1): expected a feature, a tab and weights; found \(line)")
            }
            for pair in fields[1].split(separator: " ") {
                let parts = pair.split(separator: ":")
                guard parts.count == 2, let weight = Double(parts[1]) else {
                    throw BadLine(
                        description: "tiebreaker.tsv:\(number + 1): expected LABEL:weight, found \(pair)")
                }
                if parts[0] == "*" {
                    bonus[fields[0].replacingOccurrences(of: "step:", with: "")] = weight
                } else {
                    found[String(fields[0]), default: [:]][String(parts[0])] = weight
                }
            }
        }
        let labels = Set(found.values.flatMap(\.keys)).sorted()
        self.labels = labels
        self.bonus = bonus
        weights = found.mapValues { row in labels.map { row[$0] ?? 0 } }
    }

    /// The weights that come with the program.
    static func standard() throws -> TieBreaker { try TieBreaker(EvaluationResource.text("tiebreaker.tsv")) }

    /// The log probability of each label.
    func scores(_ features: [String: Double]) -> [Double] {
        var sums = weights["bias"] ?? labels.map { _ in 0 }
        // In order of names, so that sums round alike in every run.
        for (name, value) in features.sorted(by: { $0.key < $1.key }) {
            guard let row = weights[name] else { continue }
            for place in sums.indices { sums[place] += value * row[place] }
        }
        let peak = sums.max() ?? 0
        let total = peak + log(sums.reduce(0) { $0 + exp($1 - peak) })
        return sums.map { $0 - total }
    }

    /// Decides between the rules' answer and the model's.
    func decide(_ choice: RelationChooser.Choice, _ features: [String: Double]) -> Verdict {
        var sums = scores(features)
        guard let own = labels.firstIndex(of: choice.label) else { return Verdict(label: choice.label, reasons: []) }
        sums[own] += bonus[choice.step.rawValue] ?? 0
        guard let best = sums.indices.max(by: { sums[$0] < sums[$1] }), best != own else {
            return Verdict(label: choice.label, reasons: [])
        }
        let tipped = features.compactMap { name, value in
            weights[name].map { (name: name, gain: value * ($0[best] - $0[own])) }
        }
        let widest = tipped.filter { $0.gain > 0 }.sorted { ($0.gain, $1.name) > ($1.gain, $0.name) }
        return Verdict(
            label: labels[best],
            reasons: widest.prefix(Self.named).map { "\($0.name) \(String(format: "%.2f", $0.gain))" })
    }
}

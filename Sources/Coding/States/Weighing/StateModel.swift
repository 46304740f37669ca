import ChanceryCore
import Foundation

/// What was learnt of what holds: whether a word tells it, and whether the line that is read from it is right.
struct StateModel: Sendable {
    /// Log odds that a state is told, and that its subject, relation and object are right too.
    let table: LinearModel

    /// The probabilities from which a line is told: that a state is told, and that the line is right as well.
    private let least: Double
    private let leastRight: Double

    init(table: LinearModel) {
        self.table = table
        least = Double(table.settings["least"] ?? 1)
        leastRight = Double(table.settings["least-right"] ?? 0)
    }

    /// Whether a line is told.
    func isTold(_ verdict: Verdict) -> Bool { verdict.state >= least && verdict.whole >= leastRight }

    /// The program's own.
    ///
    /// - Throws: what the file's reading throws, with the line at fault.
    static func standard() throws -> StateModel {
        let file = ModuleResources.folder("states").appendingPathComponent("weights.tsv")
        return StateModel(
            table: try LinearTable(text: String(contentsOf: file, encoding: .utf8), file: file.path))
    }

    /// What the sums of a word's weights come to.
    struct Verdict {
        /// The probability that the word tells what holds.
        let state: Double
        /// The probability that the line is right.
        let whole: Double

        init(_ sums: SIMD2<Float>) {
            func logistic(_ odds: Float) -> Double { 1 / (1 + exp(-Double(odds))) }
            (state, whole) = (logistic(sums[0]), logistic(sums[1]))
        }
    }
}

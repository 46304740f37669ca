import ChanceryCore
import Foundation

/// How likely two tellings are of one event, by what speaks for and against it: a logistic regression with a weight of a fixed
/// sign for each feature. `Scripts/train_pairs.py` learns the weights of `pair-weights.tsv`, and `Scripts/train_word_pairs.py` those
/// of `word-pair-weights.tsv`, whose heads say from what.
struct PairModel: Sendable {
    /// Clusters are joined while the mean likelihood of their pairs is at least this.
    let threshold: Double
    private let constant: Double
    private let weights: [Double]

    /// Reads the weights.
    ///
    /// - Throws: `ResourceFolder.Missing` where the file is not there, ``WordListError`` for a line that is no weight of a feature
    ///   or a weight that is missing.
    init<Feature: CaseIterable & RawRepresentable<String>>(of features: Feature.Type, in file: String) throws {
        try self.init(
            lines: ModuleResources.lines(file), features: features.allCases.map(\.rawValue),
            file: ModuleResources.path(file))
    }

    /// Makes a model from the lines of a file of weights.
    init(lines: [String], features: [String], file: String) throws(WordListError) {
        var values: [String: Double] = [:]
        for line in lines {
            let parts = line.split(separator: "\t").map(String.init)
            guard parts.count == 2, let value = Double(parts[1]), value.isFinite else {
                throw .noWeight(line, in: file)
            }
            values[parts[0]] = value
        }
        func value(_ name: String) throws(WordListError) -> Double {
            guard let value = values[name] else { throw .missingWeight(name, in: file) }
            return value
        }
        threshold = try value("threshold")
        constant = try value("constant")
        var weights: [Double] = []
        for feature in features { weights.append(try value(feature)) }
        self.weights = weights
    }

    /// The likelihood, from 0 to 1.
    ///
    /// - Parameter values: of the features, in their order.
    func likelihood(_ values: [Double]) -> Double {
        1 / (1 + exp(-zip(weights, values).reduce(constant) { $0 + $1.0 * $1.1 }))
    }
}

import ChanceryCore
import Coding
import Foundation

/// What the codebook's concepts are in the fifteen labels of the relations benchmark, from `labels.tsv`.
struct LabelTable: Sendable {
    /// A line of the table that cannot be read.
    struct BadLine: Error, CustomStringConvertible {
        let description: String
    }

    private let labels: [String: String]
    /// The label where nothing in the sentence tells.
    let fallback: String

    /// Reads a table: concept or type, modality or `*`, label; tab-separated, `#` opens a comment.
    ///
    /// - Throws: ``BadLine`` naming the line at fault.
    init(_ text: String) throws {
        var labels: [String: String] = [:]
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.isEmpty || line.hasPrefix("#") { continue }
            let fields = line.split(separator: "\t").map(String.init)
            guard fields.count == 3 else {
                throw BadLine(description: "labels.tsv:\(number + 1): expected three fields, found \(fields.count)")
            }
            labels[fields[0] + "\t" + fields[1]] = fields[2]
        }
        self.labels = labels
        fallback = labels["default\t*"] ?? "SUPPORT"
    }

    /// The table that comes with the program.
    static func standard() throws -> LabelTable {
        try LabelTable(EvaluationResource.text("labels.tsv"))
    }

    /// The label of an act: the concept's own line for the modality, the type's, then those for any modality.
    func label(_ concept: Codebook.Concept, _ modality: Modality) -> String {
        for key in [
            "\(concept.name)\t\(modality.rawValue)", "\(concept.name)\t*", "\(concept.type)\t\(modality.rawValue)",
            "\(concept.type)\t*",
        ] {
            if let label = labels[key] { return label }
        }
        return concept.type
    }
}

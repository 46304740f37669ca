import ChanceryCore
import Foundation

/// Reads the files of this module's `Resources` folder.
enum EvaluationResources {
    private static let folder = ResourceFolder(module: "chancery-evaluate")

    /// A resource's text, such as that of `labels.tsv`.
    static func text(_ name: String) throws -> String { String(decoding: try folder.data(name), as: UTF8.self) }
}

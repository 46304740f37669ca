import ChanceryCore
import Foundation

/// A line of a file of `Resources/figures` that is no comment and not empty.
struct FigureResourceLine: Sendable {
    /// The line's number, from 1.
    var number: Int
    var text: String

    /// The words of the line.
    var words: [String] { text.pieces(partedBy: " ").map(String.init) }

    /// The lines of a file.
    ///
    /// - Throws: an error of the file system.
    static func all(of name: String) throws -> [FigureResourceLine] {
        let text = String(decoding: try ModuleResources.data("figures/\(name)"), as: UTF8.self)
        return text.pieces(partedBy: "\n", keepsEmpty: true).enumerated()
            .map { FigureResourceLine(number: $0.offset + 1, text: String($0.element)) }
            .filter { !$0.text.isEmpty && !$0.text.hasPrefix("#") }
    }
}

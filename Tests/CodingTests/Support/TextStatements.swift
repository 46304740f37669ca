import ChanceryCore
import Coding

/// The statements a text is coded as, in short lines.
enum TextStatements {
    /// Every statement as `speaker | cue | content`, in the order of contents.
    static func lines(_ text: String) throws -> [String] {
        try reports(text).map { "\($0.statement.speaker?.name ?? "-") | \($0.statement.cue) | \($0.content)" }
    }

    /// Every statement with its report and its words.
    static func reports(_ text: String) throws -> [(report: Report, statement: Statement, content: String)] {
        let map = OffsetMap(text)
        return try TextEvents.reports(text).compactMap { report in
            guard case .statement(let statement) = report.content else { return nil }
            return (report, statement, map.text(statement.contentSpan) ?? "")
        }
    }
}

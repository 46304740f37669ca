package import ChanceryCore
package import DossierStore

extension ReportItem {
    /// The words of a range that lies in the report's own; empty where it does not.
    package func words(_ span: CodePointSpan) -> String {
        guard report.span.contains(span) else { return "" }
        let scalars = words.unicodeScalars
        guard
            let start = scalars.index(
                scalars.startIndex, offsetBy: span.start - report.span.start, limitedBy: scalars.endIndex),
            let end = scalars.index(start, offsetBy: span.count, limitedBy: scalars.endIndex)
        else { return "" }
        return String(scalars[start..<end])
    }
}

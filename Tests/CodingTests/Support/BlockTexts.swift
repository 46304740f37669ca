import ChanceryCore
import Coding
import Intake
import TestSupport

/// What a text of several paragraphs is coded as, its structure found by intake.
enum BlockTexts {
    static func document(
        _ text: String, format: DocumentFormat = .plainText, publishedOn: String? = nil
    ) throws -> Document {
        try DocumentBuilder().document(
            named: "text", text: text, format: format, given: DocumentMetadata(publishedOn: publishedOn))
    }

    static func reports(
        _ text: String, format: DocumentFormat = .plainText, publishedOn: String? = nil
    ) throws -> [Report] {
        let document = try document(text, format: format, publishedOn: publishedOn)
        let coder = try TestModel.ruleCoder()
        return coder.code(document, annotations: coder.annotate(document, with: try TestModel.model()))
    }

    /// Every statement as `speaker | content`.
    static func statements(_ text: String, format: DocumentFormat = .plainText) throws -> [String] {
        let map = OffsetMap(text)
        return try reports(text, format: format).compactMap { report in
            guard case .statement(let statement) = report.content else { return nil }
            return "\(statement.speaker?.name ?? "-") | \(map.text(statement.contentSpan) ?? "")"
        }
    }

    /// Every event as `actors > recipients | concept | modality | chain`.
    static func events(_ text: String, format: DocumentFormat = .plainText) throws -> [String] {
        try reports(text, format: format).compactMap { report in
            guard case .event(let event) = report.content else { return nil }
            let chain = report.attribution.map(\.source).joined(separator: ", ")
            return "\(event.sides) | \(event.concept) | \(report.modality.rawValue) | \(chain)"
        }
    }
}

import ChanceryCore
import Coding
import TestSupport

/// What a text of one paragraph is coded as, with the program's own data and the language model.
enum TextEvents {
    /// Every report of a text.
    static func reports(
        _ text: String, publishedOn: String? = nil, corrections: EntityCorrections = .none
    ) throws -> [Report] {
        let standard = try TestModel.ruleCoder()
        let coder = corrections == .none ? standard : standard.with(corrections)
        let document = Document(
            name: "text", text: text, metadata: DocumentMetadata(publishedOn: publishedOn),
            blocks: [Block(kind: .paragraph, span: ByteSpan(0, text.utf8.count))])
        return coder.code(document, annotations: coder.annotate(document, with: try TestModel.model()))
    }

    /// Every event of a text with its modality.
    static func events(
        _ text: String, publishedOn: String? = nil, corrections: EntityCorrections = .none
    ) throws -> [(event: Event, modality: Modality)] {
        try reports(text, publishedOn: publishedOn, corrections: corrections).compactMap { report in
            guard case .event(let event) = report.content else { return nil }
            return (event, report.modality)
        }
    }
}

extension Event {
    /// The two sides as "actors > recipients".
    var sides: String {
        [actors, recipients].map { $0.map(\.name).joined(separator: ", ") }.joined(separator: " > ")
    }
}

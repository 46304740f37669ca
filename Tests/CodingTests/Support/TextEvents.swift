import ChanceryCore
import Coding
import TestSupport

/// What a text is coded as, each line a paragraph, with the program's own data and the language model.
enum TextEvents {
    /// Every report of a text.
    static func reports(
        _ text: String, publishedOn: String? = nil, corrections: EntityCorrections = .none
    ) throws -> [Report] {
        let standard = try TestModel.ruleCoder()
        let coder = corrections == .none ? standard : standard.with(corrections)
        var start = 0
        let blocks = text.split(separator: "\n", omittingEmptySubsequences: false).compactMap { line -> Block? in
            defer { start += line.utf8.count + 1 }
            return line.isEmpty ? nil : Block(kind: .paragraph, span: ByteSpan(start, start + line.utf8.count))
        }
        let document = Document(
            name: "text", text: text, metadata: DocumentMetadata(publishedOn: publishedOn), blocks: blocks)
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

import ChanceryCore
import Foundation

/// One line of JSON Lines as the contract has it.
struct JSONDocument: Sendable {
    var id: String
    var text: String
    var metadata: DocumentMetadata

    /// Reads a line.
    ///
    /// - Throws: `malformedLine`, `notUTF8`, `empty`, each naming the line.
    init(_ bytes: [UInt8], place: String, line: Int) throws(IntakeError) {
        if let bad = UTF8Check.firstInvalid(bytes[...]) {
            throw IntakeError.notText(place, encoding: "UTF-8", line: line, byteOffset: bad)
        }
        // Such records are short, and few texts are.
        if bytes.count < 4096, case let record = String(decoding: bytes, as: UTF8.self),
            JSONLine.kind(of: record) == FaultLine.kind
        {
            throw IntakeError(
                .earlierFault, place: place, line: line, record: record,
                "the record of a fault of an earlier filter, and no document")
        }
        let fields: Fields
        do {
            fields = try JSONDecoder().decode(Fields.self, from: Data(bytes))
        } catch let error as DecodingError {
            throw IntakeError.malformedLine(place, line: line, Self.fault(error))
        } catch {
            throw IntakeError.malformedLine(place, line: line, "not a JSON object")
        }
        guard !fields.id.isEmpty else { throw IntakeError.malformedLine(place, line: line, "\"id\" is empty") }
        if let nul = fields.text.utf8.firstIndex(of: 0) {
            let offset = fields.text.utf8.distance(from: fields.text.utf8.startIndex, to: nul)
            throw IntakeError.binary(place, line: line, byteOffset: offset)
        }
        let source = SourceText(fields.text)
        guard !source.trimmed(ByteSpan(0, source.bytes.count)).isEmpty else {
            throw IntakeError.empty(place, line: line)
        }
        if let date = fields.metadata.publishedOn, !EDTFDate.isPlausible(date) {
            throw IntakeError.malformedLine(
                place, line: line, "\"published_on\" is no EDTF date (2024-03-09, 2024-03, 2024)")
        }
        id = fields.id
        text = fields.text
        metadata = fields.metadata
    }

    private struct Fields: Decodable {
        var id: String
        var text: String
        var metadata: DocumentMetadata

        enum CodingKeys: String, CodingKey { case id, text }

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: CodingKeys.self)
            if let number = try? values.decode(Int.self, forKey: .id) {
                id = String(number)
            } else {
                id = try values.decode(String.self, forKey: .id)
            }
            text = try values.decode(String.self, forKey: .text)
            metadata = try DocumentMetadata(from: decoder)
        }
    }

    /// The fault in words, without the document's own.
    private static func fault(_ error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, _): "\"\(key.stringValue)\" is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            context.codingPath.isEmpty
                ? "not a JSON object" : "\"\(context.codingPath[0].stringValue)\" has the wrong type"
        case .dataCorrupted: "not valid JSON"
        @unknown default: "not valid JSON"
        }
    }
}

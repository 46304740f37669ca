import ChanceryCore
import Foundation

/// One line of JSON Lines as the contract has it.
struct JSONDocument: Sendable {
    var id: String
    var text: String
    var metadata: DocumentMetadata
    /// Optional fields whose value is none; the document is read without them.
    var leftOut: [IntakeError] = []

    /// Reads a line. An optional field that is empty or null is as if absent.
    ///
    /// - Throws: `malformedLine`, `notUTF8`, `binary`, `empty`, each naming the line.
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
        if let control = TextControls.firstForbidden(in: fields.text) {
            throw IntakeError.binary(place, line: line, byteOffset: control)
        }
        let source = SourceText(fields.text)
        guard !source.trimmed(ByteSpan(0, source.bytes.count)).isEmpty else {
            throw IntakeError.empty(place, line: line)
        }
        id = fields.id
        text = fields.text
        metadata = fields.metadata
        for name in fields.mistyped { leftOut.append(.leftOutField(place, line: line, name, "has the wrong type")) }
        if let date = metadata.publishedOn {
            metadata.publishedOn = EDTFDate.value(date)
            if metadata.publishedOn == nil {
                leftOut.append(
                    .leftOutField(
                        place, line: line, "published_on", "is no EDTF date (2024-03-09, 2024-03, 2024)"))
            }
        }
        if let tag = metadata.language {
            metadata.language = Self.languageTag(tag)
            if metadata.language == nil {
                leftOut.append(.leftOutField(place, line: line, "language", "is no tag of a language (en, pt-BR)"))
            }
        }
    }

    /// Whether a file's first line is one of these, whatever the file's name.
    static func isLine(_ head: [UInt8]) -> Bool {
        let line = head.prefix { $0 != 0x0A }
        guard line.count < head.count else { return false }
        return (try? JSONDecoder().decode(Fields.self, from: Data(line))) != nil
    }

    /// A BCP 47 tag, also where it is written with an underscore; nil where the value is none.
    private static func languageTag(_ value: String) -> String? {
        let parts = value.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "-" || $0 == "_" })
        guard let first = parts.first, (2...3).contains(first.count), first.allSatisfy({ $0.isASCII && $0.isLetter }),
            parts.allSatisfy({
                (1...8).contains($0.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
            })
        else { return nil }
        return ([first.lowercased()] + parts.dropFirst().map(String.init)).joined(separator: "-")
    }

    private struct Fields: Decodable {
        var id: String
        var text: String
        var metadata: DocumentMetadata
        /// Optional fields of another type than the contract's.
        var mistyped: [String] = []

        enum CodingKeys: String, CodingKey {
            case id, text, title, authors, publisher, publishedOn = "published_on", url, via, language
        }

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: CodingKeys.self)
            if let number = try? values.decode(Int.self, forKey: .id) {
                id = String(number)
            } else {
                id = try values.decode(String.self, forKey: .id)
            }
            text = try values.decode(String.self, forKey: .text)
            var mistyped: [String] = []
            func string(_ key: CodingKeys) -> String? {
                guard values.contains(key), (try? values.decodeNil(forKey: key)) != true else { return nil }
                // A year is often written as a number.
                if key == .publishedOn, let year = try? values.decode(Int.self, forKey: key) { return String(year) }
                guard let value = try? values.decode(String.self, forKey: key) else {
                    mistyped.append(key.rawValue)
                    return nil
                }
                let words = value.trimmingCharacters(in: .whitespacesAndNewlines)
                return words.isEmpty ? nil : words
            }
            metadata = DocumentMetadata(
                title: string(.title), publisher: string(.publisher), publishedOn: string(.publishedOn),
                url: string(.url), via: string(.via), language: string(.language))
            if let several = try? values.decode([String?].self, forKey: .authors) {
                metadata.authors = several.compactMap { $0?.trimmingCharacters(in: .whitespacesAndNewlines) }
                    .filter { !$0.isEmpty }
            } else if let one = string(.authors) {
                metadata.authors = [one]
            }
            self.mistyped = mistyped
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

import Foundation

/// Writes and reads one JSON object a line, always the same bytes for the same value.
public enum JSONLine {
    /// The value as one line without its line end; keys are sorted, so equal values give equal bytes.
    ///
    /// Characters that would steer a terminal are escaped (``TextSafety``), whatever document they come from: this is the
    /// one writer of JSON, so what is printed, exported, stored and hashed has the same bytes.
    public static func encode(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return TextSafety.escaped(json: String(decoding: try encoder.encode(value), as: UTF8.self))
    }

    /// A report as one line; the bytes are those that any encodable value gets, see ``encode(_:)``.
    public static func encode(_ report: Report) throws -> String { try text(report) }

    /// A document's line; the bytes are those that any encodable value gets, see ``encode(_:)``.
    public static func encode(_ line: DocumentLine) throws -> String { try text(line) }

    private static func text(_ value: some JSONWritable) throws -> String {
        var text = JSONText()
        try value.write(to: &text)
        return TextSafety.escaped(json: String(decoding: text.bytes, as: UTF8.self))
    }

    /// Reads a value from one line.
    public static func decode<Value: Decodable>(_ type: Value.Type, from line: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(line.utf8))
    }

    /// Reads values from lines. One call of the decoder for all: its start costs more than a line.
    public static func decodeAll<Value: Decodable>(_ type: Value.Type, from lines: [String]) throws -> [Value] {
        try decode([Value].self, from: "[" + lines.joined(separator: ",") + "]")
    }
}

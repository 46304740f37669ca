import ChanceryCore

/// The forms a view is printed in.
enum ViewFormat: String, CaseIterable, Sendable {
    case text, markdown, json
}

/// Sets JSON so that people and line tools can read it: an array with one object a line.
enum JSONForm {
    /// The values as a JSON array; ends in a line end.
    static func text(_ values: [some Encodable & Sendable]) throws -> String {
        guard !values.isEmpty else { return "[]\n" }
        return "[\n" + (try values.map { try JSONLine.encode($0) }).joined(separator: ",\n") + "\n]\n"
    }
}

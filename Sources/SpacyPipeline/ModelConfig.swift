/// The settings of a model folder's `config.cfg`, as text by section and key.
///
/// The format is thinc's dialect of INI: `[a.b.c]` opens a section, `key = value` sets one value, whose text
/// is JSON; a value may go on over indented lines. References such as `${nlp.lang}` stay as they stand: no
/// setting this runtime reads is one.
struct ModelConfig: Sendable {
    private var sections: [String: [String: String]] = [:]

    /// Reads the settings of a `config.cfg`.
    init(_ text: String) {
        var section = ""
        var key = ""
        for line in text.split(whereSeparator: \.isNewline) {
            let isContinued = line.first?.isWhitespace ?? false
            let trimmed = ModelConfig.trim(line)
            if trimmed.isEmpty || trimmed.hasPrefix("#") || trimmed.hasPrefix(";") { continue }
            if isContinued, !key.isEmpty {
                sections[section]?[key]?.append(" " + trimmed)
            } else if trimmed.hasPrefix("["), trimmed.hasSuffix("]") {
                section = String(trimmed.dropFirst().dropLast())
                sections[section] = sections[section] ?? [:]
                key = ""
            } else if let equals = trimmed.firstIndex(of: "=") {
                key = ModelConfig.trim(trimmed[..<equals])
                sections[section]?[key] = ModelConfig.trim(trimmed[trimmed.index(after: equals)...])
            }
        }
    }

    /// Whether the section is there.
    func has(_ section: String) -> Bool {
        sections[section] != nil
    }

    /// The text of a value, without the quotation marks of a JSON string.
    func value(_ section: String, _ key: String) -> String? {
        guard let raw = sections[section]?[key] else { return nil }
        if raw.count >= 2, raw.hasPrefix("\""), raw.hasSuffix("\"") { return String(raw.dropFirst().dropLast()) }
        return raw
    }

    /// The names in a JSON list of plain strings, e.g. `["tagger","parser"]`.
    func list(_ section: String, _ key: String) -> [String]? {
        guard let raw = sections[section]?[key], raw.hasPrefix("["), raw.hasSuffix("]") else { return nil }
        return raw.dropFirst().dropLast().split(separator: ",").map { item in
            let name = ModelConfig.trim(item)
            return name.hasPrefix("\"") ? String(name.dropFirst().dropLast()) : name
        }
    }

    private static func trim(_ text: Substring) -> String {
        var rest = text
        while rest.first?.isWhitespace ?? false { rest.removeFirst() }
        while rest.last?.isWhitespace ?? false { rest.removeLast() }
        return String(rest)
    }

    private static func trim(_ text: String) -> String {
        trim(text[...])
    }
}

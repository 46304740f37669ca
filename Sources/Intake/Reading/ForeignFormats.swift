import ChanceryCore

/// The formats that are recognised and not read; see `formats.txt`.
struct ForeignFormats: Hashable, Sendable {
    /// One of them.
    struct Format: Hashable, Sendable {
        let name: String
        /// What a user can do with such a file.
        let advice: String
        fileprivate let extensions: Set<String>
        fileprivate let signatures: [Signature]
    }

    fileprivate enum Signature: Hashable, Sendable {
        case bytes([UInt8])
        case zip([UInt8])
        case shape(TextShape)
    }

    private let formats: [Format]
    /// Extensions and names of files that a folder has beside its texts.
    private let quiet: Set<String>

    init(resource: String) throws(IntakeError) {
        var formats: [Format] = []
        var quiet: Set<String> = []
        for line in try ModuleResources.lines(resource) {
            let fields = line.text.split(separator: " | ", maxSplits: 3).map(String.init)
            guard fields.count == 4 else {
                throw IntakeError.brokenResource(
                    resource, line: line.number, "a format is `name | extensions | signatures | what to do`")
            }
            let extensions = Set(fields[1].split(separator: " ").map(String.init)).subtracting(["-"])
            if fields[0] == "quietly" {
                quiet.formUnion(extensions)
                continue
            }
            var signatures: [Signature] = []
            for part in fields[2].split(separator: " ") where part != "-" {
                guard let signature = Self.signature(part) else {
                    throw IntakeError.brokenResource(resource, line: line.number, "'\(part)' is no signature")
                }
                signatures.append(signature)
            }
            formats.append(
                Format(name: fields[0], advice: fields[3], extensions: extensions, signatures: signatures))
        }
        self.formats = formats
        self.quiet = quiet
    }

    /// The format of a file's name.
    func format(named name: String) -> Format? {
        guard let ending = Self.ending(name) else { return nil }
        return formats.first { $0.extensions.contains(ending) }
    }

    /// The format that a file's bytes show.
    ///
    /// - Parameters:
    ///   - head: the file's first bytes, a few thousand of them.
    ///   - shape: what the text of these bytes looks like; nil where only signatures are asked for.
    func format(of head: [UInt8], shape: TextShape?) -> Format? {
        formats.first { format in
            format.signatures.contains { signature in
                switch signature {
                case .bytes(let bytes): head.starts(with: bytes)
                case .zip(let words): head.starts(with: [0x50, 0x4B, 3, 4]) && Self.contains(head, words)
                case .shape(let wanted): wanted == shape
                }
            }
        }
    }

    /// Whether a file of this name is passed over without a word: what pages and desktops leave in folders.
    func isQuiet(_ name: String) -> Bool {
        quiet.contains(name.lowercased()) || Self.ending(name).map(quiet.contains) == true
    }

    /// A name's extension in lower case.
    static func ending(_ name: String) -> String? {
        guard let dot = name.lastIndex(of: ".") else { return nil }
        return name[name.index(after: dot)...].lowercased()
    }

    private static func signature(_ part: Substring) -> Signature? {
        if part.hasPrefix("shape:") { return TextShape(rawValue: String(part.dropFirst(6))).map { .shape($0) } }
        if part.hasPrefix("zip:") { return .zip(Array(part.dropFirst(4).utf8)) }
        var bytes: [UInt8] = []
        var rest = Array(part.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == 0x5C else {
                bytes.append(byte == 0x5F ? 0x20 : byte)
                continue
            }
            guard let kind = rest.popFirst() else { return nil }
            if kind == 0x5C {
                bytes.append(0x5C)
            } else if kind == 0x78, rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                return nil
            }
        }
        return .bytes(bytes)
    }

    private static func contains(_ bytes: [UInt8], _ words: [UInt8]) -> Bool {
        guard let first = words.first, bytes.count >= words.count else { return false }
        return bytes.indices.dropLast(words.count - 1).contains {
            bytes[$0] == first && bytes[$0..<($0 + words.count)].elementsEqual(words)
        }
    }
}

/// What a text is by its shape, where it is no text to read as prose.
enum TextShape: String, Hashable, Sendable {
    case mail, mailbox, feed, xml, json, commas, tabs
    /// A page; it is read as one.
    case html

    /// The shape of a file's first bytes; nil where they are prose as far as can be told.
    static func of(_ head: [UInt8]) -> TextShape? {
        let bytes = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...]
        // What is not ASCII stands for a letter here.
        let text = String(decoding: bytes.map { $0 < 0x80 ? $0 : 0x78 }, as: UTF8.self)
        let start = text.drop(while: \.isWhitespace)
        if let markup = markup(start) { return markup }
        if isJSON(start) { return .json }
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        if isMailHead(lines.prefix { !$0.isEmpty }) { return text.hasPrefix("From ") ? .mailbox : .mail }
        // The last line of the sample may be cut.
        let rows = (bytes.count < sample ? lines : lines.dropLast()).filter { !$0.isEmpty }.prefix(200)
        if isTable(Array(rows), separator: "\t") { return .tabs }
        return [",", ";"].contains { isTable(Array(rows), separator: $0) } ? .commas : nil
    }

    /// How much of a file is looked at.
    static let sample = 8192

    private static func markup(_ start: Substring) -> TextShape? {
        guard start.first == "<" else { return nil }
        let head = start.prefix(2000).lowercased()
        if head.hasPrefix("<!doctype html") || head.hasPrefix("<html") { return .html }
        guard
            head.hasPrefix("<?xml") || head.hasPrefix("<!doctype") || head.hasPrefix("<rss") || head.hasPrefix("<feed")
        else { return nil }
        for (mark, shape) in [("<html", TextShape.html), ("<rss", .feed), ("<feed", .feed), ("<rdf:rdf", .feed)]
        where head.contains(mark) {
            return shape
        }
        return .xml
    }

    /// Whether a text begins as a JSON object or an array of values: no sentence begins so.
    private static func isJSON(_ start: Substring) -> Bool {
        guard let first = start.first, first == "{" || first == "[" else { return false }
        let rest = start.dropFirst().drop(while: \.isWhitespace)
        guard first == "{" else { return rest.first == "{" || rest.hasPrefix("\"") }
        guard rest.first == "\"" else { return rest.first == "}" && start.count < 10 }
        let key = rest.dropFirst().prefix { $0 != "\"" && !$0.isNewline }
        return rest.dropFirst(key.count + 2).drop(while: \.isWhitespace).first == ":"
    }

    /// Whether the lines before the first empty one are the head of a message that a program has sent: a memorandum names
    /// its sender and reader too, but no address and no way.
    private static func isMailHead(_ lines: ArraySlice<Substring>) -> Bool {
        var fields: Set<String> = []
        var hasAddress = false
        for (place, line) in lines.enumerated() {
            if place > 0, line.first?.isWhitespace == true { continue }
            if place == 0, line.hasPrefix("From "), line.contains("@") {
                fields.insert("received")
                continue
            }
            guard let colon = line.firstIndex(of: ":"), line[..<colon].allSatisfy({ $0.isLetter || $0 == "-" }) else {
                return false
            }
            let name = line[..<colon].lowercased()
            fields.insert(name)
            if ["from", "to", "sender"].contains(name), line.contains("@") { hasAddress = true }
        }
        if fields.count < 2 { return false }
        let ofTransport: Set = ["received", "message-id", "mime-version", "return-path", "delivered-to", "x-mailer"]
        return !fields.isDisjoint(with: ofTransport)
            || fields.contains("from") && hasAddress && !fields.isDisjoint(with: ["to", "date", "subject"])
    }

    /// Whether the lines are rows of a table: all with as many separators, and none followed by a blank as in prose.
    private static func isTable(_ lines: [Substring], separator: Character) -> Bool {
        guard lines.count >= 3 else { return false }
        let counts = lines.map { line in separators(line, separator) }
        guard let first = counts.first, let first, first > 0 else { return false }
        return counts.allSatisfy { $0 == first }
    }

    /// The number of separators outside quotation marks; nil where one is followed by a blank.
    private static func separators(_ line: Substring, _ separator: Character) -> Int? {
        var count = 0
        var isQuoted = false
        var previous: Character?
        for character in line {
            if character == "\"" { isQuoted.toggle() }
            if previous == separator, character == " ", separator != "\t" { return nil }
            previous = isQuoted ? nil : character
            if character == separator, !isQuoted { count += 1 }
        }
        return count
    }
}

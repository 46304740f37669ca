import ChanceryCore

/// What stands for what inside the markup of a text: character references (`references.txt`) and templates
/// (`wikitext.txt`).
struct MarkupWords: Sendable {
    /// One part of what is read in place of a template.
    enum Part: Hashable, Sendable {
        case words(String)
        case parameter(Int)
    }

    private let references: [String: String]
    private let templates: [String: [Part]]
    private let templateOpenings: [(opening: String, parts: [Part])]
    private let hiddenLinks: Set<String>

    init(references: String, wikitext: String) throws(IntakeError) {
        self.references = try Self.references(references)
        var templates: [String: [Part]] = [:]
        var openings: [(opening: String, parts: [Part])] = []
        var hidden: Set<String> = []
        for line in try ModuleResources.lines(wikitext) {
            if line.text.hasPrefix("hidden:") {
                hidden.formUnion(line.text.dropFirst(7).split(separator: " ").map(String.init))
                continue
            }
            guard let equals = line.text.firstRange(of: " =") else {
                throw IntakeError.brokenResource(wikitext, line: line.number, "a template is `name = words`")
            }
            let parts = Self.parts(line.text[equals.upperBound...])
            let name = String(line.text[..<equals.lowerBound])
            if name.hasSuffix("*") {
                openings.append((String(name.dropLast()), parts))
            } else {
                templates[name] = parts
            }
        }
        self.templates = templates
        templateOpenings = openings
        hiddenLinks = hidden
    }

    /// What a template of this name is read as; nil where it is not read.
    func parts(ofTemplate name: String) -> [Part]? {
        templates[name] ?? templateOpenings.first { name.hasPrefix($0.opening) }?.parts
    }

    /// Whether a link into this space of names shows no words of the text; codes of languages lead to other wikis.
    func hidesLink(_ space: String) -> Bool { hiddenLinks.contains(space) }

    /// What a character reference, without its ampersand and semicolon, stands for; nil where it is none.
    func character(_ reference: String) -> String? {
        guard reference.hasPrefix("#") else { return references[reference] }
        let digits = reference.dropFirst()
        let value =
            digits.first.map { $0 == "x" || $0 == "X" } == true
            ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        // A control is no character of a text, and a blank of any sort is one.
        guard let value, let scalar = Unicode.Scalar(value), value >= 0x20, value != 0x7F else { return nil }
        return Self.read(scalar)
    }

    private static func read(_ scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: ""
        default: scalar.properties.isWhitespace ? " " : String(Character(scalar))
        }
    }

    private static func references(_ resource: String) throws(IntakeError) -> [String: String] {
        var found: [String: String] = [:]
        for line in try ModuleResources.lines(resource) {
            let parts = line.text.split(separator: " ")
            let code = parts.last.flatMap { $0.hasPrefix("U+") ? UInt32($0.dropFirst(2), radix: 16) : nil }
            let scalar = code.flatMap(Unicode.Scalar.init) ?? parts.last?.unicodeScalars.first
            guard parts.count == 2, let scalar, code != nil || parts[1].unicodeScalars.count == 1 else {
                throw IntakeError.brokenResource(resource, line: line.number, "a reference is a name and its character")
            }
            found[String(parts[0])] = read(scalar)
        }
        return found
    }

    private static func parts(_ words: Substring) -> [Part] {
        let words = words.drop { $0 == " " }
        var parts: [Part] = []
        var literal = ""
        var rest = words[...]
        while let character = rest.popFirst() {
            guard character == "$", let number = rest.first?.wholeNumberValue, (1...9).contains(number) else {
                literal.append(character)
                continue
            }
            rest.removeFirst()
            if !literal.isEmpty { parts.append(.words(literal)) }
            literal = ""
            parts.append(.parameter(number))
        }
        if !literal.isEmpty { parts.append(.words(literal)) }
        return parts.map { part in
            guard case .words(let words) = part else { return part }
            return .words(words == "_" ? " " : String(words.map { $0 == "_" ? " " : $0 }))
        }
    }
}

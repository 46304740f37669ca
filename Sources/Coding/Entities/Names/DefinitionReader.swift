import ChanceryCore
import Grammar
import SpacyPipeline

/// The names of a text with those it defines itself.
struct DefinedNames: Sendable {
    /// Names that stand by themselves.
    var names: NameLayer
    /// Runs of tokens that may be names, and are neither listed nor defined.
    var unknown: [NameCandidate]
    /// Short names the text defines, acronyms and aliases, with their entity.
    var aliases: [String: Int] = [:]
    var register: EntityRegister
}

/// Reads acronyms and other names the text defines: "Osk Liberation Front (OLF)".
struct DefinitionReader: EntityStage {
    let text: EntityText
    private let listed: ListedNames
    private var found: DefinedNames

    static func read(_ text: EntityText, listed: ListedNames, candidates: NameCandidates) -> DefinedNames {
        var reader = DefinitionReader(text, listed, candidates)
        reader.readAcronyms()
        reader.applyAliases()
        return reader.found
    }

    private init(_ text: EntityText, _ listed: ListedNames, _ candidates: NameCandidates) {
        self.text = text
        self.listed = listed
        found = DefinedNames(
            names: NameLayer(tokens: text.tokens.count), unknown: candidates.unknown, register: listed.register)
        for name in candidates.listed { append(name) }
    }

    private mutating func append(_ name: NameSpan) {
        found.names.append(name)
        found.register.count(name)
    }

    private mutating func readAcronyms() {
        for open in tokens.indices where tokens[open].text == "(" {
            guard open + 2 < tokens.count, tokens[open + 2].text == ")", open > 0 else { continue }
            let short = tokens[open + 1].text
            guard Self.isAcronym(short) else { continue }
            define(short, before: open)
        }
    }

    private static func isAcronym(_ word: String) -> Bool {
        (2...10).contains(word.count) && word.filter(\.isUppercase).count >= 2
            && word.allSatisfy { $0.isLetter || $0 == "." || $0 == "-" || $0.isNumber }
    }

    /// Gives the name before a bracket its acronym.
    private mutating func define(_ short: String, before open: Int) {
        let inBracket = listed.names.first(at: open + 1)
        if let known = found.names.names.last(where: { $0.tokens.upperBound == open && $0.form == .name }) {
            if inBracket != nil || known.tokens.count > 1 || initialsFit(short, text.words(known.tokens)) {
                found.aliases[short] = known.entity
            }
            return
        }
        guard let range = longForm(of: short, before: open) else { return }
        let long = text.words(range)
        let entity: Int
        if let inBracket, sharesWords(found.register.entities[inBracket.entity].name, long) {
            entity = inBracket.entity
        } else {
            let code = NameCode(text: text, listed: listed).code(inside: range)
            entity = found.register.add(DocumentEntity(name: long, code: code, sector: "", kind: .organisation))
        }
        found.aliases[short] = entity
        found.aliases[long] = entity
        found.unknown.removeAll { $0.tokens.overlaps(range) }
        found.names.hide(found.names.names.indices.filter { found.names[$0].tokens.overlaps(range) })
        append(NameSpan(range, entity: entity, in: text))
    }

    /// The words before a bracket whose initials make the acronym, otherwise the name that ends there.
    private func longForm(of short: String, before open: Int) -> Range<Int>? {
        let low = max(text.sentence(open).lowerBound, open - 12)
        var start = open - 1
        while start >= low,
            text.isCapital(start) || parsed.tree.tags[start] == .NNP || word(start, in: lists.insideNames)
        {
            if text.isCapital(start), initialsFit(short, text.words(start..<open)) { return start..<open }
            start -= 1
        }
        return found.unknown.first { $0.tokens.upperBound == open }?.tokens
    }

    private func initialsFit(_ short: String, _ long: String) -> Bool {
        let wanted = short.uppercased().filter { $0.isLetter || $0.isNumber }
        let parts = long.split { $0 == " " || $0 == "-" || $0 == "–" }
        let capitals = String(parts.compactMap { $0.first }.filter { $0.isUppercase || $0.isNumber })
        let all = String(parts.compactMap { $0.first }).uppercased()
        return capitals == wanted || all == wanted
    }

    /// Whether two long names are spellings of one: three words in four begin alike.
    private func sharesWords(_ a: String, _ b: String) -> Bool {
        func stems(_ text: String) -> Set<String> {
            Set(
                text.split { $0 == " " || $0 == "-" }.filter { $0.count > 2 }
                    .map { String($0.lowercased().prefix(5)) })
        }
        let (first, second) = (stems(a), stems(b))
        return 4 * first.intersection(second).count >= 3 * max(1, max(first.count, second.count))
    }

    /// Gives defined short names their meaning wherever they stand.
    private mutating func applyAliases() {
        guard !found.aliases.isEmpty else { return }
        for index in found.names.names.indices {
            let name = found.names[index]
            if let entity = found.aliases[text.words(name.tokens)] { found.names[index].entity = entity }
        }
        var known: Set<Int> = []
        for token in tokens.indices where found.names.at[token].isEmpty {
            guard let entity = found.aliases[tokens[token].text] else { continue }
            known.insert(token)
            append(NameSpan(token..<(token + 1), entity: entity, in: text))
        }
        found.unknown.removeAll { $0.tokens.count == 1 && known.contains($0.tokens.lowerBound) }
    }

    private var lists: NameWords { text.lists.names }
}

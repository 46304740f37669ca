import ChanceryCore

/// A pattern over the words of one whole line, as the resource files write it.
///
/// | element | matches |
/// |---|---|
/// | `word`, `a\|b` | that word, or one of them, whatever its case and the punctuation around it |
/// | `a?`, `a\|b?` | the same, or nothing |
/// | `*`, `+` | any words, at least none or at least one |
/// | `<number>` | a number in digits; also among alternatives, `<number>\|no` |
/// | `<date>` | a date |
/// | `{name}` | one or more words of which the first is capitalised; they are captured |
/// | `{title}` | one or more words; they are captured |
///
/// `"The post {title} appeared first on {name}"` over "The post Osk signs treaty appeared first on Osk.example." captures
/// title "Osk signs treaty" and name "Osk.example".
struct WordPattern: Hashable, Sendable {
    enum Element: Hashable, Sendable {
        case words(Set<String>, isOptional: Bool)
        case any(minimum: Int)
        case number
        case date
        case capture(String, capitalised: Bool)
    }

    /// The name the resource gives the pattern.
    let id: String
    let elements: [Element]
    /// The words one of which a match must begin with; nil where anything can.
    let openings: Set<String>?

    /// Reads a pattern; nil where it has no element.
    init?(id: String, _ source: String) {
        self.id = id
        var elements: [Element] = []
        for part in source.split(separator: " ") {
            switch part {
            case "*": elements.append(.any(minimum: 0))
            case "+": elements.append(.any(minimum: 1))
            case "<number>": elements.append(.number)
            case "<date>": elements.append(.date)
            case "{title}": elements.append(.capture("title", capitalised: false))
            case "{name}": elements.append(.capture("name", capitalised: true))
            default:
                let isOptional = part.last == "?"
                let words = (isOptional ? part.dropLast() : part).split(separator: "|").map { $0.lowercased() }
                elements.append(.words(Set(words), isOptional: isOptional))
            }
        }
        guard !elements.isEmpty else { return nil }
        self.elements = elements
        openings = Self.openings(elements)
    }

    private static func openings(_ elements: [Element]) -> Set<String>? {
        var found: Set<String> = []
        for element in elements {
            guard case .words(let words, let isOptional) = element else { return nil }
            found.formUnion(words)
            if !isOptional { return found }
        }
        return found
    }

    /// What a match found.
    struct Match: Hashable, Sendable {
        /// The captured words, by name.
        var captures: [String: ByteSpan] = [:]
        /// The date, as EDTF.
        var date: String?
    }

    /// Matches all the words, or nil; a capture takes as few words as it can.
    func match(_ words: [Word], months: Months) -> Match? {
        if let openings, let first = words.first, !Self.takes(openings, first) { return nil }
        var failed: Set<Int> = []
        return step(0, 0, words, months, &failed)
    }

    private static func takes(_ allowed: Set<String>, _ word: Word) -> Bool {
        allowed.contains(word.folded) || (allowed.contains("<number>") && isNumber(word))
    }

    static func isNumber(_ word: Word) -> Bool {
        word.folded.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2C || $0 == 0x2E }
    }

    private func step(_ index: Int, _ at: Int, _ words: [Word], _ months: Months, _ failed: inout Set<Int>) -> Match? {
        guard index < elements.count else { return at == words.count ? Match() : nil }
        let key = index * (words.count + 1) + at
        if failed.contains(key) { return nil }
        let found = branch(index, at, words, months, &failed)
        if found == nil { failed.insert(key) }
        return found
    }

    private func branch(_ index: Int, _ at: Int, _ words: [Word], _ months: Months, _ failed: inout Set<Int>) -> Match?
    {
        switch elements[index] {
        case .words(let allowed, let isOptional):
            if at < words.count, Self.takes(allowed, words[at]),
                let match = step(index + 1, at + 1, words, months, &failed)
            {
                return match
            }
            return isOptional ? step(index + 1, at, words, months, &failed) : nil
        case .any(let minimum):
            guard at + minimum <= words.count else { return nil }
            let following = index + 1 < elements.count ? elements[index + 1] : nil
            for next in (at + minimum)...words.count {
                // Nearly all words of a line end here, before a step is taken.
                if case .words(let allowed, isOptional: false)? = following,
                    next == words.count || !Self.takes(allowed, words[next])
                {
                    continue
                }
                if let match = step(index + 1, next, words, months, &failed) { return match }
            }
            return nil
        case .number:
            guard at < words.count, Self.isNumber(words[at]) else { return nil }
            return step(index + 1, at + 1, words, months, &failed)
        case .date:
            guard let date = months.date(in: words, at: at),
                var match = step(index + 1, at + date.count, words, months, &failed)
            else { return nil }
            match.date = date.edtf
            return match
        case .capture(let name, let capitalised):
            // "in the Osk Review" names the Osk Review.
            let at = capitalised && at + 1 < words.count && words[at].folded == "the" ? at + 1 : at
            guard at < words.count, !capitalised || words[at].isCapitalised else { return nil }
            for next in (at + 1)...words.count {
                guard var match = step(index + 1, next, words, months, &failed) else { continue }
                match.captures[name] = words[at].core.union(words[next - 1].core)
                return match
            }
            return nil
        }
    }
}

/// A part of a chunk that became a token: its text, and its norm where an exception states one.
struct TokenPart: Sendable, Hashable {
    let text: String
    let norm: String?
}

/// The rules that split a chunk of a text, as a model's `tokenizer` file states them.
///
/// Method: spaCy's `Tokenizer`: exceptions first, then prefixes and suffixes are taken off in turn until none
/// is left, then URL and infix patterns are tried on the rest.
struct TokenizerRules: Sendable {
    let prefix: Pattern?
    let suffix: Pattern?
    let infix: Pattern?
    let tokenMatch: Pattern?
    let urlMatch: Pattern?
    /// The exceptions by their text.
    let exceptions: [ExactText: [TokenPart]]
    /// The exceptions that affixes may have taken apart, to be put together again.
    private(set) var rejoined: ExceptionTree
    private let longestException: Int

    /// Chunks with more code points than this stay one token: a bound on the time hostile input can take.
    static let longestChunk = 2048

    /// Makes the rules from their parts; `usesHeuristics` is spaCy's `faster_heuristics`.
    init(
        prefix: Pattern? = nil, suffix: Pattern? = nil, infix: Pattern? = nil, tokenMatch: Pattern? = nil,
        urlMatch: Pattern? = nil, exceptions: [ExactText: [TokenPart]] = [:], usesHeuristics: Bool = true,
        rules: LexicalRules = LexicalRules()
    ) {
        self.prefix = prefix
        self.suffix = suffix
        self.infix = infix
        self.tokenMatch = tokenMatch
        self.urlMatch = urlMatch
        self.exceptions = exceptions
        longestException = exceptions.keys.map(\.text.unicodeScalars.count).max() ?? 0
        rejoined = ExceptionTree()
        var tree = ExceptionTree()
        for text in exceptions.keys.map(\.text) {
            let scalars = text.unicodeScalars.map(\.value)
            let all = 0..<scalars.count
            let isAffected =
                !usesHeuristics || text.contains(" ") || prefix?.search(scalars, in: all) != nil
                || infix?.search(scalars, in: all) != nil || suffix?.search(scalars, in: all) != nil
            if isAffected { tree.insert(parts(of: text).map { rules.identity($0.text) }) }
        }
        rejoined = tree
    }

    /// Reads a model's `tokenizer` file.
    init(folder: ModelFolder, rules: LexicalRules) throws(ModelError) {
        let file = "tokenizer"
        let root = try folder.messagePack(file)
        let path = folder.path(file)
        func pattern(_ name: String) throws(ModelError) -> Pattern? {
            guard let value = root[name] else { throw ModelError.damaged(path, "no \(name)") }
            guard let source = value.text else { return nil }
            do {
                return try Pattern(source)
            } catch {
                throw ModelError.unsupported(path, "a \(name) pattern with \(error.reason)")
            }
        }
        guard let pairs = root["exceptions"]?.pairs else { throw ModelError.damaged(path, "no exceptions") }
        var exceptions: [ExactText: [TokenPart]] = [:]
        for (key, value) in pairs {
            guard let text = key.text, let items = value.items else {
                throw ModelError.damaged(path, "a malformed exception")
            }
            var parts: [TokenPart] = []
            for item in items {
                // 65 and 67 are spaCy's numbers of ORTH and NORM.
                let fields = item.pairs ?? []
                guard let orth = fields.first(where: { $0.key.integer == 65 })?.value.text else {
                    throw ModelError.damaged(path, "an exception without text")
                }
                parts.append(TokenPart(text: orth, norm: fields.first { $0.key.integer == 67 }?.value.text))
            }
            exceptions[ExactText(text)] = parts
        }
        var usesHeuristics = true
        if case .bool(let value)? = root["faster_heuristics"] { usesHeuristics = value }
        self.init(
            prefix: try pattern("prefix_search"), suffix: try pattern("suffix_search"),
            infix: try pattern("infix_finditer"), tokenMatch: try pattern("token_match"),
            urlMatch: try pattern("url_match"), exceptions: exceptions, usesHeuristics: usesHeuristics, rules: rules)
    }

    /// Splits a run of white space or of anything else as spaCy's tokenizer does before it puts exceptions
    /// together again.
    func split(_ chunk: String) -> [TokenPart] {
        exceptions[ExactText(chunk)] ?? split(chunk, usesExceptions: true)
    }

    /// The words of a text as the rejoining of exceptions expects them: exceptions themselves switched off.
    private func parts(of text: String) -> [TokenPart] {
        // An exception with a blank inside is rare; its words are split one by one.
        text.split(separator: " ").flatMap { split(String($0), usesExceptions: false) }
    }

    private func split(_ chunk: String, usesExceptions: Bool) -> [TokenPart] {
        let scalars = chunk.unicodeScalars.map(\.value)
        if scalars.count > TokenizerRules.longestChunk { return [TokenPart(text: chunk, norm: nil)] }
        func exception(_ range: Range<Int>) -> [TokenPart]? {
            usesExceptions && range.count <= longestException ? exceptions[ExactText(text(scalars, range))] : nil
        }
        var range = 0..<scalars.count
        var before: [TokenPart] = []
        var after: [TokenPart] = []
        func take(_ part: Range<Int>) -> TokenPart {
            TokenPart(text: text(scalars, part), norm: nil)
        }
        var previous = 0
        while !range.isEmpty, range.count != previous {
            if tokenMatch?.matchesPrefix(scalars, in: range) ?? false { break }
            if exception(range) != nil { break }
            previous = range.count
            let prefixEnd = range.lowerBound + (prefix?.search(scalars, in: range)?.count ?? 0)
            if prefixEnd > range.lowerBound, prefixEnd < range.upperBound,
                exception(prefixEnd..<range.upperBound) != nil
            {
                before.append(take(range.lowerBound..<prefixEnd))
                range = prefixEnd..<range.upperBound
                break
            }
            let rest = prefixEnd..<range.upperBound
            let suffixStart = range.upperBound - (suffix?.search(scalars, in: rest)?.count ?? 0)
            if suffixStart < range.upperBound, suffixStart > range.lowerBound,
                exception(range.lowerBound..<suffixStart) != nil
            {
                after.append(take(suffixStart..<range.upperBound))
                range = range.lowerBound..<suffixStart
                break
            }
            if prefixEnd > range.lowerBound { before.append(take(range.lowerBound..<prefixEnd)) }
            if suffixStart < range.upperBound { after.append(take(suffixStart..<range.upperBound)) }
            range = prefixEnd..<suffixStart
        }
        var result = before
        if let parts = range.isEmpty ? [] : exception(range) {
            result.append(contentsOf: parts)
        } else if tokenMatch?.matchesPrefix(scalars, in: range) ?? false
            || urlMatch?.matchesPrefix(scalars, in: range) ?? false
        {
            result.append(take(range))
        } else {
            for part in splitInfixes(scalars, range) { result.append(take(part)) }
        }
        result.append(contentsOf: after.reversed())
        return result
    }

    private func splitInfixes(_ scalars: [UInt32], _ range: Range<Int>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        for match in infix?.matches(scalars, in: range) ?? [] {
            if match.lowerBound == range.lowerBound { continue }
            if match.lowerBound != start { parts.append(start..<match.lowerBound) }
            if !match.isEmpty { parts.append(match) }
            start = match.upperBound
        }
        if start < range.upperBound { parts.append(start..<range.upperBound) }
        return parts
    }

    private func text(_ scalars: [UInt32], _ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        for scalar in scalars[range] {
            if let scalar = Unicode.Scalar(scalar) { view.append(scalar) }
        }
        return String(view)
    }
}

/// Sequences of forms that are exceptions when they stand together, as a tree by the identity of each form.
struct ExceptionTree: Sendable {
    private var children: [[UInt64: Int]] = [[:]]
    private var isEnd = [false]

    /// Adds a sequence.
    mutating func insert(_ sequence: [UInt64]) {
        guard !sequence.isEmpty else { return }
        var node = 0
        for form in sequence {
            if let next = children[node][form] {
                node = next
            } else {
                children.append([:])
                isEnd.append(false)
                children[node][form] = children.count - 1
                node = children.count - 1
            }
        }
        isEnd[node] = true
    }

    /// Whether a sequence begins with this form.
    func begins(_ form: UInt64) -> Bool {
        children[0][form] != nil
    }

    /// The ends of all sequences that begin at `start`, the shortest first.
    func ends(from start: Int, count: Int, form: (Int) -> UInt64) -> [Int] {
        var node = 0
        var index = start
        var result: [Int] = []
        while index < count, let next = children[node][form(index)] {
            node = next
            index += 1
            if isEnd[node] { result.append(index) }
        }
        return result
    }
}

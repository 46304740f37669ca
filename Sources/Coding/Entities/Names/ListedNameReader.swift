import ChanceryCore
import Grammar
import SpacyPipeline

/// The listed names of a document, and the entities they name.
struct ListedNames: Sendable {
    /// Every listed name, also inside longer ones ("Albanian" in "Albanian Parliament").
    var names: NameLayer
    var register: EntityRegister

    func entity(of name: NameSpan) -> DocumentEntity { register.entities[name.entity] }

    /// Whether a token stands in the listed name of anything but a person.
    func namesNoPerson(at token: Int) -> Bool {
        names.at[token].contains { entity(of: names[$0]).kind != .person }
    }
}

/// Finds every listed name, longest first from the left, and chooses between its readings.
struct ListedNameReader: EntityStage {
    /// Words that begin and end like a listed name.
    struct Match {
        let tokens: Range<Int>
        let span: ByteSpan
        let readings: [NameReading]
    }

    let text: EntityText
    private let evidence: StateEvidence
    /// How often the document tells of each state in names that have one reading only.
    private let counts: [String: Int]
    private var found: ListedNames

    static func read(_ text: EntityText) -> ListedNames {
        let matches = matches(in: text)
        var reader = ListedNameReader(text, matches)
        for match in matches { reader.take(match) }
        return reader.found
    }

    private init(_ text: EntityText, _ matches: [Match]) {
        self.text = text
        evidence = StateEvidence(text, matches: matches)
        let single = matches.filter { $0.readings.count == 1 }
        counts = single.reduce(into: [:]) { $0[text.lexicon.entries[$1.readings[0].entry].code, default: 0] += 1 }
        found = ListedNames(names: NameLayer(tokens: text.tokens.count), register: EntityRegister(text.kept))
    }

    /// Adds what a match names; nothing where the words name nobody.
    private mutating func take(_ match: Match) {
        let entries = lexicon.entries
        // "Minister of Foreign Affairs" is no magazine's.
        let before = match.tokens.lowerBound - 1
        if before >= 0, lower[before] == "of", match.readings.allSatisfy({ entries[$0.entry].sort == .media }) {
            return
        }
        guard let reading = best(match), entries[reading.entry].sort != .nothing, !isOfAnother(reading, match.tokens),
            let entity = entity(of: reading, match.tokens)
        else { return }
        found.names.append(
            NameSpan(
                tokens: match.tokens, head: text.head(of: match.tokens), span: match.span, entity: entity,
                form: reading.form))
    }

    /// The document's entity of a reading: of a capital the state it stood for at the time, of a name that states and
    /// their namesakes share the one told of; nil where the words name a person.
    private mutating func entity(of reading: NameReading, _ range: Range<Int>) -> Int? {
        guard reading.entry < lexicon.correctedFrom else { return found.register.entity(ofEntry: reading.entry) }
        let entry = lexicon.entries[reading.entry]
        if evidence.isPersonsName(range, state: entry) { return nil }
        let written = text.words(range)
        if reading.form == .name,
            let other = evidence.namesake(written, at: range.lowerBound, of: entry, known: found.register)
        {
            return found.register.entity(ofEntry: other)
        }
        if [.capital, .city, .seat].contains(entry.sort),
            let former = evidence.formerState(of: written, at: range.lowerBound, successor: entry.code)
        {
            return found.register.entity(ofEntry: reading.entry, in: former)
        }
        return found.register.entity(ofEntry: reading.entry)
    }

    /// Whether a name that many states' bodies have ("Senate", "Democratic Party") is told of another state here.
    private func isOfAnother(_ reading: NameReading, _ range: Range<Int>) -> Bool {
        let entry = lexicon.entries[reading.entry]
        guard entry.sort == .organisation || entry.sort == .movement, !entry.code.isEmpty,
            text.words(range) != entry.name, range.allSatisfy({ lists.sharedNames.contains(tokens[$0].text) })
        else { return false }
        // A state's adjective or possessive right before tells whose it is.
        for before in [range.lowerBound - 1, range.lowerBound - 2] where before >= 0 {
            if before == range.lowerBound - 2, !word(before + 1, in: text.lists.shared.ownerJoints) { continue }
            for index in found.names.at[before] {
                let code = found.register.entities[found.names[index].entity].code
                if !code.isEmpty { return code != entry.code }
            }
        }
        if range.upperBound + 1 < tokens.count, lower[range.upperBound] == "of",
            let named = lexicon.names.longest(
                in: text.bytes, at: tokens[range.upperBound + 1].start, wordEnd: tokens[range.upperBound + 1].end),
            let state = named.readings.first.map({ lexicon.entries[$0.entry] }), state.sort == .state
        {
            // "the Congress of Osk"
            return state.code != entry.code
        }
        let others = counts.filter { $0.key != entry.code && !$0.key.isEmpty }.values.max() ?? 0
        let own = counts[entry.code] ?? 0
        // "The Liberal Party" of a text about Osk that mentions Canada once.
        return own == 0 && others > 1 || entry.sort == .movement && others > 6 * own
    }

    /// The reading that fits best: the one whose state the document tells of most, otherwise the first listed.
    private func best(_ match: Match) -> NameReading? {
        let isAdjective = parsed.tree.tags[match.tokens.upperBound - 1] == .JJ
        var fitting = match.readings.filter { !isAdjective || $0.form != .plural }
        if fitting.count > 1, let group = fitting.first(where: { lexicon.signs[$0.entry] != nil }) {
            if isSignalled(group.entry, before: fitting) { return group }
            fitting.removeAll { lexicon.signs[$0.entry] != nil }
        }
        let weighed = (fitting.isEmpty ? match.readings : fitting).enumerated().map { place, reading in
            (reading, counts[lexicon.entries[reading.entry].code] ?? 0, place)
        }
        return weighed.max { ($0.1, -$0.2) < ($1.1, -$1.2) }?.0
    }

    /// Whether a word that states have too means a group here: "Indian" where settlers are told of, and nothing of India.
    private func isSignalled(_ group: Int, before readings: [NameReading]) -> Bool {
        guard let signs = lexicon.signs[group] else { return false }
        let isTold = readings.contains {
            let entry = lexicon.entries[$0.entry]
            return entry.sort == .state && (counts[entry.code] ?? 0) > 0
        }
        return !isTold && lower.contains(where: signs.contains)
    }

    private var lists: NameWords { text.lists.names }
}

extension ListedNameReader {
    /// Everything in a text that is written like a listed name, longest first from the left.
    private static func matches(in text: EntityText) -> [Match] {
        var matches: [Match] = []
        var index = 0
        var byte = 0
        while index < text.tokens.count {
            // By field: a token is large.
            let (start, end) = (text.tokens[index].start, text.tokens[index].end)
            byte = max(byte, start)
            guard byte < end else {
                index += 1
                continue
            }
            if let found = text.lexicon.names.longest(in: text.bytes, at: byte, wordEnd: end),
                let last = lastToken(from: index, end: found.end, in: text), isPlausible(index, last, in: text)
            {
                matches.append(
                    Match(tokens: index..<(last + 1), span: ByteSpan(byte, found.end), readings: found.readings))
                byte = found.end
            } else {
                byte = nextPart(of: text.bytes, in: start..<end, after: byte)
            }
            while index < text.tokens.count, byte >= text.tokens[index].end { index += 1 }
        }
        return matches
    }

    /// The next place inside a token at which a name may begin: after a hyphen or dash.
    private static func nextPart(of bytes: [UInt8], in token: Range<Int>, after byte: Int) -> Int {
        var at = byte
        while at < token.upperBound {
            if bytes[at] == 0x2D { return at + 1 }
            if bytes[at] == 0xE2, at + 2 < token.upperBound, bytes[at + 1] == 0x80,
                (0x90...0x95).contains(bytes[at + 2])
            {
                return at + 3
            }
            at += 1
        }
        return token.upperBound
    }

    /// The token in which a match ends; nil where it ends inside a word or crosses a sentence.
    private static func lastToken(from first: Int, end: Int, in text: EntityText) -> Int? {
        let limit = text.sentence(first).upperBound
        var at = first
        while at < limit, text.tokens[at].end < end { at += 1 }
        return at < limit && text.tokens[at].start < end ? at : nil
    }

    /// Whether a dash and a state's adjective follow: "Anglo" of "Anglo-French", but not of "Anglo-Saxon".
    private static func isCombining(_ token: Int, in text: EntityText) -> Bool {
        guard token + 2 < text.tokens.count, text.isDash(token + 1), !text.tokens[token].hasTrailingBlank else {
            return false
        }
        return text.lexicon.names.readings(of: text.tokens[token + 2].text).contains {
            $0.form == .adjective && text.lexicon.entries[$0.entry].sort == .state
        }
    }

    /// Whether words that begin like a name can be one: a single ordinary word at a sentence's start is none.
    private static func isPlausible(_ first: Int, _ last: Int, in text: EntityText) -> Bool {
        guard first == last else { return true }
        let token = text.tokens[first]
        if text.lexicon.combining.contains(token.text) { return isCombining(first, in: text) }
        let isPronounLike = text.lists.names.pronounNames.contains(token.text)
        if token.text.count > 2, token.text.allSatisfy(\.isUppercase), !isPronounLike { return true }
        if [.verb, .aux, .adp, .sconj, .adv, .det, .cconj, .part].contains(text.parsed.tree.classes[first]) {
            return token.text.count > 3 && token.ent != "O" && !token.isSentenceStart
        }
        return !text.lists.names.noNames.contains(token.text) && (token.pos != "PRON" || isPronounLike)
    }
}

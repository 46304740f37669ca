import ChanceryCore
import SpacyPipeline

extension EntityReader {
    /// Finds every listed name, longest first from the left, and chooses between its readings.
    mutating func readListedNames() {
        struct Match {
            let tokens: Range<Int>
            let span: ByteSpan
            let readings: [NameReading]
        }
        var matches: [Match] = []
        var counts: [String: Int] = [:]
        var index = 0
        var byte = 0
        while index < tokens.count {
            let token = tokens[index]
            byte = max(byte, token.start)
            guard byte < token.end else {
                index += 1
                continue
            }
            if let found = lexicon.names.longest(in: bytes, at: byte, wordEnd: token.end),
                let last = lastToken(from: index, end: found.end), isPlausible(index, last)
            {
                matches.append(
                    Match(
                        tokens: index..<(last + 1), span: ByteSpan(byte, found.end), readings: found.readings))
                if found.readings.count == 1 {
                    counts[lexicon.entries[found.readings[0].entry].code, default: 0] += 1
                }
                byte = found.end
            } else {
                byte = nextPart(in: token.start..<token.end, after: byte)
            }
            while index < tokens.count, byte >= tokens[index].end { index += 1 }
        }
        let evidence = evidence(
            of: matches.map { (lexicon.entries[$0.readings[0].entry], $0.readings[0].form, $0.tokens) })
        for match in matches {
            // "Minister of Foreign Affairs" is no magazine's.
            if let before = match.tokens.first.map({ $0 - 1 }), before >= 0, lower[before] == "of",
                match.readings.allSatisfy({ lexicon.entries[$0.entry].sort == .media })
            {
                continue
            }
            guard let reading = best(match.readings, tokens: match.tokens, counts: counts) else { continue }
            guard lexicon.entries[reading.entry].sort != .nothing, !isOfAnother(reading, match.tokens, counts) else {
                continue
            }
            guard let entity = entity(of: reading, match.tokens, told: evidence) else { continue }
            let name = NameSpan(
                tokens: match.tokens, head: head(of: match.tokens), span: match.span, entity: entity,
                form: reading.form)
            for token in match.tokens { listedAt[token].append(listed.count) }
            listed.append(name)
        }
    }

    /// What the document tells of each state besides its bare name: adjectives, its capital, places in it (under the code
    /// and "/place"), its name as a place's; and how often it is named at all (under the code and "/named").
    private func evidence(of matches: [(entry: LexiconEntry, form: NameForm, tokens: Range<Int>)]) -> [String: Int] {
        var evidence: [String: Int] = [:]
        for (entry, form, range) in matches where !entry.code.isEmpty {
            switch entry.sort {
            case .territory, .city: evidence[entry.code + "/place", default: 0] += 1
            case .state:
                evidence[entry.code + "/named", default: 0] += 1
                if form != .name || range.count > 1 || isLocation(range.lowerBound) {
                    evidence[entry.code, default: 0] += 1
                }
            default: evidence[entry.code, default: 0] += 1
            }
        }
        return evidence
    }

    /// The document's entity of a reading: of a capital the state it stood for at the time, of a name that states and
    /// their namesakes share the one told of; nil where the words name a person.
    private mutating func entity(of reading: NameReading, _ range: Range<Int>, told evidence: [String: Int]) -> Int? {
        let entry = lexicon.entries[reading.entry]
        let written = words(range)
        if reading.entry >= lexicon.correctedFrom { return entity(ofEntry: reading.entry) }
        if isPersonsName(range, state: entry, evidence: evidence) { return nil }
        if reading.form == .name,
            let other = namesake(written, at: range.lowerBound, of: entry, evidence: evidence)
        {
            return entity(ofEntry: other)
        }
        if [.capital, .city, .seat].contains(entry.sort),
            let former = formerState(
                of: written, at: range.lowerBound, successor: entry.code,
                told: evidence.filter { $0.key.hasSuffix("/named") }.reduce(into: [:]) {
                    $0[String($1.key.dropLast(6))] = $1.value
                })
        {
            return entity(ofEntry: reading.entry, in: former)
        }
        return entity(ofEntry: reading.entry)
    }

    /// The next place inside a token at which a name may begin: after a hyphen or dash.
    private func nextPart(in token: Range<Int>, after byte: Int) -> Int {
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
    private func lastToken(from first: Int, end: Int) -> Int? {
        let limit = sentence(first).upperBound
        var at = first
        while at < limit, tokens[at].end < end { at += 1 }
        return at < limit && tokens[at].start < end ? at : nil
    }

    /// Whether words that begin like a name can be one: a single ordinary word at a sentence's start is none.
    private func isPlausible(_ first: Int, _ last: Int) -> Bool {
        guard first == last else { return true }
        let token = tokens[first]
        if token.text.count > 2, token.text.allSatisfy(\.isUppercase), token.text != "WHO" { return true }
        if ["VERB", "AUX", "ADP", "SCONJ", "ADV", "DET", "CCONJ", "PART"].contains(token.pos) {
            return token.text.count > 3 && token.ent != "O" && !token.isSentenceStart
        }
        if token.text == "IT" || token.text == "WHO" && lower[first] == token.text { return false }
        if token.pos == "PRON" { return token.text == "US" || token.text == "U.S." || token.text == "WHO" }
        return true
    }

    /// Whether a name that many states' bodies have ("Senate", "Democratic Party") is told of another state here.
    private func isOfAnother(_ reading: NameReading, _ range: Range<Int>, _ counts: [String: Int]) -> Bool {
        let entry = lexicon.entries[reading.entry]
        guard entry.sort == .organisation || entry.sort == .movement, !entry.code.isEmpty, words(range) != entry.name,
            range.allSatisfy({ Self.common.contains(tokens[$0].text) })
        else { return false }
        // A state's adjective or possessive right before tells whose it is.
        for before in [range.lowerBound - 1, range.lowerBound - 2] where before >= 0 {
            if before == range.lowerBound - 2, !["'s", "’s", "the"].contains(lower[before + 1]) { continue }
            for index in listedAt[before] where !entities[listed[index].entity].code.isEmpty {
                return entities[listed[index].entity].code != entry.code
            }
        }
        if range.upperBound + 1 < tokens.count, lower[range.upperBound] == "of",
            let found = lexicon.names.longest(
                in: bytes, at: tokens[range.upperBound + 1].start, wordEnd: tokens[range.upperBound + 1].end),
            let state = found.readings.first.map({ lexicon.entries[$0.entry] }), state.sort == .state
        {
            // "the Congress of Osk"
            return state.code != entry.code
        }
        let others = counts.filter { $0.key != entry.code && !$0.key.isEmpty }.values.max() ?? 0
        return (counts[entry.code] ?? 0) == 0 && others > 1
    }

    /// Words that alone make no name: bodies of many states have them.
    private static let common: Set<String> = [
        "Congress", "Senate", "House", "of", "Representatives", "State", "Department", "Treasury", "Justice", "Defense",
        "Defence", "Foreign", "Office", "Democratic", "Republican", "Labour", "Labor", "Conservative", "Liberal",
        "Socialist", "Party", "Congressional", "Republicans", "Democrats", "Conservatives", "Liberals", "Socialists",
        "National", "Front", "Supreme", "Court", "Commons", "Lords", "Security", "Environmental", "Protection",
        "Agency",
        "Central", "Command", "Homeland", "Federal", "Reserve", "Guard", "Revolutionary", "Guards", "Chancellery",
        "ICE",
        "Greens", "Green", "Rally", "Resistance", "Tigers", "Brotherhood", "Solidarity", "Politburo", "Legislative",
        "Council", "Army",
    ]

    /// The reading that fits best: the one whose state the document tells of most, otherwise the first listed.
    private func best(_ readings: [NameReading], tokens range: Range<Int>, counts: [String: Int]) -> NameReading? {
        let tag = tokens[range.upperBound - 1].tag
        let fitting = readings.filter { reading in
            switch reading.form {
            case .adjective: true
            case .plural: tag != "JJ"
            default: true
            }
        }
        let weighed = (fitting.isEmpty ? readings : fitting).enumerated().map { place, reading in
            (reading, counts[lexicon.entries[reading.entry].code] ?? 0, place)
        }
        return weighed.max { ($0.1, -$0.2) < ($1.1, -$1.2) }?.0
    }
}

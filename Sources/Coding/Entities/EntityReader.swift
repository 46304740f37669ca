import ChanceryCore
import SpacyPipeline

/// Reads who is who in one document, stage by stage; ``EntityIndex`` keeps the result.
///
/// The stages: listed names; names the model or the text's own capitals show; acronyms and aliases the text defines;
/// persons, by a vote of all their mentions; offices; then, sentence by sentence, noun phrases and pronouns.
struct EntityReader {
    let parsed: ParsedDocument
    private let lists: Kept<EntityLexicon>
    var lexicon: EntityLexicon { lists.value }
    let bytes: [UInt8]
    /// Every token's words in lower case.
    let lower: [String]

    var entities: [DocumentEntity] = []
    /// The document's entity of a lexicon entry.
    var entityOfEntry: [Int: Int] = [:]
    /// Names that stand by themselves, in text order, not overlapping.
    var names: [NameSpan] = []
    /// Listed names, also inside longer ones ("Albanian" in "Albanian Parliament").
    var listed: [NameSpan] = []
    /// For each token the names it stands in, as indices into `names`.
    var namesAt: [[Int]]
    /// For each token the listed names it stands in, as indices into `listed`.
    var listedAt: [[Int]]
    /// Runs of tokens that may be names and are in no list.
    var unknown: [Candidate] = []
    /// Short names the document defines: acronyms, aliases.
    var aliases: [String: Int] = [:]
    /// Titles before names, by the name's index.
    var titles: [Int: TitleReading] = [:]
    var offices: [OfficeMention] = []
    /// Whether titles tell a person to be a man or a woman, by name.
    var genders: [String: DocumentEntity.Gender] = [:]
    /// Offices with the names of their holders right after them.
    var officeholders: [Officeholders] = []
    /// What each token's phrase names.
    var phrases: [[Mention]]
    /// For each token whether it stands inside quotation marks.
    var quoted: [Bool]
    /// Pronouns that may as well mean somebody else.
    var unsure: Set<Int> = []
    /// For each sentence the year it tells of, where the text says it.
    let years: [Int?]
    /// The parties told so far, for pronouns and definite descriptions.
    var history = Salience()

    init(_ parsed: ParsedDocument, lexicon: EntityLexicon) {
        self.parsed = parsed
        lists = Kept(lexicon)
        bytes = Array(parsed.document.text.utf8)
        lower = parsed.lowerTexts
        namesAt = Array(repeating: [], count: parsed.tokens.count)
        listedAt = Array(repeating: [], count: parsed.tokens.count)
        phrases = Array(repeating: [], count: parsed.tokens.count)
        quoted = Self.quoted(parsed)
        years = Self.years(of: parsed)
    }

    /// Runs every stage.
    mutating func read() {
        readListedNames()
        officeholders = readOfficeholders()
        readNames()
        readPersons()
        readTitles()
        readPhrases()
    }

    /// Marks what stands inside double quotation marks, block by block; a mark left open ends with its block.
    private static func quoted(_ parsed: ParsedDocument) -> [Bool] {
        var marks = [Bool](repeating: false, count: parsed.tokens.count)
        for sentences in parsed.blockSentences {
            guard let first = sentences.first, let last = sentences.last else { continue }
            var isOpen = false
            for token in parsed.sentences[first].tokens.lowerBound..<parsed.sentences[last].tokens.upperBound {
                let text = parsed.tokens[token].text
                // Most tokens begin with a letter, and text beyond ASCII is slow to compare.
                guard let first = text.utf8.first, first >= 0x80 || first == 0x22 || first == 0x27 || first == 0x60
                else {
                    marks[token] = isOpen
                    continue
                }
                switch text {
                case "“", "„", "«": isOpen = true
                case "”", "»": isOpen = false
                case "\"", "``", "''": isOpen.toggle()
                default: marks[token] = isOpen
                }
            }
        }
        return marks
    }

    var tokens: [Token] { parsed.tokens }

    /// The words of a run of tokens, as the text has them.
    func words(_ range: Range<Int>) -> String {
        let span = parsed.span(range)
        if isPlain(span) { return String(decoding: bytes[span.start..<span.end], as: UTF8.self) }
        return String(decoding: bytes[span.start..<span.end], as: UTF8.self)
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Whether nothing but single blanks parts the words of a span, as far as its bytes tell at once.
    private func isPlain(_ span: ByteSpan) -> Bool {
        var isBlank = true
        for byte in bytes[span.start..<span.end] {
            switch byte {
            case 0x20:
                if isBlank { return false }
                isBlank = true
            case 0x21..<0x7F, 0xC3...0xE0, 0xE4...0xFF, 0x80..<0xC0: isBlank = false
            default: return false
            }
        }
        return !isBlank
    }

    /// The tokens of the sentence a token stands in.
    func sentence(_ token: Int) -> Range<Int> { parsed.sentences[parsed.sentence(of: token)].tokens }

    /// The token of a run that hangs on a token outside it.
    func head(of range: Range<Int>) -> Int {
        for token in range.reversed() where !range.contains(tokens[token].head) || tokens[token].head == token {
            if tokens[token].dep != "case" && tokens[token].dep != "punct" { return token }
        }
        return max(range.lowerBound, range.upperBound - 1)
    }

    func isProper(_ token: Int) -> Bool { tokens[token].tag == "NNP" || tokens[token].tag == "NNPS" }

    func isCapital(_ token: Int) -> Bool {
        guard let first = tokens[token].text.utf8.first else { return false }
        // Unicode is asked of the few words only that do not begin with a plain letter or sign.
        return first < 0x80 ? (0x41...0x5A).contains(first) : tokens[token].text.first?.isUppercase ?? false
    }

    /// The document's entity of a lexicon entry, made when it is first asked for.
    mutating func entity(ofEntry entry: Int) -> Int {
        if let known = entityOfEntry[entry] { return known }
        let listed = lexicon.entries[entry]
        entities.append(
            DocumentEntity(
                name: listed.name, code: listed.code, sector: listed.sector, kind: listed.kind, sort: listed.sort,
                entry: entry))
        entityOfEntry[entry] = entities.count - 1
        return entities.count - 1
    }

    /// The mention of an entity by given words.
    func mention(_ entity: Int, span: ByteSpan, from: ByteSpan? = nil) -> Mention {
        let it = entities[entity]
        return Mention(name: it.name, code: it.code, sector: it.sector, kind: it.kind, span: span, from: from)
    }

    /// The state of a code, as a party.
    func state(_ code: String, sector: String = "", span: ByteSpan, from: ByteSpan? = nil) -> Mention? {
        guard let state = lexicon.state(code) else { return nil }
        return Mention(name: state.name, code: code, sector: sector, kind: .state, span: span, from: from)
    }
}

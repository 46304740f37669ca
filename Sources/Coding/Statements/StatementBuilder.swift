import ChanceryCore
import SpacyPipeline

/// How statements look up who a token names.
struct PartyLookup: Sendable {
    /// Who the noun phrase or pronoun with this head names.
    var participant: @Sendable (_ head: Int) -> Mention?
    /// Whom a modifier names: the state of "Veldanian".
    var modifier: @Sendable (_ token: Int) -> Mention?
    /// Whether a person of a name is called "he" or "she", as far as the text or the name tells.
    var gender: @Sendable (_ name: String) -> Gender? = { _ in nil }

    enum Gender { case male, female }
}

/// Who says something: the head token, the words beside the cue, and a mention where layout gives it.
struct StatementSource: Hashable {
    /// The head of the noun phrase that names the source.
    var head: Int?
    /// The tokens that stand for it beside the cue.
    var tokens: Range<Int>?
    /// A mention made from elsewhere than the head: a turn's label.
    var mention: Mention?
    /// The words of a label, which are no tokens.
    var label: ByteSpan?
}

/// A statement while it is being put together; everything counts tokens.
struct StatementDraft {
    var cue: [Int]
    var cueClass: CueClass
    var source: StatementSource?
    /// Whom layout says it is addressed to: of an answer, the one who asked.
    var hearer: StatementSource?
    var pieces: [Range<Int>]
    var form: Statement.Form = .indirect
    var via: [String] = []
    var finds = false
    var denies = false
    /// Whether the content only names what is talked of, shown or known ("discussed the budget").
    var isTopic = false
    var isNominal = false
    /// Whether the source is named beside the words, as who they are by.
    var isSigned = false
    /// Whether the author announces the words as a rendering of somebody's.
    var isRendered = false
    /// Of an interview's answer, the bytes of the question.
    var question: ByteSpan?
    /// Its place among those with the same content: below zero whoever quotes the teller, above it whom the teller cites.
    var standing = 0
    var rule: String

    /// Whether these are words in quotation marks that the text gives to nobody.
    var isUnnamed: Bool { cue.isEmpty && source == nil && form == .direct }
}

/// Finds the statements of one document, in passes that each add drafts.
///
/// The passes are in extensions: verbs, nouns and adjectives, phrases beside a clause, quotation marks, layout.
struct StatementBuilder {
    let parsed: ParsedDocument
    private let cues: Kept<CueLexicon>
    var lexicon: CueLexicon { cues.value }
    let parties: PartyLookup
    let quotations: [Quotation]
    /// For each token the innermost quotation that holds it.
    let quotationOfToken: [Int?]
    /// Quotations by the byte their opening mark begins at, and by the byte their closing mark ends at.
    private let quotationOpening: [Int: Int]
    private let quotationClosing: [Int: Int]
    /// The quotations of each block that has some.
    private let quotationsOfBlock: [Int: Range<Int>]
    /// Every token's words in lower case.
    let forms: [String]
    /// Every token's base form in lower case, repaired.
    let lemmas: [String]
    var drafts: [StatementDraft] = []

    init(parsed: ParsedDocument, cues: Kept<CueLexicon>, parties: PartyLookup) {
        self.parsed = parsed
        self.cues = cues
        let lexicon = cues.value
        self.parties = parties
        forms = parsed.lowerTexts
        var lemmas = parsed.lowerLemmas
        for (index, key) in parsed.textKeys.enumerated() where lexicon.repairedWords.mayHold(key) {
            if let lemma = lexicon.lemmaRepairs[parsed.lowerTexts[index]] { lemmas[index] = lemma }
        }
        self.lemmas = lemmas
        quotations = QuotationScanner(parsed).quotations()
        var inside = [Int?](repeating: nil, count: parsed.tokens.count)
        var blocks: [Int: Range<Int>] = [:]
        var opening: [Int: Int] = [:]
        var closing: [Int: Int] = [:]
        for (number, quotation) in quotations.enumerated() {
            for token in quotation.tokens { inside[token] = number }
            let first = blocks[quotation.block]?.lowerBound ?? number
            blocks[quotation.block] = first..<(number + 1)
            opening[quotation.outer.start] = number
            if closing[quotation.outer.end] == nil { closing[quotation.outer.end] = number }
        }
        quotationOfToken = inside
        quotationsOfBlock = blocks
        quotationOpening = opening
        quotationClosing = closing
    }

    mutating func build() -> [StatementFinding] {
        findVerbCues()
        findSecondHand()
        findNounCues()
        findPhraseCues()
        findAsides()
        attachQuotations()
        findQuoters()
        readLayout()
        return carryingAddressees(resolvingFirstPersons(resolvingByTopic(resolvingTellers(drafts.compactMap(finish)))))
    }

    var tokens: [Token] { parsed.tokens }

    // MARK: Words

    func lemma(_ index: Int) -> String { lemmas[index] }

    func isPunctuation(_ index: Int) -> Bool {
        tokens[index].pos == "PUNCT" || tokens[index].pos == "SPACE" || isQuotationMark(index)
    }

    func isQuotationMark(_ index: Int) -> Bool {
        let text = tokens[index].text
        // A letter or digit at its start ends the question for nearly every token.
        guard let first = text.utf8.first, first >= 0x80 || first == 0x22 || first == 0x27 || first == 0x60 else {
            return false
        }
        return text.allSatisfy { Self.quotationMarks.contains($0) }
    }

    private static let quotationMarks: Set<Character> = Set("“”\"‘’'„«»`")

    func isVerb(_ index: Int) -> Bool {
        tokens[index].pos == "VERB" || (tokens[index].pos == "AUX" && tokens[index].tag.hasPrefix("VB"))
    }

    func words(_ range: Range<Int>) -> String { parsed.text(parsed.span(range)) }

    /// The block a token stands in.
    func block(of token: Int) -> Int { parsed.sentences[parsed.sentence(of: token)].block }

    /// The tokens of a block, empty for one that is not coded.
    func tokens(ofBlock block: Int) -> Range<Int> {
        let sentences = parsed.blockSentences[block]
        guard !sentences.isEmpty else { return 0..<0 }
        return parsed.sentences[sentences.lowerBound].tokens
            .lowerBound..<parsed.sentences[sentences.upperBound - 1].tokens.upperBound
    }

    /// The quotations of a block, in order.
    func quotations(ofBlock block: Int) -> ArraySlice<Quotation> { quotations[quotationsOfBlock[block] ?? 0..<0] }

    // MARK: Ranges

    /// The range without blanks, commas and stray quotation marks at its ends; nil where nothing is left.
    func trimmed(_ range: Range<Int>) -> Range<Int>? {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high, isPunctuation(low), !opens(low, before: high) { low += 1 }
        while low < high, isPunctuation(high - 1), !closes(high - 1, after: low) { high -= 1 }
        return low < high ? low..<high : nil
    }

    /// Whether a mark opens a quotation that ends before the range's last word.
    private func opens(_ index: Int, before high: Int) -> Bool {
        guard let number = quotationOpening[tokens[index].start] else { return false }
        let end = quotations[number].tokens.upperBound
        return end < high && (end..<high).contains { !isPunctuation($0) }
    }

    /// Whether a mark closes a quotation that begins after the range's first word.
    private func closes(_ index: Int, after low: Int) -> Bool {
        guard let number = quotationClosing[tokens[index].end] else { return false }
        let start = quotations[number].tokens.lowerBound
        return start > low && (low..<start).contains { !isPunctuation($0) }
    }

    /// The tokens of `range` in pieces, without the excluded ones; pieces parted only by punctuation are joined.
    func pieces(_ range: Range<Int>, without excluded: Set<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start: Int?
        for index in range.lowerBound...range.upperBound {
            let isIn = index < range.upperBound && !excluded.contains(index)
            if isIn, start == nil { start = index }
            if !isIn, let from = start {
                if let piece = trimmed(from..<index) { found.append(piece) }
                start = nil
            }
        }
        return found
    }

    /// A noun phrase: its head with what hangs on it, without what stands beyond `barrier` (the cue).
    func phrase(_ head: Int, barrier: Int) -> Range<Int> {
        let extent = parsed.extent(of: head)
        var low = extent.lowerBound
        var high = extent.upperBound
        if barrier > head, barrier < high {
            high = barrier
            // "a plan most recently voiced by her": the adverbs are the verb's, wherever the parser hangs them.
            while high > head + 1, tokens[high - 1].pos == "ADV" { high -= 1 }
        }
        if barrier < head { low = max(low, barrier + 1) }
        return trimmed(low..<max(high, low)) ?? head..<(head + 1)
    }
}

import ChanceryCore
import SpacyPipeline

/// A run of letters, a run of digits or one other character of a token.
///
/// Dates are matched over pieces, so that `mid-2011`, `six-month`, `1991–96` and `2nd` are read alike whatever the
/// tokenizer made of them.
struct Piece: Sendable {
    /// The words as written, with curly apostrophes made straight.
    let text: String
    /// The same in lower case.
    let lower: String
    /// UTF-8 bytes of the document.
    let span: ByteSpan
    /// The token it belongs to.
    let token: Int
    /// The sentence it stands in.
    let sentence: Int
    /// The token's fine part of speech.
    let tag: String
    /// Nothing stands between it and the piece before.
    let isGlued: Bool
    /// An empty line, or a sentence of its own block, stands before it.
    let afterBreak: Bool
    /// The value of a run of digits.
    let number: Int?
    /// The number of its word in the rules' vocabulary; -1 where no rule mentions it.
    let symbol: Int

    /// The number of digits of a run of digits, else 0.
    var digits: Int { number == nil ? 0 : text.utf8.count }
    /// Whether it begins with a capital letter.
    var isCapital: Bool { text.unicodeScalars.first?.properties.isUppercase ?? false }
    /// Whether it is a hyphen or dash of any length.
    var isDash: Bool { Self.dashes.contains(text) }

    /// Hyphens and dashes.
    static let dashes = ["-", "–", "—", "‑", "−"]

    private enum Kind { case letter, digit, other }

    private static func kind(_ scalar: Unicode.Scalar) -> Kind {
        if ("0"..."9").contains(scalar) { return .digit }
        return scalar.properties.isAlphabetic ? .letter : .other
    }

    /// The words of a phrase, in the parts that pieces have.
    static func split(_ text: String) -> [String] {
        runs(text).map { String(String.UnicodeScalarView(text.unicodeScalars[$0])) }.filter { $0 != " " }
    }

    private static func runs(_ text: String) -> [Range<String.Index>] {
        let scalars = text.unicodeScalars
        var found: [Range<String.Index>] = []
        var start = scalars.startIndex
        var last: Kind?
        for index in scalars.indices {
            let kind = kind(scalars[index])
            if let last, kind != last || kind == .other {
                found.append(start..<index)
                start = index
            }
            last = kind
        }
        if start < scalars.endIndex { found.append(start..<scalars.endIndex) }
        return found
    }

    /// The pieces of a document's tokens; whitespace gives none.
    static func pieces(of tokens: [Token], sentences: [Range<Int>], vocabulary: Vocabulary) -> [Piece] {
        var pieces: [Piece] = []
        pieces.reserveCapacity(tokens.count + tokens.count / 8)
        var sentence = 0
        var isBroken = false
        var end = -1
        func add(_ text: String, lower: String, _ start: Int, _ length: Int, _ index: Int, number: Int?) {
            pieces.append(
                Piece(
                    text: text, lower: lower, span: ByteSpan(start, start + length), token: index, sentence: sentence,
                    tag: tokens[index].tag, isGlued: end == start, afterBreak: isBroken, number: number,
                    symbol: vocabulary.symbol(lower)))
            end = start + length
            isBroken = false
        }
        for index in tokens.indices {
            while sentence + 1 < sentences.count, index >= sentences[sentence].upperBound { sentence += 1 }
            // Most tokens are plain words, and need no look at each character's Unicode properties.
            // One field of a token is read, not the token: it is large.
            let sort = Sort(of: tokens[index].text)
            if sort != .mixed {
                if isBlockGap(tokens, before: index) { isBroken = true }
                let (text, start) = (tokens[index].text, tokens[index].start)
                add(
                    text, lower: sort == .word ? text.lowercased() : text, start, tokens[index].end - start, index,
                    number: sort == .number ? Int(text) : nil)
                continue
            }
            let token = tokens[index]
            if token.text.unicodeScalars.allSatisfy({ $0.properties.isWhitespace }) {
                // A single line end may be a wrapped line; two are the end of a paragraph.
                if token.text.unicodeScalars.count(where: { $0 == "\n" }) > 1 { isBroken = true }
                continue
            }
            if isBlockGap(tokens, before: index) { isBroken = true }
            var start = token.start
            for range in isAddress(token.text) ? [token.text.startIndex..<token.text.endIndex] : runs(token.text) {
                let raw = String(token.text[range])
                let text = raw == "’" || raw == "‘" ? "'" : raw
                let isNumber = raw.utf8.count <= 9 && raw.utf8.allSatisfy { (48...57).contains($0) }
                add(text, lower: text.lowercased(), start, raw.utf8.count, index, number: isNumber ? Int(raw) : nil)
                start += raw.utf8.count
            }
        }
        return pieces
    }

    /// What a token is made of, where that is plain to see.
    private enum Sort {
        /// Letters of ASCII, all small, or not.
        case smallWord, word
        /// A few digits.
        case number
        /// One mark of ASCII.
        case mark
        /// Anything else, blanks among it.
        case mixed

        init(of text: String) {
            let bytes = text.utf8
            guard let first = bytes.first else {
                self = .mixed
                return
            }
            if (97...122).contains(first | 0x20) {
                var hasCapital = false
                for byte in bytes {
                    guard (97...122).contains(byte | 0x20) else {
                        self = .mixed
                        return
                    }
                    hasCapital = hasCapital || byte < 97
                }
                self = hasCapital ? .word : .smallWord
            } else if bytes.count <= 9, bytes.allSatisfy({ (48...57).contains($0) }) {
                self = .number
            } else {
                self = bytes.count == 1 && (33...126).contains(first) ? .mark : .mixed
            }
        }
    }

    /// Whether a token is a web or mail address, whose digits are no date.
    private static func isAddress(_ text: String) -> Bool {
        text.utf8.count > 3 && (text.utf8.contains(64) || text.contains("://") || text.hasPrefix("www."))
    }

    /// Whether more than a blank parts a token from the one before without a token of its own, as where two blocks of
    /// a document were annotated apart.
    private static func isBlockGap(_ tokens: [Token], before index: Int) -> Bool {
        index > 0 && tokens[index].start - tokens[index - 1].end > 1 && tokens[index].isSentenceStart
    }
}

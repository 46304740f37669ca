import ChanceryCore
import Chronology
import SpacyPipeline

/// A text cut at blanks and punctuation, with a tag where the test writes one: `left/VBD`.
///
/// `.`, `?` and `!` at a word's end close a sentence before a capital; a blank line is a token of its own.
struct Sample {
    let text: String
    let tokens: [Token]
    let sentences: [Range<Int>]

    init(_ marked: String) {
        var text = ""
        var tokens: [Token] = []
        var opens = true
        func add(_ word: String, _ tag: String) {
            let start = text.utf8.count
            text += word
            tokens.append(
                Token(
                    start: start, end: text.utf8.count, text: word, lemma: word, tag: tag, pos: "", dep: "", head: 0,
                    ent: "O", isSentenceStart: opens, hasTrailingBlank: false))
            opens = false
        }
        for (block, paragraph) in marked.components("\n\n").enumerated() {
            if block > 0 {
                add("\n\n", "_SP")
                opens = true
            }
            for (place, chunk) in paragraph.split(separator: " ").enumerated() {
                if place > 0 { text += " " }
                var word = String(chunk)
                var closing: [String] = []
                while let last = word.last, ".,;:?!)”\"]".contains(last), !Self.abbreviations.contains(word) {
                    closing.insert(String(last), at: 0)
                    word.removeLast()
                }
                while let first = word.first, "(“\"[".contains(first) {
                    add(String(first), String(first))
                    word.removeFirst()
                }
                let parts = word.split(separator: "/", maxSplits: 1)
                let isTagged = parts.count == 2 && parts[1].allSatisfy { $0.isUppercase }
                if !word.isEmpty { add(isTagged ? String(parts[0]) : word, isTagged ? String(parts[1]) : "") }
                for mark in closing {
                    add(mark, mark)
                    if ".?!".contains(mark) { opens = true }
                }
            }
        }
        self.text = text
        self.tokens = tokens
        sentences = AnnotatedText(tokens: tokens).sentences
    }

    private static let abbreviations: Set<String> = ["Nov.", "Oct.", "Jan.", "Sept."]

    /// Loaded once for all tests.
    static let tagger = Result { try TimexTagger() }

    func timexes(publishedOn: String? = nil) throws -> [Timex] {
        try Self.tagger.get().timexes(in: tokens, sentences: sentences, publishedOn: publishedOn.flatMap { EDTF($0) })
    }

    func words(_ span: ByteSpan) -> String { OffsetMap(text).text(span) }

    /// "words=value" of every expression, in order.
    func values(publishedOn: String? = nil) throws -> [String] {
        try timexes(publishedOn: publishedOn).map { "\(words($0.span))=\($0.value)" }
    }

    /// "words=EDTF" of every expression, in order; `-` where it has none.
    func dates(publishedOn: String? = nil) throws -> [String] {
        try timexes(publishedOn: publishedOn).map { "\(words($0.span))=\($0.edtf?.description ?? "-")" }
    }
}

extension String {
    fileprivate func components(_ mark: String) -> [String] {
        var parts: [String] = []
        var rest = self[...]
        while let range = rest.firstRange(of: mark) {
            parts.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return parts + [String(rest)]
    }
}

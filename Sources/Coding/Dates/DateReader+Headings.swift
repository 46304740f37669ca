import ChanceryCore
import Chronology
import SpacyPipeline

/// Dates that stand over what follows, as in a chronology.
extension DateReader {
    /// Finds for each sentence the date that stands over it: a heading that is a date, a line or sentence that is nothing
    /// else, or a date before a colon or dash.
    mutating func readHeadings() {
        var heading: Int?
        for (block, sentences) in parsed.blockSentences.enumerated() {
            let kind = parsed.document.blocks[block].kind
            guard let first = sentences.first else {
                if kind == .heading || kind == .title { heading = nil }
                continue
            }
            if kind == .heading || kind == .title || isDate(sentences) {
                heading = opening(of: first).flatMap { isDate(sentences) || endsAtMark($0) ? $0 : nil }
                continue
            }
            var running = heading
            for sentence in sentences {
                if let opening = opening(of: sentence), endsAtMark(opening) || isDate(sentence..<sentence + 1) {
                    running = opening
                }
                headings[sentence] = running
            }
        }
    }

    /// The date a sentence opens with, marks of a list, brackets and a preposition aside.
    private func opening(of sentence: Int) -> Int? {
        (bySentence[sentence] ?? []).first { index in
            let first = timexes[index].timex.tokens.lowerBound
            let before = parsed.sentences[sentence].tokens.prefix { $0 < first }
            return before.count <= 4
                && before.allSatisfy { ["PUNCT", "SPACE", "SYM", "X", "ADP"].contains(parsed.tokens[$0].pos) }
        }
    }

    /// Whether sentences say nothing but one date.
    private func isDate(_ sentences: Range<Int>) -> Bool {
        guard let first = sentences.first, let index = opening(of: first) else { return false }
        let tokens = timexes[index].timex.tokens
        return sentences.allSatisfy { sentence in
            parsed.sentences[sentence].tokens.allSatisfy {
                tokens.contains($0) || ["PUNCT", "SPACE", "SYM", "ADP"].contains(parsed.tokens[$0].pos)
            }
        }
    }

    /// Whether a colon, a dash or the end of a line stands right after an expression.
    private func endsAtMark(_ index: Int) -> Bool {
        var next = timexes[index].timex.tokens.upperBound
        while next < parsed.tokens.count, [",", ")", "]", "."].contains(parsed.tokens[next].text) { next += 1 }
        guard next < parsed.tokens.count else { return false }
        let word = parsed.tokens[next].text
        return [":", "–", "—", "-", "--"].contains(word) || word.allSatisfy(\.isNewline)
    }
}

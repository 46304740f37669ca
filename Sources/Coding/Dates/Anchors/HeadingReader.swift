import ChanceryCore
import Chronology
import Grammar
import SpacyPipeline

/// Finds the dates that stand over what follows, as in a chronology.
struct HeadingReader: DateStage {
    let facts: DateFacts

    /// For each sentence the date that stands over it: a heading that is a date, a line or sentence that is nothing else,
    /// or a date before a colon or dash.
    func headings() -> [Int: Int] {
        guard !expressions.isEmpty else { return [:] }
        var headings: [Int: Int] = [:]
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
        return headings
    }

    /// The date a sentence opens with, marks of a list, brackets and a preposition aside.
    private func opening(of sentence: Int) -> Int? {
        expressions(ofSentence: sentence).first { index in
            let before = tree.sentences[sentence].lowerBound..<timex(index).tokens.lowerBound
            return before.count <= 4 && before.allSatisfy { isAside($0) || classes[$0] == .x }
        }
    }

    /// Whether sentences say nothing but one date.
    private func isDate(_ sentences: Range<Int>) -> Bool {
        guard let first = sentences.first, let index = opening(of: first) else { return false }
        let expression = timex(index).tokens
        return sentences.allSatisfy { sentence in
            tree.sentences[sentence].allSatisfy { expression.contains($0) || isAside($0) }
        }
    }

    /// Whether a token says nothing beside a date.
    private func isAside(_ token: Int) -> Bool {
        switch classes[token] {
        case .punct, .space, .sym, .adp: true
        default: false
        }
    }

    /// Whether a colon, a dash or the end of a line stands right after an expression.
    private func endsAtMark(_ index: Int) -> Bool {
        let tokens = tree.tokens
        var next = timex(index).tokens.upperBound
        while next < tokens.count, tokens[next].text == "," || words.closingMarks.contains(tokens[next].text) {
            next += 1
        }
        guard next < tokens.count else { return false }
        return words.headingMarks.contains(tokens[next].text) || tokens[next].text.allSatisfy(\.isNewline)
    }
}

package import ChanceryCore

/// What stands in two texts word for word.
///
/// Runs of words are found by the places of their first few words in the other text, then made as long as they go; case,
/// punctuation and line ends make no difference. The work grows with the length of the texts.
package struct SharedRuns {
    /// A stretch of the first text that stands in the second.
    package struct Run: Hashable, Sendable, Encodable {
        /// Where it stands in the first text, in code points.
        package var first: CodePointSpan
        /// Where it stands in the second.
        package var second: CodePointSpan
        /// The number of its words.
        package var words: Int
    }

    /// The runs, in the order of the first text, not overlapping there.
    package private(set) var runs: [Run] = []

    /// The fewest words that count: shorter runs are common phrases and titles.
    package static let least = 8

    private struct Word {
        var folded: Substring
        var span: CodePointSpan
    }

    package init(_ first: String, _ second: String) {
        let a = Self.words(first)
        let b = Self.words(second)
        guard a.count >= Self.least, b.count >= Self.least else { return }
        var places: [ArraySlice<Substring>: [Int]] = [:]
        let (wordsA, wordsB) = (a.map(\.folded), b.map(\.folded))
        for start in 0...(b.count - Self.least) {
            let key = wordsB[start..<(start + Self.least)]
            // What is repeated very often is furniture.
            if places[key, default: []].count < 8 { places[key, default: []].append(start) }
        }
        var at = 0
        while at + Self.least <= a.count {
            var best: (start: Int, length: Int)?
            for start in places[wordsA[at..<(at + Self.least)]] ?? [] {
                var length = Self.least
                while at + length < a.count, start + length < b.count, wordsA[at + length] == wordsB[start + length] {
                    length += 1
                }
                if length > best?.length ?? 0 { best = (start, length) }
            }
            guard let best else {
                at += 1
                continue
            }
            runs.append(
                Run(
                    first: CodePointSpan(a[at].span.start, a[at + best.length - 1].span.end),
                    second: CodePointSpan(b[best.start].span.start, b[best.start + best.length - 1].span.end),
                    words: best.length))
            at += best.length
        }
    }

    /// Runs of letters and digits, folded.
    private static func words(_ text: String) -> [Word] {
        var found: [Word] = []
        var current = ""
        var start = 0
        var place = 0
        for scalar in text.unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                if current.isEmpty { start = place }
                current.unicodeScalars.append(scalar)
            } else if !current.isEmpty {
                found.append(Word(folded: current.lowercased()[...], span: CodePointSpan(start, place)))
                current = ""
            }
            place += 1
        }
        if !current.isEmpty { found.append(Word(folded: current.lowercased()[...], span: CodePointSpan(start, place))) }
        return found
    }
}

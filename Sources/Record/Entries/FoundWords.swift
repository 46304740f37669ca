package import ChanceryCore
package import DossierStore

/// The words that a search found, as the text has them.
package struct FoundWords: Hashable, Sendable {
    /// The words, each once: "recognised", "diplomatic relations".
    package var words: [String]

    /// The given words.
    package init(_ words: [String]) { self.words = words }

    /// The words at the places found.
    package init(_ matches: [CodePointSpan], in text: String, at start: Int) {
        let map = OffsetMap(text)
        var seen: Set<String> = []
        words = matches.compactMap { map.text(CodePointSpan($0.start - start, $0.end - start)) }
            .map { SafeText.oneLine($0) }.filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    /// The words in the parts of an excerpt.
    package init(_ excerpt: Excerpt) {
        var seen: Set<String> = []
        words = excerpt.parts.flatMap { FoundWords($0.matches, in: $0.text, at: $0.span.start).words }
            .filter { seen.insert($0).inserted }
    }

    /// Where they stand in a text as whole words, in code points.
    package func places(in text: String) -> [CodePointSpan] {
        Self.places(of: words, in: Array(text.unicodeScalars))
    }

    /// Whether a text has all of them.
    package func allStand(in text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        return words.allSatisfy { !Self.places(of: [$0], in: scalars).isEmpty }
    }

    /// What was asked for and is none of them: it stands in a title or in a name the text does not write.
    package func missing(of phrases: [String]) -> [String] {
        let found = words.map { Self.beginning($0) }
        return phrases.filter { phrase in
            let beginning = Self.beginning(phrase)
            return !found.contains { $0.hasPrefix(beginning) || beginning.hasPrefix($0) }
        }
    }

    /// What was asked for and begins none of the words in any of them: of names, each of several words.
    package func missingWords(of phrases: [String]) -> [String] {
        FoundWords(words.flatMap { $0.split { !$0.isLetter && !$0.isNumber }.map(String.init) }).missing(of: phrases)
    }

    /// Forms of a word begin alike.
    private static func beginning(_ words: String) -> String { String(NameFolding.fold(words).prefix(3)) }

    private static func places(of words: [String], in text: [Unicode.Scalar]) -> [CodePointSpan] {
        func isWord(_ place: Int) -> Bool {
            text.indices.contains(place)
                && (text[place].properties.isAlphabetic || text[place].properties.numericType != nil)
        }
        return words.flatMap { word -> [CodePointSpan] in
            let wanted = Array(word.unicodeScalars)
            guard let first = wanted.first, wanted.count <= text.count else { return [] }
            return (0...(text.count - wanted.count)).compactMap { start in
                guard text[start] == first, !isWord(start - 1), !isWord(start + wanted.count),
                    text[start..<(start + wanted.count)].elementsEqual(wanted)
                else { return nil }
                return CodePointSpan(start, start + wanted.count)
            }
        }.sorted { ($0.start, $1.end) < ($1.start, $0.end) }
    }
}

extension Excerpt {
    /// The parts on one line; an ellipsis stands where the text goes on.
    package var line: String {
        let words = parts.map { SafeText.oneLine($0.text) }.filter { !$0.isEmpty }.joined(separator: " … ")
        return (isCutBefore ? "… " : "") + words + (isCutAfter ? " …" : "")
    }
}

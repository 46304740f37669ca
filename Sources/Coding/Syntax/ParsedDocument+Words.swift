import ChanceryCore
import SpacyPipeline

extension ParsedDocument {
    /// The content words of a stretch, cut to their stems and sorted.
    func terms(in span: ByteSpan) -> [String] {
        let told = tokens(in: span).filter { ["NOUN", "VERB", "ADJ", "PROPN", "NUM"].contains(tokens[$0].pos) }
        return ContentWords.words(told.map { lowerLemmas[$0] }.joined(separator: " ")).sorted()
    }

    /// Whether a noun points back to what was told before, by its article or pronoun: "the attack", "this visit". What a
    /// clause or a year describes is told here, and points nowhere.
    func isDefinite(_ token: Int) -> Bool {
        guard ["NOUN", "PROPN"].contains(tokens[token].pos) else { return false }
        let pointers = children(of: token, "det").map { lowerTexts[$0] }
        return pointers.contains { ["the", "this", "that", "these", "those"].contains($0) }
    }
}

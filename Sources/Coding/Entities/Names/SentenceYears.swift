import ChanceryCore
import SpacyPipeline

/// The year each sentence tells of, as far as the text says it: its own first year, else that of the sentence before
/// in its paragraph, else the year the document was published.
///
/// Coarse on purpose: it only tells which of two states a capital belonged to.
enum SentenceYears {
    static func read(_ parsed: ParsedDocument) -> [Int?] {
        let published = parsed.document.metadata.publishedOn.flatMap { Int($0.prefix(4)) }
        var years: [Int?] = []
        for (number, sentence) in parsed.sentences.enumerated() {
            let own = sentence.tokens.lazy.compactMap { year(at: $0, in: parsed) }.first
            let carried =
                number > 0 && parsed.sentences[number - 1].block == sentence.block ? years[number - 1] : published
            years.append(own ?? carried)
        }
        return years
    }

    /// The year a token writes: four digits that the model reads as part of a date.
    private static func year(at token: Int, in parsed: ParsedDocument) -> Int? {
        guard parsed.tokens[token].ent.hasSuffix("DATE") else { return nil }
        let text = parsed.tokens[token].text
        guard text.utf8.prefix(4).count == 4, let year = Int(text.prefix(4)), (1200...2100).contains(year),
            text.count == 4 || text == "\(year)s"
        else { return nil }
        return year
    }
}

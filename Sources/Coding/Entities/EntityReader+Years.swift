import ChanceryCore
import SpacyPipeline

extension EntityReader {
    /// The year each sentence tells of, as far as the text says it: its own first year, else that of the sentence before
    /// in its paragraph, else the year the document was published.
    ///
    /// Coarse on purpose: it only tells which of two states a capital belonged to.
    static func years(of parsed: ParsedDocument) -> [Int?] {
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

    /// Whether a token is four digits that can be a year, whatever the model reads in it.
    func isYear(_ token: Int) -> Bool {
        tokens[token].text.utf8.count == 4 && Int(tokens[token].text).map((1200...2100).contains) == true
    }

    /// The former state that a capital or seat of power stood for when the sentence's events happened: the Soviet Union
    /// for "Moscow" in 1968. Where no year is told, the state the document names decides.
    func formerState(of name: String, at token: Int, successor code: String, told states: [String: Int]) -> String? {
        guard let candidates = lexicon.formerSeats[name] else { return nil }
        if let year = years[parsed.sentence(of: token)] {
            return candidates.first { lexicon.state($0)?.years?.contains(year) == true }
        }
        return candidates.first { (states[$0] ?? 0) > 0 && (states[code] ?? 0) == 0 }
    }

    /// The document's entity of a capital or seat as it belonged to a former state.
    mutating func entity(ofEntry entry: Int, in code: String) -> Int {
        let known = entities.firstIndex { $0.entry == entry && $0.code == code }
        if let known { return known }
        let listed = lexicon.entries[entry]
        entities.append(
            DocumentEntity(
                name: listed.name, code: code, sector: listed.sector, kind: listed.kind, sort: listed.sort, entry: entry
            ))
        return entities.count - 1
    }
}

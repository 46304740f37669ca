import ChanceryCore
import SpacyPipeline

/// Finds the numbers of a document that can be cited, with what they count.
///
/// "In May some 80,000 people left Osk" gives one figure: value 80000, unit `people`, qualifier `some`. Years, dates,
/// numbers in names ("Resolution 12"), list marks, footnote marks, "one" as a pronoun and numbers that only point back
/// ("the two sides") give none.
public struct FigureFinder: Sendable {
    private let lexicon: FigureLexicon

    /// Reads the words that the rules rest on.
    ///
    /// - Throws: ``FigureResourceError`` with file and line, or an error of the file system.
    public init() throws {
        lexicon = try FigureLexicon()
    }

    /// Every figure of the coded blocks, in text order.
    ///
    /// - Parameter timexes: token ranges that are dates or durations; numbers in them are figures only where they
    ///   measure a stretch of time ("six-month", "75 years").
    public func figures(in parsed: ParsedDocument, timexes: [Range<Int>]) -> [FigureFinding] {
        var isTimex = [Bool](repeating: false, count: parsed.tokens.count)
        for range in timexes {
            for index in range where isTimex.indices.contains(index) { isTimex[index] = true }
        }
        let reading = FigureReading(parsed: parsed, lexicon: lexicon, isTimex: isTimex)
        let reader = NumberReader(parsed: parsed)
        var found: [FigureFinding] = []
        for sentence in parsed.sentences {
            let block = parsed.document.blocks[sentence.block]
            guard block.isCoded else { continue }
            found += reading.findings(reader.phrases(in: sentence.tokens), in: sentence)
        }
        return found
    }
}

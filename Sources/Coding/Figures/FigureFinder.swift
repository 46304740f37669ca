import ChanceryCore

/// Finds the numbers of a document that can be cited, with what they count.
///
/// "In May some 80,000 people left Osk" gives one figure: value 80000, unit `people`, qualifier `some`. Years, dates,
/// numbers in names ("Resolution 12"), list marks, footnote marks, "one" as a pronoun and numbers that only point back
/// ("the two sides") give none.
public struct FigureFinder: Sendable {
    private let lexicon: Kept<FigureLexicon>

    /// Reads the words that the rules rest on.
    ///
    /// - Throws: ``FigureResourceError`` with file and line, ``ChanceryCore/WordLists/Fault`` for a list of words, or an
    ///   error of the file system.
    public init() throws { lexicon = Kept(try FigureLexicon()) }

    /// Every figure of the coded blocks, in text order.
    ///
    /// - Parameter timexes: token ranges that are dates or durations; numbers in them are figures only where they
    ///   measure a stretch of time ("six-month", "75 years").
    public func figures(in parsed: ParsedDocument, timexes: [Range<Int>]) -> [FigureFinding] {
        FigureComposer(context: FigureContext(parsed: parsed, lexicon: lexicon, times: timexes)).findings()
    }
}

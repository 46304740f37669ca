public import ChanceryCore
public import SpacyPipeline

/// Finds the expressions of time in an annotated document and works out their dates: the face of this module.
///
/// "Osk left the League in May 1998; the following year it returned." gives `1998-05` and, taken from it, `1999`.
/// It reads words and fine tags alone, never the parse. What neither the text nor the day of publication tells is
/// left out of the value: a day without a year is `XXXX-10-07`. `Documentation/dates.md` says how each kind is read.
///
/// - Complexity: linear in the number of tokens.
public struct TimexTagger: Sendable {
    private let lexicon: Lexicon
    /// The rules, each with its examples.
    let book: RuleBook

    /// Loads the word lists and rules.
    ///
    /// - Throws: `ChronologyError` that names the file and line at fault.
    public init() throws {
        lexicon = try Lexicon()
        book = try RuleBook(lexicon: lexicon)
    }

    /// The expressions of time of a document, in text order, none overlapping another.
    ///
    /// - Parameters:
    ///   - tokens: the tokens of the whole document, offsets in UTF-8 bytes.
    ///   - sentences: ranges of token indices, in order.
    ///   - publishedOn: when the document was published; without it "yesterday" has no date.
    ///   - headings: ranges of token indices, in order, that stand as headings over what follows them: the year of one
    ///     is that of the days and months told below it.
    public func timexes(
        in tokens: [Token], sentences: [Range<Int>], publishedOn: EDTF?, headings: [Range<Int>] = []
    ) -> [Timex] {
        let pieces = Piece.pieces(of: tokens, sentences: sentences, vocabulary: book.vocabulary)
        let expressions = Matcher(book: book, lexicon: lexicon, pieces: pieces).expressions()
        var resolver = Resolver(
            lexicon: lexicon, book: book, pieces: pieces, publishedOn: publishedOn,
            headings: headings)
        let resolved = resolver.resolve(expressions)
        return Signals(lexicon: lexicon, pieces: pieces).apply(to: resolved)
    }

    /// The names of the rules that read something in a text, those that tell what is no expression of time among them.
    func rulesFired(in tokens: [Token], sentences: [Range<Int>]) -> Set<String> {
        let pieces = Piece.pieces(of: tokens, sentences: sentences, vocabulary: book.vocabulary)
        let found = Matcher(book: book, lexicon: lexicon, pieces: pieces).expressions()
        return Set(found.flatMap { $0.rules.map { book.rules[$0].id } })
    }
}

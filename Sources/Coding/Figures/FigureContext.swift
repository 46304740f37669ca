import ChanceryCore

/// What every stage of finding figures reads, and none changes: the parse, the words, and where times are told.
///
/// It is one reference, so that stages are made wherever one is asked.
struct FigureContext: Sendable {
    private let content: Content

    private final class Content: Sendable {
        let parsed: ParsedDocument
        let lexicon: Kept<FigureLexicon>
        let isTime: [Bool]

        init(parsed: ParsedDocument, lexicon: Kept<FigureLexicon>, isTime: [Bool]) {
            self.parsed = parsed
            self.lexicon = lexicon
            self.isTime = isTime
        }
    }

    /// - Parameter times: the tokens of dates and durations.
    init(parsed: ParsedDocument, lexicon: Kept<FigureLexicon>, times: [Range<Int>]) {
        var isTime = [Bool](repeating: false, count: parsed.tokens.count)
        for range in times {
            for index in range where isTime.indices.contains(index) { isTime[index] = true }
        }
        content = Content(parsed: parsed, lexicon: lexicon, isTime: isTime)
    }

    var parsed: ParsedDocument { content.parsed }
    var lexicon: FigureLexicon { content.lexicon.value }
    /// For each token whether it is part of a date or duration.
    var isTime: [Bool] { content.isTime }
}

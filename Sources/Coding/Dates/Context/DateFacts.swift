import ChanceryCore
import Chronology

/// An expression of time that names a date, with its place in the parse.
struct PlacedTimex: Sendable {
    let timex: Timex
    /// The token whose own head lies outside the expression.
    let head: Int
}

/// What is known of a document's expressions of time before the first is given to a word: what every stage of finding
/// dates reads, and none changes.
///
/// It is one reference, so that stages are made wherever one is asked.
struct DateFacts: Sendable {
    private let content: Content

    private final class Content: Sendable {
        let parsed: ParsedDocument
        let words: DateWords
        let triggers: Set<Int>
        let expressions: [PlacedTimex]
        let bySentence: [Int: [Int]]
        let unknown: Set<Int>
        let years: [Int: Int]
        let publishedOn: EDTF?
        let published: CalendarDay?

        init(_ parsed: ParsedDocument, timexes: [Timex], words: DateWords, triggers: Set<Int>) {
            var expressions: [PlacedTimex] = []
            var years: [Int: Int] = [:]
            for timex in timexes
            where timex.type == .duration && timex.value.hasPrefix("P") && timex.value.hasSuffix("Y") {
                years[timex.tokens.lowerBound] = Int(timex.value.dropFirst().dropLast())
            }
            var bySentence: [Int: [Int]] = [:]
            for timex in timexes where timex.edtf != nil && timex.type != .duration {
                let head = timex.tokens.first { token in
                    parsed.head(of: token).map { !timex.tokens.contains($0) } ?? true
                }
                expressions.append(PlacedTimex(timex: timex, head: head ?? timex.tokens.lowerBound))
                bySentence[parsed.sentence(of: timex.tokens.lowerBound), default: []].append(expressions.count - 1)
            }
            unknown = Set(
                timexes.filter {
                    $0.edtf == nil && ($0.type == .date || $0.type == .time) && $0.value.hasPrefix("XXXX-")
                }.map { parsed.sentence(of: $0.tokens.lowerBound) })
            publishedOn = parsed.document.metadata.publishedOn.flatMap { EDTF($0) }
            published = publishedOn?.bounds.last
            self.parsed = parsed
            self.words = words
            self.triggers = triggers
            self.expressions = expressions
            self.bySentence = bySentence
            self.years = years
        }
    }

    /// Takes the expressions that name a date, each with its head.
    ///
    /// - Parameter triggers: tokens that tell of an event, besides those whose words say so.
    init(_ parsed: ParsedDocument, timexes: [Timex], words: DateWords, triggers: Set<Int>) {
        content = Content(parsed, timexes: timexes, words: words, triggers: triggers)
    }

    var parsed: ParsedDocument { content.parsed }
    /// The words by which constructions are told apart.
    var words: DateWords { content.words }
    /// Tokens that tell of an event, besides those whose words say so.
    var triggers: Set<Int> { content.triggers }
    /// The expressions that name a date, in text order. Stages tell of one by its index here.
    var expressions: [PlacedTimex] { content.expressions }
    /// The expressions of each sentence that has some.
    var bySentence: [Int: [Int]] { content.bySentence }
    /// Sentences with a date that cannot be known, such as "on Monday" in a text of unknown date: what they tell is not of
    /// the time told before.
    var unknown: Set<Int> { content.unknown }
    /// Lengths of time in whole years, by their first token.
    var years: [Int: Int] { content.years }
    /// When the text was published, as far as that is known.
    var publishedOn: EDTF? { content.publishedOn }
    /// The last day that lies behind the text.
    var published: CalendarDay? { content.published }
}

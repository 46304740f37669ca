import ChanceryCore
import Chronology
import SpacyPipeline

/// Rows of a benchmark of time expressions in the manner of TempEval-3, and the answers to them.
///
/// `chancery-evaluate timex` reads rows, has their text annotated, and writes one prediction a row; a gold answer in
/// a row is never looked at.
enum TimexBenchmark {
    /// One document to be answered.
    struct Row: Decodable, Sendable {
        /// The document's name.
        var id: String
        /// The day the document was made, with or without a time of day; relative dates count from it.
        var dct: String?
        /// The text, which offsets count code points of.
        var text: String
    }

    /// The expressions found in one document.
    struct Prediction: Encodable, Hashable, Sendable {
        /// One expression, in code points, half-open.
        struct Item: Encodable, Hashable, Sendable {
            /// The first code point.
            var start: Int
            /// The code point after the last.
            var end: Int
            /// The TIMEX3 type.
            var type: String
            /// The TIMEX3 value.
            var value: String
        }

        /// The document's name.
        var id: String
        /// The expressions, in text order.
        var timex: [Item]
    }

    /// Answers a row whose text has been annotated; periods of history are left out, since TimeML takes "World War II"
    /// for the name of an event.
    static func prediction(for row: Row, annotated text: AnnotatedText, tagger: TimexTagger) -> Prediction {
        let publishedOn = row.dct.flatMap { EDTF(String($0.prefix(10))) }
        let found = tagger.timexes(in: text.tokens, sentences: text.sentences, publishedOn: publishedOn)
        let map = OffsetMap(row.text)
        return Prediction(
            id: row.id,
            timex: found.filter { !$0.rules.contains("period") }.map { timex in
                let span = map.codePoints(timex.span)
                return Prediction.Item(
                    start: span.start, end: span.end, type: timex.type.rawValue, value: timex.value)
            })
    }
}

import ChanceryCore
import Chronology
import SpacyPipeline
import Testing

@Suite struct TimexBenchmarkTests {
    @Test func aRowIsAnsweredInCodePointsAndItsGoldIsNotRead() throws {
        let sample = Sample("Tiranë met/VBD yesterday.")
        let line = #"{"id":"a","dct":"2024-04-17T10:00","text":"Tiranë met yesterday.","timex":[{"start":0}]}"#
        let row = try JSONLine.decode(TimexBenchmark.Row.self, from: line)
        let answer = TimexBenchmark.prediction(
            for: row, annotated: AnnotatedText(tokens: sample.tokens), tagger: try Sample.tagger.get())
        let expected = #"{"id":"a","timex":[{"end":20,"start":11,"type":"DATE","value":"2024-04-16"}]}"#
        #expect(try JSONLine.encode(answer) == expected)
    }

    @Test func aPeriodOfHistoryIsNoAnswer() throws {
        let sample = Sample("It fought in World War II in 1943.")
        let row = try JSONLine.decode(
            TimexBenchmark.Row.self, from: #"{"id":"a","text":"It fought in World War II in 1943."}"#)
        let answer = TimexBenchmark.prediction(
            for: row, annotated: AnnotatedText(tokens: sample.tokens), tagger: try Sample.tagger.get())
        #expect(answer.timex.map(\.value) == ["1943"])
    }
}

import ChanceryCore
import Chronology
import SpacyPipeline
import Testing

@testable import chancery_evaluate

@Suite struct TimexBenchmarkTests {
    @Test func aRowIsAnsweredInCodePointsAndItsGoldIsNotRead() throws {
        let line = #"{"id":"a","dct":"2024-04-17T10:00","text":"Tiranë met yesterday","timex":[{"start":0}]}"#
        let row = try JSONLine.decode(TimexBenchmark.Row.self, from: line)
        let text = parse([
            ("Tiranë", "Tiranë", "NNP", "PROPN", "nsubj", 1), ("met", "meet", "VBD", "VERB", "ROOT", 1),
            ("yesterday", "yesterday", "NN", "NOUN", "npadvmod", 1),
        ])
        let answer = TimexBenchmark.prediction(for: row, annotated: text, tagger: try TimexTagger())
        let expected = #"{"id":"a","timex":[{"end":20,"start":11,"type":"DATE","value":"2024-04-16"}]}"#
        #expect(try JSONLine.encode(answer) == expected)
    }

    @Test func aPeriodOfHistoryIsNoAnswer() throws {
        let row = try JSONLine.decode(
            TimexBenchmark.Row.self, from: #"{"id":"a","text":"It fought in World War II in 1943"}"#)
        let text = parse([
            ("It", "it", "PRP", "PRON", "nsubj", 1), ("fought", "fight", "VBD", "VERB", "ROOT", 1),
            ("in", "in", "IN", "ADP", "prep", 1), ("World", "World", "NNP", "PROPN", "compound", 4),
            ("War", "War", "NNP", "PROPN", "compound", 5), ("II", "II", "NNP", "PROPN", "pobj", 2),
            ("in", "in", "IN", "ADP", "prep", 1), ("1943", "1943", "CD", "NUM", "pobj", 6),
        ])
        let answer = TimexBenchmark.prediction(for: row, annotated: text, tagger: try TimexTagger())
        #expect(answer.timex.map(\.value) == ["1943"])
    }
}

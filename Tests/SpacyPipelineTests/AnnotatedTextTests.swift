import Foundation
import Testing

@testable import SpacyPipeline

@Suite struct AnnotatedTextTests {
    private func token(_ start: Int, _ end: Int, _ text: String, head: Int, isStart: Bool = false) -> Token {
        Token(
            start: start, end: end, text: text, lemma: text, tag: "NN", pos: "NOUN", dep: "dep", head: head, ent: "O",
            isSentenceStart: isStart, hasTrailingBlank: false)
    }

    @Test func offsetsAreWrittenInCodePoints() throws {
        let text = "É😀 \"x\"\n"
        let annotated = AnnotatedText(tokens: [
            token(0, 6, "É😀", head: 0, isStart: true), token(7, 10, "\"x\"", head: 0), token(10, 11, "\n", head: 1),
        ])
        var bytes: [UInt8] = []
        annotated.appendJSON(id: "a\\b\u{1}", text: text, to: &bytes)
        let expected = #"""
            {"id":"a\\b\u0001","tokens":[{"start":0,"end":2,"text":"É😀","lemma":"É😀","tag":"NN","pos":"NOUN",\#
            "dep":"dep","head":0,"ent":"O","sent":1},{"start":3,"end":6,"text":"\"x\"","lemma":"\"x\"","tag":"NN",\#
            "pos":"NOUN","dep":"dep","head":0,"ent":"O","sent":0},{"start":6,"end":7,"text":"\n","lemma":"\n",\#
            "tag":"NN","pos":"NOUN","dep":"dep","head":1,"ent":"O","sent":0}]}
            """#
        #expect(String(decoding: bytes, as: UTF8.self) == expected)
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(bytes)) }
    }

    @Test(arguments: [(0, "0"), (7, "7"), (10, "10"), (1_234_567, "1234567"), (-40, "-40"), (Int.min, "\(Int.min)")])
    func numbers(_ number: Int, _ text: String) {
        var bytes: [UInt8] = [0x5b]
        JSONBytes.append(number, to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == "[" + text)
    }

    @Test func sentencesRunFromStartToStart() {
        let annotated = AnnotatedText(tokens: [
            token(0, 1, "a", head: 0, isStart: true), token(1, 2, "b", head: 0),
            token(2, 3, "c", head: 2, isStart: true),
        ])
        #expect(annotated.sentences == [0..<2, 2..<3])
        #expect(AnnotatedText(tokens: []).sentences.isEmpty)
    }
}

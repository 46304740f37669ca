import Testing

@testable import Coding

@Suite struct DateWordsTests {
    @Test func theListThatComesWithTheProgramHasEveryClass() throws {
        let words = try DateWords.standard()
        #expect(words.has("attack", in: .happenings) && !words.has("report-card", in: .happenings))
    }

    @Test(arguments: [
        ("word", "dates/words.txt:1: words before the first class; put a [class] above them"),
        ("# note\n[colours]", "dates/words.txt:2: [colours] is no class; see DateWords.Class"),
        ("[happenings]\nraid", "dates/words.txt: class [carriers] is missing; add it, if need be empty"),
    ]) func aFaultNamesFileAndLine(text: String, message: String) {
        #expect { try DateWords(text: text) } throws: { "\($0)" == message }
    }
}

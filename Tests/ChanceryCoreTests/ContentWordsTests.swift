import ChanceryCore
import Testing

@Suite struct ContentWordsTests {
    @Test(arguments: [
        ("The recognition of Osk in March 1991", ["recogn", "osk"]),
        ("It had been recognised by the United States.", ["recognis", "unit", "stat"]),
        ("42 ships, 1,200 men", ["42", "ship", "1", "200", "men"]), ("", []), ("of the and", []),
        ("Tiran\u{EB}'s minist\u{E8}res", ["tiran", "minister"]), ("\u{BB}Gr\u{F6}\u{DF}en\u{AB}", ["grossen"]),
    ])
    func wordsThatTellSomethingAreCutToTheirStems(text: String, words: [String]) {
        #expect(ContentWords.words(text) == Set(words))
    }
}

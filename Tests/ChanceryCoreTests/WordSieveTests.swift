import Testing

@testable import ChanceryCore

@Suite struct WordSieveTests {
    @Test(arguments: [[], ["osk"], ["osk", "tarn", "é", ""], (0..<5_000).map { "word\($0)" }])
    func everyWordOfATablePasses(words: [String]) {
        let sieve = WordSieve(words)
        #expect(words.allSatisfy { sieve.mayHold(WordSieve.key($0)) })
    }

    @Test func nearlyEveryOtherWordIsHeldBack() {
        let sieve = WordSieve((0..<500).map { "word\($0)" })
        let passed = (0..<10_000).count { sieve.mayHold(WordSieve.key("other\($0)")) }
        #expect(passed < 500)
    }

    @Test func aWordAndItsBytesHaveOneKey() {
        #expect(WordSieve.key("Tiranë") == WordSieve.key(Array("Tiranë".utf8)))
        #expect(WordSieve.key("osk") != WordSieve.key("kso"))
    }
}

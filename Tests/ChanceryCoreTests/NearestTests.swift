import ChanceryCore
import Testing

@Suite struct NearestTests {
    @Test(arguments: [
        ("timelin", "timeline"), ("tiemline", "timeline"), ("state", "states"), ("serch", "search"),
        ("docs", "documents"),
    ]) func aMistypedWordIsNear(word: String, meant: String) {
        let words = ["timeline", "states", "statements", "search", "documents", "show", "disputes"]
        let found = Nearest.of(word, among: words)
        #expect(found.first == meant || word == "docs" && found.isEmpty, "\(found)")
    }

    @Test(arguments: ["xyz", "", "a", "quarrel"]) func anotherWordIsNot(word: String) {
        #expect(Nearest.of(word, among: ["timeline", "states", "search"]).isEmpty)
    }

    @Test(arguments: [("ab", "ba", 1), ("abc", "abc", 0), ("abc", "abd", 1), ("", "ab", 2), ("abcd", "bc", 2)])
    func distanceCountsLettersAndSwaps(a: String, b: String, distance: Int) {
        #expect(Nearest.distance(Array(a), Array(b), limit: 9) == distance)
        #expect(Nearest.distance(Array(b), Array(a), limit: 9) == distance)
    }

    @Test func aQuestionNamesAllOfThem() {
        #expect(Nearest.question(["Osk", "Tarn"]) == "Did you mean 'Osk' or 'Tarn'?")
        #expect(Nearest.question([]).isEmpty)
    }

    @Test(arguments: [
        ("The People’s Front", "peoples front"), ("U.S.", "us"), ("al‑Wazir", "al wazir"), ("Tiranë", "tirane"),
        ("“Quoted” name", "quoted name"), ("Osk’s", "osk"), ("Øresund", "oresund"), ("The", "the"), ("  ", ""),
        ("R&D", "r&d"), ("soft\u{AD}hyphen", "softhyphen"), ("Organisation — Côte", "organisation cote"),
    ]) func typedNamesAreComparable(name: String, form: String) { #expect(NameFolding.typed(name) == form) }
}

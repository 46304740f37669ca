import Foundation
import Testing

@testable import Chronology

@Suite struct WordListTests {
    static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().appendingPathComponent("../../Sources/Chronology/Resources/en").standardizedFileURL

    static func files(_ part: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(part).path)) ?? [])
            .sorted().map { part + "/" + $0 }
    }

    static let lists = files("words") + files("normalisation")

    @Test func everyFileIsRead() {
        let words = (Lexicon.classNames + Lexicon.contextNames).map { "words/\($0).txt" }
        #expect(Self.files("words") == words.sorted())
        #expect(Self.files("normalisation") == ["normalisation/holidays.txt", "normalisation/units.txt"])
        #expect(Self.files("rules") == RuleBook.files.map { "rules/\($0).txt" }.sorted())
    }

    @Test func everyWordClassIsUsedByARule() throws {
        let rules = try Self.files("rules").map {
            try String(contentsOf: Self.folder.appendingPathComponent($0), encoding: .utf8)
        }.joined()
        for name in Lexicon.classNames where name != "numbers" {
            #expect(rules.firstMatch(of: try Regex("@\(name)[^a-z-]")) != nil, "no rule uses @\(name)")
        }
    }

    @Test(arguments: lists + files("rules"))
    func everyFileOpensWithWhatItHolds(_ name: String) throws {
        let text = try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
        let header = text.split(separator: "\n").prefix { $0.hasPrefix("#") }.joined(separator: " ")
        for part in ["Format:", "Source:", "Known gaps:"] { #expect(header.contains(part)) }
    }

    @Test(arguments: lists)
    func everyListHasEntriesAndNoneTwice(_ name: String) throws {
        #expect(try !WordList(String(name.dropLast(4))).entries.isEmpty)
    }

    @Test func aListThatIsNotThereIsNamed() {
        let error = #expect(throws: ChronologyError.self) { try WordList("words/months-of-mars") }
        #expect(error?.code == .missingResource)
        #expect(error?.description.contains("en/words/months-of-mars.txt") == true)
    }

    @Test(arguments: [("a\t1\na\t2", "x.txt:2"), ("# x\n:loud\na", "x.txt:2")])
    func aFaultyListNamesTheLine(_ text: String, _ place: String) {
        let error = #expect(throws: ChronologyError.self) { try WordList("x.txt", text: text) }
        #expect(error?.description.hasPrefix(place) == true)
    }

    @Test func aFaultNamesFileAndLine() {
        let entry = WordList.Entry(file: "en/months.txt", line: 7, fields: ["may", "five"])
        let error = #expect(throws: ChronologyError.self) { try entry.number(1, in: 1...12) }
        #expect(error?.description == "en/months.txt:7: 'five' is no number from 1 to 12")
        #expect(throws: ChronologyError.self) { try entry.field(2) }
    }
}

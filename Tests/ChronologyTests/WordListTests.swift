import Foundation
import Testing

@testable import Chronology

@Suite struct WordListTests {
    static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().appendingPathComponent("../../Sources/Chronology/Resources/en").standardizedFileURL

    static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

    @Test func thereAreWordLists() { #expect(Self.names.count > 20) }

    @Test(arguments: names)
    func everyListOpensWithWhatItHolds(_ name: String) throws {
        let text = try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
        let header = text.split(separator: "\n").prefix { $0.hasPrefix("#") }.joined(separator: " ")
        for part in ["Format:", "Source:", "Known gaps:"] { #expect(header.contains(part)) }
    }

    @Test(arguments: names)
    func everyListHasEntriesAndNoneTwice(_ name: String) throws {
        #expect(try !WordList(String(name.dropLast(4))).entries.isEmpty)
    }

    @Test func aListThatIsNotThereIsNamed() {
        let error = #expect(throws: ChronologyError.self) { try WordList("months-of-mars") }
        #expect(error?.code == .missingResource)
        #expect(error?.description.contains("en/months-of-mars.txt") == true)
    }

    @Test func aFaultNamesFileAndLine() {
        let entry = WordList.Entry(file: "en/months.txt", line: 7, fields: ["may", "five"])
        let error = #expect(throws: ChronologyError.self) { try entry.number(1, in: 1...12) }
        #expect(error?.description == "en/months.txt:7: 'five' is no number from 1 to 12")
        #expect(throws: ChronologyError.self) { try entry.field(2) }
    }
}

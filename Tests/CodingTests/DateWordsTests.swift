import ChanceryCore
import Foundation
import Testing

@testable import Coding

@Suite struct DateWordsTests {
    /// A list that no stage asks for is left over, and says what is not so.
    @Test func everyListOfTheFileIsRead() throws {
        let lists = try ModuleResources.words("dates/words.txt")
        let read = Mirror(reflecting: try DateWords()).children.compactMap(\.label)
        #expect(read.map(Self.name).sorted() == lists.names)
        #expect(try lists.names.allSatisfy { try !lists.list($0).isEmpty })
    }

    /// Words are asked for in lower case.
    @Test func everyWordIsInLowerCase() throws {
        let lists = try ModuleResources.words("dates/words.txt")
        #expect(try lists.names.flatMap { try lists.list($0) }.filter { $0 != $0.lowercased() }.isEmpty)
    }

    @Test func whatIsNoHappeningIsNotInItsList() throws {
        let words = try DateWords()
        #expect(words.happenings.contains("attack") && !words.happenings.contains("report-card"))
    }

    @Test(arguments: [
        ("word", "dates/words.txt:1: a word before the first list: begin it with [name]"),
        ("[happenings]\nraid raid", "dates/words.txt:2: 'raid' stands twice in [happenings]"),
        ("[happenings]\nraid", "dates/words.txt: the list [carriers] is missing"),
    ]) func aFaultNamesFileAndLine(text: String, message: String) {
        #expect {
            try DateWords(WordLists(text: text, file: "dates/words.txt"))
        } throws: {
            "\($0)" == message
        }
    }

    /// A property's name as the file writes it: "nameOpeners" is "name-openers".
    private static func name(of property: String) -> String {
        property.map { $0.isUppercase ? "-\($0.lowercased())" : String($0) }.joined()
    }
}

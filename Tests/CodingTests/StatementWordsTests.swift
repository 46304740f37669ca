import ChanceryCore
import Foundation
import Testing

@testable import Coding

@Suite struct StatementWordsTests {
    /// A list that no stage asks for is left over, and says what is not so.
    @Test func everyListOfTheFileIsRead() throws {
        let file = "statements/words.txt"
        let text = String(decoding: try ModuleResources.data(file), as: UTF8.self)
        let lists = try WordLists(text: text, file: file)
        let read = Mirror(reflecting: try StatementWords()).children.compactMap(\.label)
        #expect(read.map(Self.name).sorted() == lists.names)
        #expect(try lists.names.allSatisfy { try !lists.list($0).isEmpty })
    }

    @Test(arguments: [
        (StatementRule(.verbClause), "verb-clause"), (StatementRule(.verbObject), "verb-object"),
        (StatementRule(.verbObject, preposition: "of"), "verb-object-of"),
        (StatementRule(.quotationGoverned, preposition: "as"), "quotation-as"),
    ])
    func aRuleIsNamedByItsConstructionAndPreposition(_ rule: StatementRule, _ id: String) {
        #expect(rule.id == id)
    }

    /// A property's name as the file writes it: "objectPhrases" is "object-phrases".
    private static func name(of property: String) -> String {
        property.map { $0.isUppercase ? "-\($0.lowercased())" : String($0) }.joined()
    }
}

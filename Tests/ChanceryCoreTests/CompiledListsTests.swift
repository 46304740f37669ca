import Testing

@testable import ChanceryCore

/// The word lists that are compiled into the program: a fault in one would leave it empty.
@Suite struct CompiledListsTests {
    @Test func theListsOfContentWordsAreRead() throws {
        let lists = try ContentWords.read.get()
        #expect(lists.silent.isSuperset(of: ["the", "june"]))
        #expect(lists.endingsByLast[Int(UInt8(ascii: "n"))] == ["ation", "ition", "ion"])
    }

    @Test func theTablesOfNumeralsAreRead() throws {
        let tables = try NumeralWords.read.get()
        #expect(tables.cardinals["forty"] == 40)
        #expect(tables.ordinals["twelfth"] == 12)
        #expect(tables.scales["trillion"] == 1e12)
        #expect(tables.ordinalEndings == ["st", "nd", "rd", "th"])
    }

    @Test func everyRoleHasItsConceptsAndNoConceptTwo() throws {
        let concepts = try ConceptRole.read.get()
        for role in ConceptRole.allCases {
            #expect(!role.concepts.isEmpty, "\(role)")
            #expect(role.concepts.allSatisfy { ConceptRole($0) == role }, "\(role)")
        }
        #expect(ConceptRole("no-concept") == nil)
        #expect(Set(concepts.values.joined()).count == concepts.values.joined().count)
    }

    @Test(arguments: [("eighties", 8), ("twenties", 2), ("eighty", nil)])
    func aDecadeIsToldByItsTens(word: String, tens: Int?) { #expect(Numeral.tens(ofDecade: word) == tens) }

    @Test func aValueThatIsNoNumberIsNamed() throws {
        let lists = try WordLists(text: "[cardinals]\none 1, two b", file: "numerals.txt")
        let fault = #expect(throws: WordLists.Fault.self) { try NumeralWords.Tables(lists) }
        #expect(fault?.reason.contains("'two b' in [cardinals]") == true)
    }
}

import ChanceryCore
import Testing

@testable import Coding

/// The small values that the stages of who is who are made of.
@Suite struct EntityStageTests {
    private static func span(_ tokens: Range<Int>, entity: Int = 0) -> NameSpan {
        NameSpan(
            tokens: tokens, head: tokens.lowerBound, span: ByteSpan(tokens.lowerBound * 4, tokens.upperBound * 4),
            entity: entity, form: .name)
    }

    @Test func aWordSetHoldsItsWordsAndNoOthers() {
        let words = WordSet(["the", "both"])
        for word in ["the", "both"] { #expect(words.contains(word, key: WordSieve.key(word))) }
        for word in ["The", "bot", ""] { #expect(!words.contains(word, key: WordSieve.key(word))) }
    }

    @Test func everyListOfWordsIsThere() throws {
        let words = try EntityWords()
        #expect(words.names.sharedNames.contains("Senate"))
        #expect(words.antecedents.numbers["three"] == 3)
        #expect(words.lists.endingsWithoutS.contains("ese"))
    }

    @Test func namesOfATokenAreFoundInTheOrderOfTheText() {
        var layer = NameLayer(tokens: 6)
        layer.append(Self.span(3..<5))
        layer.append(Self.span(0..<1))
        #expect(layer.first(at: 0)?.tokens == 0..<1)
        layer.sort()
        #expect(layer.names.map(\.tokens) == [0..<1, 3..<5])
        #expect(layer.last(at: 4)?.tokens == 3..<5)
        #expect(layer.last(at: 5) == nil)
    }

    @Test func aNameGivenToAnotherEntityIsCountedThere() throws {
        var register = EntityRegister(Kept(try EntityLexicon.load()))
        for name in ["Osk", "Lind"] {
            _ = register.add(DocumentEntity(name: name, code: "", sector: "", kind: .person))
        }
        let later = Self.span(2..<3)
        register.count(later)
        let moved = register.move(later, to: 1)
        #expect(moved.entity == 1)
        #expect(register.entities.map(\.count) == [0, 1])
        #expect(register.entities[1].first == later.span)
    }

    @Test func holdersAreFoundByTheirNamesAndByTheirOffice() throws {
        let lexicon = try EntityLexicon.load()
        let words = ["presidents", "Anton", "Lind", "Mira", "Tovan"]
        let role = try #require(lexicon.roles.role(endingAt: 1, from: 0) { words[$0] }).role
        let held = HeldOffices([
            Officeholders(
                role: role, office: 0..<1,
                members: [.init(name: 1..<3, owner: nil), .init(name: 3..<5, owner: nil)])
        ])
        #expect(held.held(at: 4)?.member.name == 3..<5)
        #expect(held.held(at: 0) == nil)
        #expect(held.holders(at: 0).count == 2)
        #expect(held.holders(at: 2).count == 2)
        #expect(held.holders(at: 3).isEmpty)
    }
}

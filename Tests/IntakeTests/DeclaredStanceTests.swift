import ChanceryCore
import Testing

@testable import Intake

@Suite struct DeclaredStanceTests {
    private func declared(_ text: String) throws -> [String] {
        let document = try DocumentBuilder().document(named: "text", text: text)
        let map = OffsetMap(text)
        return document.declaredStances.map { map.text($0) }
    }

    @Test func everyRuleTakesItsExample() throws {
        let lexicon = try Lexicon.load()
        #expect(lexicon.stances.rules.count > 10)
        for rule in lexicon.stances.rules {
            #expect(
                try declared("The two states met in Osk.\n\n\(rule.example)\n\nThen they left.").count == 1,
                "\(rule.id)")
        }
    }

    @Test(arguments: [
        "The two states kept their distance from the war.", "Osk is neutral.", "The minister made no secret of it.",
        "“I no longer keep a neutral distance,” said Roe.", "We rode a long distance that day.",
        "The views expressed at the meeting differed.", "Osk and Tarn took sides in the war.",
    ]) func whatIsToldOfOthersDeclaresNothing(text: String) throws {
        #expect(try declared("The two states met in Osk.\n\n\(text)\n\nThen they left.").isEmpty)
    }

    @Test func theSentenceAloneIsShown() throws {
        let text =
            "Osk fell in May. I can no longer keep a neutral distance from it. The port burned.\n\nThen they left."
        #expect(try declared(text) == ["I can no longer keep a neutral distance from it."])
    }
}

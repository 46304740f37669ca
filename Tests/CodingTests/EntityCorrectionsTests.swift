import ChanceryCore
import Coding
import Foundation
import Testing

@Suite struct EntityCorrectionsTests {
    private static func corrections(_ text: String) throws -> EntityCorrections {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("entities-\(UUID().uuidString).tsv")
        try Data(text.utf8).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        return try EntityCorrections(contentsOf: url)
    }

    private static func answer(_ text: String, _ word: String, _ corrections: EntityCorrections) throws -> String {
        let document = try #require(EntityIndexTests.documents[text])
        let lexicon = try EntityLexicon.load().applying(corrections)
        return try EntityIndexTests.answer(
            word, index: EntityIndex(document, lexicon: lexicon), document: document)
    }

    @Test func aCorrectedNameAndItsAliasesStandAboveTheLists() throws {
        let given = try Self.corrections("# ours\nVeldania\tstate\tVLD\t\tVeldanian Republic\nOsk\tstate\tOSK\n")
        #expect(try Self.answer("Osk accused Veldania of spying.", "Osk", given) == "Osk [OSK - state]")
        #expect(try Self.answer("Osk accused Veldania of spying.", "Veldania", given) == "Veldania [VLD - state]")
        #expect(EntityCorrections.none != given)
    }

    @Test func aStatesAdjectiveIsKnownByItsForm() throws {
        let given = try Self.corrections("Veldania\tstate\tVLD\t\tVeldanian; Veldanians\n")
        let text = "The Veldanian government accused Osk of spying."
        #expect(try Self.answer(text, "government", given) == "Veldania [VLD GOV state]")
    }

    @Test func wordsThatNameNoEntityAreNoParty() throws {
        let given = try Self.corrections("Georgia\tnone\n")
        #expect(try Self.answer("Georgia accused Russia of spying.", "Georgia", given) != "Georgia [GEO - state]")
    }

    @Test(arguments: [
        ("Osk\tcountry\n", 1, "'country' is no kind of entity"),
        ("# ours\nOsk\n", 2, "has 1 fields"),
        ("Osk\tstate\nVeldania\tstate\tVLD\t\tOsk\n", 2, "already stands on line 1"),
        ("Osk\tstate\ta\tb\tc\td\n", 1, "has 6 fields"),
    ]) func aFaultIsToldWithItsLine(text: String, line: Int, words: String) throws {
        let error = #expect(throws: EntityDataError.self) { try Self.corrections(text) }
        #expect(error?.line == line)
        #expect(error?.description.contains(words) == true)
    }

    @Test func aMissingFileIsNamed() {
        let error = #expect(throws: EntityDataError.self) {
            try EntityCorrections(contentsOf: URL(fileURLWithPath: "/no/such/file.tsv"))
        }
        #expect(error?.code == .unreadable)
        #expect(error?.description.contains("/no/such/file.tsv") == true)
    }
}

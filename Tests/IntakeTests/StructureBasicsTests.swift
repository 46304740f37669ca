import ChanceryCore
import Intake
import Testing

/// The kinds and words of a document's blocks, for tables.
func outline(_ document: Document) -> [String] {
    let bytes = Array(document.text.utf8)
    return document.blocks.map { block in
        "\(block.kind.rawValue): " + String(decoding: bytes[block.body.start..<block.body.end], as: UTF8.self)
    }
}

@Suite struct StructureBasics {
    @Test func everyLineIsAParagraphWhereLinesAreLong() throws {
        let text = """
            Veldania opens a mission in Osk
            The government of Veldania opened a mission in Osk on Monday, nine years after the two states parted.
            The minister said the mission would begin with four people.
            """
        let document = try DocumentBuilder().document(named: "a", text: text)
        #expect(document.blocks.map(\.kind) == [.title, .paragraph, .paragraph])
        #expect(document.metadata.title == "Veldania opens a mission in Osk")
        #expect(document.metadata.language == "en")
    }
}

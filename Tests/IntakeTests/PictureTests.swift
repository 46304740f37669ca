import ChanceryCore
import Testing

@testable import Intake

/// Flags and other pictures are no words, and leave the places of all others as they are.
@Suite struct PictureTests {
    @Test(arguments: [
        ("🇯🇵 Osk thanked Veldania.", "Osk thanked Veldania."), ("★ Osk", "Osk"), ("⚠️ Osk", "Osk"),
        ("👩‍🚀 Osk", "Osk"), ("Osk – “Veldania” … 25 °C, 5 € and naïve", "Osk – “Veldania” … 25 °C, 5 € and naïve"),
    ]) func picturesAreReadAsBlanks(text: String, read: String) {
        let block = Block(kind: .paragraph, span: ByteSpan(0, text.utf8.count))
        let document = Document(name: "text", text: text, metadata: DocumentMetadata(), blocks: [block])
        let readable = document.readableText(of: block)
        #expect(readable.utf8.count == text.utf8.count)
        #expect(readable.split(separator: " ").joined(separator: " ") == read)
    }
}

import ChanceryCore
import Testing

@Suite struct SpansTests {
    @Test(arguments: ["", "plain", "Tiranë, 1989", String(repeating: "aë漢😀", count: 100)])
    func everyPositionLeadsThereAndBack(text: String) throws {
        let map = OffsetMap(text)
        #expect(map.codePointCount == text.unicodeScalars.count)
        for position in 0...map.codePointCount {
            let byte = try #require(map.byte(atCodePoint: position))
            #expect(map.codePoint(atByte: byte) == position)
        }
        #expect(map.byte(atCodePoint: map.codePointCount + 1) == nil)
    }

    @Test func codePointsAndBytesOfOneSpanGiveTheSameWords() throws {
        let map = OffsetMap("Tiranë, 1989")
        #expect(map.codePoints(ByteSpan(9, 13)) == CodePointSpan(8, 12))
        #expect(map.text(CodePointSpan(8, 12)) == "1989")
        #expect(map.text(CodePointSpan(8, 40)) == nil)
    }

    @Test func digestIsTheKnownOneOfTheStandard() {
        #expect(Digest.sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}

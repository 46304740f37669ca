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

    @Test(arguments: [(0, 0), (3, 9), (0, Int(Int32.max))]) func placesOfATextAreRead(start: Int, end: Int) throws {
        let line = #"{"start":\#(start),"end":\#(end)}"#
        #expect(try JSONLine.decode(CodePointSpan.self, from: line) == CodePointSpan(start, end))
        #expect(try JSONLine.decode(ByteSpan.self, from: line) == ByteSpan(start, end))
        #expect(try JSONLine.decode(Evidence.self, from: line) == Evidence(CodePointSpan(start, end)))
    }

    @Test(arguments: [(-1, 3), (9, 3), (Int.min, Int.max), (0, Int.max), (Int.max, Int.max)])
    func whatIsNoRangeOfATextIsRefused(start: Int, end: Int) {
        let line = #"{"start":\#(start),"end":\#(end)}"#
        #expect(throws: DecodingError.self) { try JSONLine.decode(CodePointSpan.self, from: line) }
        #expect(throws: DecodingError.self) { try JSONLine.decode(ByteSpan.self, from: line) }
        #expect(throws: DecodingError.self) { try JSONLine.decode(Evidence.self, from: line) }
    }
}

import Testing

@testable import SpacyPipeline

@Suite struct MessagePackTests {
    @Test(
        arguments: [
            ([0x07], 7), ([0xff], -1), ([0xcc, 0xc8], 200), ([0xcd, 0x01, 0x00], 256), ([0xd0, 0x80], -128),
            ([0xd1, 0xff, 0x00], -256), ([0xce, 0, 1, 0, 0], 65536), ([0xd2, 0xff, 0xff, 0xff, 0xfe], -2),
        ] as [([UInt8], Int)])
    func integers(_ bytes: [UInt8], _ value: Int) throws {
        #expect(try MessagePack.read(bytes).integer == value)
    }

    @Test func hashesFillTheWholeRange() throws {
        let value = try MessagePack.read([0xcf, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xfe])
        #expect(value.hash == UInt64.max - 1)
        #expect(value.integer == nil)
    }

    @Test func mapsAnswerByKey() throws {
        // {"a": [true, nil, 1.5], "b": b"\x01\x02"}
        let bytes: [UInt8] =
            [0x82, 0xa1, 0x61, 0x93, 0xc3, 0xc0, 0xcb, 0x3f, 0xf8] + [0, 0, 0, 0, 0, 0]
            + [0xa1, 0x62, 0xc4, 0x02, 0x01, 0x02]
        let value = try MessagePack.read(bytes)
        #expect(value["a"]?.items?.count == 3)
        #expect(value["b"]?.bytes.map(Array.init) == [1, 2])
        #expect(value["c"] == nil)
    }

    @Test(
        arguments: [
            [], [0xa5, 0x61], [0x92, 0x01], [0xcf, 0x00], [0xc6, 0xff, 0xff, 0xff, 0xff],
            [0xdd, 0xff, 0xff, 0xff, 0xff],
            [0xc1], [0x01, 0x01], Array(repeating: 0x91, count: 100),
        ] as [[UInt8]])
    func brokenBytesAreRefused(_ bytes: [UInt8]) {
        #expect(throws: MessagePack.Fault.self) { try MessagePack.read(bytes) }
    }
}

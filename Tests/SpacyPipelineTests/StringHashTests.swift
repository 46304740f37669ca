import Testing

@testable import SpacyPipeline

/// Known values come from spaCy's `hash_string` and thinc's `NumpyOps.hash`.
@Suite struct StringHashTests {
    @Test(
        arguments: [
            ("a", 11_901_859_001_352_538_922), ("treaty", 8_153_358_716_975_691_421),
            ("Veldania", 12_119_378_937_302_848_266), ("Skopje–Tirana", 18_018_412_468_905_859_733),
            ("été", 416_107_850_921_971_791), ("eightby8", 1_301_812_891_062_863_301),
            ("sixteen-byte-key", 9_090_202_869_508_354_486),
        ] as [(String, UInt64)])
    func stringsHashAsInSpacy(_ text: String, _ hash: UInt64) {
        #expect(StringHash.murmur64A(text) == hash)
    }

    @Test(
        arguments: [
            (0, [0, 0, 0, 0]), (1, [1_161_550_108, 2_247_783_286, 1_742_325_162, 1_224_191_281]),
            (10_224_529_290_304_301_056, [1_393_455_326, 1_431_304_558, 2_090_182_989, 2_146_956_837]),
            (UInt64.max, [2_488_739_950, 2_974_852_181, 1_585_626_277, 2_314_794_624]),
        ] as [(UInt64, [UInt32])])
    func tableKeysAreThoseOfThinc(_ value: UInt64, _ keys: [UInt32]) {
        let found = StringHash.tableKeys(value, seed: 8)
        #expect([found.0, found.1, found.2, found.3] == keys)
    }

    @Test func reservedNamesHaveTheirNumber() throws {
        let rules = LexicalRules(symbols: [ExactText("punct"): 445])
        #expect(rules.identity("punct") == 445)
        #expect(rules.identity("") == 0)
        #expect(rules.identity("a") == 11_901_859_001_352_538_922)
    }
}

/// The hash functions that spaCy and thinc name words and table rows with.
enum StringHash {
    /// MurmurHash64A of the bytes, the identity of a string in spaCy (seed 1).
    ///
    /// Source: Austin Appleby's MurmurHash2, 64-bit version, public domain.
    static func murmur64A(_ bytes: UnsafeBufferPointer<UInt8>, seed: UInt64 = 1) -> UInt64 {
        let multiplier: UInt64 = 0xc6a4_a793_5bd1_e995
        var hash = seed ^ (UInt64(bytes.count) &* multiplier)
        var index = 0
        while index + 8 <= bytes.count {
            var block: UInt64 = 0
            for offset in 0..<8 { block |= UInt64(bytes[index + offset]) << UInt64(8 * offset) }
            block = block &* multiplier
            block ^= block >> 47
            block = block &* multiplier
            hash ^= block
            hash = hash &* multiplier
            index += 8
        }
        if index < bytes.count {
            var tail: UInt64 = 0
            for offset in 0..<(bytes.count - index) { tail |= UInt64(bytes[index + offset]) << UInt64(8 * offset) }
            hash ^= tail
            hash = hash &* multiplier
        }
        hash ^= hash >> 47
        hash = hash &* multiplier
        hash ^= hash >> 47
        return hash
    }

    /// MurmurHash64A of a text's UTF-8 bytes, seed 1.
    static func murmur64A(_ text: String) -> UInt64 {
        var copy = text
        return copy.withUTF8 { murmur64A($0) }
    }

    /// The four table keys of one feature value: MurmurHash3 x86 128 for a single 64-bit word, as thinc's
    /// `ops.hash` computes it (`HashEmbed` sums the four rows these keys name).
    static func tableKeys(_ value: UInt64, seed: UInt32) -> (UInt32, UInt32, UInt32, UInt32) {
        var first = value &* 0x87c3_7b91_1142_53d5
        first = first << 31 | first >> 33
        first = first &* 0x4cf5_ad43_2745_937f
        first ^= UInt64(seed)
        first ^= 8
        var second = UInt64(seed) ^ 8
        first = first &+ second
        second = second &+ first
        first = finalise(first)
        second = finalise(second)
        first = first &+ second
        second = second &+ first
        return (
            UInt32(truncatingIfNeeded: first), UInt32(truncatingIfNeeded: first >> 32),
            UInt32(truncatingIfNeeded: second), UInt32(truncatingIfNeeded: second >> 32)
        )
    }

    private static func finalise(_ value: UInt64) -> UInt64 {
        var result = value
        result ^= result >> 33
        result = result &* 0xff51_afd7_ed55_8ccd
        result ^= result >> 33
        result = result &* 0xc4ce_b9fe_1a85_ec53
        result ^= result >> 33
        return result
    }
}

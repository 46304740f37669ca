/// Tells of nearly every word that a table does not hold it, in a few instructions and without hashing its letters again.
///
/// A text's words are looked up in dozens of tables, and nearly all look-ups find nothing. Each word gets a key once
/// (``key(_:)``); a sieve keeps one bit for each key of a table's words. Where the bit is not set the word is not there;
/// where it is, the table itself decides: a sieve lets a few others through.
public struct WordSieve: Sendable {
    @usableFromInline let bits: [UInt64]
    @usableFromInline let mask: UInt32

    /// Makes the sieve of some words.
    public init(_ words: some Sequence<String>) {
        let keys = words.map { Self.key($0) }
        // At least 32 bits a word: one word in thirty passes that should not.
        var size = 64
        while size < keys.count * 32 { size *= 2 }
        mask = UInt32(size - 1)
        var bits = [UInt64](repeating: 0, count: size / 64)
        for key in keys { bits[Int(key & mask) / 64] |= 1 << UInt64(key & mask & 63) }
        self.bits = bits
    }

    /// Whether a word of this key may be one of the table's.
    @inlinable
    public func mayHold(_ key: UInt32) -> Bool {
        bits[Int(key & mask) / 64] & (1 << UInt64(key & mask & 63)) != 0
    }

    /// The key of a word as it is written.
    @inlinable
    public static func key(_ word: String) -> UInt32 { key(word.utf8) }

    /// The key of two words with a blank between them.
    @inlinable
    public static func key(_ first: String, _ second: String) -> UInt32 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for letter in first.utf8 { hash = (hash ^ UInt64(letter)) &* 0x100_0000_01B3 }
        hash = (hash ^ UInt64(UInt8(ascii: " "))) &* 0x100_0000_01B3
        for letter in second.utf8 { hash = (hash ^ UInt64(letter)) &* 0x100_0000_01B3 }
        return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
    }

    /// The key of a word given in UTF-8: FNV-1a, its upper half folded into the lower.
    @inlinable
    public static func key(_ letters: some Sequence<UInt8>) -> UInt32 { key(hash: hash(letters)) }

    /// The key of a word of this hash.
    @inlinable
    public static func key(hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash ^ (hash >> 32)) }

    /// The 64-bit FNV-1a hash of a word given in UTF-8.
    @inlinable
    public static func hash(_ letters: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for letter in letters { hash = (hash ^ UInt64(letter)) &* 0x100_0000_01B3 }
        return hash
    }
}

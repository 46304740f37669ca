import ChanceryCore

/// A number for every word that a rule or word class mentions, so that pieces are compared as numbers.
struct Vocabulary: Sendable {
    private var symbols: [String: Int] = [:]
    private var sieve: WordSieve?

    /// How many words it holds.
    var count: Int { symbols.count }

    /// The number of a word, which is taken up where it is new; case does not count.
    mutating func take(_ word: String) -> Int {
        let lower = word.lowercased()
        if let symbol = symbols[lower] { return symbol }
        symbols[lower] = symbols.count
        sieve = nil
        return symbols.count - 1
    }

    /// The number of a word in lower case; -1 where no rule mentions it.
    func symbol(_ lower: String) -> Int {
        if let sieve, !sieve.mayHold(WordSieve.key(lower)) { return -1 }
        return symbols[lower] ?? -1
    }

    /// Makes the vocabulary quick to ask, once all words are known.
    mutating func close() { sieve = WordSieve(symbols.keys) }
}

/// A set of words by their numbers.
struct SymbolSet: Sendable {
    private var bits: [UInt64] = []

    mutating func insert(_ symbol: Int) {
        while bits.count <= symbol / 64 { bits.append(0) }
        bits[symbol / 64] |= 1 << UInt64(symbol % 64)
    }

    mutating func formUnion(_ other: SymbolSet) {
        while bits.count < other.bits.count { bits.append(0) }
        for place in other.bits.indices { bits[place] |= other.bits[place] }
    }

    func forEach(_ body: (Int) -> Void) {
        for (place, word) in bits.enumerated() {
            var rest = word
            while rest != 0 {
                body(place * 64 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
    }

    func contains(_ symbol: Int) -> Bool {
        symbol >= 0 && symbol / 64 < bits.count && bits[symbol / 64] & (1 << UInt64(symbol % 64)) != 0
    }
}

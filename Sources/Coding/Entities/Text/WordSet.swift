import ChanceryCore

/// A list of words that is asked at nearly every token: nearly all of them are told apart by their key alone.
struct WordSet: Sendable {
    private let words: Set<String>
    private let sieve: WordSieve

    init(_ words: Set<String>) {
        self.words = words
        sieve = WordSieve(words)
    }

    func contains(_ word: String) -> Bool { words.contains(word) }

    /// - Parameter key: the word's key (``ChanceryCore/WordSieve/key(_:)-(String)``).
    func contains(_ word: String, key: UInt32) -> Bool { sieve.mayHold(key) && words.contains(word) }

    /// The words of both.
    func union(_ other: WordSet) -> WordSet { WordSet(words.union(other.words)) }
}

extension WordLists {
    /// A list as a set that is quick to ask.
    ///
    /// - Throws: ``Fault`` where the file has no list of this name.
    func wordSet(_ name: String) throws(Fault) -> WordSet { WordSet(try set(name)) }
}

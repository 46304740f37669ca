import ChanceryCore

/// Which of many lists of words hold a word: asked once for each word, where each list would be asked for all.
struct WordListIndex: Sendable {
    /// Some of the lists, by their numbers.
    struct Lists: Sendable {
        fileprivate var bits: [UInt64] = []

        func contains(_ list: Int) -> Bool {
            list / 64 < bits.count && bits[list / 64] & (1 << UInt64(list % 64)) != 0
        }

        mutating func formUnion(_ other: Lists) {
            while bits.count < other.bits.count { bits.append(0) }
            for place in other.bits.indices { bits[place] |= other.bits[place] }
        }

        fileprivate mutating func insert(_ list: Int) {
            while bits.count <= list / 64 { bits.append(0) }
            bits[list / 64] |= 1 << UInt64(list % 64)
        }
    }

    private var numbers: [Set<String>: Int] = [:]
    private var lists: [String: Lists] = [:]
    private var sieve = WordSieve([])

    /// The number of a list, which is taken up where it is new.
    mutating func take(_ words: Set<String>) -> Int {
        if let number = numbers[words] { return number }
        let number = numbers.count
        numbers[words] = number
        for word in words { lists[word, default: Lists()].insert(number) }
        return number
    }

    /// Makes the index quick to ask, once all lists are known.
    mutating func close() {
        numbers = [:]
        sieve = WordSieve(lists.keys)
    }

    /// Adds the lists that hold a word.
    ///
    /// - Parameter key: the word's key (``ChanceryCore/WordSieve/key(_:)-(String)``).
    func add(_ word: String, key: UInt32, to found: inout Lists) {
        guard sieve.mayHold(key), let own = lists[word] else { return }
        found.formUnion(own)
    }

    /// Adds the lists that hold two words with a blank between them.
    func add(_ first: String, _ second: String, to found: inout Lists) {
        // Nearly no two words are listed: their key is made before they are.
        guard sieve.mayHold(WordSieve.key(first, second)), let own = lists["\(first) \(second)"]
        else { return }
        found.formUnion(own)
    }
}

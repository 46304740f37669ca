import ChanceryCore
import Foundation

/// The words of one block's tellings, weighed by how rare they are in it: what two tellings share counts by its weight.
struct BlockWords {
    /// One word.
    struct Word {
        /// Its number in the block.
        let id: Int
        let stem: String
        /// From about 0, of a word in every telling, to about 1, of one that stands once.
        let weight: Double
        /// The families of words it is in, see `word-families.txt`.
        let families: [Int]
        /// Whether more than one telling has it, so that something can be found by it.
        let isShared: Bool
        /// Whether many sorts of act are told by it.
        let isGeneral: Bool

        /// Whether two words are forms of one.
        func isForm(of other: Word) -> Bool { BlockWords.isForm(stem, other.stem) }

        /// Whether two words can tell of one act.
        func isKin(to other: Word) -> Bool { families.contains { other.families.contains($0) } }
    }

    /// How far the words of two tellings are the same.
    struct Overlap {
        /// The weight of what they share as a share of both (0 to 1).
        var share = 0.0
        /// As a share of the shorter.
        var part = 0.0
        /// The weight of the rarest word they share; 0 where they share none.
        var rarest = 0.0
    }

    /// The words of a text, by which it is held against others.
    struct Text {
        private let words: [(id: Int, weight: Double)]
        private let length: Double

        init(_ words: [Word]) {
            self.words = words.map { ($0.id, $0.weight) }
            length = words.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
        }

        /// The cosine of the weights of two texts' words (0 to 1).
        func likeness(to other: Text) -> Double {
            guard length > 0, other.length > 0 else { return 0 }
            var (sum, mine, theirs) = (0.0, 0, 0)
            while mine < words.count, theirs < other.words.count {
                switch (words[mine].id, other.words[theirs].id) {
                case let (a, b) where a == b:
                    sum += words[mine].weight * words[mine].weight
                    mine += 1
                    theirs += 1
                case let (a, b) where a < b: mine += 1
                default: theirs += 1
                }
            }
            return sum / (length * other.length)
        }
    }

    /// How many tellings of other things stand behind those of a block: in a small one no word is common for standing twice.
    private static let background = 150.0
    /// What a form of the same word, and a word of its family, counts of a word.
    private static let (form, kin) = (0.9, 0.7)

    private var words: [String: Word] = [:]

    /// Weighs the words of a block.
    ///
    /// - Parameter tellings: the stems each telling is compared by.
    init(_ tellings: [Set<String>], _ lists: LikenessWords) {
        var counts: [String: Int] = [:]
        for telling in tellings { for stem in telling { counts[stem, default: 0] += 1 } }
        let all = Double(tellings.count) + Self.background
        for (id, stem) in counts.keys.sorted().enumerated() {
            words[stem] = Word(
                id: id, stem: stem,
                weight: log((all + 1) / (Double(counts[stem] ?? 0) + 0.5)) / log((all + 1) / 1.5),
                families: lists.families[stem] ?? [], isShared: counts[stem] != 1,
                isGeneral: lists.general.contains(stem))
        }
    }

    /// Whether two stems are forms of one word: they share five letters, or four where the shorter has no more than five.
    static func isForm(_ a: String, _ b: String) -> Bool {
        let shared = zip(a.utf8, b.utf8).prefix(5).prefix { $0 == $1 }.count
        return shared >= 5 || shared >= 4 && min(a.utf8.count, b.utf8.count) <= 5 || a == b
    }

    /// The words of some stems, in one order.
    func of(_ stems: some Sequence<String>) -> [Word] { stems.compactMap { words[$0] }.sorted { $0.id < $1.id } }

    /// How far two lists of words are the same: each word is matched once, with itself before its forms, and these before its kin.
    static func overlap(_ a: [Word], _ b: [Word]) -> Overlap {
        guard !a.isEmpty, !b.isEmpty else { return Overlap() }
        var taken = [Bool](repeating: false, count: b.count)
        var rest: [Word] = []
        var overlap = Overlap()
        var shared = 0.0
        func take(_ place: Int, _ weight: Double) {
            taken[place] = true
            shared += weight
            overlap.rarest = max(overlap.rarest, weight)
        }
        for word in a {
            if let place = b.firstIndex(where: { $0.id == word.id }) {
                take(place, word.weight)
            } else {
                rest.append(word)
            }
        }
        for (part, isAlike) in [(form, { $0.isForm(of: $1) }), (kin, { $0.isKin(to: $1) })]
            as [(Double, (Word, Word) -> Bool)]
        {
            rest = rest.filter { word in
                guard let place = b.indices.first(where: { !taken[$0] && isAlike(word, b[$0]) }) else { return true }
                take(place, min(word.weight, b[place].weight) * part)
                return false
            }
        }
        let weights = [a, b].map { $0.reduce(0) { $0 + $1.weight } }
        guard let least = weights.min(), least > 0 else { return overlap }
        overlap.share = shared / (weights[0] * weights[1]).squareRoot()
        overlap.part = shared / least
        return overlap
    }
}

/// How far the words of two tellings speak for one and the same thing.
enum WordLikeness: Int, Comparable {
    /// They share no word though both are known.
    case none = -1
    /// Of one of them the words are not known.
    case unknown = 0
    /// One word, or a small part.
    case some = 1
    /// Two words, and a third of the shorter.
    case good = 3
    /// Three words, and most of the shorter.
    case strong = 4

    /// Compares the words of two tellings; those by which both name a party are counted with the parties.
    init(_ first: Telling, _ second: Telling) {
        let common = first.names.intersection(second.names)
        self.init(first.terms.subtracting(common), second.terms.subtracting(common))
    }

    /// The share of the words of the shorter that are in the other, those by which both name a party aside.
    static func share(_ first: Telling, _ second: Telling) -> Double {
        let common = first.names.intersection(second.names)
        let words = (first.terms.subtracting(common), second.terms.subtracting(common))
        return Double(words.0.intersection(words.1).count) / Double(max(1, min(words.0.count, words.1.count)))
    }

    init(_ a: Set<String>, _ b: Set<String>) {
        let shared = a.intersection(b).count
        let share = Double(shared) / Double(max(1, min(a.count, b.count)))
        switch shared {
        case _ where a.isEmpty || b.isEmpty: self = .unknown
        case 0: self = .none
        case 3... where share >= 0.6: self = .strong
        case 2... where share >= 0.3: self = .good
        default: self = .some
        }
    }

    static func < (a: WordLikeness, b: WordLikeness) -> Bool { a.rawValue < b.rawValue }
}

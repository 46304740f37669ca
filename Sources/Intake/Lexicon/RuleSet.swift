import ChanceryCore

/// Rules over lines, found by the word a line begins with: a text of a million lines asks them a million times.
struct RuleSet: Sendable {
    /// The rules in the file's order.
    let rules: [RuleLine]
    /// The places of the rules that can begin with a certain word, those that can begin with anything among them, in order;
    /// `<number>` stands for a number.
    private let byOpening: [String: [Int]]
    /// The places of the rules that can begin with anything.
    private let open: [Int]
    /// For each word the rules that ask for it, each with the bits of the elements that do.
    private let asking: [String: [(rule: Int, bits: UInt64)]]
    /// The words of `asking`: most words are none of theirs.
    private let sieve: WordSieve
    /// For each rule the bits of all elements that ask for a word.
    private let asked: [UInt64]

    init(_ rules: [RuleLine]) {
        self.rules = rules
        var byOpening: [String: [Int]] = [:]
        var open: [Int] = []
        for (place, rule) in rules.enumerated() {
            guard let openings = rule.pattern.openings else {
                open.append(place)
                continue
            }
            for word in openings { byOpening[word, default: []].append(place) }
        }
        self.byOpening = byOpening.mapValues { ($0 + open).sorted() }
        self.open = open
        var asking: [String: [(rule: Int, bits: UInt64)]] = [:]
        var asked = [UInt64](repeating: 0, count: rules.count)
        for (place, rule) in rules.enumerated() {
            for (number, element) in rule.pattern.elements.enumerated() {
                guard case .words(let words, isOptional: false) = element, number < UInt64.bitWidth,
                    !words.contains("<number>")
                else { continue }
                asked[place] |= 1 << number
                for word in words {
                    if let last = asking[word]?.last, last.rule == place {
                        asking[word]?.removeLast()
                        asking[word]?.append((place, last.bits | 1 << number))
                    } else {
                        asking[word, default: []].append((place, 1 << number))
                    }
                }
            }
        }
        self.asking = asking
        sieve = WordSieve(asking.keys)
        self.asked = asked
    }

    /// The rules that these words can match by what they ask for, in the file's order: one look at each word, where most
    /// words are asked for by none.
    func candidates(_ words: [Word]) -> [RuleLine] {
        let known = words.filter { sieve.mayHold(WordSieve.key($0.folded)) }
        if known.isEmpty, !asked.contains(0) { return [] }
        var found = [UInt64](repeating: 0, count: rules.count)
        for word in known {
            for (rule, bits) in asking[word.folded] ?? [] { found[rule] |= bits }
        }
        return rules.indices.filter { found[$0] == asked[$0] }.map { rules[$0] }
    }

    /// The rules that a line with this first word can match, in the file's order.
    func candidates(_ first: Word) -> some Sequence<RuleLine> {
        let places = byOpening[first.folded] ?? open
        guard WordPattern.isNumber(first), let numbers = byOpening["<number>"] else { return lines(places) }
        return lines(Set(places + numbers).sorted())
    }

    /// The rules at some places, none copied before it is asked for.
    private func lines(_ places: [Int]) -> LazyMapSequence<[Int], RuleLine> { places.lazy.map { rules[$0] } }
}

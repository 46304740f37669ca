import Grammar

/// The way through a parse from an act's word to a party's: up to what both hang on, and down.
///
/// Coordination is left out on the way down, since whoever is joined to a party stands where the party stands. Of a longer
/// way only the steps next to the act and the last are kept.
struct ActPath {
    private static let longest = 6
    private static let marked: Dependencies = [.prep, .agent, .dative]
    private static let labels = Dependency.allCases.map(\.label)

    /// The way as features have it: `^relcl_nsubj`, `_prep:with_pobj`.
    let symbol: Symbol
    /// How many verbs stand on the way up.
    let verbsAbove: Int

    /// The way between two tokens of one sentence.
    ///
    /// - Parameters:
    ///   - above: the act and all above it, nearest first.
    ///   - wantsText: whether the symbol's text is asked for, and not only its hash.
    init(to party: Int, above: [Int], _ grammar: Grammar, wantsText: Bool) {
        let tree = grammar.tree
        // In place: a list would have to be allocated for each party of each act.
        var down = InlineArray<40, Int>(repeating: 0)
        var depth = 0
        var at = party
        var meeting = above.firstIndex(of: at)
        while meeting == nil, let head = tree.head(of: at), depth < down.count {
            if tree.labels[at] != .conj {
                down[depth] = at
                depth += 1
            }
            at = head
            meeting = above.firstIndex(of: at)
        }
        let height = meeting ?? above.count
        var verbs = 0
        for step in 0..<height where grammar.isVerb(above[step]) { verbs += 1 }
        verbsAbove = verbs
        var name = Name(wantsText: wantsText)
        let count = height + depth
        if count > Self.longest { name.add("~") }
        for step in 0..<count where count <= Self.longest || step < Self.longest - 1 || step == count - 1 {
            let isUp = step < height
            let token = isUp ? above[step] : down[count - 1 - step]
            name.add(isUp ? "^" : "_")
            name.add(Self.labels[Int(tree.labels[token].rawValue)])
            if Self.marked.contains(tree.labels[token]) {
                name.add(":")
                name.add(tree.words[token])
            }
        }
        symbol = Symbol(name.hash, text: name.text)
    }

    /// A name as it is put together.
    private struct Name {
        let wantsText: Bool
        var hash = NameHash()
        var text = ""

        mutating func add(_ piece: String) {
            hash.add(piece)
            if wantsText { text += piece }
        }
    }
}

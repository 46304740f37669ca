import Grammar

/// The way through a parse from an act's word to a party's: up to what both hang on, and down.
///
/// Coordination is left out on the way down, since whoever is joined to a party stands where the party stands. Of a longer
/// way only the steps next to the act and the last are kept.
struct ActPath {
    private static let longest = 6
    private static let deepest = 40
    private static let marked: Dependencies = [.prep, .agent, .dative]
    private static let labels = Dependency.allCases.map(\.label)

    /// The way as features have it: `^relcl_nsubj`, `_prep:with_pobj`.
    let symbol: Symbol
    /// How many verbs stand on the way up.
    let verbsAbove: Int

    /// The way between two tokens of one sentence.
    ///
    /// - Parameter above: the act and all above it, nearest first.
    init(to party: Int, above: [Int], _ grammar: Grammar) {
        let tree = grammar.tree
        var down: [Int] = []
        var at = party
        var meeting = above.firstIndex(of: at)
        while meeting == nil, let head = tree.head(of: at), down.count < Self.deepest {
            if tree.labels[at] != .conj { down.append(at) }
            at = head
            meeting = above.firstIndex(of: at)
        }
        let up = above[..<(meeting ?? above.count)]
        verbsAbove = up.reduce(0) { $0 + (grammar.isVerb($1) ? 1 : 0) }
        let steps = up.map { ("^", $0) } + down.reversed().map { ("_", $0) }
        let kept = steps.count > Self.longest ? Array(steps.prefix(Self.longest - 1)) + [steps[steps.count - 1]] : steps
        var text = steps.count > Self.longest ? "~" : ""
        for (sign, token) in kept {
            text += sign
            text += Self.labels[Int(tree.labels[token].rawValue)]
            if Self.marked.contains(tree.labels[token]) {
                text += ":"
                text += tree.words[token]
            }
        }
        symbol = Symbol(text)
    }
}

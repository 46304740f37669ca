import ChanceryCore

/// Names of a document, and for each token those it stands in.
struct NameLayer: Sendable {
    private(set) var names: [NameSpan] = []
    /// For each token the names it stands in, as indices into `names`.
    private(set) var at: [[Int]]

    init(tokens count: Int) { at = Array(repeating: [], count: count) }

    mutating func append(_ name: NameSpan) {
        for token in name.tokens { at[token].append(names.count) }
        names.append(name)
    }

    /// The first name that a token stands in.
    func first(at token: Int) -> NameSpan? { at[token].first.map { names[$0] } }

    /// The last name that a token stands in.
    func last(at token: Int) -> NameSpan? { at[token].last.map { names[$0] } }

    subscript(index: Int) -> NameSpan {
        get { names[index] }
        set { names[index] = newValue }
    }

    /// Takes names out of the tokens they stand at; they stay in the list.
    mutating func hide(_ indices: [Int]) {
        for index in indices { for token in names[index].tokens { at[token].removeAll { $0 == index } } }
    }

    /// Puts the names into the order of the text.
    mutating func sort() {
        names.sort { ($0.tokens.lowerBound, $0.span.start) < ($1.tokens.lowerBound, $1.span.start) }
        at = Array(repeating: [], count: at.count)
        for (index, name) in names.enumerated() { for token in name.tokens { at[token].append(index) } }
    }
}

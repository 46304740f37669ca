/// What a time expression says of one word of its sentence.
struct DateAnchor: Hashable, Sendable {
    /// How the time of the word stands to the expression.
    enum Relation: Sendable {
        /// The same time.
        case during
        /// Not before it: "after the war of 1973".
        case after
        /// Soon after it: "after protests broke out in May, Osk resigned".
        case near
    }

    /// How the expression came to the word.
    enum Way: Int, Sendable {
        /// It is the word's own.
        case own
        /// It is that of a happening or paper at or in which the word's act takes place: "at Monday's rally".
        case shared
        /// It stands in a phrase of the word that may as well be dated itself: "condemned the raid on Monday".
        case weak
    }

    /// Which expression, an index into ``DateFacts/expressions``.
    var index: Int
    /// How it stands to the word.
    var relation: Relation
    /// How it came there.
    var way: Way
    /// Whether it stands before its noun: "the 1997 agreement".
    var isBeforeNoun: Bool

    /// The date of something that takes place at its time.
    static func shared(_ index: Int) -> DateAnchor {
        DateAnchor(index: index, relation: .during, way: .shared, isBeforeNoun: false)
    }

    /// The same with another time of the word.
    func with(_ relation: Relation) -> DateAnchor {
        var anchor = self
        anchor.relation = relation
        return anchor
    }
}

/// What the expressions of a document say of each token.
struct DateAnchors: Sendable {
    private var byToken: [Int: [DateAnchor]] = [:]

    /// What the expressions say of a token, in the order in which they came to it.
    subscript(token: Int) -> [DateAnchor] { byToken[token] ?? [] }

    /// Gives an expression to a token that does not have it yet.
    mutating func add(
        _ index: Int, to token: Int, way: DateAnchor.Way, relation: DateAnchor.Relation = .during,
        isBeforeNoun: Bool = false
    ) {
        let anchor = DateAnchor(index: index, relation: relation, way: way, isBeforeNoun: isBeforeNoun)
        if byToken[token]?.contains(where: { $0.index == index }) != true {
            byToken[token, default: []].append(anchor)
        }
    }

    /// Takes an expression from a token.
    mutating func remove(_ index: Int, from token: Int) { byToken[token]?.removeAll { $0.index == index } }
}

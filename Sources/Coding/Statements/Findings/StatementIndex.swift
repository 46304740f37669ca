import ChanceryCore

/// The statements of one document, and who speaks where.
public struct StatementIndex: Sendable {
    /// Every statement, ordered by where their content begins, the longer first.
    public let statements: [StatementFinding]
    /// The stances that parties take to what a statement says.
    public let stances: [StanceFinding]
    /// For each token up to the last that any content holds the statements whose content holds it, outermost first.
    private let holders: [[Int]]

    /// Orders statements and notes which tokens their contents hold.
    public init(_ found: [StatementFinding], stances: [StanceFinding] = []) {
        self.stances = stances
        // Places are sorted, not the statements themselves: a statement is large.
        let keys = found.map {
            ($0.contentHull.start, -$0.contentHull.end, $0.cueTokens.first ?? -1, $0.rule.id)
        }
        let statements = found.indices.sorted { keys[$0] < keys[$1] }.map { found[$0] }
        let end = statements.reduce(0) { max($0, $1.contentTokens.map(\.upperBound).max() ?? 0) }
        var holders = [[Int]](repeating: [], count: end)
        let sizes = statements.map { $0.contentTokens.reduce(0) { $0 + $1.count } }
        for number in statements.indices.sorted(by: {
            // Of two with the same content, whoever is cited for it stands behind the one who tells it, and the one who quotes both before them.
            (sizes[$1], statements[$0].hand.rawValue, $0) < (sizes[$0], statements[$1].hand.rawValue, $1)
        }) {
            for range in statements[number].contentTokens {
                for token in range { holders[token].append(number) }
            }
        }
        self.statements = statements
        self.holders = holders
    }

    /// The stances taken to what a statement says.
    public func stances(to statement: StatementFinding) -> [StanceFinding] {
        stances.filter { $0.content == statement.contentHull && $0.source == statement.source }
    }

    /// The statements through whose sources the token is told, outermost first.
    ///
    /// Left out are intentions and seeming, sayings that are negated or only supposed, remarks on one's own words ("I think"), and
    /// cues that take their object as given: see ``StatementFinding/attributes``. ``allStatements(at:)`` has them all.
    public func chain(at token: Int) -> [StatementFinding] {
        places(at: token).filter { statements[$0].attributes }.map { statements[$0] }
    }

    /// Every statement whose content holds the token, the longest content first.
    public func allStatements(at token: Int) -> [StatementFinding] {
        places(at: token).map { statements[$0] }
    }

    /// Whether the content of any statement holds the token.
    func isToldInStatement(_ token: Int) -> Bool { !places(at: token).isEmpty }

    /// Where the statements whose content holds a token stand, the longest content first: a statement is large.
    private func places(at token: Int) -> [Int] { holders.indices.contains(token) ? holders[token] : [] }

    /// Who speaks at a token inside quotation marks, a block quote or an interview turn: whom "I" and "we" name.
    ///
    /// Of words inside words it is the inner speaker, or nobody where the text does not name them.
    public func speaker(at token: Int) -> Mention? {
        places(at: token).last { statements[$0].kind.isQuoted }.flatMap { statements[$0].source }
    }
}

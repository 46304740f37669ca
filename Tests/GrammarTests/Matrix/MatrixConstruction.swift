import Grammar

/// One column of the matrix: a sentence form, the parties it must give, and the arcs its reading needs.
struct MatrixConstruction {
    /// What part of a predicate's row it is made with.
    enum Unit: String { case verb, noun, light }
    /// Which rows it is made with.
    enum Only: String { case any, transitive, prep, object, of, partner }

    /// The parties that must be found.
    struct Expectation {
        /// Who the agent is; of a shared act those who share it.
        var agents: Set<String>
        /// Who the second party is.
        var seconds: Set<String>
        /// Whether the agents are those to whom the agent belongs.
        var isOwner = false
        /// Whether the agents are the partners of an act between several.
        var isShared = false
    }

    let name: String
    let unit: Unit
    let only: Only
    let form: String
    let focus: String
    let expected: Expectation
    let arcs: [[MatrixArc]]
    let floor: Double

    /// The rows of the file of constructions.
    static func read(_ text: String) throws -> [MatrixConstruction] {
        try matrixRows(text).map { row in
            guard row.count == 8, let unit = Unit(rawValue: row[1]), let only = Only(rawValue: row[2]),
                let floor = Double(row[7])
            else { throw MatrixFault(reason: "a construction has eight columns: \(row)") }
            return MatrixConstruction(
                name: row[0], unit: unit, only: only, form: row[3], focus: row[4], expected: try expectation(row[5]),
                arcs: try row[6].split(separator: "/").map { try MatrixArc.read($0) }, floor: floor)
        }
    }

    private static func expectation(_ cell: String) throws -> Expectation {
        func parties(_ text: Substring) -> Set<String> {
            text == "-" ? [] : Set(text.split(separator: ",").map(String.init))
        }
        if let shared = cell.wholeMatch(of: /partner (.+)/)?.1 {
            return Expectation(agents: parties(shared), seconds: [], isShared: true)
        }
        guard let match = cell.wholeMatch(of: /(of )?(.+)>(.+)/) else {
            throw MatrixFault(reason: "'\(cell)' expects nothing")
        }
        return Expectation(agents: parties(match.2), seconds: parties(match.3), isOwner: match.1 != nil)
    }

    /// Whether it can be made with a predicate.
    func fits(_ predicate: MatrixPredicate) -> Bool {
        let noun = unit == .light ? predicate.light?.noun : predicate.noun
        guard unit == .verb || noun != nil else { return false }
        switch only {
        case .any: return true
        case .transitive: return predicate.link.preposition == nil
        case .prep: return predicate.link.preposition != nil
        case .object: return predicate.object != nil
        case .of: return noun?.link.preposition == "of"
        case .partner: return noun?.link.role == .partner
        }
    }
}

/// A part of a parse that a reading needs.
struct MatrixArc {
    enum Way {
        /// A label between two words.
        case labels([String])
        /// A preposition between them.
        case preposition
        /// The way the predicate's own frame joins its second party.
        case frame
    }

    let dependent: String
    let heads: [String]
    let way: Way

    /// Reads arcs that stand apart by blanks: "A<V:nsubj P~V A^V|L".
    static func read(_ text: Substring) throws -> [MatrixArc] {
        try text.split(separator: " ").filter { $0 != "-" }.map { part in
            guard let match = part.wholeMatch(of: /(\w)([<^~])([\w|]+)(?::([\w|]+))?/) else {
                throw MatrixFault(reason: "'\(part)' is no arc")
            }
            let labels = match.4.map { $0.split(separator: "|").map(String.init) }
            let way: Way =
                switch match.2 {
                case "^": .preposition
                case "~": .frame
                default: .labels(labels ?? [])
                }
            return MatrixArc(
                dependent: String(match.1), heads: match.3.split(separator: "|").map(String.init), way: way)
        }
    }
}

import SpacyPipeline

@testable import Grammar

/// One cell of the matrix: a construction with a predicate, read from the real parse.
struct MatrixCell {
    let construction: MatrixConstruction
    let predicate: MatrixPredicate
    let sentence: MatrixSentence
    /// Whether the parse holds what the reading needs.
    let isParsed: Bool
    /// The parse, word by word: for people who look at a cell.
    let arcs: String
    /// What was found beside what was expected; empty where the reading is right.
    let fault: String

    var isRight: Bool { fault.isEmpty }

    /// Reads the cell.
    init(
        _ construction: MatrixConstruction, _ predicate: MatrixPredicate, _ sentence: MatrixSentence,
        _ parsed: ParsedSentence
    ) {
        self.construction = construction
        self.predicate = predicate
        self.sentence = sentence
        let grammar = parsed.grammar
        let starts = Dictionary(
            grammar.tree.tokens.enumerated().map { ($1.start, $0) }, uniquingKeysWith: { first, _ in first })
        let places = sentence.anchors.compactMapValues { starts[$0] }
        arcs = parsed.parse.tokens.map { "\($0.text)/\($0.tag)/\($0.dep)/\(parsed.parse.tokens[$0.head].text)" }
            .joined(separator: " ")
        isParsed = Self.holds(construction, predicate, places, parsed.parse)
        fault = Self.fault(construction, predicate, places, grammar)
    }

    private static func holds(
        _ construction: MatrixConstruction, _ predicate: MatrixPredicate, _ places: [String: Int], _ tree: SyntaxTree
    ) -> Bool {
        for (name, place) in places {
            if name == "V" || name == "L" {
                guard tree.tags[place].isVerb else { return false }
            } else if name == "N" || name == "O" {
                guard tree.tags[place].isNoun else { return false }
            }
        }
        return construction.arcs.contains { arcs in
            arcs.allSatisfy { holds($0, predicate, places, tree) }
        }
    }

    private static func holds(
        _ arc: MatrixArc, _ predicate: MatrixPredicate, _ places: [String: Int], _ tree: SyntaxTree
    ) -> Bool {
        guard let dependent = places[arc.dependent] else { return false }
        var heads = arc.heads.compactMap { places[$0] }
        switch arc.way {
        case .labels(let labels):
            guard let head = tree.head(of: dependent) else { return false }
            return heads.contains(head) && labels.contains(tree.labels[dependent].label)
        case .preposition: return isJoined(dependent, to: heads, tree)
        case .frame:
            if predicate.link.preposition == nil {
                return tree.labels[dependent] == .dobj && tree.head(of: dependent).map(heads.contains) == true
            }
            if predicate.object != nil {
                guard let object = places["O"] else { return false }
                heads.append(object)
            }
            return isJoined(dependent, to: heads, tree)
        }
    }

    private static func isJoined(_ dependent: Int, to heads: [Int], _ tree: SyntaxTree) -> Bool {
        guard [.pobj, .pcomp].contains(tree.labels[dependent]), let preposition = tree.head(of: dependent),
            [.prep, .agent, .dative].contains(tree.labels[preposition]), let head = tree.head(of: preposition)
        else { return false }
        return heads.contains(head)
    }

    private static func fault(
        _ construction: MatrixConstruction, _ row: MatrixPredicate, _ places: [String: Int], _ grammar: Grammar
    ) -> String {
        guard let focus = places[construction.focus], let predicate = grammar.predicate(at: focus) else {
            return "no predicate"
        }
        if construction.unit == .verb, predicate.lemma != row.verb.base { return "lemma \(predicate.lemma)" }
        let role =
            switch construction.unit {
            case .verb: row.link.role
            case .noun: row.noun?.link.role ?? .patient
            case .light: row.light?.noun.link.role ?? .patient
            }
        let named = places.filter { "APCDXT".contains($0.key) }
        func found(_ role: Role) -> Set<String> {
            let heads = predicate.arguments(role).flatMap { grammar.members(of: $0.head) }
            return Set(named.filter { heads.contains($0.value) }.keys)
        }
        let expected = construction.expected
        var agents = found(.agent)
        if expected.isShared { return differs(found(.partner).union(agents), expected.agents, "partner") }
        if expected.isOwner {
            let owners = predicate.arguments(.agent).flatMap { grammar.members(of: $0.head) }
                .flatMap { grammar.owners(of: $0) }.flatMap { grammar.members(of: $0) }
            agents = Set(named.filter { owners.contains($0.value) }.keys)
        } else if !expected.agents.contains("X") {
            agents.remove("X")
        }
        var seconds = found(role)
        seconds.remove("X")
        var faults = [differs(agents, expected.agents, "agent"), differs(seconds, expected.seconds, role.rawValue)]
        if role != .patient {
            faults.append(differs(found(.patient).intersection(expected.agents.union(["C"])), [], "patient"))
        }
        return faults.filter { !$0.isEmpty }.joined(separator: "; ")
    }

    private static func differs(_ found: Set<String>, _ expected: Set<String>, _ what: String) -> String {
        let found = what == "agent" || expected.isEmpty ? found : found.subtracting(expected.isEmpty ? [] : ["T"])
        if found == expected { return "" }
        return "\(what) \(found.sorted().joined(separator: ",")), not \(expected.sorted().joined(separator: ","))"
    }
}

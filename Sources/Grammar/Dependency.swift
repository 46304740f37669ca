/// The label of the arc from a token's head to the token: those of ClearNLP, which spaCy's English models give.
///
/// Source: Choi and Palmer, "Guidelines for the CLEAR Style Constituent to Dependency Conversion", 2012.
public enum Dependency: UInt8, Hashable, Sendable, CaseIterable {
    case root, acl, acomp, advcl, advmod, agent, amod, appos, attr, aux, auxpass, caseMarker, cc, ccomp, compound, conj
    case csubj, csubjpass, dative, dep, det, dobj, expl, intj, mark, meta, neg, nmod, npadvmod, nsubj, nsubjpass, nummod
    case oprd, parataxis, pcomp, pobj, poss, preconj, predet, prep, prt, punct, quantmod, relcl, xcomp
    /// A label that this list does not have: it fits nowhere, and the sentence is read without it.
    case other

    /// The label of a model's arc; ``other`` where grammar does not know it.
    public init(label: String) { self = Self.named[label] ?? .other }

    /// The label as the model writes it.
    public var label: String { Self.labels[Int(rawValue)] }

    /// The names of the cases, made once: a case's own name is found by reflection.
    private static let labels: [String] = allCases.map { label in
        switch label {
        case .root: "ROOT"
        case .caseMarker: "case"
        default: String(describing: label)
        }
    }

    /// Those of a model's labels that grammar does not know, sorted; none for the models it was made for.
    public static func unknown(among labels: [String]) -> [String] {
        labels.filter { !$0.isEmpty && named[$0] == nil }.sorted()
    }

    private static let named = LabelTable(allCases.map { ($0.label, $0) })
}

/// Several labels, to be asked for at once: `[.nsubj, .nsubjpass]`.
public struct Dependencies: Hashable, Sendable, ExpressibleByArrayLiteral {
    @usableFromInline let bits: UInt64

    /// The labels given.
    ///
    /// Always inlined: so the compiler makes a number of what a literal says.
    @inlinable @inline(__always) public init(arrayLiteral labels: Dependency...) {
        bits = labels.reduce(0) { $0 | 1 << UInt64($1.rawValue) }
    }

    /// Whether a label is among them.
    @inlinable @inline(__always) public func contains(_ label: Dependency) -> Bool {
        bits & (1 << UInt64(label.rawValue)) != 0
    }

    /// Subjects of a clause, of whatever voice.
    static let subjects: Dependencies = [.nsubj, .nsubjpass]
    /// What stands before a noun and says of what sort or whose it is.
    static let modifiers: Dependencies = [.amod, .compound, .nmod]
}

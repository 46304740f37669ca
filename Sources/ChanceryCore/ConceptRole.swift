/// What a concept of the codebook is to the program beyond its type: what it begins, ends or says of two parties.
///
/// Which concept has which role is a list, `Resources/concept-roles.txt`.
public enum ConceptRole: String, CaseIterable, Hashable, Sendable {
    case recognition
    case relationsBegun = "relations-begun"
    case relationsBroken = "relations-broken"
    case missionOpened = "mission-opened"
    case missionClosed = "mission-closed"
    case treatySigned = "treaty-signed"
    case recognised, mission, office, candidacy, leadership, membership

    /// The role of a concept; nil where it has none.
    public init?(_ concept: String) {
        guard let role = Self.roles[concept] else { return nil }
        self = role
    }

    /// The concepts with this role, in the order of the list.
    public var concepts: [String] { Self.concepts[self] ?? [] }

    /// What the program itself calls what has this role.
    public var concept: String { concepts.first ?? rawValue }

    /// The list, read once: a test reads it too, so that no fault of it reaches a program.
    static let read = Result { () throws(WordLists.Fault) -> [ConceptRole: [String]] in
        let lists = try WordLists(
            text: String(decoding: PackageResources.concept_roles_txt, as: UTF8.self), file: "concept-roles.txt")
        var concepts: [ConceptRole: [String]] = [:]
        for role in allCases { concepts[role] = try lists.list(role.rawValue) }
        return concepts
    }
    private static let concepts = if case .success(let concepts) = read { concepts } else { [ConceptRole: [String]]() }
    private static let roles = Dictionary(
        concepts.flatMap { role, concepts in concepts.map { ($0, role) } }, uniquingKeysWith: { first, _ in first })
}

/// What an argument is to its predicate, whatever the construction.
public enum Role: String, Hashable, Sendable, CaseIterable {
    /// Who does it.
    case agent
    /// Whom or what it is done to.
    case patient
    /// To whom something goes, or for whom it is done.
    case recipient
    /// With whom it is done; of an act between two, each of them.
    case partner
    /// What it is about.
    case topic
    /// Whence.
    case source
    /// Whither, or against whom.
    case goal
    /// Where.
    case place
    /// By what means.
    case instrument
    /// The clause that says what is said, wanted, begun or agreed.
    case content
}

/// One argument of a predicate.
public struct Argument: Hashable, Sendable {
    /// What it is to the predicate.
    public var role: Role
    /// The head token of the noun phrase, or of the clause where the role is ``Role/content``. Those joined to it or set
    /// beside it are its ``Grammar/members(of:)``.
    public var head: Int
    /// The constructions by which it was found.
    public var path: Constructions
    /// The preposition that marks it, in lower case; empty where none does.
    public var marker: String

    /// Makes an argument from its parts.
    public init(role: Role, head: Int, path: Constructions, marker: String = "") {
        self.role = role
        self.head = head
        self.path = path
        self.marker = marker
    }
}

/// A word that tells something of others, with its arguments: a verb, an event noun, a predicative adjective.
public struct Predicate: Hashable, Sendable {
    /// What part of speech it is.
    public enum Kind: String, Hashable, Sendable { case verb, noun, adjective }

    /// The token.
    public var head: Int
    /// What part of speech it is.
    public var kind: Kind
    /// The base form, with a verb's particle: "break off".
    public var lemma: String
    /// The verb that carries an event noun or an adjective: "carried" of "carried out an attack", "was" of "was complicit".
    public var carrier: Int?
    /// The verb that an auxiliary stands for: "recognised" at the "has" of "Osk has recognised Veldania, but Tarn has not".
    public var antecedent: Int?
    /// The arguments, those of a role in the order they are to be trusted.
    public var arguments: [Argument]

    /// The arguments of a role.
    public func arguments(_ role: Role) -> [Argument] { arguments.filter { $0.role == role } }
}

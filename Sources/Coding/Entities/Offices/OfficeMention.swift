/// An office as a text tells of it: "Prime Minister X of Y", "then PLO leader X", "X, head of Y".
public struct OfficeMention: Hashable, Sendable {
    /// Who holds or held it; nil where the text names the office alone.
    public var person: Mention?
    /// The office's own words: "Prime Minister", "head".
    public var office: String
    /// PLOVER's sector of the office, or empty.
    public var sector: String
    /// The state or organisation it belongs to.
    public var of: Mention?
    /// All the tokens that tell it.
    public var tokens: Range<Int>
    /// Whether the text says that the office is no longer held, or was held then ("former", "then", "ex-").
    public var isFormer: Bool
    /// The token that alone tells this holder, where the office's own words serve several: "the presidents of Osk and
    /// Veldania, A and B".
    public var trigger: Int?
}

/// A title before a name.
struct TitleReading: Sendable {
    /// The tokens from the first word of the title to the name.
    var tokens: Range<Int>
    /// The office's own tokens; nil for an honorific alone.
    var office: Range<Int>?
    var role: RoleTable.Role?
    /// The listed name, or the name, the office belongs to.
    var owner: NameSpan?
    /// A possessive pronoun in the owner's place: "its president".
    var pronoun: Int?
    var isFormer = false
    var gender: DocumentEntity.Gender = .unknown

    /// Takes in the office that the title tells.
    mutating func tell(_ role: RoleTable.Role, _ office: Range<Int>) {
        self.role = role
        self.office = office
        tokens = min(tokens.lowerBound, office.lowerBound)..<tokens.upperBound
    }
}

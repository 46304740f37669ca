public import ChanceryCore

/// What sort of words tell what was said.
public enum ContentKind: String, Hashable, Sendable {
    /// A clause in the text's own words: "said that the port was shut".
    case clause
    /// A noun phrase in the text's own words: "praised the treaty".
    case nounPhrase
    /// The words themselves, in quotation marks or set apart by layout.
    case quoted
    /// Words in quotation marks that the author puts into somebody's mouth: a rendering, a parody, a thought.
    case invented

    /// Whether the words are given as words, somebody's own or put into their mouth.
    public var isQuoted: Bool { self == .quoted || self == .invented }

    /// The form a record of the statement has.
    public var form: Statement.Form {
        switch self {
        case .clause, .nounPhrase: .indirect
        case .quoted: .direct
        case .invented: .invented
        }
    }
}

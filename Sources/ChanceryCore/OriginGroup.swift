/// The tellings of one entry that come from one place.
///
/// Every two groups of an entry are independent where both are established, and not established otherwise; tellings of
/// one group are of the same origin.
public struct OriginGroup: Hashable, Sendable, Identifiable, Codable {
    /// What is known of where the group's tellings come from. The first of a group's tellings that is nearest to being
    /// established speaks for it.
    public enum Standing: String, Hashable, Sendable, Codable, CaseIterable {
        /// Its publisher's own telling, in the author's voice: established.
        case own
        /// Its publisher's own account of what a source that it names tells: established.
        case namedSource = "named-source"
        /// What a source tells that the text does not name.
        case unnamedSource = "unnamed-source"
        /// A paragraph that stands in another document too, which may be where it comes from.
        case sharedPassage = "shared-passage"
        /// See ``DocumentLineage/Standing``.
        case authorsUnknown = "authors-unknown"
        case sharesOrigin = "shares-origin"
        case translation, agency, elsewhere
        case publisherUnknown = "publisher-unknown"
        case unknown
        /// More readings like these are wrong than right, and the entry has others that are not: they carry nothing.
        case doubtful

        /// Whether the place it comes from is known well enough to count.
        public var isEstablished: Bool { self == .own || self == .namedSource }
    }

    /// What shows that tellings of several documents come from one place.
    public struct Join: Hashable, Sendable, Codable {
        /// The ways in which tellings are of one origin.
        public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
            /// The documents are copies, reprints or translations; see ``Origin``.
            case origin
            /// The tellings stand in a paragraph that the documents share.
            case passage
            /// One publisher published the documents.
            case publisher
            /// One person wrote them.
            case author
            /// The tellings are attributed to one source.
            case source
            /// The documents name one agency or publication as the one they come from.
            case namedOrigin = "named-origin"
            /// One document published, wrote or is told to come from what the other names as its source.
            case restsOn = "rests-on"
        }

        /// What shows it.
        public var kind: Kind
        /// The name of the source, publisher, author or agency, or the id of the origin or passage.
        public var name: String

        /// Makes a join from its parts.
        public init(_ kind: Kind, _ name: String) {
            self.kind = kind
            self.name = name
        }
    }

    /// Hashes its reports.
    public var id: String
    /// The ids of its reports, sorted.
    public var reports: [String]
    /// The names of the documents they stand in, sorted.
    public var documents: [String]
    /// What is known of where they come from.
    public var standing: Standing
    /// What joins the tellings of several documents, sorted; empty where there is one document.
    public var joins: [Join]

    private enum CodingKeys: String, CodingKey { case id, reports, documents, standing, joins }

    /// Makes a group; its id follows from its reports.
    public init(reports: [String], documents: [String], standing: Standing, joins: [Join] = []) {
        self.reports = reports.sorted()
        self.documents = Set(documents).sorted()
        self.standing = standing
        self.joins = Set(joins).sorted { ($0.kind.rawValue, $0.name) < ($1.kind.rawValue, $1.name) }
        id = Self.id(of: self.reports)
    }

    /// The id that follows from a group's reports, sorted.
    public static func id(of reports: [String]) -> String {
        "g" + String(Digest.sha256(reports.joined(separator: "|")).prefix(15))
    }
}

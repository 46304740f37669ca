/// The reports, from any number of documents, that tell of the same thing.
public struct Entry: Hashable, Sendable, Identifiable {
    /// How people ruled on it.
    public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
        /// Nobody did, or their rulings are in conflict.
        case none
        /// Somebody accepted at least one of its reports.
        case accepted
        /// Its one report was rejected: it is no record, and views leave it out.
        case rejected
    }

    /// Hashes the ids of its reports.
    public var id: String
    /// The kind of its reports.
    public var kind: Report.Kind
    /// The ids of its reports, sorted.
    public var reports: [String]
    /// The names of the documents that tell it, sorted.
    public var documents: [String]
    /// The date views sort it under: the most precise that its reports agree on, else the earliest; EDTF, or empty.
    public var date: String
    /// Every different date its reports tell, EDTF, sorted.
    public var dates: [String]
    /// How people ruled on it.
    public var status: Status
    /// Its reports grouped by where they come from, by id; empty until that was worked out.
    public var origins: [OriginGroup] = []
    /// The highest confidence among its reports, as they were coded; nil where none has any.
    public var confidence: Double?
    /// What is suggested from origins and disputes.
    public var credibility = Credibility.unknown

    /// How many of its origins are established as different from one another: two or more corroborate.
    public var independentOrigins: Int { origins.count { $0.standing.isEstablished } }

    /// Makes an entry; its id follows from its reports.
    public init(
        kind: Report.Kind, reports: [String], documents: [String], date: String, dates: [String], status: Status = .none
    ) {
        self.kind = kind
        self.reports = reports.sorted()
        self.documents = documents.sorted()
        self.date = date
        self.dates = dates.sorted()
        self.status = status
        id = "e" + String(Digest.sha256(self.reports.joined(separator: "|")).prefix(15))
    }
}

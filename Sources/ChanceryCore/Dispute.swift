/// Reports of one entry, or of entries on one question, that cannot all hold, or that name the same thing differently.
public struct Dispute: Hashable, Sendable, Identifiable {
    /// About what accounts differ.
    public enum Dimension: String, Hashable, Sendable, Codable, CaseIterable {
        /// When it happened.
        case date
        /// How many, how much.
        case number
        /// Who did it.
        case agency
        /// Whether it happened: one asserts it, one reports a claim, one a denial.
        case factuality
        /// One tells it, another that covers the same parties, time and kind of dealings does not.
        case presence
        /// What the same party or thing is called.
        case characterisation
    }

    /// What one side tells, and who is on it.
    public struct Side: Hashable, Sendable, Codable {
        /// What it tells of the question: a date, a number, names, a modality; empty where it is silent.
        public var says: String
        /// The ids of its reports, sorted; of a silent side those that show that it covers the ground.
        public var reports: [String]
        /// The names of the documents they stand in, sorted.
        public var documents: [String]
        /// The ids of their origins, sorted; empty where origins were not worked out.
        public var origins: [String]

        /// Makes a side from its parts.
        public init(says: String, reports: [String], documents: [String], origins: [String] = []) {
            self.says = says
            self.reports = reports.sorted()
            self.documents = documents.sorted()
            self.origins = origins.sorted()
        }
    }

    /// Hashes dimension and reports.
    public var id: String
    /// About what they differ.
    public var dimension: Dimension
    /// The entries it concerns, sorted.
    public var entries: [String]
    /// The reports that differ, sorted.
    public var reports: [String]
    /// What each side tells; two or more.
    public var sides: [Side]
    /// Of a question that accounts of different entries answer differently the names of those it is about; empty of any other.
    public var about: [String] = []

    /// Makes a dispute; its id follows from dimension and reports.
    public init(dimension: Dimension, entries: [String], sides: [Side]) {
        self.dimension = dimension
        self.entries = Set(entries).sorted()
        self.sides = sides
        reports = Set(sides.flatMap(\.reports)).sorted()
        id = "d" + String(Digest.sha256(dimension.rawValue + "|" + self.reports.joined(separator: "|")).prefix(15))
    }
}

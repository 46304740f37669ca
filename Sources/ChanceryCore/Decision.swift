/// A person's ruling on the record, with its reason.
///
/// Decisions are appended and never changed or removed; `undo` names the one it takes back. They refer to reports
/// and never to entries, so a new run of coding or reconciling loses none of them.
public struct Decision: Hashable, Sendable, Codable {
    /// What can be ruled.
    public enum Ruling: String, Hashable, Sendable, Codable, CaseIterable {
        case accept, reject, merge, split, correct, undo
    }

    /// Always `decision`, which tells an exported line from a report's.
    public var kind = "decision"
    /// Its place in the record of decisions, from 1; given when it is recorded.
    public var sequence: Int
    /// What is ruled.
    public var ruling: Ruling
    /// The ids of the reports it concerns, sorted.
    public var reports: [String]
    /// Of a correction, the field that is corrected; otherwise empty.
    public var field: String
    /// Of a correction, the value that stands from now on; of an undo, the sequence of what it takes back.
    public var value: String
    /// Why.
    public var reason: String
    /// Who decided.
    public var author: String
    /// When it was recorded, ISO 8601; given by the caller, who has the clock.
    public var recordedAt: String

    private enum CodingKeys: String, CodingKey {
        case kind, sequence, ruling, reports, field, value, reason, author, recordedAt = "recorded_at"
    }

    /// Makes a decision that is not yet recorded.
    public init(
        _ ruling: Ruling, reports: [String], field: String = "", value: String = "", reason: String,
        author: String = "", recordedAt: String = ""
    ) {
        sequence = 0
        self.ruling = ruling
        self.reports = reports.sorted()
        self.field = field
        self.value = value
        self.reason = reason
        self.author = author
        self.recordedAt = recordedAt
    }
}

/// A person's ruling on the record, with its reason.
///
/// Decisions are only ever added; `undo` names the one it takes back. They refer to reports, documents and names, never
/// to entries, so a new run of coding or reconciling loses none of them. A decision is named by what it says, so the
/// same decision in two copies of a dossier is one, and copies can be merged in any order.
public struct Decision: Hashable, Sendable, Identifiable {
    /// What can be ruled.
    public enum Ruling: String, Hashable, Sendable, Codable, CaseIterable {
        /// The reports are right as they stand.
        case accept
        /// The reports are no record: they are in no entry with others, and views leave them out.
        case reject
        /// The reports tell of one thing.
        case merge
        /// The reports tell of another thing than those in `apart`.
        case split
        /// Of the reports, `field` is `value`.
        case correct
        /// `name` is a name for what the record calls `value`, which belongs to the state `code`.
        case alias
        /// The documents come from one place.
        case sameOrigin = "same-origin"
        /// The source `name` is of the reliability `value`, A to F.
        case reliability
        /// `reason` is to be read with the reports or documents.
        case note
        /// The decision `undoes` is taken back.
        case undo
    }

    /// A report as it was when it was decided on: whoever reads the decision later sees its words, even where the
    /// document is gone by then.
    public struct Cited: Hashable, Sendable, Codable {
        /// The report's id.
        public var report: String
        /// The name of its document.
        public var doc: String
        /// The hash of its document.
        public var docHash: String
        /// The words it rests on.
        public var words: String

        private enum CodingKeys: String, CodingKey { case report, doc, docHash = "doc_hash", words }

        /// Makes a citation from its parts.
        public init(report: String, doc: String, docHash: String, words: String) {
            self.report = report
            self.doc = doc
            self.docHash = docHash
            self.words = words
        }
    }

    /// Hashes everything else.
    public var id: String
    /// What is ruled.
    public var ruling: Ruling
    /// The reports it concerns, by id.
    public var reports: [Cited]
    /// Of a split, the reports that the others are kept apart from, by id.
    public var apart: [Cited]
    /// The hashes of the documents it concerns, sorted.
    public var documents: [String]
    /// Of an alias the name, of a reliability the source; otherwise empty.
    public var name: String
    /// Of a correction, what is corrected: `type`, `actors`, `recipients`, `date` or `modality`; otherwise empty.
    public var field: String
    /// Of a correction the value that stands from now on, of an alias the canonical name, of a reliability the letter;
    /// otherwise empty.
    public var value: String
    /// Of an alias, the alpha-3 code of the state that the canonical name belongs to; otherwise empty.
    public var code: String
    /// Of an undo, the id of what it takes back; otherwise empty.
    public var undoes: String
    /// Why.
    public var reason: String
    /// Who decided.
    public var author: String
    /// When it was recorded, ISO 8601 in UTC (`2026-01-05T10:00:00Z`, or with milliseconds); given by the caller, who
    /// has the clock.
    public var recordedAt: String

    /// Makes a decision; its id follows from the rest.
    public init(
        _ ruling: Ruling, reports: [Cited] = [], apart: [Cited] = [], documents: [String] = [], name: String = "",
        field: String = "", value: String = "", code: String = "", undoes: String = "", reason: String,
        author: String, recordedAt: String
    ) {
        self.ruling = ruling
        self.reports = Set(reports).sorted { ($0.report, $0.words) < ($1.report, $1.words) }
        self.apart = Set(apart).sorted { ($0.report, $0.words) < ($1.report, $1.words) }
        self.documents = Set(documents).sorted()
        self.name = name
        self.field = field
        self.value = value
        self.code = code
        self.undoes = undoes
        self.reason = reason
        self.author = author
        self.recordedAt = recordedAt
        id = ""
        id = derivedID
    }

    /// The id that follows from what the decision says; another one than `id` shows that it was altered.
    public var derivedID: String {
        func cited(_ reports: [Cited]) -> String {
            reports.map { [$0.report, $0.doc, $0.docHash, $0.words].joined(separator: "\u{2}") }
                .joined(separator: "\u{3}")
        }
        let parts = [
            ruling.rawValue, cited(reports), cited(apart), documents.joined(separator: "\u{3}"), name, field, value,
            code, undoes, reason, author, recordedAt,
        ]
        return "k" + String(Digest.sha256(parts.joined(separator: "\u{1}")).prefix(15))
    }

    /// Whether it stands before another in the record: by time, then by id. Every copy of a dossier has one order.
    public func precedes(_ other: Decision) -> Bool { (time, id) < (other.time, other.id) }

    /// The time without its mark of the zone, so that "10:00:00" stands before "10:00:00.5".
    private var time: Substring { recordedAt.hasSuffix("Z") ? recordedAt.dropLast() : recordedAt[...] }
}

extension Decision: Codable {
    private enum CodingKeys: String, CodingKey {
        case kind, id, ruling, reports, apart, documents, name, field, value, code, undoes, reason, author
        case recordedAt = "recorded_at"
    }

    /// Reads a decision's line.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            try values.decode(Ruling.self, forKey: .ruling),
            reports: try values.decodeIfPresent([Cited].self, forKey: .reports) ?? [],
            apart: try values.decodeIfPresent([Cited].self, forKey: .apart) ?? [],
            documents: try values.decodeIfPresent([String].self, forKey: .documents) ?? [],
            name: try values.decodeIfPresent(String.self, forKey: .name) ?? "",
            field: try values.decodeIfPresent(String.self, forKey: .field) ?? "",
            value: try values.decodeIfPresent(String.self, forKey: .value) ?? "",
            code: try values.decodeIfPresent(String.self, forKey: .code) ?? "",
            undoes: try values.decodeIfPresent(String.self, forKey: .undoes) ?? "",
            reason: try values.decode(String.self, forKey: .reason),
            author: try values.decode(String.self, forKey: .author),
            recordedAt: try values.decode(String.self, forKey: .recordedAt))
        // As it is written, so that an altered decision can be told from a whole one.
        id = try values.decode(String.self, forKey: .id)
    }

    /// Writes a decision's line; its `kind` is `decision`. What is empty is left out.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode("decision", forKey: .kind)
        try values.encode(id, forKey: .id)
        try values.encode(ruling, forKey: .ruling)
        if !reports.isEmpty { try values.encode(reports, forKey: .reports) }
        if !apart.isEmpty { try values.encode(apart, forKey: .apart) }
        if !documents.isEmpty { try values.encode(documents, forKey: .documents) }
        for (text, key) in [
            (name, CodingKeys.name), (field, .field), (value, .value), (code, .code), (undoes, .undoes),
        ] where !text.isEmpty { try values.encode(text, forKey: key) }
        try values.encode(reason, forKey: .reason)
        try values.encode(author, forKey: .author)
        try values.encode(recordedAt, forKey: .recordedAt)
    }
}

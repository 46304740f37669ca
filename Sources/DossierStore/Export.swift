import ChanceryCore

/// The lines of an export: stored lines, each with the row hash that proves it.
enum ExportLine {
    /// A value with its row hash.
    struct Proved<Value: Encodable>: Encodable {
        var value: Value
        var rowHash: String

        enum CodingKeys: String, CodingKey { case rowHash = "row_hash" }

        func encode(to encoder: any Encoder) throws {
            try value.encode(to: encoder)
            var values = encoder.container(keyedBy: CodingKeys.self)
            try values.encode(rowHash, forKey: .rowHash)
        }
    }

    /// The same, read back.
    struct Read<Value: Decodable>: Decodable {
        var value: Value
        var rowHash: String

        init(from decoder: any Decoder) throws {
            value = try Value(from: decoder)
            let values = try decoder.container(keyedBy: Proved<String>.CodingKeys.self)
            rowHash = try values.decode(String.self, forKey: .rowHash)
        }
    }

    /// The last line: what must stand before it, so that lines which are missing are noticed.
    struct End: Codable, Equatable {
        var kind = "end"
        /// The dossier's format.
        var format = Schema.version
        var documents = 0
        var copies = 0
        var reports = 0
        var origins = 0
        var entries = 0
        var disputes = 0
        var decisions = 0
        /// Whether every report is in an entry.
        var isReconciled = true
        /// What all decisions hash to together, or empty.
        var head = ""
        /// What all origins, entries and disputes hash to together; empty where they are not up to date.
        var recordHead = ""

        private enum CodingKeys: String, CodingKey {
            case kind, format, documents, copies, reports, origins, entries, disputes, decisions
            case isReconciled = "reconciled", head = "decisions_head", recordHead = "record_head"
        }
    }

    /// What a line is, by its `kind`.
    struct Kind: Decodable {
        var kind: String
    }
}

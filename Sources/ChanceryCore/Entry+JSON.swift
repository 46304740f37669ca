extension Entry: Codable {
    private enum CodingKeys: String, CodingKey {
        case kind, reportKind = "report_kind", id, reports, documents, date, dates, status
    }

    /// Reads an entry's line.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            kind: try values.decode(Report.Kind.self, forKey: .reportKind),
            reports: try values.decode([String].self, forKey: .reports),
            documents: try values.decode([String].self, forKey: .documents),
            date: try values.decode(String.self, forKey: .date),
            dates: try values.decode([String].self, forKey: .dates),
            status: try values.decodeIfPresent(Entry.Status.self, forKey: .status) ?? .none)
        // As it is written, so that an altered id can be told from the one its reports give.
        id = try values.decode(String.self, forKey: .id)
    }

    /// Writes an entry's line: its `kind` is `entry`, which tells it from a report; `report_kind` is its reports', and `status`
    /// is left out where there is none.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode("entry", forKey: .kind)
        try values.encode(kind, forKey: .reportKind)
        try values.encode(id, forKey: .id)
        try values.encode(reports, forKey: .reports)
        try values.encode(documents, forKey: .documents)
        try values.encode(date, forKey: .date)
        try values.encode(dates, forKey: .dates)
        if status != .none { try values.encode(status, forKey: .status) }
    }
}

extension Dispute: Codable {
    private enum CodingKeys: String, CodingKey { case kind, id, dimension, entries, reports, sides }

    /// Reads a dispute's line.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            dimension: try values.decode(Dimension.self, forKey: .dimension),
            entries: try values.decode([String].self, forKey: .entries),
            sides: try values.decode([Side].self, forKey: .sides))
        id = try values.decode(String.self, forKey: .id)
    }

    /// Writes a dispute's line; its `kind` is `dispute`.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode("dispute", forKey: .kind)
        try values.encode(id, forKey: .id)
        try values.encode(dimension, forKey: .dimension)
        try values.encode(entries, forKey: .entries)
        try values.encode(reports, forKey: .reports)
        try values.encode(sides, forKey: .sides)
    }
}

extension Entry: Codable {
    private enum CodingKeys: String, CodingKey {
        case kind, reportKind = "report_kind", id, reports, documents, date, dates, origins
        case independentOrigins = "independent_origins", credibility, status, confidence
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
        origins = try values.decodeIfPresent([OriginGroup].self, forKey: .origins) ?? []
        confidence = try values.decodeIfPresent(Double.self, forKey: .confidence)
        credibility = try values.decodeIfPresent(Credibility.self, forKey: .credibility) ?? .unknown
        if let count = try values.decodeIfPresent(Int.self, forKey: .independentOrigins), count != independentOrigins {
            throw DecodingError.dataCorruptedError(
                forKey: .independentOrigins, in: values,
                debugDescription: "\(count) independent origins are told, \(independentOrigins) are established")
        }
        // As it is written, so that an altered id can be told from the one its reports give.
        id = try values.decode(String.self, forKey: .id)
    }

    /// Writes an entry's line: its `kind` is `entry`, which tells it from a report; `report_kind` is its reports', and `status`
    /// and `confidence` are left out where there is none.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode("entry", forKey: .kind)
        try values.encode(kind, forKey: .reportKind)
        try values.encode(id, forKey: .id)
        try values.encode(reports, forKey: .reports)
        try values.encode(documents, forKey: .documents)
        try values.encode(date, forKey: .date)
        try values.encode(dates, forKey: .dates)
        try values.encodeIfPresent(confidence, forKey: .confidence)
        try values.encode(origins, forKey: .origins)
        try values.encode(independentOrigins, forKey: .independentOrigins)
        try values.encode(credibility, forKey: .credibility)
        if status != .none { try values.encode(status, forKey: .status) }
    }
}

extension Dispute: Codable {
    private enum CodingKeys: String, CodingKey { case kind, id, dimension, entries, reports, sides, about }

    /// Reads a dispute's line.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            dimension: try values.decode(Dimension.self, forKey: .dimension),
            entries: try values.decode([String].self, forKey: .entries),
            sides: try values.decode([Side].self, forKey: .sides))
        about = try values.decodeIfPresent([String].self, forKey: .about) ?? []
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
        if !about.isEmpty { try values.encode(about, forKey: .about) }
    }
}

extension Origin: Codable {
    private enum CodingKeys: String, CodingKey { case kind, id, documents, links, passages }

    /// Reads an origin's line.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            documents: try values.decode([String].self, forKey: .documents),
            links: try values.decode([OriginLink].self, forKey: .links),
            passages: try values.decode([OriginLink].self, forKey: .passages))
        id = try values.decode(String.self, forKey: .id)
    }

    /// Writes an origin's line; its `kind` is `origin`.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode("origin", forKey: .kind)
        try values.encode(id, forKey: .id)
        try values.encode(documents, forKey: .documents)
        try values.encode(links, forKey: .links)
        try values.encode(passages, forKey: .passages)
    }
}

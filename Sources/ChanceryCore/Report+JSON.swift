extension Report: Codable {
    private enum CodingKeys: String, CodingKey {
        case id, doc, docHash = "doc_hash", start, end, kind, trigger, date, dateBasis = "date_basis"
        case dateEvidence = "date_evidence", order, modality, attribution, stances, rule, confidence, terms, words,
            wording
        case key
        case type, modes, contexts, concept, word, definite, headline, likely, actors, recipients, reciprocal, place
        case speaker, addressee, form, cue, cueSpan = "cue_span", content, pieces, question, about, via, saidOn =
            "said_on"
        case value, unit, of, qualifier, low, high
        case subject, relation, object
    }

    /// Reads one report of the report format.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        id = try values.decode(String.self, forKey: .id)
        document = try values.decode(String.self, forKey: .doc)
        documentHash = try values.decode(String.self, forKey: .docHash)
        span = try CodePointSpan(values, .start, .end)
        trigger = try values.decode(CodePointSpan.self, forKey: .trigger)
        order = try values.decodeIfPresent([OrderLink].self, forKey: .order) ?? []
        modality = try values.decode(Modality.self, forKey: .modality)
        attribution = try values.decodeIfPresent([AttributionLink].self, forKey: .attribution) ?? []
        stances = try values.decodeIfPresent([Stance].self, forKey: .stances) ?? []
        rule = try values.decode(String.self, forKey: .rule)
        confidence = try values.decodeIfPresent(Double.self, forKey: .confidence)
        key = try values.decode(String.self, forKey: .key)
        wording = try values.decodeIfPresent([Wording].self, forKey: .wording) ?? []
        var clause: String?
        if let given = try values.decodeIfPresent([String].self, forKey: .terms) {
            terms = given
        } else if let words = try values.decodeIfPresent(String.self, forKey: .words) {
            // From a program that gives the clause itself.
            terms = ContentWords.words(words).sorted()
            clause = words
        }
        let kind = try values.decode(Kind.self, forKey: .kind)
        let edtf = try values.decodeIfPresent(String.self, forKey: kind == .statement ? .saidOn : .date) ?? ""
        if edtf.isEmpty {
            date = nil
        } else {
            date = ReportDate(
                edtf: edtf, basis: try values.decode(ReportDate.Basis.self, forKey: .dateBasis),
                evidence: try values.decodeIfPresent(Evidence.self, forKey: .dateEvidence))
        }
        switch kind {
        case .event:
            content = .event(
                Event(
                    type: try values.decode(String.self, forKey: .type),
                    modes: try values.decodeIfPresent([String].self, forKey: .modes) ?? [],
                    contexts: try values.decodeIfPresent([String].self, forKey: .contexts) ?? [],
                    concept: try values.decode(String.self, forKey: .concept),
                    actors: try values.decode([Participant].self, forKey: .actors),
                    recipients: try values.decode([Participant].self, forKey: .recipients),
                    isReciprocal: try values.decodeIfPresent(Bool.self, forKey: .reciprocal) ?? false,
                    place: try values.decodeIfPresent(Place.self, forKey: .place),
                    word: try values.decodeIfPresent(String.self, forKey: .word) ?? "",
                    isDefinite: try values.decodeIfPresent(Bool.self, forKey: .definite) ?? false,
                    isHeadline: try values.decodeIfPresent(Bool.self, forKey: .headline) ?? false,
                    isLikely: try values.decodeIfPresent(Bool.self, forKey: .likely) ?? false))
        case .statement:
            content = .statement(
                Statement(
                    speaker: try values.decodeIfPresent(Participant.self, forKey: .speaker),
                    addressee: try values.decodeIfPresent(Participant.self, forKey: .addressee),
                    form: try values.decode(Statement.Form.self, forKey: .form),
                    cue: try values.decode(String.self, forKey: .cue),
                    cueSpan: try values.decodeIfPresent(CodePointSpan.self, forKey: .cueSpan),
                    contentSpan: try values.decode(CodePointSpan.self, forKey: .content),
                    pieces: try values.decodeIfPresent([CodePointSpan].self, forKey: .pieces),
                    questionSpan: try values.decodeIfPresent(CodePointSpan.self, forKey: .question),
                    about: try values.decodeIfPresent([Participant].self, forKey: .about) ?? [],
                    via: try values.decodeIfPresent([String].self, forKey: .via) ?? []))
        case .figure:
            content = .figure(
                Figure(
                    value: try values.decode(Double.self, forKey: .value),
                    unit: try values.decode(String.self, forKey: .unit),
                    of: try values.decode(String.self, forKey: .of),
                    qualifier: try values.decodeIfPresent(String.self, forKey: .qualifier) ?? "",
                    low: try values.decodeIfPresent(Double.self, forKey: .low),
                    high: try values.decodeIfPresent(Double.self, forKey: .high)))
        case .state:
            content = .state(
                StateOfAffairs(
                    subject: try values.decode([Participant].self, forKey: .subject),
                    relation: try values.decode(String.self, forKey: .relation),
                    concept: try values.decode(String.self, forKey: .concept),
                    object: try values.decode([Participant].self, forKey: .object)))
        }
        if wording.isEmpty, let clause {
            wording = WordingReader.wording(of: clause, from: span.start, telling: content)
        }
    }

    /// Writes one report of the report format; an absent date is an empty one.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(id, forKey: .id)
        try values.encode(document, forKey: .doc)
        try values.encode(documentHash, forKey: .docHash)
        try values.encode(span.start, forKey: .start)
        try values.encode(span.end, forKey: .end)
        try values.encode(kind, forKey: .kind)
        try values.encode(trigger, forKey: .trigger)
        try values.encode(date?.edtf ?? "", forKey: kind == .statement ? .saidOn : .date)
        try values.encodeIfPresent(date?.basis, forKey: .dateBasis)
        try values.encodeIfPresent(date?.evidence, forKey: .dateEvidence)
        if !order.isEmpty { try values.encode(order, forKey: .order) }
        try values.encode(modality, forKey: .modality)
        try values.encode(attribution, forKey: .attribution)
        if !stances.isEmpty { try values.encode(stances, forKey: .stances) }
        try values.encode(rule, forKey: .rule)
        try values.encodeIfPresent(confidence, forKey: .confidence)
        if !terms.isEmpty { try values.encode(terms, forKey: .terms) }
        if !wording.isEmpty { try values.encode(wording, forKey: .wording) }
        try values.encode(key, forKey: .key)
        switch content {
        case .event(let event):
            try values.encode(event.type, forKey: .type)
            try values.encode(event.modes, forKey: .modes)
            try values.encode(event.contexts, forKey: .contexts)
            try values.encode(event.concept, forKey: .concept)
            try values.encode(event.actors, forKey: .actors)
            try values.encode(event.recipients, forKey: .recipients)
            if !event.word.isEmpty { try values.encode(event.word, forKey: .word) }
            if event.isDefinite { try values.encode(true, forKey: .definite) }
            if event.isHeadline { try values.encode(true, forKey: .headline) }
            if event.isLikely { try values.encode(true, forKey: .likely) }
            if event.isReciprocal { try values.encode(true, forKey: .reciprocal) }
            try values.encodeIfPresent(event.place, forKey: .place)
        case .statement(let statement):
            try values.encodeIfPresent(statement.speaker, forKey: .speaker)
            try values.encodeIfPresent(statement.addressee, forKey: .addressee)
            try values.encode(statement.form, forKey: .form)
            try values.encode(statement.cue, forKey: .cue)
            try values.encodeIfPresent(statement.cueSpan, forKey: .cueSpan)
            try values.encode(statement.contentSpan, forKey: .content)
            try values.encodeIfPresent(statement.pieces, forKey: .pieces)
            try values.encodeIfPresent(statement.questionSpan, forKey: .question)
            try values.encode(statement.about, forKey: .about)
            try values.encode(statement.via, forKey: .via)
        case .figure(let figure):
            try values.encode(figure.value, forKey: .value)
            try values.encode(figure.unit, forKey: .unit)
            try values.encode(figure.of, forKey: .of)
            try values.encode(figure.qualifier, forKey: .qualifier)
            try values.encodeIfPresent(figure.low, forKey: .low)
            try values.encodeIfPresent(figure.high, forKey: .high)
        case .state(let state):
            try values.encode(state.subject, forKey: .subject)
            try values.encode(state.relation, forKey: .relation)
            try values.encode(state.concept, forKey: .concept)
            try values.encode(state.object, forKey: .object)
        }
    }
}

extension Place: Codable {
    private enum CodingKeys: String, CodingKey { case name, start, end, from }

    /// Reads a place of the report format.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        name = try values.decode(String.self, forKey: .name)
        evidence = try Evidence(from: decoder)
    }

    /// Writes a place of the report format.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(name, forKey: .name)
        try evidence.encode(to: encoder)
    }
}

extension AttributionLink: Codable {
    private enum CodingKeys: String, CodingKey { case source, code, cue }

    /// Reads a link of the report format.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        source = try values.decode(String.self, forKey: .source)
        code = try values.decodeIfPresent(String.self, forKey: .code) ?? ""
        cue = try values.decodeIfPresent(String.self, forKey: .cue) ?? ""
        evidence = try Evidence(from: decoder)
    }

    /// Writes a link of the report format.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(source, forKey: .source)
        try values.encode(code, forKey: .code)
        try values.encode(cue, forKey: .cue)
        try evidence.encode(to: encoder)
    }
}

extension OrderLink: Codable {
    private enum CodingKeys: String, CodingKey { case relation, report }

    /// Reads a link of the report format.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        relation = try values.decode(Relation.self, forKey: .relation)
        report = try values.decodeIfPresent(String.self, forKey: .report) ?? ""
        evidence = try Evidence(from: decoder)
    }

    /// Writes a link of the report format.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(relation, forKey: .relation)
        if !report.isEmpty { try values.encode(report, forKey: .report) }
        try evidence.encode(to: encoder)
    }
}

/// The same bytes as the reports' `Encodable` gives, six times as fast; a test holds the two together.
extension Report: JSONWritable {
    func write(to text: inout JSONText) throws {
        try text.object { text in
            switch content {
            case .event(let event): try write(event, to: &text)
            case .statement(let statement): try write(statement, to: &text)
            case .figure(let figure): try write(figure, to: &text)
            case .state(let state): try write(state, to: &text)
            }
        }
    }

    private func write(_ event: Event, to text: inout JSONText) throws {
        try text.member("actors", event.actors)
        try text.member("attribution", attribution)
        try text.member("concept", event.concept)
        try text.member("confidence", ifPresent: confidence)
        try text.member("contexts", event.contexts)
        try writeDate(to: &text)
        if event.isDefinite { try text.member("definite", true) }
        try writeDocument(to: &text)
        if event.isHeadline { try text.member("headline", true) }
        try text.member("id", id)
        try text.member("key", key)
        try text.member("kind", kind.rawValue)
        if event.isLikely { try text.member("likely", true) }
        try text.member("modality", modality.rawValue)
        try text.member("modes", event.modes)
        try writeOrder(to: &text)
        try text.member("place", ifPresent: event.place)
        try text.member("recipients", event.recipients)
        if event.isReciprocal { try text.member("reciprocal", true) }
        try writeEnd(to: &text)
        try text.member("type", event.type)
        if !event.word.isEmpty { try text.member("word", event.word) }
        if !wording.isEmpty { try text.member("wording", wording) }
    }

    private func write(_ statement: Statement, to text: inout JSONText) throws {
        try text.member("about", statement.about)
        try text.member("addressee", ifPresent: statement.addressee)
        try text.member("attribution", attribution)
        try text.member("content", statement.contentSpan)
        try text.member("cue", statement.cue)
        try text.member("cue_span", ifPresent: statement.cueSpan)
        try writeDate(to: &text)
        try writeDocument(to: &text)
        try text.member("form", statement.form.rawValue)
        try writeNames(to: &text)
        try writeOrder(to: &text)
        try text.member("pieces", ifPresent: statement.pieces)
        try text.member("question", ifPresent: statement.questionSpan)
        try text.member("rule", rule)
        try text.member("said_on", date?.edtf ?? "")
        try text.member("speaker", ifPresent: statement.speaker)
        try writeTail(to: &text)
        try text.member("via", statement.via)
        if !wording.isEmpty { try text.member("wording", wording) }
    }

    private func write(_ figure: Figure, to text: inout JSONText) throws {
        try text.member("attribution", attribution)
        try writeDate(to: &text)
        try writeDocument(to: &text)
        try text.member("high", ifPresent: figure.high)
        try text.member("id", id)
        try text.member("key", key)
        try text.member("kind", kind.rawValue)
        try text.member("low", ifPresent: figure.low)
        try text.member("modality", modality.rawValue)
        try text.member("of", figure.of)
        try writeOrder(to: &text)
        try text.member("qualifier", figure.qualifier)
        try writeEnd(to: &text)
        try text.member("unit", figure.unit)
        try text.member("value", figure.value)
        if !wording.isEmpty { try text.member("wording", wording) }
    }

    private func write(_ state: StateOfAffairs, to text: inout JSONText) throws {
        try text.member("attribution", attribution)
        try text.member("concept", state.concept)
        try text.member("confidence", ifPresent: confidence)
        try writeDate(to: &text)
        try writeDocument(to: &text)
        try writeNames(to: &text)
        try text.member("object", state.object)
        try writeOrder(to: &text)
        try text.member("relation", state.relation)
        try text.member("rule", rule)
        if !stances.isEmpty { try text.member("stances", stances) }
        try text.member("start", span.start)
        try text.member("subject", state.subject)
        if !terms.isEmpty { try text.member("terms", terms) }
        try text.member("trigger", trigger)
        if !wording.isEmpty { try text.member("wording", wording) }
    }

    private func writeDate(to text: inout JSONText) throws {
        if kind != .statement { try text.member("date", date?.edtf ?? "") }
        try text.member("date_basis", ifPresent: date?.basis.rawValue)
        try text.member("date_evidence", ifPresent: date?.evidence)
    }

    private func writeDocument(to text: inout JSONText) throws {
        try text.member("doc", document)
        try text.member("doc_hash", documentHash)
        try text.member("end", span.end)
    }

    private func writeNames(to text: inout JSONText) throws {
        try text.member("id", id)
        try text.member("key", key)
        try text.member("kind", kind.rawValue)
        try text.member("modality", modality.rawValue)
    }

    private func writeOrder(to text: inout JSONText) throws {
        if !order.isEmpty { try text.member("order", order) }
    }

    private func writeEnd(to text: inout JSONText) throws {
        try text.member("rule", rule)
        try writeTail(to: &text)
    }

    private func writeTail(to text: inout JSONText) throws {
        if !stances.isEmpty { try text.member("stances", stances) }
        try text.member("start", span.start)
        if !terms.isEmpty { try text.member("terms", terms) }
        try text.member("trigger", trigger)
    }
}

extension Participant: JSONWritable {
    func write(to text: inout JSONText) throws {
        try text.object {
            try $0.member("code", code)
            try $0.member("decided_by", ifPresent: decidedBy)
            try $0.member("end", span.end)
            try $0.member("from", ifPresent: from)
            try $0.member("kind", kind.rawValue)
            try $0.member("name", name)
            try $0.member("sector", sector)
            try $0.member("start", span.start)
        }
    }
}

extension Evidence: JSONWritable {
    func write(to text: inout JSONText) throws {
        try text.object {
            try $0.member("end", span.end)
            try $0.member("from", ifPresent: from)
            try $0.member("start", span.start)
        }
    }
}

extension Place: JSONWritable {
    func write(to text: inout JSONText) throws {
        try text.object {
            try $0.member("end", evidence.span.end)
            try $0.member("from", ifPresent: evidence.from)
            try $0.member("name", name)
            try $0.member("start", evidence.span.start)
        }
    }
}

extension AttributionLink: JSONWritable {
    func write(to text: inout JSONText) throws {
        try text.object {
            try $0.member("code", code)
            try $0.member("cue", cue)
            try $0.member("end", evidence.span.end)
            try $0.member("from", ifPresent: evidence.from)
            try $0.member("source", source)
            try $0.member("start", evidence.span.start)
        }
    }
}

extension OrderLink: JSONWritable {
    func write(to text: inout JSONText) throws {
        try text.object {
            try $0.member("end", evidence.span.end)
            try $0.member("from", ifPresent: evidence.from)
            try $0.member("relation", relation.rawValue)
            if !report.isEmpty { try $0.member("report", report) }
            try $0.member("start", evidence.span.start)
        }
    }
}

extension Stance: JSONWritable {
    func write(to text: inout JSONText) throws {
        try text.object {
            try $0.member("code", code)
            try $0.member("cue", cue)
            try $0.member("end", evidence.span.end)
            try $0.member("from", ifPresent: evidence.from)
            try $0.member("party", party)
            try $0.member("stance", kind.rawValue)
            try $0.member("start", evidence.span.start)
            try $0.member("words", words)
        }
    }
}

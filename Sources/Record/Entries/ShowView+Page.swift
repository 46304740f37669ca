import ChanceryCore

extension ShowView {
    /// The page: the entry's line, then a section for every telling.
    package func page() -> Page {
        var sections: [Page.Section] = []
        if let entry {
            var item = entry.item(shownNotes: 0)
            item.notes = []
            item.ids = []
            let origins = origins(of: entry)
            sections.append(Page.Section(nil, [.item(item)] + (origins.isEmpty ? [] : [.facts(origins)])))
        }
        for (place, telling) in tellings.enumerated() {
            let document = telling.source
            let heading = tellings.count > 1 ? "Telling \(place + 1) of \(tellings.count): \(document)" : document
            sections.append(
                Page.Section(
                    heading, [.passage(passage(telling)), .citation(telling.citation), .facts(facts(telling))]))
        }
        let documents = Set(tellings.map(\.report.document)).count
        return Page(
            title: entry.map { "Entry \($0.id)" } ?? "Report \(tellings.first?.report.id ?? "")", sections: sections,
            summary: Wording.count(tellings.count, "telling", "tellings") + " in "
                + Wording.count(documents, "document", "documents"))
    }

    /// Where its tellings come from, and what is suggested from that.
    private func origins(of entry: EntryLine) -> [Page.Fact] {
        var facts: [Page.Fact] = []
        for (place, group) in entry.origins.enumerated() {
            let established = group.standing.isEstablished ? "established" : "not established"
            var words = group.documents.map { called($0) }.joined(separator: "; ")
            words += ": \(established), \(OriginWords.standing(group.standing))"
            if !group.joins.isEmpty {
                words += "; one origin, as \(group.joins.map { OriginWords.join($0) }.joined(separator: ", "))"
            }
            let label = entry.origins.count > 1 ? "origin \(place + 1)" : "origin"
            facts.append(Page.Fact(label, SafeText.oneLine(words)))
        }
        guard !facts.isEmpty else { return [] }
        if entry.origins.count(where: { $0.standing != .doubtful }) > 1 {
            let count = OriginWords.count(entry.origins, documents: Set(entry.carrying.map(\.document)).count)
            facts.append(Page.Fact("origins", count))
        }
        let reasons = entry.credibility.reasons.map { OriginWords.reason($0) }.joined(separator: "; ")
        facts.append(
            Page.Fact("credibility", "\(OriginWords.grade(entry.credibility.grade)) is suggested, as \(reasons)"))
        return facts
    }

    private func called(_ document: String) -> String {
        tellings.first { $0.report.document == document }?.source ?? document
    }

    private func passage(_ telling: Telling) -> Page.Passage {
        Page.Passage(
            before: wholeWords(telling.before, fromStart: false), words: SafeText.oneLine(telling.words),
            after: wholeWords(telling.after, fromStart: true))
    }

    /// Context on one line, cut at a blank rather than in a word; an ellipsis stands where it was cut.
    private func wholeWords(_ text: String, fromStart: Bool) -> String {
        let line = SafeText.oneLine(text)
        let leads = text.first?.isWhitespace == true ? " " : ""
        let trails = text.last?.isWhitespace == true ? " " : ""
        guard text.unicodeScalars.count >= 160 else { return leads + line + trails }
        if fromStart {
            return leads + line.split(separator: " ").dropLast().joined(separator: " ") + " …"
        }
        return "… " + line.split(separator: " ").dropFirst().joined(separator: " ") + trails
    }

    private func facts(_ telling: Telling) -> [Page.Fact] {
        let report = telling.report
        let caveat = ModalityWords.caveat(ModalityWords.caveat(report), isDoubtful: telling.doubtful == true)
        var facts = [Page.Fact("tells", caveat.isEmpty ? telling.what : "\(caveat): \(telling.what)")]
        func add(_ label: String, _ value: String) {
            if !value.isEmpty { facts.append(Page.Fact(label, SafeText.oneLine(value))) }
        }
        switch report.content {
        case .event(let event):
            add("coded as", event.type)
            add("modes", event.modes.joined(separator: ", "))
            add("contexts", event.contexts.joined(separator: ", "))
        case .statement(let statement):
            add("form", statement.form.rawValue)
            add("cue", statement.cue)
            add("through", statement.via.joined(separator: ", "))
        case .figure, .state: break
        }
        add("because", ConfidenceWords.reason(report, trigger: telling.trigger))
        add("confidence", report.confidence.map { ConfidenceWords.words($0) } ?? "")
        for party in telling.parties { add(party.role, words(party)) }
        if case .event(let event) = report.content, let place = event.place { add("place", place.name) }
        add("date", date(telling))
        for (link, words) in zip(report.order, telling.orderWords) {
            let other = link.report.isEmpty ? "" : ", by report \(link.report)"
            add("order", "told as \(link.relation.rawValue): “\(words)”\(other)")
        }
        add("told", "\(telling.citation.told), \(telling.voice)")
        add("asked", telling.question.map { "“\($0)”" } ?? "")
        for link in report.attribution where !link.cue.isEmpty {
            add("source", "\(link.source.isEmpty ? "not named" : link.source), by “\(link.cue)”")
        }
        for stance in report.stances {
            add("stance", "\(stance.party) \(stance.kind.rawValue) it, by “\(stance.cue)”")
        }
        add("as coded", telling.coded.joined(separator: "; "))
        for letter in telling.reliability { add("reliability", letter) }
        for decision in telling.decisions { add("decision", decision) }
        for note in telling.footnotes { add("footnote \(note.mark)", "“\(note.words)”") }
        for (label, value) in telling.citation.source { add(label, value) }
        add("entry", telling.citation.entry)
        add("report", report.id)
        return facts
    }

    private func words(_ party: Party) -> String {
        let classes = [party.code, party.sector].filter { !$0.isEmpty }.joined(separator: " ")
        var out = party.name + (classes.isEmpty ? "" : " (\(classes))")
        if let decision = party.decidedBy { out += ", by decision \(decision)" }
        if !party.words.isEmpty { out += ", named by “\(party.words)”" }
        if !party.fromWords.isEmpty { out += ", who is “\(party.fromWords)”" }
        return out
    }

    private func date(_ telling: Telling) -> String {
        guard let date = telling.report.date else { return "not told" }
        let words = telling.dateWords.isEmpty ? "" : ", by “\(telling.dateWords)”"
        let from = telling.dateFromWords.isEmpty ? "" : ", counted from “\(telling.dateFromWords)”"
        switch date.basis {
        case .stated: return "\(DateWords.of(date.edtf)): stated\(words)"
        case .resolved: return "\(DateWords.of(date.edtf)): resolved\(words)\(from)"
        case .likely: return "\(DateWords.of(date.edtf)): the likeliest of the dates near\(words)"
        case .story: return "\(DateWords.of(date.edtf)): the day that the text is about\(words)"
        case .decided: return "\(DateWords.of(date.edtf)): by decision"
        case .published: return "not told; the text was published \(DateWords.of(date.edtf))"
        }
    }
}

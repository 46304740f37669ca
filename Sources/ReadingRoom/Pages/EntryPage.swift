import ChanceryCore
import DossierStore
import Reconciling
import Record

/// One entry or report with all it rests on, and what people ruled on it.
struct EntryPage: Sheet {
    static let template = "entry"

    /// One telling.
    struct Telling: Sendable {
        var number: String
        var before: String
        var runs: [Run]
        var after: String
        var paragraphLocator: String
        var voice: String
        var source: String
        var sourceHref: String
        var href: String
        var question: String
        var footnote: String
        var rule: String
        var ruleWords: String
        var confidence: String
        var whyConfidence: [String]
        var doubtful: Bool
        var id: String
        var rulable = true
    }

    /// Words of one part.
    struct Run: Sendable {
        var text: String
        var role: String
    }

    /// Where tellings come from.
    struct Origin: Sendable {
        var label: String
        var tellings: Int
        var established: String
    }

    /// How a party stands to it.
    struct Stance: Sendable {
        var who: String
        var stance: String
        var quote: String
    }

    /// A dispute.
    struct Dispute: Sendable {
        var label: String
        var href: String
    }

    /// A ruling.
    struct Ruled: Sendable {
        var words: String
        var when: String
        var undoAction: String
        var undone: Bool
    }

    /// The form of a ruling.
    struct Corrections: Sendable {
        var action = "/rule"
        var id: String
        var by: String
        var fields: [FormPart.Field]
    }

    /// The forms of a citation.
    struct Cite: Sendable {
        var footnote: String
        var bibtex: String
        var csl: String
        var markdown: String
        var wikitext: String
        var address: String
    }

    var shell = Shell()
    var heading: String
    var caveat: String
    var tag: String
    var when: String
    var facts: [SectionPart.Fact]
    var tellings: [Telling]
    var hasOrigins: Bool
    var origins: [Origin]
    var credibility: String
    var stances: [Stance]
    var disputes: [Dispute]
    var why: [SectionPart.Fact]
    var corrections: Corrections?
    var hasHistory: Bool
    var history: [Ruled]
    var cite: Cite?
    var title: String { heading }

    /// What stands behind an id: entries and reports have this page, everything else a page of its own.
    static let route = Route.read { visit in
        if let parted = try successors(visit) { return parted }
        let thing = try ShownThing.find(visit.path[1], in: visit.dossier)
        switch thing.kind {
        case .entry, .report:
            guard thing.id == visit.path[1] else {
                return .seeOther(Link.to(Link.thing(thing.id), visit.request.query))
            }
            return try visit.html(EntryPage(thing.id, visit))
        case .document: return .seeOther(Link.document(thing.id))
        case .dispute: return .seeOther("/disputes#\(thing.id)")
        case .origin: return .seeOther("/origins")
        case .decision: return .seeOther("/decisions")
        }
    } json: { visit in
        let thing = try ShownThing.find(visit.path[1], in: visit.dossier)
        guard [.entry, .report].contains(thing.kind) else { throw Missing() }
        return try JSONLine.encode(try visit.reader.item(id: thing.id))
    }

    /// Of an entry that went into several, because a telling of it was rejected, the one that goes on telling it.
    private static func successors(_ visit: Visit) throws -> Answer? {
        let id = visit.path[1]
        guard id.count >= Dossier.shortestID, try visit.dossier.things(withID: id).isEmpty,
            let found = try visit.dossier.successors(ofEntry: id), found.entries.count > 1
        else { return nil }
        let items = try found.entries.compactMap { id -> EntryItem? in
            if case .entry(let item) = try visit.dossier.item(withID: id) { item } else { nil }
        }
        guard let next = items.first(where: { $0.entry.status != .rejected }) ?? items.first else { return nil }
        return .seeOther(Link.to(Link.thing(next.id), visit.request.query))
    }

    private init(_ id: String, _ visit: Visit) throws {
        let view = try visit.reader.item(id: id)
        let reports = try visit.dossier.item(withID: id).reports
        guard let first = view.tellings.first else { throw Missing() }
        let line = view.entry
        heading = line?.what ?? first.what
        caveat =
            line?.caveat
            ?? ModalityWords.caveat(ModalityWords.caveat(first.report), isDoubtful: first.doubtful == true)
        // Beside the ruling it matters no more how far it was to be trusted.
        if line?.status == Entry.Status.rejected.rawValue { caveat = "rejected" }
        tag = line?.tag ?? Wording.tag(first.report)
        when =
            line.map { $0.margin.isEmpty ? "no date told" : $0.margin } ?? DateWords.of(first.report.date?.edtf ?? "")
        facts = Self.facts(line, first)
        let texts = try Self.texts(of: view, visit)
        tellings = view.tellings.enumerated().map { place, telling in
            Telling(telling, number: place + 1, in: texts[telling.report.documentHash] ?? StoredLayout(""))
        }
        origins = (line?.origins ?? []).map { group in
            Origin(
                label: group.documents.map { name in
                    SafeText.oneLine(view.tellings.first { $0.report.document == name }?.source ?? name)
                }.joined(separator: "; "),
                tellings: group.reports.count,
                established: (group.standing.isEstablished ? "established: " : "not established: ")
                    + OriginWords.standing(group.standing))
        }
        hasOrigins = !origins.isEmpty
        credibility =
            line.map { line in
                let reasons = line.credibility.reasons.map { OriginWords.reason($0) }.joined(separator: "; ")
                return "Credibility: \(OriginWords.grade(line.credibility.grade)) is suggested, as \(reasons)."
            } ?? ""
        stances = (line?.stances ?? []).map {
            Stance(who: SafeText.oneLine($0.party), stance: $0.stance.rawValue, quote: SafeText.oneLine($0.cue))
        }
        disputes = (line?.disputes ?? []).map {
            Dispute(label: "in dispute: \($0.dimension.rawValue)", href: "/disputes#\($0.id)")
        }
        why = Self.why(view)
        corrections = Corrections(
            id: id, by: visit.room.settings.author, fields: Self.corrections(of: first.report))
        history = Self.history(reports)
        hasHistory = !history.isEmpty
        let forms = CitationForms(first.citation)
        cite = Cite(
            footnote: forms.footnote, bibtex: forms.bibTeX, csl: forms.csl, markdown: forms.markdown,
            wikitext: forms.wikitext, address: Link.thing(id))
    }

    private static func texts(of view: ShowView, _ visit: Visit) throws -> [String: StoredLayout] {
        var texts: [String: StoredLayout] = [:]
        for hash in Set(view.tellings.map(\.report.documentHash)) {
            texts[hash] = try visit.dossier.layout(ofHash: hash).map { StoredLayout($0.text, blocks: $0.blocks) }
        }
        return texts
    }

    private static func facts(_ line: EntryLine?, _ first: ShowView.Telling) -> [SectionPart.Fact] {
        var facts: [SectionPart.Fact] = []
        func add(_ label: String, _ value: String) {
            if !value.isEmpty { facts.append(SectionPart.Fact(label: label, value: SafeText.oneLine(value))) }
        }
        var roles: [(String, [String])] = []
        for party in line?.parties ?? PartyLine.lines(of: first.report) {
            let name =
                party.name
                + (party.code.isEmpty
                    ? "" : " (\([party.code, party.sector].filter { !$0.isEmpty }.joined(separator: " ")))")
            if let place = roles.firstIndex(where: { $0.0 == party.role }) {
                // A state and those who act for it stand under one name.
                if !roles[place].1.contains(where: { $0 == name || $0.hasPrefix(party.name + " (") }) {
                    roles[place].1.append(name)
                }
            } else {
                roles.append((party.role, [name]))
            }
        }
        for (role, names) in roles { add(role, names.joined(separator: "; ")) }
        if case .event(let event) = first.report.content {
            add("type", ([event.type] + event.modes).joined(separator: ", "))
            add("place", event.place?.name ?? "")
        }
        if let line, let confidence = line.confidence { add("confidence", ConfidenceWords.words(confidence)) }
        let documents = Set(line?.carrying.map(\.document) ?? []).count
        if let line, documents > 1 {
            add("told in", "\(documents) documents: \(OriginWords.count(line.origins, documents: documents))")
        }
        return facts
    }

    private static func why(_ view: ShowView) -> [SectionPart.Fact] {
        var facts: [SectionPart.Fact] = []
        func add(_ label: String, _ value: String) {
            facts.append(SectionPart.Fact(label: label, value: SafeText.oneLine(value)))
        }
        for telling in view.tellings {
            add("because", ConfidenceWords.reason(telling.report, trigger: telling.trigger))
            for party in telling.parties where !party.fromWords.isEmpty || !party.words.isEmpty {
                let from = party.fromWords.isEmpty ? "" : ", who is “\(party.fromWords)”"
                add(party.role, "\(party.name), named by “\(party.words)”\(from)")
            }
            for words in telling.orderWords { add("order", "“\(words)”") }
            for coded in telling.coded { add("as coded", coded) }
        }
        return facts
    }

    private static func corrections(of report: Report) -> [FormPart.Field] {
        func parties(_ people: [Participant]) -> String { people.map(\.name).joined(separator: "; ") }
        var fields: [FormPart.Field] = []
        let modalities = Modality.allCases.map { (value: $0.rawValue, label: $0.rawValue) }
        if case .event(let event) = report.content {
            fields.append(
                FormPart.choice(
                    "type", "Type", of: [("", "as it is")] + Event.types.map { (value: $0, label: $0.lowercased()) },
                    chosen: ""))
            fields.append(FormPart.Field(name: "actors", label: "Actors", placeholder: parties(event.actors)))
            fields.append(
                FormPart.Field(name: "recipients", label: "Recipients", placeholder: parties(event.recipients)))
        }
        fields.append(
            FormPart.Field(name: "date", label: "Date", placeholder: report.date?.edtf ?? "1996-12"))
        fields.append(FormPart.choice("modality", "Modality", of: [("", "as it is")] + modalities, chosen: ""))
        return fields
    }

    private static func history(_ reports: [ReportItem]) -> [Ruled] {
        var seen: Set<String> = []
        return reports.flatMap(\.decisions).filter { seen.insert($0.id).inserted }.map { ruled in
            let undone = ruled.standing.state == .undone
            return Ruled(
                words: SafeText.oneLine(DecisionWords.fact(ruled)), when: DecisionWords.day(ruled.decision),
                undoAction: undone ? "" : Link.to("/undo", ["id": ruled.id]), undone: undone)
        }
    }
}

extension EntryPage.Telling {
    /// Sets a telling, its words marked in the document's text.
    fileprivate init(_ telling: ShowView.Telling, number place: Int, in layout: StoredLayout) {
        let report = telling.report
        let marked = MarkedWords(report, in: layout)
        number = String(place)
        before = marked.before
        runs = marked.runs.map { EntryPage.Run(text: $0.text, role: $0.role) }
        after = marked.after
        paragraphLocator = telling.citation.place
        voice = "\(telling.citation.told), \(telling.citation.voice)"
        source = SafeText.oneLine(telling.source)
        sourceHref = Link.document(report.documentHash)
        href = Link.document(report.documentHash, report.span)
        question = SafeText.oneLine(telling.question ?? "")
        footnote = telling.footnotes.map { "\($0.mark) \($0.words)" }.joined(separator: "  ")
        // By hand nothing fired.
        rule = report.isByHand ? "" : report.rule
        ruleWords = SafeText.oneLine(telling.trigger)
        confidence = report.confidence.map { ConfidenceWords.words($0) } ?? ""
        whyConfidence =
            (report.isByHand ? ["made by hand from these words"] : []) + telling.reliability + telling.decisions
        doubtful = telling.doubtful == true
        id = report.id
    }
}

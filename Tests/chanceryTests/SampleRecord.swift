import ChanceryCore
import DossierStore

@testable import Record
@testable import chancery

/// A record made by hand: three short texts about invented states.
enum SampleRecord {
    static let essay = "Osk recognised Veldania in 1988. Veldania opened an embassy in Osk on 7 May 1989."
    static let brief = "In 1990 Osk recognised Veldania. Veldania will open an embassy, the ministry said."
    static let note = "Some 3,000 people left Veldania.\u{1B}[31m Osk denied that it had asked them to go."

    static func span(_ words: String, in text: String) -> CodePointSpan {
        let scalars = Array(text.unicodeScalars)
        let wanted = Array(words.unicodeScalars)
        for start in 0...max(scalars.count - wanted.count, 0)
        where start + wanted.count <= scalars.count && Array(scalars[start..<(start + wanted.count)]) == wanted {
            return CodePointSpan(start, start + wanted.count)
        }
        return CodePointSpan(0, 0)
    }

    static func state(_ name: String, _ text: String, in words: String? = nil) -> Participant {
        Participant(
            name: name, code: name == "Osk" ? "OSK" : "VLD", kind: .state, span: span(words ?? name, in: text))
    }

    static func date(_ edtf: String, _ words: String, _ text: String) -> ReportDate {
        ReportDate(edtf: edtf, basis: .stated, evidence: Evidence(span(words, in: text)))
    }

    static func event(
        _ name: String, _ text: String, _ clause: String, trigger: String, type: String, concept: String,
        actors: [Participant], recipients: [Participant], date: ReportDate? = nil, modality: Modality = .asserted,
        attribution: [AttributionLink] = []
    ) -> Report {
        Report(
            document: name, documentHash: Digest.sha256(text), span: span(clause, in: text),
            content: .event(Event(type: type, concept: concept, actors: actors, recipients: recipients)),
            trigger: span(trigger, in: text), date: date, modality: modality, attribution: attribution,
            rule: "\(type)-\(concept)-01")
    }

    static let reports: [Report] = [
        event(
            "essay.txt", essay, "Osk recognised Veldania in 1988", trigger: "recognised", type: "SUPPORT",
            concept: "recognise", actors: [state("Osk", essay)], recipients: [state("Veldania", essay)],
            date: date("1988", "1988", essay)),
        event(
            "brief.txt", brief, "In 1990 Osk recognised Veldania", trigger: "recognised", type: "SUPPORT",
            concept: "recognise", actors: [state("Osk", brief)], recipients: [state("Veldania", brief)],
            date: date("1990", "1990", brief)),
        event(
            "essay.txt", essay, "Veldania opened an embassy in Osk on 7 May 1989", trigger: "opened", type: "SUPPORT",
            concept: "open-mission", actors: [state("Veldania", essay)], recipients: [state("Osk", essay)],
            date: date("1989-05-07", "7 May 1989", essay)),
        event(
            "brief.txt", brief, "Veldania will open an embassy", trigger: "open", type: "SUPPORT",
            concept: "open-mission", actors: [state("Veldania", brief)], recipients: [], modality: .planned,
            attribution: [
                AttributionLink(
                    source: "the ministry", cue: "said", evidence: Evidence(span("the ministry", in: brief)))
            ]),
        event(
            "note.txt", note, "it had asked them to go", trigger: "asked", type: "REQUEST", concept: "request",
            actors: [state("Osk", note, in: "it")], recipients: [], date: date("XXXX-10-07", "", note),
            modality: .denied,
            attribution: [AttributionLink(source: "Osk", cue: "denied", evidence: Evidence(span("Osk", in: note)))]),
        Report(
            document: "note.txt", documentHash: Digest.sha256(note),
            span: span("Some 3,000 people left Veldania.\u{1B}[31m", in: note),
            content: .figure(Figure(value: 3000, unit: "people", of: "people", qualifier: "about")),
            trigger: span("3,000", in: note), rule: "FIGURE-01"),
        Report(
            document: "brief.txt", documentHash: Digest.sha256(brief),
            span: span("Veldania will open an embassy, the ministry said", in: brief),
            content: .statement(
                Statement(
                    speaker: Participant(
                        name: "the ministry", sector: "GOV", kind: .organisation, span: span("the ministry", in: brief)),
                    form: .indirect, cue: "said", cueSpan: span("said", in: brief),
                    contentSpan: span("Veldania will open an embassy", in: brief), about: [state("Veldania", brief)])),
            trigger: span("Veldania will open an embassy", in: brief), rule: "SAY-01"),
        Report(
            document: "essay.txt", documentHash: Digest.sha256(essay), span: span("an embassy in Osk", in: essay),
            content: .state(
                StateOfAffairs(
                    subject: [state("Veldania", essay)], relation: "has an embassy in", concept: "has-mission",
                    object: [state("Osk", essay)])),
            trigger: span("embassy", in: essay),
            date: ReportDate(
                edtf: "1989-05-07/..", basis: .resolved, evidence: Evidence(span("7 May 1989", in: essay))),
            rule: "STATE-01"),
    ]

    static func entry(_ indices: Int..., date: String) -> Entry {
        let reports = indices.map { Self.reports[$0] }
        return Entry(
            kind: reports[0].kind, reports: reports.map(\.id), documents: Array(Set(reports.map(\.document))),
            date: date, dates: Array(Set(reports.compactMap { $0.date?.edtf })))
    }

    static let texts = Dictionary(
        uniqueKeysWithValues: [essay, brief, note].map { (Digest.sha256($0), OffsetMap($0)) })

    /// Every report with its words.
    static let reportItems = reports.map {
        ReportItem(report: $0, words: texts[$0.documentHash]?.text($0.span) ?? "")
    }

    /// Every entry with its reports, by document and place.
    static let entries = [
        entry(0, 1, date: "1988"), entry(2, date: "1989-05-07"), entry(3, date: ""), entry(4, date: "XXXX-10-07"),
        entry(5, date: ""), entry(6, date: ""), entry(7, date: "1989-05-07/.."),
    ].map { entry in
        EntryItem(
            entry: entry,
            reports: reportItems.filter { entry.reports.contains($0.id) }
                .sorted { ($0.report.document, $0.report.span) < ($1.report.document, $1.report.span) },
            disputes: [])
    }
}

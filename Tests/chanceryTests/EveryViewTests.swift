import ChanceryCore
@testable import DossierStore
import Foundation
import Reconciling
import Testing

@testable import Record
@testable import chancery

/// No view and no format shows what is told without whether it is told as fact, and on whose word.
@Suite struct EveryViewTests {
    private static let text = "Osk met Tarn. Osk, said Veldania, armed Tarn. Osk denied a raid. Osk will visit Tarn."
    private static let osk = Participant(name: "Osk", code: "OSK", kind: .state, span: CodePointSpan(0, 3))
    private static let tarn = Participant(name: "Tarn", code: "TRN", kind: .state, span: CodePointSpan(8, 12))

    /// A report of every kind in every modality, what is not told as fact on somebody's word.
    static let reports: [Report] = {
        let veldania = AttributionLink(source: "Veldania", cue: "said", evidence: Evidence(CodePointSpan(24, 32)))
        let contents: [Report.Content] = [
            .event(Event(type: "CONSULT", concept: "meet", actors: [osk], recipients: [tarn])),
            .event(Event(type: "SUPPORT", concept: "recognise", actors: [osk], recipients: [tarn])),
            .state(StateOfAffairs(subject: [osk], relation: "is an ally of", concept: "ally-of", object: [tarn])),
            .state(
                StateOfAffairs(subject: [osk], relation: "has no embassy in", concept: "has-mission", object: [tarn])),
            .statement(
                Statement(
                    speaker: osk, form: .indirect, cue: "said", cueSpan: CodePointSpan(19, 23),
                    contentSpan: CodePointSpan(34, 45), about: [tarn])),
            .figure(Figure(value: 7, unit: "people", of: "envoys")),
        ]
        return contents.enumerated().flatMap { number, content in
            Modality.allCases.enumerated().map { place, modality in
                Report(
                    document: place % 2 == 0 ? "essay.txt" : "brief.txt",
                    documentHash: Digest.sha256(place % 2 == 0 ? text : text + " "), span: CodePointSpan(0, 45),
                    content: content, trigger: CodePointSpan(number, number + 1 + place), modality: modality,
                    attribution: modality == .asserted || modality == .negated ? [] : [veldania], rule: "RULE-01")
            }
        }
    }()

    static let items = reports.map { ReportItem(report: $0, words: String(text.prefix($0.span.count))) }

    static let entries = items.map { item in
        EntryItem(
            entry: Entry(
                kind: item.report.kind, reports: [item.id], documents: [item.report.document], date: "", dates: []),
            reports: [item], disputes: [])
    }

    static let documents = [text, text + " "].enumerated().map { place, text in
        Document(name: place == 0 ? "essay.txt" : "brief.txt", text: text)
    }

    private static let dispute = DisputeItem(
        dispute: Dispute(
            dimension: .factuality, entries: entries.prefix(6).map(\.id),
            sides: reports.prefix(6).map {
                Dispute.Side(says: $0.modality.rawValue, reports: [$0.id], documents: [$0.document])
            }), entries: Array(entries.prefix(6)))

    private static let decisions = Rulings([
        Decision(
            .accept,
            reports: reports.map {
                Decision.Cited(report: $0.id, doc: $0.document, docHash: $0.documentHash, words: "words")
            }, reason: "read", author: "Ana Dol", recordedAt: "2026-02-05T10:00:10Z")
    ])

    /// Each view's page and JSON.
    static func views() throws -> [(name: String, page: Page, json: String)] {
        var timeline = EntriesView.timeline(of: entries)
        // Undated states have their place in `relation`.
        timeline.items = entries.compactMap { EntryLine($0) }
        timeline.nameFolded()
        let relation = RelationView(between: "Osk", and: "Tarn", shared: entries, own: entries)
        let statements = StatementsView(of: items)
        let figures = FiguresView(of: items)
        let search = SearchView(
            words: "Osk",
            SearchResult(
                documents: [],
                reports: items.map {
                    SearchHit(
                        source: .report($0.id), document: $0.report.document, documentHash: $0.report.documentHash,
                        title: "", excerpt: Excerpt(of: $0.words, matches: [], at: $0.report.span.start), matches: [])
                }), reports: Dictionary(uniqueKeysWithValues: items.map { ($0.id, $0) }))
        let disputes = DisputesView(of: [dispute])
        let compare = CompareView(
            documents[0], documents[1], entries: entries, disputes: [dispute], origins: [])
        let decided = DecisionsView(
            of: decisions, reports: Set(reports.map(\.id)), documents: Set(documents.map(\.hash)),
            tellings: Dictionary(uniqueKeysWithValues: reports.map { ($0.id, $0) }))
        let names = NamesView(of: "Osk", in: reports) { OffsetMap(text).text($1) }
        var views = [
            ("timeline", timeline.page(), try JSONForm.text(timeline.items)),
            ("relation", relation.page(), try JSONForm.text(relation.items)),
            ("statements", statements.page(), try JSONForm.text(statements.items)),
            ("figures", figures.page(), try JSONForm.text(figures.items)),
            ("search", search.page(), try JSONForm.text(search.hits)),
            ("disputes", disputes.page(), try JSONForm.text(disputes.items)),
            ("compare", compare.page(), try JSONForm.text(compare.items)),
            ("decisions", decided.page(), try JSONForm.text(decided.items)),
            ("names", names.page(), try JSONForm.text(names.items)),
        ]
        for entry in entries {
            let show = ShowView(.entry(entry), texts: [:])
            views.append(("show", show.page(), try JSONForm.text([show])))
        }
        return views
    }

    /// Every object of the JSON that quotes what is told says how it is told and by whom.
    @Test func jsonGivesModalityAndSourceOfWhateverIsTold() throws {
        for view in try Self.views() {
            let read = try JSONSerialization.jsonObject(with: Data(view.json.utf8))
            var tellings = 0
            func walk(_ value: Any, _ path: String) {
                if let list = value as? [Any] {
                    for one in list { walk(one, path) }
                } else if let object = value as? [String: Any] {
                    let quotes = ["content", "words", "snippet", "phrase"].contains { object[$0] is String }
                    let isTold =
                        quotes && (object["report"] is String || object["id"] is String || object["phrase"] != nil)
                    if isTold {
                        tellings += 1
                        #expect(object["modality"] != nil, "\(path): \(object)")
                        #expect(object["sources"] != nil, "\(path): \(object)")
                    }
                    for (key, one) in object { walk(one, "\(path).\(key)") }
                }
            }
            walk(read, view.name)
            #expect(view.name == "show" || tellings > 0, "\(view.name)")
        }
    }

    /// Every item of a page that stands for a report says so in words, and no denied or planned thing stands as fact.
    @Test func pagesSayWhetherItIsToldAsFactAndOnWhoseWord() throws {
        let byID = Dictionary(uniqueKeysWithValues: Self.reports.map { ($0.id, $0) })
        let byEntry = Dictionary(uniqueKeysWithValues: Self.entries.map { ($0.id, $0.reports[0].report) })
        for view in try Self.views() where !["show", "decisions", "names"].contains(view.name) {
            var seen: Set<String> = []
            for case .item(let item) in view.page.sections.flatMap(\.blocks) where !item.ids.isEmpty {
                var headings = [
                    Page.Item.Heading(caveat: item.caveat, headline: item.headline, tag: item.tag, ids: item.ids)
                ]
                headings += item.further
                #expect(item.notes.allSatisfy { !$0.voice.isEmpty && !$0.source.isEmpty }, "\(view.name): \(item)")
                for heading in headings {
                    for id in heading.ids {
                        guard let report = byID[id] ?? byEntry[id] else { continue }
                        seen.insert(report.id)
                        let says = "\(heading.caveat) \(heading.tag)"
                        #expect(
                            report.modality == .asserted || heading.ids.count > 1
                                || !heading.caveat.isEmpty || says.contains("in the negative"),
                            "\(view.name): \(heading)")
                    }
                }
            }
            let shown = view.name == "disputes" ? 0 : 5
            #expect(seen.count >= shown, "\(view.name)")
        }
    }

    /// In text and Markdown every quotation is followed by whose word it is.
    @Test func textAndMarkdownNameWhoseWordFollowsEveryQuotation() throws {
        for view in try Self.views() where ["timeline", "relation", "statements", "search"].contains(view.name) {
            let lines = TextForm(Terminal(width: 400, isColoured: false)).text(view.page).split(separator: "\n")
            for (place, line) in lines.enumerated() where line.contains("“") && line.hasPrefix("              “") {
                let voice = lines.indices.contains(place + 1) ? lines[place + 1] : ""
                #expect(voice.contains("essay.txt") || voice.contains("brief.txt"), "\(view.name): \(line) / \(voice)")
            }
            for line in MarkdownForm().text(view.page).split(separator: "\n") where line.hasPrefix("[^") {
                #expect(line.contains("essay.txt") || line.contains("brief.txt"), "\(view.name): \(line)")
            }
        }
    }

    /// A statement's words are its content, whichever view prints them.
    @Test func noWordOutsideTheContentStandsInASpeakersQuotation() throws {
        let content = String(Self.text.unicodeScalars.dropFirst(34).prefix(11).map(Character.init))
        for view in try Self.views() where !["decisions", "names", "figures"].contains(view.name) {
            for case .item(let item) in view.page.sections.flatMap(\.blocks) where item.tag == "as told" {
                for note in item.notes { #expect(note.quote == content, "\(view.name): \(note.quote)") }
            }
        }
    }
}

import ArgumentParser
import ChanceryCore
@testable import DossierStore
import Foundation
import Testing

@testable import Record
@testable import chancery

/// What is doubtful is shown as doubtful, and says why it is shown at all.
@Suite struct DoubtfulTests {
    private static func party(_ name: String) -> Participant {
        Participant(name: name, kind: .state, span: CodePointSpan(0, 3))
    }

    private static func report(
        _ document: String, _ confidence: Double?, _ modality: Modality = .asserted, isLikely: Bool = false,
        concept: String = "visit"
    ) -> Report {
        var report = Report(
            document: document, documentHash: Digest.sha256(document), span: CodePointSpan(0, 16),
            content: .event(
                Event(
                    type: "CONSULT", concept: concept, actors: [party("Osk")], recipients: [party("Tarn")],
                    isLikely: isLikely)), trigger: CodePointSpan(4, 11), modality: modality,
            rule: "CONSULT-visit-01")
        report.confidence = confidence
        return report
    }

    private static func item(
        _ reports: [Report], independent: Int = 0, isSettled: Bool = false
    ) -> EntryItem {
        var entry = Entry(
            kind: .event, reports: reports.map(\.id), documents: reports.map(\.document), date: "", dates: [])
        entry.origins = reports.prefix(independent).map {
            OriginGroup(reports: [$0.id], documents: [$0.document], standing: .own, joins: [])
        }
        let items = reports.map { ReportItem(report: $0, words: "Osk visited Tarn", isSettled: isSettled) }
        return EntryItem(entry: entry, reports: items, disputes: [])
    }

    private static func heading(_ item: EntryItem) throws -> String {
        let line = try #require(EntryLine(item))
        let page = Page(title: "", sections: [Page.Section(nil, [.item(line.item())])], summary: "")
        let text = TextForm(Terminal(width: 200, isColoured: false)).text(page)
        return String(text.split(separator: "\n")[0].trimmingPrefix(while: { $0 == " " }))
    }

    private static let plain = "Osk → Tarn · visit (CONSULT)"

    @Test func anEntryIsDoubtfulWhereAllOfItsReportsAre() throws {
        let (sure, unsure) = (Self.report("a.txt", 0.7), Self.report("b.txt", 0.3))
        #expect(try Self.heading(Self.item([unsure])) == "doubtful: " + Self.plain)
        #expect(try Self.heading(Self.item([sure])) == Self.plain)
        #expect(try Self.heading(Self.item([Self.report("a.txt", 0.5)])) == Self.plain)
        #expect(try Self.heading(Self.item([Self.report("a.txt", nil)])) == Self.plain)
        #expect(try Self.heading(Self.item([unsure, sure])) == Self.plain)
        #expect(
            try Self.heading(Self.item([Self.report("a.txt", 0.3, .planned)]))
                == "doubtful; planned, not told as done: " + Self.plain)
        #expect(
            try Self.heading(Self.item([Self.report("a.txt", 0.7, .planned)]))
                == "planned, not told as done: " + Self.plain)
    }

    @Test func whatTwoOriginsTellOrPeopleAcceptedIsNotDoubtful() throws {
        let reports = [Self.report("a.txt", 0.3), Self.report("b.txt", 0.2)]
        #expect(try Self.heading(Self.item(reports, independent: 2)) == Self.plain)
        #expect(try Self.heading(Self.item(reports, independent: 1)) == "doubtful: " + Self.plain)
        #expect(try Self.heading(Self.item(reports, isSettled: true)) == Self.plain)
        #expect(try Self.heading(Self.item(reports, isSettled: false)) == "doubtful: " + Self.plain)
    }

    /// A doubtful telling of what others tell surely speaks last, and says so itself.
    @Test func aDoubtfulTellingOfASureEntryIsMarked() throws {
        let line = try #require(EntryLine(Self.item([Self.report("a.txt", 0.3), Self.report("b.txt", 0.7)])))
        let notes = line.item().notes
        #expect(notes.map(\.source) == ["b.txt", "a.txt"])
        #expect(
            notes.map(\.voice) == [
                "in the author's own voice of", "doubtful as coded, in the author's own voice of",
            ])
        #expect(line.confidence == 0.7 && line.doubtful == nil)
        let doubtful = try #require(EntryLine(Self.item([Self.report("a.txt", 0.3)])))
        #expect(doubtful.item().notes.map(\.voice) == ["in the author's own voice of"])
        #expect(doubtful.confidence == 0.3 && doubtful.doubtful == true)
    }

    /// Every view's page and JSON of one entry, doubtful or not.
    private static func views(_ confidence: Double) throws -> [(name: String, text: String, json: String)] {
        let entry = item([report("a.txt", confidence)])
        let found = SearchResult(
            documents: [],
            reports: [
                SearchHit(
                    source: .report(entry.reports[0].id), document: "a.txt",
                    documentHash: entry.reports[0].report.documentHash, title: "",
                    excerpt: Excerpt(of: "Osk visited Tarn", matches: [], at: 0), matches: [])
            ])
        let search = SearchView(words: "Osk", found, reports: [entry.reports[0].id: entry.reports[0]])
        let timeline = EntriesView.timeline(of: [entry])
        let relation = RelationView(between: "Osk", and: "Tarn", shared: [entry], own: [])
        let recognised = item([report("a.txt", confidence, concept: "recognise")])
        let standing = RelationView(between: "Osk", and: "Tarn", shared: [recognised], own: []).standing
        let dispute = DisputesView(of: [
            DisputeItem(
                dispute: Dispute(
                    dimension: .date, entries: [entry.id],
                    sides: [Dispute.Side(says: "1990", reports: [entry.reports[0].id], documents: ["a.txt"])]),
                entries: [entry])
        ])
        let show = ShowView(.entry(entry), texts: [:])
        let pages: [(String, Page, String)] = [
            ("timeline", timeline.page(), try JSONForm.text(timeline.items)),
            ("relation", relation.page(), try JSONForm.text(relation.items)),
            (
                "standing",
                Page(title: "", sections: [Page.Section(nil, standing.lines.map { .item($0.item) })], summary: ""),
                try JSONForm.text(standing.lines)
            ),
            ("search", search.page(), try JSONForm.text(search.hits)),
            ("disputes", dispute.page(), try JSONForm.text(dispute.items)),
            ("show", show.page(), try JSONForm.text([show])),
        ]
        return pages.flatMap { name, page, json in
            [
                (name, TextForm(Terminal(width: 200, isColoured: false)).text(page), json),
                (name + ", markdown", MarkdownForm().text(page), json),
            ]
        }
    }

    @Test func everyViewMarksTheDoubtfulAndOnlyTheDoubtful() throws {
        for view in try Self.views(0.3) {
            #expect(view.text.contains("doubtful"), "\(view.name): \(view.text)")
            #expect(view.json.contains("\"doubtful\":true") && view.json.contains("\"confidence\":0.3"), "\(view.name)")
        }
        for view in try Self.views(0.7) {
            #expect(!view.text.contains("doubtful"), "\(view.name): \(view.text)")
            #expect(!view.json.contains("doubtful") && view.json.contains("\"confidence\":0.7"), "\(view.name)")
        }
    }

    @Test func aPageCountsWhatIsDoubtful() {
        func summary(_ confidences: Double...) -> String {
            EntriesView.timeline(
                of: confidences.enumerated().map { Self.item([Self.report("\($0.offset).txt", $0.element)]) }
            ).page().closing
        }
        #expect(summary(0.3, 0.2, 0.9) == "3 entries from 3 documents, 2 of them doubtful; --sure leaves these out")
        #expect(summary(0.3, 0.9) == "2 entries from 2 documents, 1 of them doubtful; --sure leaves it out")
        #expect(summary(0.3) == "1 entry from 1 document, doubtful; --sure leaves it out")
        #expect(summary(0.3, 0.2) == "2 entries from 2 documents, all of them doubtful; --sure leaves these out")
        #expect(summary(0.9, 0.8) == "2 entries from 2 documents")
    }

    @Test(arguments: [
        (0.0, "0: hardly any of its like is right"), (0.1, "0.1: about one in ten of its like is right"),
        (0.34, "0.34: about one in three of its like is right"), (0.5, "0.5: about one in two of its like is right"),
        (0.66, "0.66: about two in three of its like are right"),
        (0.81, "0.81: about four in five of its like are right"), (1, "1: nearly all of its like are right"),
    ])
    func confidenceIsSaidInPlainWords(confidence: Double, words: String) {
        #expect(ConfidenceWords.words(confidence) == words)
    }

    private static func facts(_ report: Report) -> [String: String] {
        let item = ReportItem(report: report, words: "Osk visited Tarn")
        let view = ShowView(
            .report(item, entry: ""), texts: [report.documentHash: OffsetMap("Osk visited Tarn")])
        var facts: [String: String] = [:]
        for case .facts(let some) in view.page().sections.flatMap(\.blocks) {
            for fact in some { facts[fact.label] = fact.value }
        }
        return facts
    }

    @Test func showSaysWhySomethingDoubtfulOrLikelyIsTold() {
        let likely = Self.facts(Self.report("a.txt", 0.34, isLikely: true))
        #expect(
            likely["because"] == "told because it is likely: “visited” is of the words of rule CONSULT-visit-01, "
                + "whose conditions do not hold here, or which finds nobody here")
        #expect(likely["confidence"] == "0.34: about one in three of its like is right")
        #expect(likely["tells"] == "doubtful: Osk → Tarn · visit")
        #expect(likely["told"]?.hasPrefix("doubtful as coded, told as fact") == true)
        let told = Self.facts(Self.report("a.txt", 0.9))
        #expect(told["because"] == "rule CONSULT-visit-01, fired by “visited”")
        #expect(told["tells"] == "Osk → Tarn · visit")
        #expect(told["told"]?.hasPrefix("told as fact") == true)
        #expect(Self.facts(Self.report("a.txt", nil))["confidence"] == nil)
    }

    @Test(
        arguments: [
            (["--sure"], 0.5), (["--confidence", "0.7"], 0.7), (["--confidence", "0"], 0), ([], nil),
        ] as [([String], Double?)])
    func theOptionsGiveTheLeastConfidence(words: [String], least: Double?) throws {
        let timeline = try #require(
            try Chancery.parseAsRoot(["timeline", "a.dossier"] + words) as? TimelineCommand)
        #expect(timeline.filters.trust.least == least)
        let search = try #require(try Chancery.parseAsRoot(["search", "a.dossier", "Osk"] + words) as? SearchCommand)
        #expect(search.trust.least == least)
    }

    @Test(arguments: [
        ["--confidence", "1.5"], ["--confidence", "-1"], ["--confidence", "nan"], ["--sure", "--confidence", "0.7"],
    ])
    func aWrongLeastConfidenceIsRefused(words: [String]) {
        #expect(throws: (any Error).self) { try Chancery.parseAsRoot(["timeline", "a.dossier"] + words) }
    }
}

import ChanceryCore
import DossierStore
import Testing

@testable import Record
@testable import chancery

/// The numbers of a sentence stand with the event that they count.
@Suite struct NumbersToldTests {
    private static let osk = Participant(name: "Osk", code: "OSK", kind: .state, span: CodePointSpan(0, 3))
    private static let tarn = Participant(name: "Tarn", code: "TRN", kind: .state, span: CodePointSpan(8, 12))

    private static func told(
        _ content: Report.Content, at trigger: Int, in span: CodePointSpan = CodePointSpan(0, 90),
        confidence: Double? = nil, _ modality: Modality = .asserted
    ) -> EntryItem {
        var report = Report(
            document: "a.txt", documentHash: Digest.sha256("a"), span: span, content: content,
            trigger: CodePointSpan(trigger, trigger + 3), modality: modality, rule: "RULE-01")
        report.confidence = confidence
        let entry = Entry(kind: report.kind, reports: [report.id], documents: ["a.txt"], date: "", dates: [])
        return EntryItem(entry: entry, reports: [ReportItem(report: report, words: "words")], disputes: [])
    }

    private static func event(_ concept: String) -> Report.Content {
        .event(Event(type: "SUPPORT", concept: concept, actors: [osk], recipients: [tarn]))
    }

    private static let votes = Report.Content.figure(Figure(value: 119, unit: "countries", of: "UN members"))

    @Test func aNumberStandsWithTheNearestEventOfItsSentence() throws {
        let (vote, visit) = (Self.told(Self.event("vote-for"), at: 30), Self.told(Self.event("visit"), at: 80))
        let figure = Self.told(Self.votes, at: 20, in: CodePointSpan(18, 40))
        let view = EntriesView.timeline(of: [vote, visit], with: [figure])
        let numbers = Dictionary(uniqueKeysWithValues: view.items.map { ($0.concept, $0.numbers.map(\.words)) })
        #expect(numbers == ["vote-for": ["119 countries · UN members"], "visit": []])
        let page = MarkdownForm().text(view.page())
        #expect(page.contains("Osk → Tarn · vote for · 119 countries · UN members"))
    }

    @Test func whatIsNotDoubtfulHasItFirst() {
        let (doubtful, sure) = (
            Self.told(Self.event("vote-for"), at: 22, confidence: 0.2),
            Self.told(Self.event("visit"), at: 80, confidence: 0.8)
        )
        let numbers = NumbersTold.byEvent([Self.told(Self.votes, at: 20)], in: [doubtful, sure])
        #expect(numbers.keys.sorted() == [sure.id])
    }

    @Test func aNumberOfAnotherSentenceOrAClaimSaysSo() {
        let vote = Self.told(Self.event("vote-for"), at: 30)
        #expect(NumbersTold.byEvent([Self.told(Self.votes, at: 200)], in: [vote]).isEmpty)
        let claimed = NumbersTold.byEvent([Self.told(Self.votes, at: 20, .claimed)], in: [vote])
        #expect(claimed[vote.id]?.map(\.words) == ["claimed: 119 countries · UN members"])
    }
}

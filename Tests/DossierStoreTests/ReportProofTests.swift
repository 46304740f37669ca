import ChanceryCore
import Foundation
import Testing

@testable import DossierStore

@Suite struct ReportProofTests {
    static let text = "Before. In 1991 the state of Osk, \"we agree,\" said Ana Vel, sent 1,200 teachers. After it."
    static let map = OffsetMap(text)
    static let sentence = CodePointSpan(8, 81)

    static func span(_ words: String) -> CodePointSpan {
        guard let range = text.range(of: words) else { return CodePointSpan(-1, -1) }
        let start = text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)
        return CodePointSpan(start, start + words.unicodeScalars.count)
    }

    static func event(
        party: CodePointSpan = span("Osk"), from: CodePointSpan? = nil, trigger: CodePointSpan = span("sent"),
        evidence: CodePointSpan = sentence, date: ReportDate? = nil, place: Evidence? = nil,
        source: CodePointSpan? = nil
    ) -> Report {
        let actor = Participant(name: "Osk", code: "OSK", kind: .state, span: party, from: from)
        return Report(
            document: "d", documentHash: Digest.sha256(text), span: evidence,
            content: .event(
                Event(
                    type: "AID", concept: "give-aid", actors: [actor], recipients: [],
                    place: place.map { Place(name: "Osk", evidence: $0) })),
            trigger: trigger, date: date,
            attribution: source.map { [AttributionLink(source: "Vel", cue: "said", evidence: Evidence($0))] } ?? [],
            rule: "r")
    }

    static func figure(_ value: Double, at words: String = "1,200") -> Report {
        Report(
            document: "d", documentHash: Digest.sha256(text), span: sentence,
            content: .figure(Figure(value: value, unit: "people", of: "teachers")), trigger: span(words), rule: "r")
    }

    static func statement(content: CodePointSpan, cue: CodePointSpan? = span("said")) -> Report {
        Report(
            document: "d", documentHash: Digest.sha256(text), span: sentence,
            content: .statement(
                Statement(speaker: nil, form: .direct, cue: "said", cueSpan: cue, contentSpan: content)),
            trigger: sentence, rule: "r")
    }

    static func dated(_ edtf: String, _ words: String, _ basis: ReportDate.Basis = .stated) -> ReportDate {
        ReportDate(edtf: edtf, basis: basis, evidence: Evidence(span(words)))
    }

    static let sound: [Report] = [
        event(), event(date: dated("1991", "In 1991")), event(party: span("Before"), from: span("Osk")),
        event(place: Evidence(span("Osk"))), event(source: span("Before")), figure(1200),
        statement(content: span("we agree")), statement(content: span("we agree"), cue: nil),
        event(date: ReportDate(edtf: "2020-05-01", basis: .published, evidence: nil)),
        event(date: dated("1990", "Osk", .resolved)),
    ]

    @Test(arguments: sound)
    func aSoundReportIsProved(report: Report) {
        #expect(ReportProof.faults(of: report, in: Self.map) == [])
    }

    static let faulty: [(Report, VerificationFault.Check)] = [
        (event(evidence: CodePointSpan(8, 4000)), .evidence), (event(evidence: CodePointSpan(-3, 9)), .evidence),
        (event(evidence: CodePointSpan(7, 8)), .evidence), (event(evidence: CodePointSpan(9, 9)), .evidence),
        (event(trigger: span("After")), .trigger), (event(party: span("After")), .participant),
        (event(party: CodePointSpan(20, 20)), .participant),
        (event(party: span("Osk"), from: CodePointSpan(90, 4000)), .participant),
        (event(place: Evidence(span("After"))), .place), (event(source: CodePointSpan(80, 4000)), .attribution),
        (event(date: dated("1991", "Before")), .date), (event(date: dated("1990", "In 1991")), .date),
        (event(date: dated("sometime", "In 1991")), .date),
        (event(date: ReportDate(edtf: "1991", basis: .resolved, evidence: nil)), .date),
        (figure(1201), .number), (figure(.infinity), .number), (figure(.nan), .number),
        (figure(1200, at: "teachers"), .number), (figure(1200, at: "After"), .trigger),
        (statement(content: span("After")), .content),
        (statement(content: span("we agree"), cue: span("After")), .content),
    ]

    @Test(arguments: faulty)
    func aFaultIsNamed(report: Report, check: VerificationFault.Check) {
        let faults = ReportProof.faults(of: report, in: Self.map)
        #expect(faults.contains { $0.check == check && $0.item == report.id }, "found \(faults.map(\.description))")
    }

    @Test(arguments: [
        ("$5-10 billion", 5e9, 1e10, true), ("$5-10 billion", 6e9, 1e10, false), ("5 to 10", 5e3, 10, false),
    ])
    func theScaleOfARangeIsThatOfBothItsEnds(words: String, low: Double, high: Double, isTold: Bool) {
        let report = Report(
            document: "d", documentHash: Digest.sha256(words), span: CodePointSpan(0, words.unicodeScalars.count),
            content: .figure(Figure(value: low, unit: "$", of: "", low: low, high: high)),
            trigger: CodePointSpan(0, words.unicodeScalars.count), rule: "r")
        #expect(ReportProof.faults(of: report, in: OffsetMap(words)).isEmpty == isTold)
    }

    static let years: [(String, String, Bool)] = [
        ("1989", "in 1989", true), ("1989-05-02", "2 May 1989", true), ("1989", "in '89", true),
        ("1989", "in 1988", false), ("1989", "in May", false), ("1989/1990", "1989-90", true),
        ("1989/1990", "between 1989 and 1990", true), ("1989/1990", "in 1989", false), ("1991/..", "since 1991", true),
        ("197X", "the 1970s", true), ("197X", "the seventies", true), ("197X", "the 70s", true),
        ("197X", "the 1980s", false), ("19XX", "the 20th century", true), ("19XX", "the twentieth century", true),
        ("19XX", "the 19th century", false), ("1989", "nineteen eighty-nine", true),
        ("2001", "two thousand and one", true),
        ("XXXX-10-07", "October 7", true), ("1996-12~", "towards the end of 1996", true), ("0476", "in 476", true),
        ("[1971,1973]", "1971 or 1973", true), ("[1971,1973]", "1971 or 1972", false),
        ("-0029", "in 30 BC", true), ("-0029", "in 29 BC", false), ("-0029", "in 30", false),
        ("-0240", "241 B.C.E.", true), ("0000", "the year 1 BC", true), ("-0145-21", "the spring of 146 BC", true),
        ("-0043-03-15", "15 March 44 before Christ", true), ("-0498/-0448", "from 499 to 449 BC", true),
        ("-0498/-0448", "from 499 to 448 BC", false), ("-0499/-0400", "in the 5th century BC", true),
        ("-0499/-0400", "the fifth century B.C.", true), ("-0499/-0400", "in 5 BC", false),
        ("-0399/-0300", "the fifth century BC", false), ("-0058/-0049", "the 50s BC", true),
        ("-1999/-1000", "the second millennium BCE", true), ("-0011", "December 12 BC", true),
        ("0014", "in AD 14", true), ("0014", "in 15 AD", false),
    ]

    @Test(arguments: years)
    func aStatedYearStandsInItsWords(edtf: String, words: String, isTold: Bool) throws {
        #expect(StatedYear.isTold(try #require(EDTF(edtf)), in: words) == isTold)
    }

    /// Only of an item that somebody made by hand can a date be his word; what a rule read has its date from words.
    @Test func aDateWithoutWordsIsTheWordOfWhoeverMadeTheItem() {
        var report = Self.event(date: ReportDate(edtf: "1991", basis: .decided, evidence: nil))
        #expect(ReportProof.faults(of: report, in: Self.map).map(\.check) == [.date])
        report.rule = Report.byHand
        #expect(ReportProof.faults(of: report, in: Self.map).isEmpty)
        report.date = ReportDate(edtf: "1991", basis: .resolved, evidence: nil)
        #expect(ReportProof.faults(of: report, in: Self.map).map(\.check) == [.date])
    }
}

import ChanceryCore
import Testing

@testable import Reconciling

/// What is doubtful raises no dispute; what is not does.
@Suite struct DoubtfulDisputeTests {
    private static func disputes(_ reports: [Report], _ decisions: [Decision] = []) throws -> [Dispute] {
        try Reconciler().reconcile(documents: [], reports: reports, decisions: decisions).disputes
    }

    private static func sure(_ confidence: Double?, _ report: Report) -> Report {
        var report = report
        report.confidence = confidence
        return report
    }

    /// Two accounts of each dimension that events can differ in.
    static let pairs: [(Dispute.Dimension, Report, Report)] = [
        (
            .date, Made.report("a", Made.event("recognise"), "1990"),
            Made.report("b", at: 33, Made.event("recognise"), "1991-09")
        ),
        (
            .date, Made.report("a", Made.event("recognise"), "1968"),
            Made.report("b", at: 33, Made.event("recognise"), "1990")
        ),
        (
            .factuality, Made.report("a", Made.event("supply-arms"), "1994-04"),
            Made.report("b", at: 33, Made.event("supply-arms"), "1994-04", .denied)
        ),
    ]

    @Test(arguments: pairs, [nil, 0.3, 0.5, 0.9] as [Double?])
    func aDoubtfulTellingRaisesNoDispute(
        pair: (dimension: Dispute.Dimension, a: Report, b: Report), confidence: Double?
    ) throws {
        let isDisputed = confidence != 0.3
        for (first, second) in [(0.8, confidence), (confidence, 0.8)] {
            let found = try Self.disputes([Self.sure(first, pair.a), Self.sure(second, pair.b)])
            #expect(found.map(\.dimension) == (isDisputed ? [pair.dimension] : []))
        }
    }

    @Test func whoDidItIsDisputedByThoseWhoAreSureAlone() throws {
        let guards = Made.party("Osk Guards", "OSK", kind: .organisation)
        var a = Made.report("a", Made.event("attack", [Made.bank], []), "1972-09")
        var b = Made.report("b", at: 33, Made.event("attack", [guards], []), "1972-09")
        a.terms = ContentWords.words("the attack on the harbour games").sorted()
        b.terms = ContentWords.words("guards carried out the attack on the harbour games").sorted()
        #expect(try Self.disputes([Self.sure(0.9, a), Self.sure(0.9, b)]).map(\.dimension) == [.agency])
        #expect(try Self.disputes([Self.sure(0.9, a), Self.sure(0.2, b)]).isEmpty)
        #expect(try Self.disputes([Self.sure(0.2, a), Self.sure(0.9, b)]).isEmpty)
    }

    /// One account tells of the attack, and doubtfully of somebody else's; another tells that it was charged and is denied.
    @Test(arguments: [(0.2, [Dispute.Dimension.factuality]), (0.9, [])])
    func aDoubtfulTellingKeepsNoDenialApart(confidence: Double, dimensions: [Dispute.Dimension]) throws {
        let (all, nobody) = (Made.event("cyberattack"), Made.event("cyberattack", []))
        let reports = [
            Self.sure(0.9, Made.report("a", all, "2022-07")),
            Self.sure(confidence, Made.report("a", at: 100, nobody, "2022-07")),
            Self.sure(0.9, Made.report("b", all, "2022-07", .claimed)),
            Self.sure(0.9, Made.report("b", at: 100, all, "", .denied)),
        ]
        #expect(try Self.disputes(reports).map(\.dimension) == dimensions)
    }

    /// A doubtful telling stands on the side of the sure one that says the same, and makes no side of its own.
    @Test func aDoubtfulTellingStandsBesideASureOneThatSaysTheSame() throws {
        let reports = [
            Self.sure(0.9, Made.report("a", Made.event("recognise"), "1990")),
            Self.sure(0.9, Made.report("b", at: 33, Made.event("recognise"), "1991-09")),
            Self.sure(0.2, Made.report("c", at: 77, Made.event("recognise"), "1990")),
        ]
        let dispute = try #require(try Self.disputes(reports).first { $0.dimension == .date })
        #expect(dispute.sides.map(\.says) == ["1990", "1991-09"])
        #expect(dispute.sides.first?.documents == ["a", "c"])
    }

    @Test func aTellingThatPeopleAcceptedRaisesOne() throws {
        let (a, b) = (
            Self.sure(0.9, Made.report("a", Made.event("recognise"), "1990")),
            Self.sure(0.2, Made.report("b", at: 33, Made.event("recognise"), "1991-09"))
        )
        func ruled(_ ruling: Decision.Ruling) -> Decision {
            Decision(
                ruling,
                reports: [Decision.Cited(report: b.id, doc: b.document, docHash: b.documentHash, words: "words")],
                reason: "read", author: "Ana Dol", recordedAt: "2026-02-05T10:00:10Z")
        }
        #expect(try Self.disputes([a, b], [ruled(.note)]).isEmpty)
        #expect(try Self.disputes([a, b], [ruled(.accept)]).map(\.dimension) == [.date])
    }

    /// An account is silent only beside a sure telling, and covers the ground only by one.
    @Test func aDoubtfulTellingIsNoGroundForASilence() throws {
        let reports = [
            Made.report("a", Made.event("supply-arms", type: "AID"), "1991-02"),
            Made.report("b", at: 33, Made.event("train", type: "AID"), "1991-05"),
        ]
        let whole = try Self.disputes(reports.map { Self.sure(0.9, $0) }).map(\.dimension)
        #expect(whole == [.presence])
        for (first, second) in [(0.9, 0.2), (0.2, 0.9), (0.2, 0.2)] {
            #expect(try Self.disputes([Self.sure(first, reports[0]), Self.sure(second, reports[1])]).isEmpty)
        }
    }
}

/// What an entry carries of the confidence of its reports.
@Suite struct EntryConfidenceTests {
    @Test(arguments: [(0.2, 0.9, 0.9), (0.2, nil, 0.2), (nil, nil, nil)] as [(Double?, Double?, Double?)])
    func anEntryHasTheHighestOfItsReports(first: Double?, second: Double?, wanted: Double?) throws {
        var reports = [
            Made.report("a", Made.event("recognise"), "1990"),
            Made.report("b", at: 33, Made.event("recognise"), "1990"),
        ]
        (reports[0].confidence, reports[1].confidence) = (first, second)
        let entries = try Reconciler().reconcile(documents: [], reports: reports).entries
        #expect(entries.map(\.confidence) == [wanted])
        let line = try JSONLine.encode(entries[0])
        #expect(try JSONLine.decode(Entry.self, from: line) == entries[0])
        #expect(line.contains("confidence") == (wanted != nil))
    }
}

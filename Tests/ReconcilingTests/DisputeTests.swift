import ChanceryCore
import Testing

@testable import Reconciling

@Suite struct DisputeTests {
    private func disputes(_ reports: [Report]) -> Reconciliation {
        Reconciler().reconcile(documents: [], reports: reports)
    }

    @Test func datesThatCannotBothHoldAreDisputedInOneEntry() throws {
        let reports = [
            Made.report("a", Made.event("establish-relations", mutual: true), "1990"),
            Made.report("b", at: 33, Made.event("establish-relations", mutual: true), "1991-09"),
        ]
        let result = disputes(reports)
        let entry = try #require(result.entries.first)
        #expect(result.entries.count == 1 && entry.dates == ["1990", "1991-09"] && entry.date == "1990")
        #expect(
            result.disputes.map(\.sides) == [
                [
                    Dispute.Side(says: "1990", reports: [reports[0].id], documents: ["a"]),
                    Dispute.Side(says: "1991-09", reports: [reports[1].id], documents: ["b"]),
                ]
            ])
    }

    @Test func datesFarApartOfASingularActAreDisputedBetweenTwoEntries() {
        let result = disputes([
            Made.report("a", Made.event("recognise"), "1968"),
            Made.report("b", at: 33, Made.event("recognise"), "1990"),
        ])
        #expect(result.entries.count == 2)
        #expect(result.disputes.map(\.dimension) == [.date])
        #expect(result.disputes.first?.entries == result.entries.map(\.id))
    }

    @Test func datesThatAgreeAreNotDisputed() {
        let result = disputes([
            Made.report("a", Made.event("recognise"), "1990"),
            Made.report("b", at: 33, Made.event("recognise"), "1990-05"),
        ])
        #expect(result.entries.count == 1 && result.disputes.isEmpty)
    }

    @Test func oneDocumentThatGivesTwoDatesTellsOfTwoActs() {
        let result = disputes([
            Made.report("a", Made.event("open-mission"), "1989"),
            Made.report("a", at: 90, Made.event("open-mission"), "1990"),
        ])
        #expect(result.entries.count == 2 && result.disputes.isEmpty)
    }

    @Test func whatOneAssertsAndAnotherDeniesIsDisputed() throws {
        let result = disputes([
            Made.report("a", Made.event("supply-arms"), "1994-04"),
            Made.report("b", at: 33, Made.event("supply-arms"), "1994-04", .denied),
        ])
        #expect(result.entries.count == 1)
        #expect(result.disputes.map(\.dimension) == [.factuality])
        #expect(result.disputes.first?.entries == result.entries.map(\.id))
    }

    /// Two figures of the same words, and whether they are disputed.
    static let figures: [(Report.Content, Report.Content, Bool)] = [
        (Made.figure(30, "people", "Oskan fighters"), Made.figure(40, "people", "the Oskan fighters"), true),
        (Made.figure(30, "people", "Oskan fighters"), Made.figure(30, "people", "Oskan fighters"), false),
        (Made.figure(30, "people", "Oskan fighters", "more than"), Made.figure(40, "people", "Oskan fighters"), false),
        (Made.figure(30, "people", "Oskan fighters", "at most"), Made.figure(40, "people", "Oskan fighters"), true),
        (Made.figure(30, "people", "Oskan fighters", "about"), Made.figure(32, "people", "Oskan fighters"), false),
        (Made.figure(30, "people", "fighters"), Made.figure(40, "people", "fighters"), false),
        (Made.figure(30, "people", "Oskan fighters"), Made.figure(40, "people", "Oskan doctors"), false),
        (Made.figure(30, "people", "Oskan fighters"), Made.figure(40, "percent", "Oskan fighters"), false),
    ]

    @Test(arguments: figures)
    func numbersThatCannotBothHoldAreDisputed(a: Report.Content, b: Report.Content, isDisputed: Bool) {
        let result = disputes([Made.report("a", a, "1971"), Made.report("b", at: 33, b, "1971")])
        #expect(result.disputes.map(\.dimension) == (isDisputed ? [.number] : []))
        if isDisputed { #expect(result.disputes.first?.entries == result.entries.map(\.id)) }
    }

    @Test func numbersOfOneDocumentOrOfTwoDatesAreNotDisputed() {
        let (a, b) = (Made.figure(30, "people", "Oskan fighters"), Made.figure(40, "people", "Oskan fighters"))
        #expect(disputes([Made.report("a", a, "1971"), Made.report("a", at: 90, b, "1971")]).disputes.isEmpty)
        #expect(disputes([Made.report("a", a, "1971"), Made.report("b", at: 90, b, "1972")]).disputes.isEmpty)
    }
}

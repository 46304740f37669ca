import ChanceryCore
import Testing

@testable import Reconciling

@Suite struct DisputeTests {
    private func disputes(_ reports: [Report]) throws -> Reconciliation {
        try Reconciler().reconcile(documents: [], reports: reports)
    }

    @Test func datesThatCannotBothHoldAreDisputedInOneEntry() throws {
        let reports = [
            Made.report("a", Made.event("establish-relations", mutual: true), "1990"),
            Made.report("b", at: 33, Made.event("establish-relations", mutual: true), "1991-09"),
        ]
        let result = try disputes(reports)
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

    @Test func datesFarApartOfASingularActAreDisputedBetweenTwoEntries() throws {
        let result = try disputes([
            Made.report("a", Made.event("recognise"), "1968"),
            Made.report("b", at: 33, Made.event("recognise"), "1990"),
        ])
        #expect(result.entries.count == 2)
        #expect(result.disputes.map(\.dimension) == [.date])
        #expect(result.disputes.first?.entries == result.entries.map(\.id))
    }

    /// A movement has relations of its own; its twin, a minister, has those of the state.
    @Test(arguments: [("REB", EntityKind.organisation, false), ("GOV", .person, true)])
    func aMovementsRelationsAreNotThoseOfItsState(sector: String, kind: EntityKind, isDisputed: Bool) throws {
        var party = Made.party("Veldanian Front", "VEL", kind: kind)
        party.sector = sector
        let result = try disputes([
            Made.report("a", Made.event("establish-relations", [party]), "1967"),
            Made.report("b", at: 33, Made.event("establish-relations"), "1990"),
        ])
        #expect(result.disputes.map(\.dimension) == (isDisputed ? [.date] : []))
    }

    @Test func datesThatAgreeAreNotDisputed() throws {
        let result = try disputes([
            Made.report("a", Made.event("recognise"), "1990"),
            Made.report("b", at: 33, Made.event("recognise"), "1990-05"),
        ])
        #expect(result.entries.count == 1 && result.disputes.isEmpty)
    }

    @Test func oneDocumentThatGivesTwoDatesTellsOfTwoActs() throws {
        let result = try disputes([
            Made.report("a", Made.event("open-mission"), "1989"),
            Made.report("a", at: 90, Made.event("open-mission"), "1990"),
        ])
        #expect(result.entries.count == 2 && result.disputes.isEmpty)
    }

    @Test func whatOneAssertsAndAnotherDeniesIsDisputed() throws {
        let result = try disputes([
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
    func numbersThatCannotBothHoldAreDisputed(a: Report.Content, b: Report.Content, isDisputed: Bool) throws {
        let result = try disputes([Made.report("a", a, "1971"), Made.report("b", at: 33, b, "1971")])
        #expect(result.disputes.map(\.dimension) == (isDisputed ? [.number] : []))
        if isDisputed { #expect(result.disputes.first?.entries == result.entries.map(\.id)) }
    }

    @Test func numbersOfOneDocumentOrOfTwoDatesAreNotDisputed() throws {
        let (a, b) = (Made.figure(30, "people", "Oskan fighters"), Made.figure(40, "people", "Oskan fighters"))
        #expect(try disputes([Made.report("a", a, "1971"), Made.report("a", at: 90, b, "1971")]).disputes.isEmpty)
        #expect(try disputes([Made.report("a", a, "1971"), Made.report("b", at: 90, b, "1972")]).disputes.isEmpty)
    }
}

/// Disputes of agency, presence and characterisation, and what is a claim beside a fact.
@Suite struct DisputeOfAccountsTests {
    private func disputes(_ reports: [Report]) throws -> [Dispute] {
        try Reconciler().reconcile(documents: [], reports: reports).disputes
    }

    private func told(_ report: Report, _ words: String) -> Report {
        var report = report
        report.terms = ContentWords.words(words).sorted()
        return report
    }

    static let guards = Made.party("Osk Guards", "OSK", kind: .organisation)

    @Test func accountsThatNameOtherPartiesForOneActDiffer() throws {
        let reports = [
            told(Made.report("a", Made.event("attack", [Made.bank], []), "1972-09"), "the attack on the harbour games"),
            told(
                Made.report("b", at: 33, Made.event("attack", [Self.guards], []), "1972-09"),
                "guards carried out the attack on the harbour games"),
        ]
        let found = try disputes(reports)
        #expect(found.map(\.dimension) == [.agency])
        #expect(found.first?.sides.map(\.says) == ["Bank of Osk", "Osk Guards"])
    }

    @Test func aStateAndWhoActsForItAreNoTwoParties() throws {
        let reports = [
            told(Made.report("a", Made.event("attack", [Made.veldania]), "1972-09"), "the attack on the harbour"),
            told(
                Made.report("b", at: 33, Made.event("attack", [Made.president]), "1972-09"), "the attack on the harbour"
            ),
        ]
        #expect(try disputes(reports).isEmpty)
    }

    @Test func aFactBesideAnAllegationIsDisputed() throws {
        var alleged = Made.report("b", at: 33, Made.event("supply-arms"), "1994-04", .claimed)
        alleged.attribution = [
            AttributionLink(source: "officials", cue: "allegedly", evidence: Evidence(CodePointSpan(33, 35)))
        ]
        let fact = Made.report("a", Made.event("supply-arms"), "1994-04")
        #expect(try disputes([fact, alleged]).map(\.dimension) == [.factuality])
        for cue in ["said", "reported"] {
            var said = alleged
            said.attribution[0].cue = cue
            #expect(try disputes([fact, said]).isEmpty, "\(cue)")
        }
    }

    @Test func anAllegationAgainstSomebodyIsNoDoubtThatItHappened() throws {
        var alleged = Made.report("a", at: 33, Made.event("attack", [Made.bank], []), "1994-04", .claimed)
        alleged.attribution = [
            AttributionLink(source: "officials", cue: "allegedly", evidence: Evidence(CodePointSpan(33, 35)))
        ]
        alleged = told(alleged, "the attack on the harbour")
        let open = told(Made.report("b", Made.event("attack", [], []), "1994-04"), "the attack on the harbour")
        #expect(try disputes([open, alleged]).isEmpty)
    }

    /// Clauses around a figure of 30 and one of 40 fighters, their dates, and whether they answer one question.
    static let clauses: [(String, String, String, Bool)] = [
        ("the harbour attack killed thirty fighters", "forty fighters died in the harbour attack", "1971-05", true),
        ("Osk sent thirty fighters", "forty fighters left the camp at Tarn", "1971-05", false),
        ("Veldania trained thirty fighters", "Veldania trained forty fighters in camps", "1971", true),
        ("Veldania trained thirty fighters", "Veldania sent forty fighters home", "1971", false),
        (
            "thirty fighters trained with the Veldanian guard", "the Veldanian guard trained forty fighters", "1971",
            true
        ),
        ("thirty fighters trained with the Veldanian guard", "the Veldanian guard trained forty fighters", "", true),
        ("the Veldanian guard met thirty fighters", "forty fighters asked the guard for bread", "", false),
    ]

    @Test(arguments: clauses) func figuresAnswerOneQuestionWhereTheirClausesAgree(
        a: String, b: String, date: String, isDisputed: Bool
    ) throws {
        let reports = [
            told(Made.report("a", Made.figure(30, "people", "Oskan fighters"), date), a + " Oskan"),
            told(Made.report("b", at: 33, Made.figure(40, "people", "Oskan fighters"), date), b + " Oskan"),
        ]
        #expect(try disputes(reports).map(\.dimension) == (isDisputed ? [.number] : []))
    }

    @Test func threeNumbersAreOneDisputeOfThreeSides() throws {
        let reports = [30, 40, 50].map { value in
            told(
                Made.report("d\(value)", at: value, Made.figure(Double(value), "people", "refugees"), "1976"),
                "refugees fled to Tarn")
        }
        let found = try disputes(reports)
        #expect(found.map { $0.sides.map(\.says) } == [["30 people", "40 people", "50 people"]])
        #expect(found.first?.entries.count == 3)
    }

    @Test func sumsOfMoneyAreComparedByTheirClauses() throws {
        func sum(_ value: Double, _ unit: String, _ words: String) -> Report {
            told(Made.report("d\(Int(value))", at: Int(value), Made.figure(value, unit, ""), "1982"), words)
        }
        let (first, second) = (
            "Osk gave three million dollars in aid to the fishers", "the fishers had aid that Osk gave"
        )
        #expect(try disputes([sum(3, "dollars", first), sum(5, "dollars", second)]).map(\.dimension) == [.number])
        #expect(try disputes([sum(3, "dollars", first), sum(5, "dollars", "Osk paid five million for grain")]).isEmpty)
        #expect(try disputes([sum(3, "years", first), sum(5, "years", second)]).isEmpty)
    }

    @Test func anAccountThatGivesBothNumbersGivesThemOfTwoThings() throws {
        func sum(_ document: String, _ value: Double, _ words: String) -> Report {
            told(Made.report(document, at: Int(value), Made.figure(value, "dollars", ""), "1982"), words)
        }
        let words = "Osk gave dollars in aid to Tarn"
        let both = [sum("b", 3, words + " and Veldania"), sum("b", 5, words + " and Veldania")]
        #expect(try disputes([sum("a", 3, words), sum("b", 5, words)]).count == 1)
        #expect(try disputes([sum("a", 3, words)] + both).isEmpty)
    }

    @Test func thePeopleOfABodyAreNoOtherParty() throws {
        func attack(_ document: String, _ actor: Participant, _ words: String) -> Report {
            told(
                Made.report(document, at: words.count, Made.event("attack", [actor], [Made.bank]), "1972-09"),
                words + " attacked the bank by the harbour")
        }
        let fighters = Made.party("Guards fighters", "OSK", kind: .group)
        let miners = Made.party("miners of Tarn", "TRN", kind: .group)
        #expect(
            try disputes([attack("a", Self.guards, "Osk Guards"), attack("b", fighters, "Guards fighters")]).isEmpty)
        let troops = Made.party("Guards troops", "", kind: .group)
        #expect(try disputes([attack("a", troops, "Guards troops"), attack("b", fighters, "Guards fighters")]).isEmpty)
        // Numbers and the words for the doer aside, the clauses tell the same.
        let differing = try disputes([
            attack("a", Self.guards, "12 Osk Guards"), attack("b", miners, "40 striking miners of Tarn"),
        ])
        #expect(differing.map(\.dimension) == [.agency])
    }

    @Test func whatChangesFromDayToDayAndWhatIsAddedAreNotDisputed() throws {
        let words = "the harbour vote in Tarn gave members a seat"
        func figures(_ unit: String, _ qualifier: String, _ date: String) -> [Report] {
            [30, 40].map { value in
                told(
                    Made.report(
                        "d\(value)", at: value, Made.figure(Double(value), unit, "Oskan members", qualifier), date),
                    words)
            }
        }
        #expect(try disputes(figures("percent", "", "1971")).isEmpty)
        #expect(try disputes(figures("percent", "", "1971-05")).count == 1)
        #expect(try disputes(figures("people", "another", "1971-05")).isEmpty)
    }

    @Test func ofActsThatComeAgainAndAgainSilenceIsToldWithinOneMonthOnly() throws {
        func raids(_ second: String, type: String = "ASSAULT") -> [Report] {
            let raid = Made.event("attack", [Made.army], [Made.veldania], type: type)
            let kidnapping = Made.event("abduct", [Made.army], [Made.veldania], type: type)
            return [
                told(Made.report("a", raid, "1971-05-03", key: "event|\(type)"), "the army burnt the fair"),
                told(Made.report("b", at: 33, kidnapping, second, key: "event|\(type)"), "soldiers took bankers away"),
            ]
        }
        #expect(try disputes(raids("1971-11-02")).isEmpty)
        // Each is silent about what the other tells: one dispute.
        #expect(try disputes(raids("1971-05-20")).map(\.dimension) == [.presence])
        // Of visits and talks every account tells some: that one is left out says nothing.
        #expect(try disputes(raids("1971-05-20", type: "CONSULT")).isEmpty)
    }

    @Test func theSameOfficeInOtherOrderOfWordsIsNoOtherName() throws {
        func office(_ document: String, _ relation: String) -> Report {
            Made.report(
                document, Made.state("holds-office", [Made.president], [Made.veldania], relation: relation), "1996")
        }
        #expect(
            try disputes([office("a", "is Foreign Minister of"), office("b", "was Minister of Foreign Affairs of")])
                .isEmpty)
    }

    @Test func silenceWhereAnAccountCoversTheGroundIsShownOnceForTwoDocuments() throws {
        let training = Made.event("train", type: "AID")
        let reports = [
            told(Made.report("a", training, "1971"), "trained its officers"),
            told(Made.report("a", at: 90, Made.event("give-loan", type: "AID"), "1971"), "gave a loan"),
            told(Made.report("b", at: 33, Made.event("send-doctors", type: "AID"), "1971"), "sent its doctors"),
        ].map { report in
            var report = report
            report.key = "event|AID"
            return report
        }
        let found = try disputes(reports)
        #expect(found.allSatisfy { $0.dimension == .presence })
        let side = try #require(found.first { $0.sides[1].documents == ["b"] })
        #expect(side.sides.map(\.says) == ["tells it", ""])
        // The entries of both sides: what is told, and what shows that the other covers the ground.
        #expect(side.entries.count == 3)
        // Of other years, or other parties, an account may well be silent.
        #expect(try disputes([reports[0], told(Made.report("b", training, "1980"), "trained pilots")]).isEmpty)
    }

    @Test func twoNamesOfOneOfficeAtOneTimeAreSideBySide() throws {
        func office(_ document: String, _ relation: String, _ date: String) -> Report {
            Made.report(
                document, Made.state("holds-office", [Made.president], [Made.veldania], relation: relation), date)
        }
        let found = try disputes([office("a", "is leader of", "1996"), office("b", "is President of", "1996-12~")])
        #expect(found.map(\.dimension) == [.characterisation])
        #expect(found.first?.sides.map(\.says).sorted() == ["is President of Veldania", "is leader of Veldania"])
        // One office after the other.
        #expect(try disputes([office("a", "is leader of", "1990"), office("b", "is President of", "1996")]).isEmpty)
    }

    @Test(arguments: 0..<20) func everyReportOfADisputeIsInOneOfItsEntries(seed: Int) throws {
        let reports = Random.reports(seed: UInt64(seed), count: 120)
        let result = try Reconciler().reconcile(documents: [], reports: reports)
        let held = Dictionary(result.entries.map { ($0.id, Set($0.reports)) }, uniquingKeysWith: { first, _ in first })
        for dispute in result.disputes {
            let all = dispute.entries.reduce(into: Set<String>()) { $0.formUnion(held[$1] ?? []) }
            #expect(all.isSuperset(of: dispute.reports), "\(dispute)")
            #expect(dispute.sides.count > 1)
        }
    }

    @Test func eachSideNamesItsOrigins() throws {
        let reports = [
            Made.report("a", Made.event("recognise"), "1968"),
            Made.report("b", at: 33, Made.event("recognise"), "1990"),
        ]
        let lines = ["a", "b"].map { DocumentLine(Document(name: $0, text: $0)) }
        let found = try Reconciler().reconcile(documents: lines, reports: reports).disputes
        #expect(found.flatMap(\.sides).map(\.origins.count) == [1, 1])
        #expect(Set(found.flatMap(\.sides).flatMap(\.origins)).count == 2)
    }
}

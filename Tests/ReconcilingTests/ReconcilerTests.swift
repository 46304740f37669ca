import ChanceryCore
import Testing

@testable import Reconciling

@Suite struct ReconcilerTests {
    private func reconcile(_ reports: [Report]) throws -> Reconciliation {
        try Reconciler().reconcile(documents: [], reports: reports)
    }

    /// Two tellings, and whether they are one.
    struct Pair: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var a: Report
        var b: Report
        var isOne: Bool

        init(_ what: String, _ a: Report, _ b: Report, _ isOne: Bool) {
            (testDescription, self.a, self.b, self.isOne) = (what, a, b, isOne)
        }
    }

    private static func a(_ content: Report.Content, _ date: String = "", _ modality: Modality = .asserted) -> Report {
        Made.report("a", at: 100, content, date, modality)
    }

    private static func b(_ content: Report.Content, _ date: String = "", _ modality: Modality = .asserted) -> Report {
        Made.report("b", at: 201, content, date, modality)
    }

    static let events: [Pair] = [
        Pair("same act and year", a(Made.event("open-mission"), "1989"), b(Made.event("open-mission"), "1989"), true),
        Pair("year and month", a(Made.event("visit"), "1996"), b(Made.event("visit"), "1996-12~"), true),
        Pair("visits of two years", a(Made.event("visit"), "1996"), b(Made.event("visit"), "1997"), false),
        Pair("visits of two months", a(Made.event("visit"), "1996-03"), b(Made.event("visit"), "1996-12"), false),
        Pair("training and aid", a(Made.event("train"), "1996"), b(Made.event("give-aid"), "1996"), true),
        Pair("different acts", a(Made.event("visit"), "1996"), b(Made.event("recognise"), "1996"), false),
        Pair("one undated", a(Made.event("recognise"), "1988"), b(Made.event("recognise")), true),
        Pair("both undated", a(Made.event("expel-people")), b(Made.event("expel-people")), true),
        Pair(
            "undated with other parties beside", a(Made.event("attack", [Made.veldania, Made.army], [Made.osk])),
            b(Made.event("attack")), false),
        Pair(
            "undated, one party only", a(Made.event("resign", [Made.minister], [])),
            b(Made.event("resign", [Made.minister], [])), false),
        Pair(
            "turned round", a(Made.event("recognise"), "1988"),
            b(Made.event("recognise", [Made.osk], [Made.veldania]), "1988"), false),
        Pair(
            "mutual and turned round", a(Made.event("meet", mutual: true), "1988-05"),
            b(Made.event("meet", [Made.osk], [Made.veldania], mutual: true), "1988-05"), true),
        Pair(
            "a person for the state", a(Made.event("visit", [Made.president]), "1996"), b(Made.event("visit"), "1996"),
            true),
        Pair(
            "two persons of one state", a(Made.event("visit", [Made.president]), "1996"),
            b(Made.event("visit", [Made.minister]), "1996"), false),
        Pair(
            "a surname", a(Made.event("visit", [Made.president]), "1996"),
            b(Made.event("visit", [Made.party("Var", "VEL", kind: .person)]), "1996"), true),
        Pair(
            "two organisations of one state", a(Made.event("sue", [Made.veldania], [Made.bank]), "1996"),
            b(Made.event("sue", [Made.veldania], [Made.army]), "1996"), false),
        Pair("bombing and attack in a year", a(Made.event("bomb"), "1991"), b(Made.event("attack"), "1991"), false),
        Pair(
            "bombing and attack in a month", a(Made.event("bomb"), "1991-05"), b(Made.event("attack"), "1991-05"), true),
        Pair("things said, undated", a(Made.event("accuse")), b(Made.event("accuse")), false),
        Pair("things said in a year", a(Made.event("accuse"), "1991"), b(Made.event("accuse"), "1991"), false),
        Pair(
            "things said in a month", a(Made.event("accuse"), "1991-05-02"), b(Made.event("accuse"), "1991-05"), true),
        Pair(
            "planned and done", a(Made.event("visit"), "1996-05", .planned), b(Made.event("visit"), "1996-05"), false),
        Pair(
            "claimed and asserted", a(Made.event("visit"), "1996-05", .claimed), b(Made.event("visit"), "1996-05"), true
        ),
        Pair(
            "denied and asserted", a(Made.event("visit"), "1996-05", .denied), b(Made.event("visit"), "1996-05"), true),
        Pair("visits, one undated", a(Made.event("visit"), "1996-05"), b(Made.event("visit")), false),
        Pair(
            "a day of no year and a year", a(Made.event("visit"), "XXXX-05-03"), b(Made.event("visit"), "1996"), false),
        Pair(
            "a day of no year and the day", a(Made.event("visit"), "XXXX-05-03"), b(Made.event("visit"), "1996-05-03"),
            true),
        Pair("denied and asserted, undated", a(Made.event("visit"), "", .denied), b(Made.event("visit")), false),
        Pair("recognised in two years", a(Made.event("recognise"), "1988"), b(Made.event("recognise"), "1990"), true),
        Pair("recognised far apart", a(Made.event("recognise"), "1968"), b(Made.event("recognise"), "1990"), false),
        Pair(
            "missions in two places", a(Made.event("open-mission", place: "Osk City"), "1989"),
            b(Made.event("open-mission", place: "Port Osk"), "1990"), false),
    ]

    static let others: [Pair] = [
        Pair(
            "words turned round", a(Made.figure(30, "people", "Oskan fighters")),
            b(Made.figure(30, "people", "fighters of the Oskan side")), true),
        Pair(
            "one figure, two words", a(Made.figure(30, "people", "Oskan liberation fighters")),
            b(Made.figure(30, "people", "the Oskan fighter")), true),
        Pair(
            "other value", a(Made.figure(30, "people", "Oskan fighters")),
            b(Made.figure(31, "people", "Oskan fighters")), false),
        Pair(
            "other unit", a(Made.figure(6, "months", "army training")), b(Made.figure(6, "weeks", "army training")),
            false),
        Pair(
            "other thing", a(Made.figure(6, "months", "army training")), b(Made.figure(6, "months", "prison term")),
            false),
        Pair(
            "one word and date", a(Made.figure(6, "months", "military training"), "1971"),
            b(Made.figure(6, "months", "training period"), "1971"), true),
        Pair("one state", a(Made.state("has-mission")), b(Made.state("has-mission"), "1991/.."), true),
        Pair("other relation", a(Made.state("has-mission")), b(Made.state("recognises")), false),
        Pair(
            "other object", a(Made.state("has-mission")),
            b(Made.state("has-mission", [Made.veldania], [Made.party("Nor", "NOR")])), false),
        Pair(
            "planned figure", a(Made.figure(6, "months", "army training"), "", .planned),
            b(Made.figure(6, "months", "army training")), true),
        Pair(
            "denied figure", a(Made.figure(6, "months", "army training"), "", .denied),
            b(Made.figure(6, "months", "army training")), false),
        Pair(
            "two offices", a(Made.state("holds-office", [Made.president], relation: "is President of")),
            b(Made.state("holds-office", [Made.president], relation: "was leader of")), false),
        Pair(
            "one office", a(Made.state("holds-office", [Made.president], relation: "is President of")),
            b(Made.state("holds-office", [Made.president], relation: "was the president of")), true),
        Pair(
            "the state for a person", a(Made.state("stance", [Made.president], relation: "has friendship with")),
            b(Made.state("stance", relation: "has friendship with")), false),
        Pair(
            "two stances", a(Made.state("stance", relation: "has rapport with")),
            b(Made.state("stance", relation: "has alignment with")), false),
        Pair("denied state", a(Made.state("has-mission")), b(Made.state("has-mission"), "", .negated), true),
    ]

    @Test(arguments: events + others)
    func tellingsAreOneEntryOnlyWhereTheyCanBeTheSame(pair: Pair) throws {
        let result = try reconcile([pair.a, pair.b])
        #expect(result.entries.count == (pair.isOne ? 1 : 2))
        #expect(try result == reconcile([pair.b, pair.a]))
    }

    @Test func everyReportIsInExactlyOneEntry() throws {
        let reports = (Self.events + Self.others).enumerated().flatMap { index, pair in
            [pair.a, pair.b].map { report in
                var report = report
                report.id += "\(index)"
                return report
            }
        }
        let placed = try reconcile(reports).entries.flatMap(\.reports)
        #expect(placed.sorted() == reports.map(\.id).sorted())
    }

    @Test func reportsOfDifferentKeysAreNeverCompared() throws {
        let content = Made.event("recognise")
        let result = try reconcile([
            Made.report("a", content, "1988", key: "k1"), Made.report("b", content, "1988", key: "k2"),
        ])
        #expect(result.entries.count == 2)
    }

    @Test func groupsByKeyReconciledApartGiveTheSame() throws {
        let reports = Random.reports(seed: 7, count: 400)
        let whole = try reconcile(reports)
        let parts = try Dictionary(grouping: reports, by: \.key).values.map { try reconcile($0) }
        #expect(parts.flatMap(\.entries).sorted { $0.id < $1.id } == whole.entries)
        #expect(parts.flatMap(\.disputes).sorted { $0.id < $1.id } == whole.disputes)
    }

    @Test(arguments: 0..<20)
    func theOrderOfTheInputMakesNoDifference(seed: Int) throws {
        var generator = Random(seed: UInt64(seed))
        let reports = Random.reports(seed: UInt64(seed), count: 200)
        #expect(try reconcile(reports.shuffled(using: &generator)) == reconcile(reports))
        #expect(try reconcile(reports + reports) == reconcile(reports))
    }

    @Test func oneTextMayTellAnUndatedActTwiceWithOnePartyOnly() throws {
        let students = Made.event("expel-people", [], [Made.party("Oskan students", "OSK", kind: .group)])
        let apart = try reconcile([Made.report("a", students), Made.report("b", at: 33, students)])
        let together = try reconcile([Made.report("a", students), Made.report("a", at: 33, students)])
        #expect(apart.entries.count == 2 && together.entries.count == 1)
    }

    @Test func anUndatedTellingJoinsNoneOfSeveral() throws {
        let result = try reconcile([
            Made.report("a", Made.event("attack"), "1991-05"),
            Made.report("a", at: 90, Made.event("attack"), "1994-02"),
            Made.report("b", at: 33, Made.event("attack")),
        ])
        #expect(result.entries.map(\.reports.count) == [1, 1, 1])
    }

    @Test func aVagueTellingJoinsItsLikeAmongSeveral() throws {
        let visit = Made.event("visit")
        let result = try reconcile([
            Made.report("a", visit, "1996-03"), Made.report("a", at: 90, visit, "1996-12"),
            Made.report("b", at: 33, visit, "1996"), Made.report("c", at: 61, visit, "1996"),
        ])
        #expect(result.entries.map(\.reports.count).sorted() == [1, 1, 2])
    }

    @Test(arguments: [
        (["1996", "1996-12"], "1996-12"), (["1996-12~", "1996"], "1996-12~"), (["1991", "1992"], "1991"),
        (["1991/..", "1995"], "1995"), ([""], ""), (["XXXX-10-07", "2023-10-07"], "2023-10-07"),
    ])
    func anEntryIsDatedByTheMostPreciseDateThatAgreesElseByTheEarliest(dates: [String], date: String) throws {
        #expect(Cluster.date(of: dates.filter { !$0.isEmpty }) == date)
    }

    @Test func theDateOfPublicationGivesWayToADateOfTheThing() throws {
        let result = try reconcile([
            Made.report("a", Made.event("recognise"), "2024-02-01", basis: .published),
            Made.report("b", at: 33, Made.event("recognise"), "1991"),
        ])
        let entry = try #require(result.entries.first)
        #expect(result.entries.count == 1 && result.disputes.isEmpty)
        #expect(entry.date == "1991" && entry.dates == ["1991", "2024-02-01"])
        #expect(entry.documents == ["a", "b"])
    }

    /// The likely date is the finer one, and gives way all the same.
    @Test(arguments: [(ReportDate.Basis.likely, "1991"), (.resolved, "1991-05-03")])
    func aLikelyDateGivesWayToOneThatWordsTell(basis: ReportDate.Basis, date: String) throws {
        let result = try reconcile([
            Made.report("a", Made.event("recognise"), "1991-05-03", basis: basis),
            Made.report("b", at: 33, Made.event("recognise"), "1991"),
        ])
        #expect(result.entries.map(\.date) == [date])
    }

    /// Counted, not timed: equal tellings are one group, so the work is linear in the copies.
    @Test func tenThousandCopiesOfAStoryAreOneEntry() throws {
        let reports = (0..<10_000).map { Made.report("copy \($0)", at: 70, Made.event("attack"), "1991-05-03") }
        let result = try reconcile(reports)
        #expect(result.entries.map(\.reports.count) == [10_000])
    }

    @Test func aBlockOfVeryManyDifferentTellingsIsStillReconciled() throws {
        let reports = (0..<5000).map { Made.report("d\($0)", at: $0, Made.event($0 % 2 == 0 ? "attack" : "accuse")) }
        #expect(try reconcile(reports).entries.flatMap(\.reports).count == 5000)
    }
}

/// A small generator with a seed, so that a failure can be repeated (SplitMix64).
struct Random: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Reports of few parties, acts and dates, so that many can be the same.
    static func reports(seed: UInt64, count: Int) -> [Report] {
        var random = Random(seed: seed)
        let dates = ["", "1991", "1991-05", "1991-05-03", "1992", "1992-01~", "199X", "1991/..", "XXXX-05-03"]
        let parties = [Made.veldania, Made.osk, Made.president, Made.minister, Made.bank]
        return (0..<count).map { index in
            let pick = Int.random(in: 0..<8, using: &random)
            let actor = parties[Int.random(in: 0..<parties.count, using: &random)]
            let other = parties[Int.random(in: 0..<parties.count, using: &random)]
            let content: Report.Content =
                switch pick {
                case 0: Made.figure(Double(Int.random(in: 1...3, using: &random)), "people", "Oskan army recruits")
                case 1: Made.state("has-mission", [actor], [other])
                case 2: Made.event("meet", [actor], [other], mutual: true)
                default: Made.event(["visit", "recognise", "attack", "bomb", "accuse"][pick % 5], [actor], [other])
                }
            return Made.report(
                "d\(Int.random(in: 0..<12, using: &random))", at: index * 40, content,
                dates[Int.random(in: 0..<dates.count, using: &random)],
                Modality.allCases[Int.random(in: 0..<6, using: &random)], key: "k\(pick % 3)")
        }
    }
}

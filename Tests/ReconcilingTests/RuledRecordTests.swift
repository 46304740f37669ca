import ChanceryCore
import Testing

@testable import Reconciling

/// What decisions make of reports, entries and origins.
@Suite struct RuledRecordTests {
    private static let recognition = [
        Made.report("a", at: 100, Made.event("recognise"), "1991", key: "event|SUPPORT"),
        Made.report("b", at: 201, Made.event("recognise"), "1991", key: "event|SUPPORT"),
        Made.report("c", at: 302, Made.event("recognise"), "1991", key: "event|SUPPORT"),
    ]
    private static let attack = Made.report(
        "d", at: 403, Made.event("attack", type: "ASSAULT"), "1999", key: "event|ASSAULT")
    private static var all: [Report] { recognition + [attack] }

    private func cited(_ reports: [Report]) -> [Decision.Cited] {
        reports.map { Decision.Cited(report: $0.id, doc: $0.document, docHash: $0.documentHash, words: "words") }
    }

    private func decide(
        _ ruling: Decision.Ruling, _ reports: [Report] = [], apart: [Report] = [], name: String = "",
        field: String = "", value: String = "", code: String = "", documents: [String] = [], at second: Int = 10
    ) -> Decision {
        Decision(
            ruling, reports: cited(reports), apart: cited(apart), documents: documents, name: name, field: field,
            value: value, code: code, reason: "because", author: "Ana", recordedAt: "2026-01-05T10:00:\(second)Z")
    }

    private func entries(_ decisions: [Decision], _ reports: [Report] = all) throws -> [Entry] {
        try Reconciler().reconcile(documents: [], reports: reports, decisions: decisions).entries
    }

    private func sizes(_ entries: [Entry]) -> [Int] { entries.map(\.reports.count).sorted() }

    @Test func withoutDecisionsThreeTellingsAreOne() throws {
        #expect(sizes(try entries([])) == [1, 3])
    }

    @Test func acceptedEntriesSaySo() throws {
        let made = try entries([decide(.accept, [Self.recognition[0]])])
        #expect(made.first { $0.reports.count == 3 }?.status == .accepted)
        #expect(made.first { $0.reports.count == 1 }?.status == Entry.Status.none)
        #expect(made.map(\.id).sorted() == (try entries([])).map(\.id).sorted())
    }

    @Test func aRejectedReportStandsAlone() throws {
        let made = try entries([decide(.reject, [Self.recognition[1]])])
        #expect(sizes(made) == [1, 1, 2])
        #expect(made.filter { $0.status == .rejected }.map(\.reports) == [[Self.recognition[1].id]])
    }

    @Test func aMergeJoinsAcrossBlocksAndASplitTakesOut() throws {
        let merge = decide(.merge, [Self.recognition[0], Self.attack])
        #expect(sizes(try entries([merge])) == [4])
        let split = decide(.split, [Self.recognition[2]], apart: [Self.recognition[0]], at: 11)
        let made = try entries([merge, split])
        #expect(sizes(made) == [1, 3])
        #expect(made.first { $0.reports.count == 1 }?.reports == [Self.recognition[2].id])
        // What is merged with those that leave goes with them.
        let pair = decide(.merge, [Self.recognition[1], Self.recognition[2]], at: 12)
        #expect(sizes(try entries([split, pair])) == [1, 1, 2])
    }

    @Test func reportsOfDifferentKindsAreNotMerged() throws {
        let figure = Made.report("e", at: 504, Made.figure(12, "people", "teachers"), key: "figure|people")
        let made = try entries([decide(.merge, [Self.attack, figure])], Self.all + [figure])
        #expect(sizes(made) == [1, 1, 3])
    }

    @Test func entriesOfRulingsDoNotDependOnTheOrderOfReports() throws {
        let decisions = [
            decide(.merge, [Self.recognition[0], Self.attack]),
            decide(.split, [Self.recognition[1]], apart: [Self.recognition[0]], at: 11),
            decide(.correct, [Self.recognition[2]], field: "type", value: "AID", at: 12),
        ]
        #expect(try entries(decisions) == entries(decisions.reversed(), Self.all.reversed()))
    }

    @Test func aCorrectedTypeMovesAReportToAnotherBlock() throws {
        let correct = decide(.correct, [Self.recognition[0]], field: "type", value: "AID")
        let report = Rulings([correct]).effective(Self.recognition[0])
        guard case .event(let event) = report.content else { return }
        #expect(event.type == "AID" && event.concept.isEmpty && report.key == "event|AID")
        #expect(report.id == Self.recognition[0].id)
        #expect(sizes(try entries([correct])) == [1, 1, 2])
    }

    @Test func aCorrectedDateIsOfAPerson() throws {
        let correct = decide(.correct, Self.recognition, field: "date", value: "1991-05~")
        let date = Rulings([correct]).effective(Self.recognition[0]).date
        #expect(date == ReportDate(edtf: "1991-05~", basis: .decided, evidence: nil))
        #expect(try entries([correct]).contains { $0.dates == ["1991-05~"] })
        let none = decide(.correct, Self.recognition, field: "date", value: "none", at: 20)
        #expect(Rulings([correct, none]).effective(Self.recognition[0]).date == nil)
        #expect(Rulings([correct]).effective(Self.attack) == Self.attack)
    }

    @Test func correctedPartiesKeepTheirWordsWhereTheReportNamesThem() {
        let report = Self.recognition[0]
        let turned = decide(.correct, [report], field: "actors", value: "osk")
        guard case .event(let event) = Rulings([turned]).effective(report).content else { return }
        #expect(event.actors == [Made.osk])
        let other = decide(
            .correct, [report], field: "recipients", value: "Tarn (state TAR); Ilir Var (person VEL GOV)")
        guard case .event(let changed) = Rulings([other]).effective(report).content else { return }
        #expect(changed.recipients.map(\.name) == ["Tarn", "Ilir Var"])
        #expect(changed.recipients.map(\.code) == ["TAR", "VEL"] && changed.recipients[1].sector == "GOV")
        #expect(changed.recipients.allSatisfy { $0.decidedBy == other.id && $0.span.count == 0 })
        let nobody = decide(.correct, [report], field: "recipients", value: "none", at: 20)
        guard case .event(let bare) = Rulings([other, nobody]).effective(report).content else { return }
        #expect(bare.recipients.isEmpty)
    }

    @Test func modalityIsCorrected() {
        let correct = decide(.correct, [Self.attack], field: "modality", value: "denied")
        #expect(Rulings([correct]).effective(Self.attack).modality == .denied)
    }

    @Test func anAliasRenamesPartiesAndIsFollowed() {
        let aliases = [
            decide(.alias, name: "veldania", value: "The North", code: "NOR"),
            decide(.alias, name: "The North", value: "Northland", code: "NTH", at: 11),
        ]
        let rulings = Rulings(aliases)
        guard case .event(let event) = rulings.effective(Self.attack).content else { return }
        #expect(event.actors.map(\.name) == ["Northland"] && event.actors.map(\.code) == ["NTH"])
        #expect(event.actors.map(\.span) == [Made.veldania.span])
        // Names that stand for each other stand for nothing.
        let circle = Rulings(aliases + [decide(.alias, name: "Northland", value: "Veldania", at: 12)])
        #expect(circle.effective(Self.attack) == Self.attack)
    }

    @Test func aChangeNamesWhatHasToBeLookedAtAgain() {
        let correct = decide(.correct, [Self.attack], field: "date", value: "1998")
        let alias = decide(.alias, name: "Veldania", value: "Northland", at: 11)
        let merge = decide(.merge, [Self.recognition[0], Self.attack], at: 12)
        let origin = decide(.sameOrigin, documents: ["h1", "h2"], at: 13)
        let change = Rulings([correct, alias, merge, origin]).change(since: Rulings())
        #expect(change.corrected == [Self.attack.id] && change.names == ["veldania", "northland"])
        #expect(change.regrouped == [Self.attack.id, Self.recognition[0].id] && change.changesOrigins)
        let same = Rulings([origin, merge, alias, correct])
        #expect(same.change(since: Rulings([correct, alias, merge, origin])).isEmpty)
        #expect(Rulings().change(since: same) == change)
    }

    @Test func documentsOfOneOriginAreLinkedByDecision() throws {
        let lines = ["one", "two", "three"].map { text in
            DocumentLine(Document(name: text, text: text, metadata: DocumentMetadata(), blocks: [], sketch: []))
        }
        let hashes = lines.map(\.docHash)
        let ruled = Rulings([decide(.sameOrigin, documents: [hashes[0], hashes[2], "gone"])])
        let found = try OriginFinder(lines, sameOrigin: ruled.sameOrigin)
        #expect(found.lineages[hashes[0]]?.origin == found.lineages[hashes[2]]?.origin)
        #expect(found.lineages[hashes[0]]?.origin != found.lineages[hashes[1]]?.origin)
        #expect(found.origins.flatMap(\.links).map(\.kind) == [.decided])
        #expect(try OriginFinder(lines).origins.count == 3)
    }
}

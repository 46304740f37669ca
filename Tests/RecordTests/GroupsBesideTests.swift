import ChanceryCore
import DossierStore
import Testing

@testable import Record

/// Groups of a state stand apart from it.
@Suite struct GroupsBesideTests {
    private func one(
        _ name: String, _ code: String, _ sector: String = "", _ kind: EntityKind = .organisation
    ) -> Participant {
        Participant(name: name, code: code, sector: sector, kind: kind, span: CodePointSpan(0, 1))
    }

    private func meeting(_ a: Participant, _ b: Participant, _ number: Int) -> Report {
        Report(
            document: "a.txt", documentHash: "\(number)", span: CodePointSpan(0, 9),
            content: .event(Event(type: "CONSULT", concept: "meet", actors: [a], recipients: [b])),
            trigger: CodePointSpan(0, 1), rule: "R")
    }

    @Test func movementsCompaniesAndCitizensDoNotActForTheirState() {
        let front = one("Tarn Liberation Front", "TRN", "REB")
        let told = [
            meeting(front, one("Ilo Ren", "TRN", "GOV", .person), 1),
            meeting(front, one("Aro Lun", "TRN", "REB", .person), 2),
        ]
        let members = StateMembers(codes: ["TRN"], in: told)
        for acting in [
            one("Tarn", "TRN", "", .state), one("Port Tarn", "TRN", "", .place),
            one("government of Tarn", "TRN", "GOV"),
            one("army of Tarn", "TRN", "MIL"), one("Ilo Ren", "TRN", "", .person),
            one("Sena Vo", "TRN", "GOV", .person),
        ] {
            #expect(members.act(acting), "\(acting.name)")
            #expect(!members.standsApart(acting))
        }
        for apart in [
            front, one("Tarn Liberation Front", "TRN", "GOV"), one("Tarn Steel", "TRN", "BUS"),
            one("Tarnians", "TRN", "CVL", .group),
            one("Aro Lun", "TRN", "REB", .person), one("Aro Lun", "TRN", "", .person),
        ] {
            #expect(members.standsApart(apart), "\(apart.name)")
        }
        #expect(!members.standsApart(one("Osk", "OSK", "", .state)))
    }

    @Test func leadersAndDelegationsActForTheirMovement() {
        let members = StateMembers(codes: [], officers: ["Aro Lun", "Front delegation"])
        #expect(members.act(one("Aro Lun", "TRN", "REB", .person)))
        #expect(members.act(one("Front delegation", "TRN", "REB", .group)))
        #expect(!members.act(one("dissidents of the Front", "TRN", "CVL", .group)))
    }

    @Test func relationLeavesThemOutAndSaysSo() throws {
        let (osk, tarn) = (one("Osk", "OSK", "", .state), one("Tarn", "TRN", "", .state))
        let front = one("Tarn Liberation Front", "TRN", "REB")
        let reports = [meeting(osk, tarn, 1), meeting(osk, front, 2), meeting(front, osk, 3), meeting(front, tarn, 4)]
        let entries = reports.map {
            EntryItem(
                entry: Entry(kind: .event, reports: [$0.id], documents: ["a.txt"], date: "", dates: []),
                reports: [ReportItem(report: $0, words: "words")], disputes: [])
        }
        let view = RelationView(between: "Osk", and: "Tarn", shared: entries, own: [])
        #expect(view.history.items.map(\.what) == ["Osk → Tarn · meet"])
        let groups = try #require(
            GroupsBeside(
                of: Party("Tarn", among: reports), in: reports.map { [$0] }, with: Party("Osk", among: reports)
            ) { "relation my.dossier Osk '\($0)'" })
        #expect(groups.groups == [GroupsBeside.Group(name: "Tarn Liberation Front", count: 2)])
        #expect(groups.words.contains("Osk with groups and people of Tarn"))
        #expect(groups.words.hasSuffix("relation my.dossier Osk 'Tarn Liberation Front'"))
        // The group's own dealings are there for who asks.
        #expect(
            RelationView(between: "Osk", and: "Tarn Liberation Front", shared: entries, own: []).history.items.count
                == 2)
        #expect(GroupsBeside(of: Party("Osk", among: reports), in: reports.map { [$0] }) { $0 } == nil)
    }

    @Test(arguments: [("plain.dossier", "plain.dossier"), ("a b", "'a b'"), ("People's", "'People'\\''s'"), ("", "''")])
    func wordsAreQuotedForAShell(word: String, quoted: String) {
        #expect(ShellWord.quoted(word) == quoted)
    }
}

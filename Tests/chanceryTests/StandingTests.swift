import ChanceryCore
import DossierStore
import Testing

@testable import Record
@testable import chancery

@Suite struct StandingTests {
    @Test func aStateAndTheEventThatBeganItAreOneLineWithBothReports() throws {
        let view = RelationView(
            between: "Osk", and: "Veldania", shared: SampleRecord.entries, own: SampleRecord.entries)
        let mission = try #require(view.standing.lines.first { $0.topic == .missions })
        #expect(mission.what == "embassy of Veldania in Osk")
        #expect(mission.when == "since 7 May 1989")
        #expect(mission.tellings.count == 2)
        #expect(!mission.differs)
        #expect(view.standing.lines.count(where: { $0.topic == .missions }) == 1)
    }

    @Test func differentDatesStandSideBySideAndNoneIsChosen() {
        let view = RelationView(
            between: "Osk", and: "Veldania", shared: SampleRecord.entries, own: SampleRecord.entries)
        let lines = view.standing.lines.filter { $0.topic == .recognition }
        #expect(lines.map(\.what) == Array(repeating: "recognition of Veldania by Osk", count: 2))
        #expect(lines.map(\.when) == ["since 1988", "since 1990"])
        #expect(lines.map(\.documents) == [["essay.txt"], ["brief.txt"]])
        #expect(lines.allSatisfy { $0.differs })
    }

    @Test func whatOneTellsAndAnotherDeniesStandsOnTwoLines() {
        let lines = standing([
            told("essay.txt", state("has-mission", [osk], "has an embassy in", [veldania])),
            told("brief.txt", state("has-mission", [osk], "has no embassy in", [veldania]), modality: .negated),
            told("note.txt", state("has-mission", [osk], "has an embassy in", [veldania]), modality: .claimed),
        ])
        #expect(lines.map(\.what) == Array(repeating: "embassy of Osk in Veldania", count: 2))
        #expect(lines.map(\.caveat) == ["", "is not so, as told"])
        #expect(lines.map(\.tellings.count) == [2, 1])
        #expect(lines.allSatisfy { $0.differs })
    }

    @Test func missionsKeepTheirDirectionAndTheFirstPartysComeFirst() {
        let tellings = [
            told("a.txt", state("has-mission", [veldania], "has a consulate in", [place("Port Osk", "OSK")])),
            told("a.txt", state("has-mission", [osk], "has an embassy in", [veldania])),
        ]
        #expect(
            standing(tellings).map(\.what) == [
                "embassy of Osk in Veldania", "consulate of Veldania in Osk · in Port Osk",
            ])
        #expect(
            standing(tellings, between: "Veldania", and: "OSK").map(\.what) == [
                "consulate of Veldania in Osk · in Port Osk", "embassy of Osk in Veldania",
            ])
    }

    @Test func theSortOfAMissionIsTheOneNamedNearestToTheAct() {
        let words = "After Tarn closed its embassy, Osk opened a liaison office near the consulate"
        #expect(MissionWords.sort(in: words, near: 36)?.sort == "liaison office")
        #expect(MissionWords.sort(in: "Osk runs embassies there")?.sort == "embassy")
        #expect(MissionWords.sort(in: "An officer of Osk arrived") == nil)
        let aside = "The embassy of the State of Osk, with full representation, was opened"
        #expect(MissionWords.sort(in: aside, near: 59)?.sort == "embassy")
    }

    @Test func relationsEndWhereTheyWereBrokenOff() {
        let began = told("a.txt", event("establish-relations", [minister], [veldania]), date: "1967")
        let ended = told("b.txt", event("break-relations", [veldania], [osk]), date: "1990-05")
        let again = told("c.txt", event("establish-relations", [osk], [veldania]), date: "2002")
        #expect(standing([began]).map(\.when) == ["since 1967"])
        #expect(standing([began, ended]).map(\.when) == ["1967 – May 1990"])
        #expect(standing([ended]).map(\.what) == ["relations between Osk and Veldania, broken off"])
        let all = standing([began, ended, again])
        #expect(all.map(\.when) == ["1967 – May 1990", "since 2002"])
        #expect(all.allSatisfy { !$0.differs })
    }

    @Test func aMissionIsClosedByItsOwnSideWhereTheWordsSaySo() {
        let opened = told(
            "a.txt", event("open-mission", [osk], [veldania]), words: "Osk opened an embassy", date: "1950")
        let closed = told(
            "b.txt", event("close-mission", [osk], [veldania]), words: "Osk closed its embassy", date: "1960")
        let expelled = told(
            "c.txt", event("close-mission", [osk], [veldania]), words: "Osk closed the embassy", date: "1960")
        #expect(standing([opened, closed]).map(\.what) == ["embassy of Osk in Veldania, closed"])
        #expect(standing([opened, closed]).map(\.when) == ["1950–1960"])
        #expect(standing([opened, expelled]).map(\.when) == ["since 1950", "until 1960"])
        #expect(standing([expelled]).map(\.what) == ["Osk → Veldania · close mission"])
    }

    @Test func aDateFromTheContextIsNoBeginningButIsTold() throws {
        let line = try #require(
            standing([told("a.txt", event("recognise", [osk], [veldania]), date: "1988", basis: .resolved)]).first)
        #expect(line.when.isEmpty)
        #expect(line.contextDates == ["1988"])
        #expect(line.item.remarks.contains("1988: date taken from the context"))
    }

    @Test func membershipsTellWhatBothShareThoughApart() {
        let league = Participant(name: "League of Harbours", kind: .organisation, span: CodePointSpan(0, 0))
        let guild = Participant(name: "Guild", kind: .organisation, span: CodePointSpan(0, 0))
        let own = [
            told("a.txt", state("member-of", [osk], "is a member of", [league])),
            told("b.txt", state("member-of", [veldania], "belongs to", [league])),
            told("b.txt", state("member-of", [veldania], "belongs to", [guild])),
        ]
        let lines = RelationView(between: "Osk", and: "Veldania", shared: [], own: own + own).standing.lines
        #expect(lines.map(\.what) == ["Osk and Veldania, members of League of Harbours"])
        #expect(lines.first?.tellings.count == 2)
    }

    @Test func envoysToTheOtherPartyAreNamedAndOtherOfficesAreNot() {
        let lind = Participant(name: "Ora Lind", code: "OSK", sector: "GOV", kind: .person, span: CodePointSpan(0, 0))
        func office(_ relation: String, _ words: String) -> EntryItem {
            told("a.txt", state("holds-office", [lind], relation, [osk]), words: words)
        }
        let own = [
            office("is ambassador of", "Osk's ambassador to Veldania, Ora Lind"),
            office("is ambassador of", "Osk's ambassador to Tarn, Ora Lind"),
            office("is ambassador of", "the ambassador to Osk, Ora Lind, of Veldania"),
            office("is Prime Minister of", "Prime Minister Ora Lind spoke in Veldania"),
        ]
        let known = told("a.txt", event("meet", [osk], [veldania]))
        let lines = RelationView(between: "Osk", and: "Veldania", shared: [known], own: own).standing.lines
        #expect(lines.map(\.what) == ["Ora Lind, ambassador of Osk to Veldania"])
    }

    /// An embassy before relations: both dates stand there, and the line says which is told as the earlier.
    @Test func whatBeginsBeforeWhatUsuallyComesFirstSaysSo() {
        func lines(_ mission: String, _ year: String) -> [StandingLine] {
            standing([
                told(
                    "a.txt", event("open-mission", [osk], [veldania]), words: "Osk opened its \(mission)", date: year),
                told("b.txt", event("establish-relations", [osk, veldania], [veldania]), date: "1990"),
            ]).filter { $0.topic == .missions }
        }
        #expect(
            lines("embassy", "1989").map(\.earlierThan) == [["relations between Osk and Veldania, since 1990"]])
        #expect(lines("embassy", "1990").map(\.earlierThan) == [[]])
        #expect(lines("trade office", "1989").map(\.earlierThan) == [[]])
        // Relations that were there before, and were taken up again, came first.
        let again = standing([
            told("a.txt", event("open-mission", [osk], [veldania]), words: "Osk opened its embassy", date: "1950"),
            told("b.txt", event("establish-relations", [osk, veldania], [veldania]), date: "1949"),
            told("c.txt", event("establish-relations", [osk, veldania], [veldania]), date: "1990"),
        ])
        #expect(again.count == 3 && again.allSatisfy { $0.earlierThan.isEmpty })
    }

    @Test func howAPersonGetsOnWithAStateIsNotItsStanding() {
        #expect(standing([told("a.txt", state("ally-of", [minister], "is a friend of", [veldania]))]).isEmpty)
        #expect(standing([told("a.txt", state("ally-of", [osk], "is an ally of", [veldania]))]).count == 1)
    }

    @Test func formerMissionsSayThatTheyAreFormer() {
        let lines = standing([told("a.txt", state("has-mission", [osk], "had an embassy in", [veldania]))])
        #expect(lines.map(\.what) == ["embassy of Osk in Veldania, formerly"])
    }

    @Test func anUndatedStateStandsInTheBoxAndNotAgainInTheHistory() {
        let shared = [told("a.txt", state("borders", [osk], "borders", [veldania]))]
        let view = RelationView(between: "Osk", and: "Veldania", shared: shared, own: [])
        #expect(view.standing.lines.map(\.what) == ["Osk · borders · Veldania"])
        #expect(view.history.items.isEmpty)
        #expect(view.page().sections.map(\.heading) == ["Other states of affairs"])
        #expect(view.page().summary == "1 line of standing")
    }

    @Test func whatIsDoubtfulDecidesNothingBesideWhatIsNot() {
        let sure = told("a.txt", event("recognise", [osk], [veldania]), confidence: 0.9)
        let dated = told("b.txt", event("recognise", [osk], [veldania]), date: "1988", confidence: 0.3)
        let denied = told("c.txt", event("recognise", [osk], [veldania]), modality: .denied, confidence: 0.3)
        let same = told("d.txt", event("recognise", [osk], [veldania]), confidence: 0.3)
        #expect(standing([sure, dated]).map(\.when) == ["", "since 1988"])
        #expect(standing([sure, dated]).map(\.caveat) == ["", "doubtful"])
        #expect(standing([sure, dated]).map(\.doubtful) == [nil, true])
        #expect(standing([sure, denied]).map(\.caveat) == ["", "doubtful; denied that it is so"])
        #expect(standing([sure, denied]).allSatisfy { !$0.differs })
        #expect(standing([sure, same]).map(\.caveat) == [""])
        #expect(standing([same, dated]).map(\.caveat) == ["doubtful"])
    }

    @Test func whatIsSureDecidesAndDiffers() {
        let sure = told("a.txt", event("recognise", [osk], [veldania]), confidence: 0.9)
        let dated = told("b.txt", event("recognise", [osk], [veldania]), date: "1988", confidence: 0.8)
        let denied = told("c.txt", event("recognise", [osk], [veldania]), modality: .denied, confidence: 0.8)
        #expect(standing([sure, dated]).map(\.when) == ["since 1988"])
        #expect(standing([sure, denied]).map(\.caveat) == ["", "denied that it is so"])
        #expect(standing([sure, denied]).allSatisfy { $0.differs && $0.doubtful == nil })
    }

    // MARK: A record by hand

    private let osk = Participant(name: "Osk", code: "OSK", kind: .state, span: CodePointSpan(0, 0))
    private let veldania = Participant(name: "Veldania", code: "VLD", kind: .state, span: CodePointSpan(0, 0))
    private let minister = Participant(
        name: "Ilo Ren", code: "OSK", sector: "GOV", kind: .person, span: CodePointSpan(0, 0))

    private func place(_ name: String, _ code: String) -> Participant {
        Participant(name: name, code: code, kind: .place, span: CodePointSpan(0, 0))
    }

    private func state(
        _ concept: String, _ subject: [Participant], _ relation: String, _ object: [Participant]
    ) -> Report.Content {
        .state(StateOfAffairs(subject: subject, relation: relation, concept: concept, object: object))
    }

    private func event(_ concept: String, _ actors: [Participant], _ recipients: [Participant]) -> Report.Content {
        .event(Event(type: "SUPPORT", concept: concept, actors: actors, recipients: recipients))
    }

    /// An entry of one report.
    private func told(
        _ document: String, _ content: Report.Content, words: String = "", modality: Modality = .asserted,
        date: String = "", basis: ReportDate.Basis = .stated, confidence: Double? = nil
    ) -> EntryItem {
        var report = Report(
            document: document, documentHash: Digest.sha256(document + words + date), span: CodePointSpan(0, 9),
            content: content, trigger: CodePointSpan(0, 1),
            date: date.isEmpty
                ? nil : ReportDate(edtf: date, basis: basis, evidence: Evidence(CodePointSpan(0, 1))),
            modality: modality, rule: "RULE-01")
        report.confidence = confidence
        let entry = Entry(
            kind: report.kind, reports: [report.id], documents: [document], date: date,
            dates: date.isEmpty ? [] : [date])
        return EntryItem(entry: entry, reports: [ReportItem(report: report, words: words)], disputes: [])
    }

    /// The lines on two parties whose names an event tells; the event itself is none of their standing.
    private func standing(
        _ entries: [EntryItem], between a: String = "Osk", and b: String = "Veldania"
    ) -> [StandingLine] {
        let known = told("known.txt", event("meet", [osk], [veldania]))
        return RelationView(between: a, and: b, shared: entries + [known], own: []).standing.lines
    }
}

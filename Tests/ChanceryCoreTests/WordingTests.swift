import Testing

@testable import ChanceryCore

@Suite struct WordingTests {
    private static func party(_ name: String, _ kind: EntityKind = .organisation) -> Participant {
        Participant(name: name, kind: kind, span: CodePointSpan(0, 0))
    }

    private static func state(_ relation: String = "is") -> Report.Content {
        .state(
            StateOfAffairs(
                subject: [party("Black Lamp")], relation: relation, concept: "", object: [party("Osk", .state)]))
    }

    private static func event(_ type: String = "ASSAULT") -> Report.Content {
        .event(
            Event(type: type, concept: "", actors: [party("Osk", .state)], recipients: [party("Black Lamp")]))
    }

    private static func read(_ clause: String, _ content: Report.Content = state()) -> [String] {
        WordingReader.wording(of: clause, from: 0, telling: content).map { wording in
            "\(wording.list): \(wording.isNegated ? "not " : "")\(wording.words)"
                + wording.of.map { " of \(content.participants[$0].name)" }.joined()
        }
    }

    @Test func theListsAreSound() throws {
        let lists = try WordingReader.read.get()
        #expect(
            lists.phrases.count > 200 && !lists.negating.isEmpty)
        // A phrase on a line without a comma would be read as its words.
        let judging = lists.phrases.filter { $0.value.contains { $0.list.contains("proving") && $0.rest.isEmpty } }.keys
        #expect(judging.allSatisfy { !lists.holds($0, in: "joining") && !lists.holds($0, in: "parting") })
        #expect(lists.holds("renounced", in: "renouncing") && lists.holds("raids", in: "act"))
    }

    @Test(
        arguments: [
            (
                "the secretive, cult-like Black Lamp",
                ["reproving: secretive of Black Lamp", "reproving: cult-like of Black Lamp"]
            ),
            ("Black Lamp is not a resistance movement", ["approving: not resistance of Black Lamp"]),
            // A name's own words judge nobody, and who renounces terror is called nothing by it.
            ("Black Lamp met the Resistance Front of Osk", []),
            ("Black Lamp renounced terrorism", []),
            // Of whom it is said is told by the name before it: nobody who takes part here.
            ("Black Lamp heard that Lesk was a friend", []),
        ])
    func judgementsAreSaidOfSomebody(clause: String, wording: [String]) {
        #expect(Self.read(clause).filter { $0.contains("proving") && $0.contains(" of ") } == wording)
    }

    @Test func aVerdictIsOnTheOneJudgedAndADeedOfTheOneWhoDidIt() {
        #expect(
            Self.read("Osk condemned Black Lamp", Self.event("ACCUSE")) == [
                "reproving-verdict: condemned of Black Lamp"
            ])
        let long =
            "In May Osk accused Black Lamp before the whole council of what it called a plan, long after the genocide of the Tarns"
        #expect(Self.read(long, Self.event("ACCUSE")).allSatisfy { !$0.contains(" of Black Lamp") })
        #expect(
            Self.read("Osk accused Black Lamp of genocide", Self.event("ACCUSE")).contains(
                "reproving-deed: genocide of Black Lamp"))
        #expect(Self.read("the massacre", Self.event()).contains("reproving-deed: massacre of Osk"))
        #expect(
            Self.read("many view Osk as an important voice", Self.state("view as an important voice"))
                .contains("approving: important voice of Osk"))
    }

    @Test(
        arguments: [
            ("they suffered a massive cyberattack", ["single: a cyberattack"]),
            ("a series of raids", ["several: series of raids"]),
            ("a letter came", []),
            ("they backed Osk against the Lesk bid", ["opposing: against lesk", "supporting: backed"]),
            ("they leant against the wall", ["names barrier/wall: wall"]),
            ("it does not move its embassy", ["negating: not move its embassy"]),
        ])
    func wordsAreReadWithWhatTheyAreAbout(clause: String, wording: [String]) {
        let lists = ["single", "several", "opposing", "supporting", "negating", "names barrier/wall"]
        #expect(Self.read(clause).filter { one in lists.contains { one.hasPrefix($0 + ":") } }.sorted() == wording)
    }

    /// Every span is the words it claims, wherever the clause begins and whatever stands between.
    @Test func spansAreOfTheWords() {
        let text = "“Österreich’s so-called friends – brutal, ‘evil’ – didn’t move”, they said."
        let scalars = Array(text.unicodeScalars)
        let found = WordingReader.wording(of: text, from: 40, telling: Self.state())
        #expect(found.count >= 4)
        for wording in found {
            let words = String(String.UnicodeScalarView(scalars[(wording.span.start - 40)..<(wording.span.end - 40)]))
            let first = wording.words.split(separator: " ").first.map(String.init) ?? ""
            #expect(words.lowercased().replacing("’", with: "'").hasPrefix(first), "\(wording)")
        }
    }

    @Test func itIsWrittenAndReadAgain() throws {
        var report = Report(
            document: "a", documentHash: "h", span: CodePointSpan(0, 40), content: Self.event(),
            trigger: CodePointSpan(0, 3),
            rule: "r")
        report.wording = WordingReader.wording(
            of: "the so-called massacre was not a crime", from: 0, telling: Self.event())
        #expect(!report.wording.isEmpty)
        #expect(try JSONLine.decode(Report.self, from: JSONLine.encode(report)).wording == report.wording)
    }
}

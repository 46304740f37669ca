import ChanceryCore
import Testing

@testable import Reconciling

/// How tellings of events are held against each other and put together by what was learnt.
@Suite struct EventClusteringTests {
    /// An event told in some words.
    private static func told(
        _ document: String, _ words: String, _ concept: String = "attack", _ actors: [Participant] = [Made.veldania],
        _ recipients: [Participant] = [Made.osk], _ date: String = "", at start: Int = 0,
        _ modality: Modality = .asserted
    ) -> Report {
        var report = Made.report(
            document, at: start, Made.event(concept, actors, recipients, type: "ASSAULT"), date, modality)
        report.terms = ContentWords.words(words).sorted()
        return report
    }

    private static func entries(_ reports: Report...) throws -> Int {
        try Reconciler().reconcile(documents: [], reports: reports).entries.count
    }

    /// One event in other words, and its twin that is another.
    @Test(arguments: [
        ("struck the harbour with missiles", "an air raid on the harbour", "1991-05", "1991-05", 1),
        ("struck the harbour with missiles", "killed a priest in a village", "", "", 2),
        ("struck the harbour with missiles", "an air raid on the harbour", "1991-05", "1993-05", 2),
        ("the first attack on the harbour", "the second attack on the harbour", "1991", "1991", 2),
        ("the first attack on the harbour", "the first raid on the harbour", "1991", "1991", 1),
    ]) func wordsAndTimesTellWhetherItIsOne(
        _ first: String, _ second: String, _ date: String, _ other: String, _ count: Int
    ) throws {
        let reports = (
            Self.told("a", first, "attack", [Made.veldania], [Made.osk], date),
            Self.told("b", second, "attack", [Made.veldania], [Made.osk], other, at: 33)
        )
        #expect(try Self.entries(reports.0, reports.1) == count)
    }

    /// Of one month each account tells one deed between two parties: it is one, whatever the words; where an account tells two, the words
    /// must say which.
    @Test(arguments: [("1991-05-03", "1991-05", 1), ("1991-05", "1991-06", 2), ("1991", "1991", 2)])
    func theSoleDeedOfAMonthIsOne(_ date: String, _ other: String, _ count: Int) throws {
        func told(_ document: String, _ words: String, _ date: String, at start: Int = 0) -> Report {
            Self.told(document, words, "", [Made.veldania], [Made.osk], date, at: start)
        }
        let first = told("a", "rolled into the northern valley", date)
        let second = told("b", "crushed the rising of the fishers", other, at: 33)
        #expect(try Self.entries(first, second) == count)
        let third = told("b", "burned three villages on the coast", other, at: 133)
        #expect(try Self.entries(first, second, third) == count + (count == 1 ? 2 : 1))
    }

    @Test func measuresOfTwoSortsOfOneMonthAreTwo() throws {
        func told(_ document: String, _ concept: String, _ words: String, at start: Int = 0) -> Report {
            var report = Made.report(
                document, at: start, Made.event(concept, [Made.veldania], [Made.osk], type: "SANCTION"), "1991-05")
            report.terms = ContentWords.words(words).sorted()
            return report
        }
        let closed = told("a", "close-mission", "closed its embassy in the capital")
        #expect(try Self.entries(closed, told("b", "expel-diplomats", "sent two envoys home", at: 33)) == 2)
        #expect(try Self.entries(closed, told("b", "close-mission", "shut down the mission", at: 33)) == 1)
    }

    /// People who do not act for their state are not the state. Of a deed done to one and the same at one time accounts may differ
    /// about who did it; without a time two states did two.
    @Test(arguments: [
        (Made.party("Veldania Army", "VEL", kind: .organisation), "1991", 1),
        (Made.party("Veldanian fishers", "VEL", kind: .group), "1991", 2), (Made.party("Nor", "NOR"), "1991", 1),
        (Made.party("Nor", "NOR"), "", 2),
    ]) func whoDidItMayKeepThemApart(_ actor: Participant, _ date: String, _ count: Int) throws {
        let words = "shelled the old harbour of the capital"
        let first = Self.told("a", words, "shell", [Made.veldania], [Made.osk], date)
        let second = Self.told("b", words + " twice", "shell", [actor], [Made.osk], date, at: 33)
        #expect(try Self.entries(first, second) == count)
    }

    @Test func whatIsToComeIsNotWhatCame() throws {
        let words = "shell the old harbour of the capital"
        let came = Self.told("a", words, "shell", [Made.veldania], [Made.osk], "1991")
        let planned = Self.told("b", words + " soon", "shell", [Made.veldania], [Made.osk], "1991", at: 33, .planned)
        #expect(try Self.entries(came, planned) == 2)
    }

    @Test func averageLinkageJoinsWhatIsLikelyOnTheWhole() {
        var joining = Joining(count: 4, threshold: 0.4)
        joining.add(0, 1, 0.9)
        joining.add(1, 2, 0.5)
        // Of 0 and 2 nothing is known, so the mean of 2 with both is 0.25.
        #expect(joining.clusters() == [[0, 1], [2], [3]])
        var chain = Joining(count: 3, threshold: 0.4)
        chain.add(0, 1, 0.9)
        chain.add(1, 2, 0.5)
        chain.add(0, 2, 0.4)
        #expect(chain.clusters() == [[0, 1, 2]])
    }

    @Test func whatIsBarredStaysApartWhateverJoinsIt() {
        var joining = Joining(count: 3, threshold: 0.4)
        joining.add(0, 1, 0.9)
        joining.add(1, 2, 0.9)
        joining.bar(0, 2)
        #expect(joining.clusters() == [[0, 1], [2]])
    }

    @Test func rareWordsCountMoreAndFormsAndKinALittleLess() throws {
        let words = try LikenessWords()
        let block = BlockWords(
            [["harbour", "bomb"], ["harbour", "shell"], ["harbour", "bomber"], ["harbour"]], words)
        let harbour = BlockWords.overlap(block.of(["harbour"]), block.of(["harbour"]))
        let bomb = BlockWords.overlap(block.of(["bomb"]), block.of(["bomb"]))
        #expect(harbour.share == 1 && harbour.rarest < bomb.rarest)
        let form = BlockWords.overlap(block.of(["bomb"]), block.of(["bomber"]))
        let kin = BlockWords.overlap(block.of(["bomb"]), block.of(["shell"]))
        #expect(bomb.rarest > form.rarest && form.rarest > kin.rarest && kin.rarest > 0)
        #expect(BlockWords.overlap(block.of(["harbour"]), block.of(["shell"])).rarest == 0)
    }

    @Test(arguments: [
        ("Osk", EntityKind.state, "OSK", PartyProfile.Nearness.state), ("Nor", .state, "NOR", .other),
        ("Bank of Osk", .organisation, "OSK", .same), ("Osk Museum", .organisation, "OSK", .sameState),
        ("Osk Ministry of Trade", .organisation, "OSK", .official), ("Ivo Tor", .person, "", .maybeOther),
        ("some fishers", .group, "", .unknown),
    ]) func partiesAreNearerOrFarther(
        _ name: String, _ kind: EntityKind, _ code: String, _ nearness: PartyProfile.Nearness
    ) throws {
        let words = try LikenessWords()
        let bank = PartyProfile(Made.bank, words)
        #expect(bank.nearness(to: PartyProfile(Made.party(name, code, kind: kind), words)) == nearness)
    }

    @Test func weightsThatAreMissingOrNoNumbersAreNamed() throws {
        let noNumber = #expect(throws: WordListError.self) {
            try PairModel(lines: ["threshold\thalf"], features: ["recipients"], file: "w.tsv")
        }
        #expect(noNumber?.code == .noWeight)
        let missing = #expect(throws: WordListError.self) {
            try PairModel(lines: ["threshold\t0.4", "constant\t-4"], features: ["recipients"], file: "w.tsv")
        }
        #expect(missing?.code == .missingWeight)
        #expect(missing?.description.contains("recipients") == true)
    }

    /// Who is in office on one day and on another is one thing; two offices are two, and so is what lies far apart else.
    @Test(arguments: [
        ("holds-office", "is President of", "was the president of", "1991-05-02", "1998-03-01", 1),
        ("holds-office", "is President of", "was leader of", "1991-05-02", "1998-03-01", 2),
        ("", "has a dispute about fishing with", "has a fishing dispute with", "1991-05", "1991-09", 1),
        ("", "has a dispute about fishing with", "has a fishing dispute with", "1991-05", "1999-09", 2),
        ("", "has a dispute about fishing with", "has a treaty on trade with", "1991-05", "1991-09", 2),
    ]) func whatLastsIsOneOnSeveralDays(
        _ concept: String, _ relation: String, _ other: String, _ date: String, _ otherDate: String, _ count: Int
    ) throws {
        let subject = concept.isEmpty ? [Made.veldania] : [Made.president]
        let object = concept.isEmpty ? [Made.osk] : [Made.veldania]
        let reports = [
            Made.report("a", Made.state(concept, subject, object, relation: relation), date),
            Made.report("b", at: 33, Made.state(concept, subject, object, relation: other), otherDate),
        ]
        let result = try Reconciler().reconcile(documents: [], reports: reports)
        #expect(result.entries.count == count)
        #expect(result.disputes.filter { $0.dimension == .date }.isEmpty)
    }
}

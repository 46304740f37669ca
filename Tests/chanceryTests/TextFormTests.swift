import ChanceryCore
@testable import DossierStore
import Testing

@testable import Record
@testable import chancery

/// Whole pages, as a person reads them.
@Suite struct TextFormTests {
    private let form = TextForm(.piped())

    @Test func timelineQuotesItsClauseAndSaysWhoseWordItIs() {
        let page = EntriesView.timeline(of: SampleRecord.entries).page()
        #expect(
            form.text(page) == """
                Timeline

                1988          Osk → Veldania · recognise (SUPPORT)
                              “Osk recognised Veldania in 1988”
                              in the author's own voice of essay.txt
                              2 documents: brief.txt, essay.txt · dates told: 1988 (essay.txt);
                              1990 (brief.txt) · eb88b42de7fdad49

                since 7 May 1989
                              Veldania · has an embassy in · Osk (state of affairs)
                              “an embassy in Osk”
                              in the author's own voice of essay.txt
                              date taken from the context · e84524a874adea39

                7 May 1989    Veldania → Osk · open mission (SUPPORT)
                              “Veldania opened an embassy in Osk on 7 May 1989”
                              in the author's own voice of essay.txt
                              e70a45494ae2bf4a

                Year unknown

                7 Oct         denied that it happened: Osk · request (REQUEST)
                              “it had asked them to go”
                              denied by Osk, in note.txt
                              e399c7d388e12945

                No date told

                              planned, not told as done: Veldania · open mission (SUPPORT)
                              “Veldania will open an embassy”
                              according to the ministry, in brief.txt
                              ed3ddc39fa29f164

                5 entries from 3 documents

                """)
    }

    @Test func showNamesTheRuleTheWordsAndEveryTelling() {
        let view = ShowView(.entry(SampleRecord.entries[1]), texts: SampleRecord.texts)
        #expect(
            form.text(view.page()) == """
                Entry e70a45494ae2bf4a

                7 May 1989    Veldania → Osk · open mission (SUPPORT)

                essay.txt

                  Osk recognised Veldania in 1988. ‹Veldania opened an embassy in Osk on 7 May
                  1989›.

                  tells      Veldania → Osk · open mission
                  coded as   SUPPORT
                  because    rule SUPPORT-open-mission-01, fired by “opened”
                  actor      Veldania (VLD), named by “Veldania”
                  recipient  Osk (OSK), named by “Osk”
                  date       7 May 1989: stated, by “7 May 1989”
                  told       told as fact, in the author's own voice of essay.txt
                  where      characters 33–80 of essay.txt
                  entry      e70a45494ae2bf4a
                  report     01d2a48851aa230f

                1 telling in 1 document

                """)
    }

    @Test func markdownNumbersItsNotesAndQuotesInThem() {
        let page = EntriesView.relation(
            of: [SampleRecord.entries[0]], between: Party("OSK", among: SampleRecord.reports),
            and: Party("veldania", among: SampleRecord.reports)
        ).page()
        #expect(
            MarkdownForm().text(page) == """
                ## OSK and veldania

                - **1988**: Osk → Veldania · recognise (SUPPORT); 2 documents: brief.txt, essay.txt; dates told: 1988 \
                (essay.txt); 1990 (brief.txt) `eb88b42de7fdad49`.[^1][^2]

                1 entry from 2 documents.

                [^1]: “Osk recognised Veldania in 1988”, in the author's own voice of essay.txt, characters 0–31.
                [^2]: “In 1990 Osk recognised Veldania”, in the author's own voice of brief.txt, characters 0–31.

                """)
    }

    @Test func controlCharactersOfADocumentAreWrittenOut() {
        let text = form.text(FiguresView(of: SampleRecord.reportItems).page())
        #expect(text.contains("left Veldania.\\u{1B}[31m"))
        #expect(!text.contains("\u{1B}"))
    }

    @Test func tableAlignsItsColumns() {
        let parties = [
            ParticipantSummary(
                name: "Veldania", code: "VLD", sectors: [], kind: .state, counts: [.event: 6],
                modalities: [.asserted: 4, .claimed: 2], doubtful: 3, attributed: 2, roles: ["actor": 6],
                documents: ["brief.txt", "essay.txt"]),
            ParticipantSummary(
                name: "the ministry", code: "", sectors: ["GOV"], kind: .organisation, counts: [.statement: 12],
                modalities: [.asserted: 12], doubtful: 0, attributed: 0, roles: ["speaker": 12],
                documents: ["brief.txt"]),
        ]
        #expect(
            form.text(EntitiesView(of: parties).page()).split(separator: "\n")[1...3] == [
                "Name          State  Kind          Sector  Told  Fact  Doubtful  Texts",
                "Veldania      VLD    state                    6     4         3      2",
                "the ministry         organisation  GOV       12    12         0      1",
            ])
    }

    @Test(arguments: [40, 60, 80]) func noLineOfProseIsWiderThanTheTerminal(width: Int) {
        let form = TextForm(Terminal(width: width, isColoured: false))
        for line in form.text(EntriesView.timeline(of: SampleRecord.entries).page()).split(separator: "\n") {
            #expect(line.count <= width)
        }
    }

    @Test func coloursStandOnlyOnATerminal() {
        let page = EntriesView.timeline(of: SampleRecord.entries).page()
        #expect(!form.text(page).contains("\u{1B}["))
        #expect(TextForm(Terminal(width: 80, isColoured: true)).text(page).contains("\u{1B}[1m"))
    }

    @Test(arguments: [(["NO_COLOR": "1"], false), (["NO_COLOR": ""], true), (["TERM": "dumb"], false), ([:], true)])
    func environmentDecidesOnColour(environment: [String: String], allowed: Bool) {
        #expect(Terminal.allowsColour(environment) == allowed)
    }
}

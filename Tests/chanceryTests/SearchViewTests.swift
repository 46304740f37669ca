import ChanceryCore
import Testing

@testable import DossierStore
@testable import Record
@testable import chancery

/// What `search` prints of what it found.
@Suite struct SearchViewTests {
    private static let told =
        "Osk will keep the harbour open. " + String(repeating: "It has been so for long. ", count: 40)
    private static let text = "In a letter to the fishermen the mayor said: “\(told)The ferries stay.”"

    /// One statement, long, whose cue stands outside of what is said.
    private static var statement: Report {
        let content = SampleRecord.span(told + "The ferries stay.", in: text)
        return Report(
            document: "letter.txt", documentHash: Digest.sha256(text),
            span: CodePointSpan(0, text.unicodeScalars.count),
            content: .statement(
                Statement(
                    speaker: Participant(
                        name: "mayor", kind: .person, span: SampleRecord.span("mayor", in: text)),
                    form: .direct, cue: "said", cueSpan: SampleRecord.span("said", in: text), contentSpan: content)),
            trigger: SampleRecord.span("said", in: text), rule: "SAY-01")
    }

    private static func view(_ words: String, found: [String]) -> SearchView {
        let matches = found.map { SampleRecord.span($0, in: text) }
        return SearchView(
            words: words,
            SearchResult(
                documents: [],
                reports: [
                    SearchHit(
                        source: .report(statement.id), document: "letter.txt", documentHash: statement.documentHash,
                        title: "", excerpt: Excerpt(of: text, matches: matches), matches: matches)
                ]), reports: [statement.id: ReportItem(report: statement, words: text)])
    }

    private static func quotes(_ words: String, found: [String]) -> [String] {
        view(words, found: found).hits.flatMap(\.notes).map(\.quote)
    }

    @Test func ofALongStatementThePartIsShownThatWasFound() throws {
        let quotes = Self.quotes("ferries", found: ["ferries"])
        #expect(quotes.count == 1)
        let quote = try #require(quotes.first)
        #expect(quote.hasPrefix("… ") && quote.hasSuffix("The ferries stay.") && quote.count < 300)
    }

    @Test func wordsBesideWhatIsSaidAreShownBelowIt() throws {
        let notes = Self.view("fishermen", found: ["fishermen"]).hits.flatMap(\.notes)
        #expect(notes.map(\.voice) == ["mayor, in", "beside it, in"])
        #expect(notes[0].quote.hasPrefix("Osk will keep") && notes[0].quote.hasSuffix(" …"))
        #expect(notes[1].quote.contains("In a letter to the fishermen"))
    }

    @Test func wordsInAndBesideWhatIsSaidAreBothShown() {
        let quotes = Self.quotes("fishermen ferries", found: ["fishermen", "ferries"])
        #expect(quotes.last?.contains("fishermen") == true && quotes.last?.contains("ferries") == true)
    }

    /// A turn of an interview whose statement has its cue far from what is said.
    private static func far(_ words: String, found: [String]) -> SearchView {
        let filler = String(repeating: "It was asked again. ", count: 30)
        let text = "Mira Tovan says that much is new. The canal froze. \(filler)The ice broke.\n\nThe bridge stands."
        let report = Report(
            document: "turn.txt", documentHash: Digest.sha256(text), span: CodePointSpan(0, text.unicodeScalars.count),
            content: .statement(
                Statement(
                    speaker: Participant(
                        name: "Mira Tovan", kind: .person, span: SampleRecord.span("Mira Tovan", in: text)),
                    form: .direct, cue: "", cueSpan: nil, contentSpan: SampleRecord.span("The bridge stands", in: text)
                )), trigger: SampleRecord.span("The bridge stands", in: text), rule: "SAY-02")
        let matches = found.map { SampleRecord.span($0, in: text) }
        return SearchView(
            words: words,
            SearchResult(
                documents: [],
                reports: [
                    SearchHit(
                        source: .report(report.id), document: "turn.txt", documentHash: report.documentHash,
                        title: "", excerpt: Excerpt(of: text, matches: matches), matches: matches)
                ]), reports: [report.id: ReportItem(report: report, words: text)])
    }

    @Test func wordsFarFromWhatIsSaidAreNotOfIt() {
        #expect(Self.far("canal", found: ["canal"]).hits.isEmpty)
        #expect(Self.far("ice", found: ["ice"]).hits.isEmpty)
        #expect(Self.far("canal bridge", found: ["canal", "bridge"]).hits.isEmpty)
        #expect(Self.far("bridge", found: ["bridge"]).hits.map(\.found.words) == [["bridge"]])
        // The name of who says it is of it wherever it stands.
        #expect(Self.far("tovan bridge", found: ["Tovan", "bridge"]).hits.map(\.byName) == [["tovan"]])
    }

    @Test func whatStandsInANameOnlyIsSaidToStandThere() {
        let text = TextForm(.piped()).text(Self.view("Veldania ferries", found: ["ferries"]).page())
        #expect(text.contains("found in the name of a party or source: Veldania"))
        let plain = TextForm(.piped()).text(Self.view("ferry", found: ["ferries"]).page())
        #expect(!plain.contains("found in"))
    }

    @Test func aTerminalMarksTheWordsAndAFileDoesNot() {
        let page = Self.view("ferries", found: ["ferries"]).page()
        #expect(TextForm(Terminal(width: 80, isColoured: true)).text(page).contains("\u{1B}[1;3mferries\u{1B}[0m"))
        #expect(TextForm(.piped()).text(page).contains("The ferries stay."))
    }

    @Test(arguments: [
        (["osk"], "Oskan, osk and Osk", [CodePointSpan(7, 10)]), (["was so"], "It was so.", [CodePointSpan(3, 9)]),
        (["so"], "", []),
    ]) func foundWordsAreWholeWords(words: [String], text: String, places: [CodePointSpan]) {
        #expect(FoundWords(words).places(in: text) == places)
    }
}

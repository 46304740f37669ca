import ChanceryCore
import Intake
import Testing

@Suite struct ProvenanceTests {
    static let story =
        "The two states signed a treaty on the river on Monday, after a year of talks in the capital of Osk."

    private func marks(_ document: Document) -> [String] {
        document.originMarks.map { "\($0.kind.rawValue): \($0.name)" }
    }

    @Test(arguments: [
        ("By Jana Roe", ["Jana Roe"], nil),
        ("By Jana Roe and Ole Dam", ["Jana Roe", "Ole Dam"], nil),
        ("By Jana Roe, Ole van der Dam and Li Po", ["Jana Roe", "Ole van der Dam", "Li Po"], nil),
        ("By JANA ROE, Osk Herald", ["JANA ROE"], nil),
        ("Written by Jana Roe | May 7, 2005", ["Jana Roe"], "2005-05-07"),
        ("Published: 7 May 2005, 10:30 GMT", [], "2005-05-07"),
        ("May 7, 2005", [], "2005-05-07"),
        ("By the end of the year the treaty had lapsed", [], nil),
    ])
    func bylineAndDate(line: String, authors: [String], date: String?) throws {
        let document = try document("Osk and Veldania sign a treaty\n\n\(line)\n\n\(Self.story)\n\n\(Self.story)")
        #expect(document.metadata.authors == authors)
        #expect(document.metadata.publishedOn == date)
        #expect(document.kinds[1] == (authors.isEmpty && date == nil ? .heading : .metadata))
        #expect(document.originMarks.map(\.name) == authors)
    }

    @Test func datesOverSeveralPartsAreHeadingsOfAChronology() throws {
        let chronology = try document("7 May 2005\n\n\(Self.story)\n\n9 May 2005\n\n\(Self.story)")
        #expect(chronology.metadata.publishedOn == nil)
        #expect(chronology.kinds[1...] == [.paragraph, .heading, .paragraph])
        let one = try document("Osk and Veldania sign a treaty\n\n7 May 2005\n\n\(Self.story)\n\n\(Self.story)")
        #expect(one.metadata.publishedOn == "2005-05-07")
    }

    @Test(arguments: [
        ("OSK CITY (River Press) – ", "River Press", nil), ("OSK CITY, May 7 (RP) - ", "RP", nil),
        ("Osk City, May 7, 2005 (RP) — ", "RP", "2005-05-07"), ("OSK CITY – ", nil, nil),
        ("OSK CITY (RP): ", "RP", nil), ("OSK CITY (RP) : ", "RP", nil), ("OSK CITY-- ", nil, nil),
    ])
    func datelineIsNoPartOfTheSentence(dateline: String, agency: String?, date: String?) throws {
        let document = try document("Osk and Veldania sign a treaty\n\n\(dateline)\(Self.story)")
        #expect(document.words(document.blocks[1].body) == Self.story)
        #expect(document.blocks[1].kind == .paragraph)
        #expect(marks(document) == (agency.map { ["agency: \($0)"] } ?? []))
        #expect(document.metadata.publishedOn == date)
    }

    @Test func sentenceWithADashKeepsItsWords() throws {
        let text = "Osk, Veldania and the council – all three signed the treaty on the river on Monday."
        #expect(try document("Treaty signed\n\n" + text).outline.last == "paragraph: " + text)
    }

    @Test func whoPublishedFirstIsFoundAtTheEnd() throws {
        let document = try document(
            """
            \(Self.story)
            Originally published by the River Post.
            The post Osk signs a treaty appeared first on Osk.example.
            0 Comments
            """)
        #expect(marks(document) == ["originallyPublished: River Post", "appearedFirst: Osk.example"])
        #expect(document.metadata.title == "Osk signs a treaty")
        #expect(document.metadata.publisher == "Osk.example")
        #expect(document.kinds == [.paragraph, .metadata, .metadata, .furniture])
    }

    @Test func reprintLeadNamesItsSourceAndItsAuthor() throws {
        let document = try document(
            """
            Osk and Veldania sign a treaty

            OSK CITY – Jana Roe, a writer on rivers, says the treaty will not hold.

            Following is a large part of her essay published in the River Post:

            \(Self.story)
            """)
        #expect(marks(document) == ["reprint: River Post"])
        #expect(document.metadata.authors == ["Jana Roe"])
        // What follows the lead is the essay, no quotation inside this text.
        #expect(document.kinds == [.title, .paragraph, .metadata, .paragraph])
    }

    @Test func givenMetadataStandAboveWhatTheTextSays() throws {
        let given = DocumentMetadata(title: "Treaty", authors: ["Ole Dam"], publishedOn: "2006")
        let document = try document("By Jana Roe\n\nMay 7, 2005\n\n\(Self.story)", given: given)
        #expect(document.metadata.title == "Treaty")
        #expect(document.metadata.authors == ["Ole Dam"])
        #expect(document.metadata.publishedOn == "2006")
    }

    @Test func givenTitleIsFoundInTheTextDespiteItsFullStop() throws {
        let document = try document("Osk signs.\n\n\(Self.story)", given: DocumentMetadata(title: "Osk Signs"))
        #expect(document.kinds == [.title, .paragraph])
    }
}

@Suite struct SketchTests {
    private let long = (0..<60).map { "word\($0) of the river" }.joined(separator: " ")

    @Test func caseAndPunctuationDoNotCount() {
        #expect(Sketch.of([long]) == Sketch.of([long.uppercased().replacing(" ", with: ", ")]))
        #expect(Sketch.of([long]).count == Sketch.size)
    }

    @Test func shortTextHasNone() {
        #expect(Sketch.of(["Osk and Veldania sign a treaty on the river."]) == [])
        #expect(Resemblance.share([], Sketch.of([long])) == 0)
    }

    @Test func resemblanceFollowsWhatTextsShare() {
        let other = (100..<160).map { "word\($0) by the sea" }.joined(separator: " ")
        let half = long + " " + other
        #expect(Resemblance.share(Sketch.of([long]), Sketch.of([long])) == 1)
        #expect(Resemblance.share(Sketch.of([long]), Sketch.of([other])) < 0.1)
        let shared = Resemblance.share(Sketch.of([long]), Sketch.of([half]))
        #expect(shared > 0.25 && shared < 0.75)
    }

    /// A copy with another site's furniture and lead resembles its original.
    @Test func furnitureIsNoPartOfIt() throws {
        let story = long + "."
        let a = try document("Home » World » Osk\n\n\(story)\n\n0 Comments")
        let b = try document("\(story)\n\nOriginally published by River Post.\n\nLeave a Comment")
        #expect(a.sketch == b.sketch)
        #expect(!a.sketch.isEmpty)
    }
}

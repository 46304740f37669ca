import ChanceryCore
import Intake
import Testing

@Suite struct NoteTests {
    private func marks(_ document: Document) -> [String] {
        document.blocks.flatMap { block in block.noteMarks.map { document.words($0) } }
    }

    static let body = """
        Osk has kept up relations with the river council since the war,1 and has said so.
        It never accepted the dam.2 The council measured the water “by night”3: nobody saw it.
        """

    @Test func runOfGluedDigitsIsMarksAndTheLastParagraphsAreTheirNotes() throws {
        let document = try document(
            Self.body + "\n" + """
                The council met again in the spring and in the autumn of that year, without result.
                See Ole Dam, “The River.” Journal of Rivers 3, no. 2 (2001): 12–30.
                The engineer's words are given by the archive as follows:
                We measured the water because we were told to, and at night because it was cool.
                The archive holds no list of those nights.
                """)
        #expect(marks(document) == ["1", "2", "3"])
        #expect(document.kinds == [.paragraph, .paragraph, .paragraph, .footnote, .footnote, .blockQuote, .footnote])
    }

    @Test func numberedNotesLoseTheirNumbers() throws {
        let document = try document(Self.body + "\n\nNotes\n\n1. Roe, 2001.\n2. Ibid.\n3. The archive of the council.")
        #expect(
            document.outline.suffix(4) == [
                "heading: Notes", "footnote: Roe, 2001.", "footnote: Ibid.", "footnote: The archive of the council.",
            ])
    }

    @Test func numberedNotesWithoutAHeadingAreFound() throws {
        let document = try document(
            Self.body + "\n1 Roe, 2001, on the war.\n2 Ibid., on the dam.\n3 The archive of the council.")
        #expect(document.kinds.suffix(3) == [.footnote, .footnote, .footnote])
    }

    @Test(arguments: [
        ("Osk sold 1,2 and 3.5 tons of fish in the year 2001, and G20 members bought it in mid-2002.", []),
        ("The law,1 was never kept and the river was never clean in all those years.", []),
        ("The law was kept.[1] The river was clean.[2]", ["[1]", "[2]"]),
        ("The treaty¹ covers 12 km² of the river’s² basin in Osk.", ["¹", "²"]),
        ("See [1](https://osk.example) for the text of the treaty.", []),
    ])
    func marksAreToldFromNumbers(text: String, expected: [String]) throws {
        #expect(marks(try document(text)) == expected)
    }
}

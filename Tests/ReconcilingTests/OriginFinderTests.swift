import ChanceryCore
import Intake
import Reconciling
import Testing

@Suite struct OriginFinderTests {
    /// Words that make no sense and repeat nothing, from a seed.
    private static func words(_ count: Int, seed: UInt64) -> [String] {
        var random = Random(seed: seed)
        return (0..<count).map { _ in
            String((0..<6).map { _ in "abcdefghijklmnoprstuvw".randomElement(using: &random) ?? "a" })
        }
    }

    private static func line(
        _ name: String, _ paragraphs: [[String]], publisher: String = "", title: String = "", on date: String = "",
        marks: [(OriginMark.Kind, String)] = []
    ) -> DocumentLine {
        let texts = paragraphs.map { $0.joined(separator: " ") }
        var document = Document(
            name: name, text: texts.joined(separator: "\n\n"),
            metadata: DocumentMetadata(title: title, publisher: publisher, publishedOn: date),
            originMarks: marks.map { OriginMark(kind: $0, name: $1, span: ByteSpan(0, 1)) })
        document.sketch = Sketch.of(texts)
        var start = 0
        for text in texts {
            let sketch = Sketch.ofPassage(text)
            if !sketch.isEmpty {
                document.passages.append(
                    SketchedPassage(span: ByteSpan(start, start + text.utf8.count), sketch: sketch))
            }
            start += text.utf8.count + 2
        }
        return DocumentLine(document)
    }

    /// The names of the documents of each origin.
    private static func groups(_ lines: [DocumentLine]) throws -> [[String]] {
        let names = Dictionary(lines.map { ($0.docHash, $0.doc) }, uniquingKeysWith: { first, _ in first })
        return try OriginFinder(lines).origins.map { $0.documents.compactMap { names[$0] }.sorted() }
            .sorted { $0.joined() < $1.joined() }
    }

    @Test func anEditedCopyIsOfOneOriginAndAnotherStoryIsNot() throws {
        let story = Self.words(300, seed: 1)
        var edited = story
        edited[100] = "otherwise"
        edited.removeSubrange(200..<210)
        let lines = [
            Self.line("a", [story], on: "2001-01-02"), Self.line("b", [edited], on: "2001-01-01"),
            Self.line("c", [Self.words(300, seed: 2)]),
        ]
        #expect(try Self.groups(lines) == [["a", "b"], ["c"]])
        let link = try OriginFinder(lines).origins.flatMap(\.links).first
        #expect(link?.kind == .nearDuplicate)
        // The later text is linked to the earlier.
        #expect(link?.other == lines[1].docHash)
        #expect(try OriginFinder(lines.reversed()).origins == OriginFinder(lines).origins)
    }

    @Test func aReprintIsBelievedWhereWordsOrTitleAgree() throws {
        let first = Self.line(
            "first", [Self.words(300, seed: 3)], publisher: "Osk Herald", title: "Osk and Tarn sign a border treaty")
        let excerpt = Self.line(
            "excerpt", [Self.words(60, seed: 4)], title: "Osk and Tarn sign border treaty",
            marks: [(.reprint, "Osk Herald")])
        let other = Self.line("other", [Self.words(60, seed: 5)], title: "Weather", marks: [(.reprint, "Osk Herald")])
        #expect(try Self.groups([first, excerpt, other]) == [["excerpt", "first"], ["other"]])
    }

    @Test func aTranslationIsBelievedWhereOnlyOneTextCanBeMeant() throws {
        let first = Self.line("first", [Self.words(80, seed: 6)], publisher: "Osk Herald")
        let second = Self.line("second", [Self.words(80, seed: 7)], publisher: "Osk Herald")
        let translated = Self.line("translated", [Self.words(80, seed: 8)], marks: [(.translation, "Osk Herald")])
        #expect(try Self.groups([first, translated]) == [["first", "translated"]])
        #expect(try Self.groups([first, second, translated]).count == 3)
    }

    @Test func aCopiedPassageIsFoundWithItsPlaces() throws {
        let passage = Self.words(40, seed: 9)
        let a = Self.line("a", [Self.words(200, seed: 10), passage], on: "2001")
        let b = Self.line("b", [Self.words(100, seed: 11), passage, Self.words(100, seed: 12)], on: "2002")
        let finder = try OriginFinder([b, a])
        #expect(finder.origins.count == 2)
        let link = try #require(finder.passages.first)
        #expect(finder.passages.count == 1)
        #expect(link.document == b.docHash && link.other == a.docHash)
        #expect(link.span == b.passages?[1].span && link.otherSpan == a.passages?[1].span)
    }

    @Test(arguments: [100, 1000]) func copiesCostInProportionToTheirNumber(count: Int) throws {
        let story = Self.words(200, seed: 13)
        let copies = (0..<count).map { number in
            var text = story
            text[number % 200] = "edited\(number)"
            return Self.line("copy\(number)", [text])
        }
        let others = (0..<50).map { Self.line("other\($0)", [Self.words(200, seed: 100 + UInt64($0))]) }
        let finder = try OriginFinder(copies + others)
        #expect(finder.origins.map(\.documents.count).sorted() == [Int](repeating: 1, count: 50) + [count])
        // Sixteen bands, each with a few texts to be compared with.
        #expect(finder.comparisons <= (count + 50) * 64)
    }
}

import ChanceryCore
import Testing

@Suite struct DocumentReadingTests {
    private func block(_ text: String, notes: [ByteSpan] = [], _ substitutions: [Substitution] = []) -> Document {
        Document(
            name: "a", text: text,
            blocks: [
                Block(
                    kind: .paragraph, span: ByteSpan(0, text.utf8.count), noteMarks: notes,
                    substitutions: substitutions)
            ])
    }

    @Test func plainTextIsReadAsItStands() {
        let document = block("Osk signed the treaty in Tiranë.")
        let reading = DocumentReading(document)
        #expect(reading.document == document)
        #expect(reading.texts == [document.text])
        #expect(reading.map.codePoints(ByteSpan(25, 33)) == CodePointSpan(25, 32))
    }

    @Test func blanksAndLineEndsAreOneBlank() {
        #expect(DocumentReading(block("Osk  left\r\n the\u{A0}\tcouncil.")).texts == ["Osk left the council."])
    }

    @Test func picturesAreBlanks() {
        let text = "\u{1F1F3}\u{1F1F4} Osk\u{2B50}\u{FE0F} left \u{25A0}Tarn \u{2764}\u{FE0F}."
        #expect(DocumentReading(block(text)).texts == ["Osk left Tarn ."])
    }

    @Test func marksOfNotesPartWordsOnlyWhereTheyWouldElseBeOne() {
        #expect(DocumentReading(block("treaty.2 The", notes: [ByteSpan(7, 8)])).texts == ["treaty. The"])
        #expect(DocumentReading(block("treaty.2The", notes: [ByteSpan(7, 8)])).texts == ["treaty. The"])
        #expect(DocumentReading(block("treaty2, the", notes: [ByteSpan(6, 7)])).texts == ["treaty, the"])
    }

    /// Every word of the reading leads to words of the text that hold it, and back.
    @Test func spansLeadBackToTheText() {
        let text = "**Osk**an gu\u{AD}ards left on 5&nbsp;May.1  Tiranë came."
        let utf8 = Array(text.utf8)
        func span(_ words: String) -> ByteSpan {
            let needle = Array(words.utf8)
            let start = utf8.indices.first { utf8[$0...].starts(with: needle) } ?? 0
            return ByteSpan(start, start + needle.count)
        }
        let document = block(
            text, notes: [ByteSpan(span("1  T").start, span("1  T").start + 1)],
            [Substitution(ByteSpan(0, 2)), Substitution(ByteSpan(5, 7)), Substitution(span("&nbsp;"), " ")])
        let reading = DocumentReading(document)
        #expect(reading.texts == ["Oskan guards left on 5 May. Tiranë came."])
        let read = reading.texts[0]
        func original(_ words: String) -> String {
            let start = read.utf8.distance(
                from: read.startIndex, to: read.firstRange(of: words)?.lowerBound ?? read.startIndex)
            return reading.map.words(ByteSpan(start, start + words.utf8.count))
        }
        #expect(original("Oskan") == "Osk**an")
        #expect(original("guards") == "gu\u{AD}ards")
        #expect(original("5 May") == "5&nbsp;May")
        #expect(original("May. Tiranë") == "May.1  Tiranë")
        #expect(original(" ") == " ")
        #expect(reading.map.reading(span("came.")) == ByteSpan(36, 41))
        #expect(reading.map.bytes(CodePointSpan(2, 5)) == ByteSpan(0, 3))
        #expect(reading.document.hash == document.hash)
    }

    @Test func everyOffsetOfTheReadingLiesInTheText() {
        let text = "\u{AD}\u{200B} a&b **\n\n&nbsp;é\u{200D}\u{A0}"
        let count = text.utf8.count
        for start in 0..<count {
            for end in start...count
            where text.utf8.index(text.startIndex, offsetBy: start).samePosition(in: text.unicodeScalars) != nil
                && text.utf8.index(text.startIndex, offsetBy: end).samePosition(in: text.unicodeScalars) != nil
            {
                let reading = DocumentReading(block(text, [Substitution(ByteSpan(start, end), " – ")]))
                let length = reading.document.text.utf8.count
                for offset in 0...length {
                    let span = reading.map.text(ByteSpan(offset, length))
                    #expect(span.start >= 0 && span.end <= count && span.start <= span.end)
                }
            }
        }
    }

    @Test func notesAreTiedToTheirMarks() {
        let text =
            "Osk left.1 It came.[^b] It stayed.<ref>Dam, p. 3.</ref> It went.4\n1. Roe, 2001.\n[^b]: The archive.\nIbid."
        func span(_ words: String, _ from: Int = 0) -> ByteSpan {
            let utf8 = Array(text.utf8)
            let needle = Array(words.utf8)
            let start = utf8.indices.first { $0 >= from && utf8[$0...].starts(with: needle) } ?? 0
            return ByteSpan(start, start + needle.count)
        }
        let document = Document(
            name: "a", text: text,
            blocks: [
                Block(
                    kind: .paragraph, span: ByteSpan(0, span("\n").start),
                    noteMarks: [span("1"), span("[^b]"), span("<ref>Dam, p. 3.</ref>"), span("4")]),
                Block(kind: .footnote, span: span("1. Roe, 2001."), body: span("Roe, 2001.")),
                Block(kind: .footnote, span: span("[^b]: The archive."), body: span("The archive.")),
                Block(kind: .footnote, span: span("Ibid.")),
            ])
        let words = document.noteLinks.map { link in
            String(decoding: Array(text.utf8)[link.note.start..<link.note.end], as: UTF8.self)
        }
        #expect(words == ["Roe, 2001.", "The archive.", "Dam, p. 3."])
    }

    @Test(arguments: [
        ("5&nbsp;million", "5 million"), ("**1**,200", "1,200"), ("19\u{AD}90", "1990"), ("19&shy;90", "1990"),
        ("[5](y) [June](z) 2001", "5 June 2001"), ("[[4 May (day)|4 May]] [[1988]]", "4 May 1988"),
        ("''5'' June", "5 June"), ("{{nowrap|5 May}} <b>1990</b>", "5 May 1990"), ("Osk & Tarn", "Osk & Tarn"),
    ])
    func proofReadsWordsWithoutTheirMarks(words: String, plain: String) {
        #expect(PlainWords.readings(of: words).contains(plain))
    }
}

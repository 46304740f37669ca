import ChanceryCore
import DossierStore
import Foundation
import Testing

@testable import Record
@testable import chancery

/// What stands between the quotation marks of a page.
@Suite struct QuotationTests {
    /// The quotation of a statement whose content is given.
    private func speech(
        _ content: String, in text: String, form: Statement.Form = .direct, blocks: [Block] = []
    ) -> Quotation {
        let span = SampleRecord.span(content, in: text)
        let report = Report(
            document: "a.txt", documentHash: "", span: CodePointSpan(0, text.unicodeScalars.count),
            content: .statement(Statement(speaker: nil, form: form, cue: "said", contentSpan: span)), trigger: span,
            rule: "SAY-01")
        return Quotation(report, in: StoredLayout(text, blocks: blocks))
    }

    @Test(arguments: [
        // The whole of it is the speaker's.
        ("“Trade grew,” she said, dryly.", "Trade grew,", "Trade grew,", true),
        // The document interrupts.
        (
            "“Trade grew,” said the ruthless premier. “It will grow.”",
            "Trade grew,” said the ruthless premier. “It will grow.",
            "Trade grew, […] It will grow.", true
        ),
        // Straight marks.
        (
            "\"Trade grew,\" she said. \"It will grow.\"", "Trade grew,\" she said. \"It will grow.",
            "Trade grew, […] It will grow.", true
        ),
        // A further paragraph opens again without the first having closed.
        (
            "“Trade grew.\n\n“It will grow.” So she said.", "Trade grew.\n\n“It will grow.",
            "Trade grew. It will grow.", true
        ),
        // A quotation inside the quotation stays.
        ("“They say “no” to us,” she said.", "They say “no” to us,", "They say “no” to us,", true),
        // The document leads in: partly quoted, and every mark closes.
        ("She vowed to be “firm with Osk”.", "to be “firm with Osk", "to be “firm with Osk”", false),
        ("She said that trade grew.", "trade grew", "trade grew", false),
    ]) func speechIsTheSpeakersAlone(text: String, content: String, quote: String, isVerbatim: Bool) {
        let quotation = speech(
            content, in: text, form: text.contains(where: { "“\"".contains($0) }) ? .direct : .indirect)
        #expect(quotation.text == quote)
        #expect(quotation.isVerbatim == isVerbatim)
        #expect(!quotation.text.contains("ruthless"))
    }

    @Test func anAnswerCarriesItsQuestion() {
        let text = "Q: Did trade grow?\n\nA: It grew."
        let blocks = [
            Block(kind: .question, span: ByteSpan(0, 18)),
            Block(kind: .answer, span: ByteSpan(20, 31), body: ByteSpan(23, 31)),
        ]
        let reading = StoredLayout(text, blocks: blocks)
        #expect(reading.question(answeredAt: 23).map { reading.words($0) }?.contains("Did trade grow?") == true)
        #expect(reading.question(answeredAt: 0) == nil)
        #expect(speech("It grew.", in: text, blocks: blocks).isVerbatim)
    }

    @Test(arguments: [
        // A clause begins with its sentence.
        (
            "Osk fell. By opening a mission there, Osk pleased Tarn.", "opening a mission",
            "By opening a mission there, Osk pleased Tarn."
        ),
        (
            "On Jan. 26 Osk opened a mission in the U.S. capital. Tarn left.", "opened a mission",
            "On Jan. 26 Osk opened a mission in the U.S. capital."
        ),
        ("Osk opened a mission", "opened", "Osk opened a mission"),
    ]) func aClauseIsQuotedWithItsSentence(text: String, clause: String, quote: String) {
        #expect(told(clause, in: text).text == quote)
    }

    @Test func aLongSentenceIsCutAtItsPartsAndSaysSo() {
        let long = String(repeating: "while the talks went on, ", count: 16)
        let quote = told("opened a mission", in: "After \(long)Osk opened a mission in Tarn, \(long)and left.").text
        #expect(quote == "… Osk opened a mission in Tarn …")
    }

    @Test func whatIsToldOnAnothersWordIsQuotedInsideThatOnesWords() {
        let text = "“Osk opened a mission in Tarn,” lied the premier, “in May.”"
        #expect(
            told("opened a mission in Tarn,” lied", in: text, said: "Osk opened a mission in Tarn,").text
                == "Osk opened a mission in Tarn,")
        #expect(
            told("opened a mission", in: "It is said that Osk opened a mission there.", by: "Tarn").text
                == "… opened a mission …")
    }

    @Test func marksOfFootnotesAreNoWordsAndLeadToTheNote() {
        let text = "Osk left Tarn.1 Then Tarn left.\n\n1 It had not asked."
        let blocks = [
            Block(kind: .paragraph, span: ByteSpan(0, 31), noteMarks: [ByteSpan(14, 15)]),
            Block(kind: .footnote, span: ByteSpan(33, 53), body: ByteSpan(35, 53)),
        ]
        let reading = StoredLayout(text, blocks: blocks)
        #expect(told("Osk left Tarn.1 ", in: text, blocks: blocks).text == "Osk left Tarn.")
        #expect(reading.footnotes(around: CodePointSpan(4, 8)).map(\.words) == ["It had not asked."])
        #expect(reading.footnotes(around: CodePointSpan(21, 25)).isEmpty)
        #expect(reading.footnotes.map(\.label) == ["1"])
    }

    /// Nothing that a stored span says may end the program.
    @Test func spansOutsideTheTextAreHarmless() {
        for (start, end) in [(5, 900), (900, 905), (0, 0), (11, 11)] {
            let report = Report(
                document: "a.txt", documentHash: "", span: CodePointSpan(start, end),
                content: .event(Event(type: "AID", concept: "aid", actors: [], recipients: [])),
                trigger: CodePointSpan(start, end), modality: .claimed,
                attribution: [AttributionLink(source: "Osk", cue: "", evidence: Evidence(CodePointSpan(0, 1)))],
                rule: "R")
            _ = Quotation(report, in: StoredLayout("Osk left. “", contents: [CodePointSpan(0, 2000)]))
            let statement = Report(
                document: "a.txt", documentHash: "", span: CodePointSpan(start, end),
                content: .statement(
                    Statement(speaker: nil, form: .direct, cue: "", contentSpan: CodePointSpan(start, end))),
                trigger: CodePointSpan(start, end), rule: "R")
            _ = Quotation(statement, in: StoredLayout("Osk left. “"))
        }
    }

    /// The quotation of an event told by the given words.
    private func told(
        _ clause: String, in text: String, blocks: [Block] = [], said content: String? = nil, by source: String? = nil
    ) -> Quotation {
        let span = SampleRecord.span(clause, in: text)
        let source = source ?? (content == nil ? nil : "the premier")
        let report = Report(
            document: "a.txt", documentHash: "", span: span,
            content: .event(Event(type: "SUPPORT", concept: "open-mission", actors: [], recipients: [])),
            trigger: CodePointSpan(span.start, span.start + 1), modality: source == nil ? .asserted : .claimed,
            attribution: source.map {
                [AttributionLink(source: $0, cue: "", evidence: Evidence(CodePointSpan(0, 1)))]
            } ?? [], rule: "R")
        return Quotation(
            report,
            in: StoredLayout(
                text, blocks: blocks, contents: content.map { [SampleRecord.span($0, in: text)] } ?? []))
    }

    @Test func whatIsNoWordIsNotQuoted() {
        let text = "[[Osk|Oskan]] troops left on 5&nbsp;May.1 **Tarn** stayed."
        func bytes(_ words: String) -> ByteSpan {
            let before = text.utf8.count - (text.range(of: words).map { text[$0.lowerBound...].utf8.count } ?? 0)
            return ByteSpan(before, before + words.utf8.count)
        }
        let block = Block(
            kind: .paragraph, span: ByteSpan(0, text.utf8.count),
            noteMarks: [bytes("1 **").start].map { ByteSpan($0, $0 + 1) },
            substitutions: [
                Substitution(bytes("[[Osk|")), Substitution(bytes("]]")), Substitution(bytes("&nbsp;"), " "),
                Substitution(ByteSpan(bytes("**Tarn").start, bytes("**Tarn").start + 2)),
                Substitution(ByteSpan(bytes("** stayed").start, bytes("** stayed").start + 2)),
            ])
        let layout = StoredLayout(text, blocks: [block])
        let whole = CodePointSpan(0, text.unicodeScalars.count)
        #expect(layout.cleanWords(whole) == "Oskan troops left on 5 May. Tarn stayed.")
    }
}

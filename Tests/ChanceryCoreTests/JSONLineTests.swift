import Foundation
import Testing

@testable import ChanceryCore

@Suite struct JSONLineTests {
    @Test(arguments: [
        ("a\u{7F}b", "a\\u007fb"), ("\u{85}", "\\u0085"), ("\u{9B}31m", "\\u009b31m"), ("\u{1B}[31m", "\\u001b[31m"),
        ("\u{202E}txt", "\\u202etxt"), ("\u{2066}x\u{2069}", "\\u2066x\\u2069"), ("a\u{200F}b", "a\\u200fb"),
        ("\u{61C}", "\\u061c"), ("one\u{2028}two", "one\\u2028two"), ("\u{E0041}", "\\udb40\\udc41"),
        ("Tiranë “é” — 北京 👍🏽", "Tiranë “é” — 北京 👍🏽"),
    ]) func whatSteersATerminalIsEscapedAndReadsBackTheSame(text: String, written: String) throws {
        let line = try JSONLine.encode(["words": text])
        #expect(line == "{\"words\":\"\(written)\"}")
        #expect(!line.unicodeScalars.contains(where: TextSafety.isUnsafe))
        #expect(try JSONLine.decode([String: String].self, from: line) == ["words": text])
        // What was read is written in the same bytes: a hash of the line holds.
        #expect(try JSONLine.encode(try JSONLine.decode([String: String].self, from: line)) == line)
    }

    /// They are looked for by their bytes: all of the lower planes, and where tags begin and end.
    @Test func everyCharacterThatSteersIsFoundByItsBytes() {
        for value in Array(0...UInt32(0xFFFF)) + Array(0xDFF00...UInt32(0xE0200)) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let isEscaped = TextSafety.escaped(json: "a\(scalar)b") != "a\(scalar)b"
            #expect(isEscaped == TextSafety.isUnsafe(scalar), "U+\(String(value, radix: 16))")
        }
    }

    /// Reports and documents have a writer of their own, made for speed.
    @Test(arguments: [
        Report.Content.event(
            Event(
                type: "CONSULT", modes: ["visit"], contexts: ["diplomatic"], concept: "visit", actors: [holm],
                recipients: [holm, holm], isReciprocal: true, place: Place(name: "Velgard", evidence: borrowed),
                word: "visit", isDefinite: true, isHeadline: true)),
        .event(Event(type: "CONSULT", concept: "visit", actors: [], recipients: [])),
        .statement(
            Statement(
                speaker: holm, addressee: holm, form: .direct, cue: "said", cueSpan: CodePointSpan(1, 5),
                contentSpan: CodePointSpan(6, 20), pieces: [CodePointSpan(6, 9), CodePointSpan(11, 20)],
                questionSpan: CodePointSpan(0, 1), about: [holm], via: ["diary"])),
        .statement(Statement(speaker: nil, form: .indirect, cue: "", contentSpan: CodePointSpan(6, 20))),
        .figure(Figure(value: 1.25, unit: "people", of: "sailors", qualifier: "about", low: 1, high: -0.5)),
        .figure(Figure(value: 30, unit: "tonnes", of: "")),
        .state(StateOfAffairs(subject: [holm], relation: "leads", concept: "leads", object: [])),
    ]) func aReportIsWrittenAsItsEncodableSays(content: Report.Content) throws {
        for isFull in [true, false] {
            let report = Report(
                document: "a\"b\\c/d \u{1}\n\u{85}é👍🏽", documentHash: "ff", span: CodePointSpan(0, 30), content: content,
                trigger: CodePointSpan(3, 7),
                date: isFull ? ReportDate(edtf: "1990-05", basis: .stated, evidence: Self.borrowed) : nil,
                order: isFull ? [OrderLink(relation: .after, report: "1", evidence: Self.borrowed)] : [],
                modality: .claimed,
                attribution: isFull ? [AttributionLink(source: "Osk", cue: "said", evidence: Self.borrowed)] : [],
                stances: isFull
                    ? [
                        Stance(
                            kind: .backs, party: "Osk", cue: "backed", evidence: Self.borrowed,
                            words: CodePointSpan(2, 9))
                    ] : [], rule: "R-1", key: "k")
            let generic: any Encodable = report
            #expect(try JSONLine.encode(report) == JSONLine.encode(generic))
        }
    }

    @Test(arguments: [0, -0.0, 0.07, 0.5, 1, -2.25, 0.001, 0.0001, 1e-9, 999_999.5, 1_000_000, 1e16, 1.0 / 3])
    func aNumberIsWrittenAsItsEncodableSays(number: Double) throws {
        var text = JSONText()
        try text.number(number)
        #expect(text.bytes == Array(try JSONEncoder().encode(number)))
    }

    @Test func aDocumentIsWrittenAsItsEncodableSays() throws {
        var document = Document(name: "essay", text: "Osk met Tarn.\n\nIt left.")
        var lines = [DocumentLine(document)]
        document.metadata = DocumentMetadata(title: "T", authors: ["A. Dol"], publishedOn: "1990", language: "en")
        document.originMarks = [OriginMark(kind: .byline, name: "A. Dol", span: ByteSpan(0, 3))]
        document.declaredStances = [ByteSpan(0, 3)]
        document.sketch = [0, 9, 10, .max]
        document.passages = [SketchedPassage(span: ByteSpan(0, 13), sketch: [7])]
        lines.append(DocumentLine(document))
        lines.append(DocumentLine(document))
        lines[2].text = document.text
        for line in lines {
            let generic: any Encodable = line
            #expect(try JSONLine.encode(line) == JSONLine.encode(generic))
        }
    }

    static let borrowed = Evidence(CodePointSpan(1, 2), from: CodePointSpan(3, 4))
    static let holm = Participant(
        name: "Ivo Holm", code: "OSK", sector: "GOV", kind: .person, span: CodePointSpan(1, 9),
        from: CodePointSpan(0, 1), decidedBy: "d")
}

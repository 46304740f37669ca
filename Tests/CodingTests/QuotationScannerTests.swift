import ChanceryCore
import SpacyPipeline
import Testing

@testable import Coding

/// Pairs of quotation marks; each word is a token, no model is needed.
@Suite struct QuotationScannerTests {
    private func quotations(_ blocks: [String]) throws -> [String] {
        let text = blocks.joined(separator: "\n")
        var start = 0
        var spans: [ByteSpan] = []
        for block in blocks {
            spans.append(ByteSpan(start, start + block.utf8.count))
            start += block.utf8.count + 1
        }
        let annotations = blocks.map { AnnotatedText(tokens: Self.tokens($0)) }
        let document = Document(name: "test", text: text, blocks: spans.map { Block(kind: .paragraph, span: $0) })
        let parsed = try ParsedDocument(document: document, annotations: annotations)
        return QuotationScanner(parsed).quotations().map { quotation in
            String(repeating: ">", count: quotation.depth) + parsed.text(quotation.inner)
                + (quotation.goesOn ? " …" : "")
        }
    }

    /// Letters and digits together, everything else on its own.
    private static func tokens(_ text: String) -> [Token] {
        var tokens: [Token] = []
        var at = 0
        for character in text {
            let width = character.utf8.count
            defer { at += width }
            if character == " " { continue }
            let isWord = character.isLetter || character.isNumber
            if isWord, let last = tokens.last, last.end == at, last.text.allSatisfy({ $0.isLetter || $0.isNumber }) {
                tokens[tokens.count - 1].end = at + width
                tokens[tokens.count - 1].text.append(character)
            } else {
                tokens.append(
                    Token(
                        start: at, end: at + width, text: String(character), lemma: "", tag: "", pos: "", dep: "",
                        head: 0, ent: "O", isSentenceStart: tokens.isEmpty, hasTrailingBlank: false))
            }
        }
        return tokens
    }

    @Test(arguments: [
        ("He said “yes” and “no.”", ["yes", "no."]),
        ("\"Yes,\" he said. \"No.\"", ["Yes,", "No."]),
        ("''Yes,'' he said.", ["Yes,"]),
        ("‘‘Yes,’’ he said.", ["Yes,"]),
        ("„Ja“, sagte er.", ["Ja"]),
        ("«Oui», dit-il.", ["Oui"]),
        ("“He said ‘go’ to me,” she said.", ["He said ‘go’ to me,", ">go"]),
        ("It’s the sailors’ boat, isn’t it?", []),
        ("It's the sailors' boat, isn't it?", []),
        ("A plank of 12\" and one of 6\" lay there.", []),
        ("He called it 'a joke' and left.", ["a joke"]),
        ("The ’90s and the '60s were calm.", []),
        ("(“Nothing,” she wrote)", ["Nothing,"]),
        ("label:“Straight after a colon.”", ["Straight after a colon."]),
    ])
    func pairsMarks(_ text: String, _ expected: [String]) throws {
        #expect(try quotations([text]) == expected)
    }

    @Test func aQuotationLeftOpenRunsToItsBlocksEnd() throws {
        #expect(
            try quotations(["“One is here.", "“Two is there,” she said."])
                == ["One is here. …", "Two is there,"])
    }

    @Test func aStrayClosingMarkOpensNothing() throws {
        #expect(try quotations(["He left.” She stayed."]) == [])
    }
}

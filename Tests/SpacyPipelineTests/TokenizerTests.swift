import Testing

@testable import SpacyPipeline

/// The tokenizer with a handful of rules, no model needed.
@Suite struct TokenizerTests {
    private func model() throws -> TextRules {
        func plain(_ texts: [String]) -> [TokenPart] { texts.map { TokenPart(text: $0, norm: nil) } }
        let lexical = LexicalRules()
        return TextRules(
            lexical: lexical,
            tokenizer: TokenizerRules(
                prefix: try Pattern("^[(\"$:]"), suffix: try Pattern("[)\".,!:]$|'s$|(?<=[0-9])km$"),
                infix: try Pattern("(?<=[a-z])-(?=[a-z])|…"), urlMatch: try Pattern("^\\w+\\.example$"),
                exceptions: [
                    ExactText("don't"): [TokenPart(text: "do", norm: nil), TokenPart(text: "n't", norm: "not")],
                    ExactText("U.K."): plain(["U.K."]), ExactText(":)"): plain([":)"]),
                    ExactText("e.g."): plain(["e.g."]),
                ], rules: lexical))
    }

    private func words(_ text: String) throws -> [String] {
        let model = try model()
        var table = FormTable()
        var copy = text
        let tokenized = copy.withUTF8 { TokenizedText($0, table: &table, model: model) }
        return zip(tokenized.forms, tokenized.hasTrailingBlank).map { form, hasBlank in
            table.forms[Int(form)].text + (hasBlank ? "_" : "")
        }
    }

    @Test(
        arguments: [
            ("", []), ("Osk left.", ["Osk_", "left", "."]), ("(Osk)", ["(", "Osk", ")"]),
            ("(\"Osk's\").", ["(", "\"", "Osk", "'s", "\"", ")", "."]), ("We don't.", ["We_", "do", "n't", "."]),
            ("the U.K.,", ["the_", "U.K.", ","]), ("(e.g.", ["(", "e.g."]),
            ("pre-war-time", ["pre", "-", "war", "-", "time"]),
            ("10km", ["10", "km"]), ("km", ["km"]), ("osk.example", ["osk.example"]),
            ("osk.example,", ["osk.example", ","]),
            ("well…then", ["well", "…", "then"]), ("…then", ["…then"]), ("nice:)", ["nice", ":)"]),
            (":)!", [":)", "!"]),
            ("a  b", ["a_", " ", "b"]), (" a", [" ", "a"]), ("a ", ["a_"]), ("a  ", ["a_", " "]),
            ("a\n\nb", ["a", "\n\n", "b"]), ("a \n b", ["a_", "\n ", "b"]), ("a\u{a0}b", ["a", "\u{a0}", "b"]),
            ("a\u{2028}b\u{3000}", ["a", "\u{2028}", "b", "\u{3000}"]), ("\u{200b}", ["\u{200b}"]),
        ] as [(String, [String])])
    func splits(_ text: String, _ expected: [String]) throws {
        #expect(try words(text) == expected)
    }

    @Test func anExceptionGivesItsNorm() throws {
        #expect(try model().tokenizer.split("don't").map(\.norm) == [nil, "not"])
    }

    @Test func aChunkBeyondTheLimitStaysWhole() throws {
        let long = String(repeating: "(", count: TokenizerRules.longestChunk + 1)
        #expect(try words(long) == [long])
        let short = String(repeating: "(", count: 50)
        #expect(try words(short).count == 50)
    }

    @Test func theTableStartsAfreshWhenItIsLarge() throws {
        let model = try model()
        var table = FormTable()
        let isSmallTableEmptied = table.trim()
        #expect(!isSmallTableEmptied)
        for number in 0..<60_001 { _ = table.index(TokenPart(text: "w\(number)", norm: nil), model: model) }
        let isLargeTableEmptied = table.trim()
        #expect(isLargeTableEmptied)
        #expect(table.forms.isEmpty)
    }
}

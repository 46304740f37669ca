import Testing

@testable import Record
@testable import chancery

@Suite struct TerminalTests {
    @Test(arguments: [
        ("plain", "plain"), (" a\t b\r\nc ", "a b c"), ("a\u{1B}[2Jb", "a\\u{1B}[2Jb"),
        ("\u{202E}evil", "\\u{202E}evil"),
        ("bell\u{7}", "bell\\u{7}"), ("c1\u{9B}m", "c1\\u{9B}m"), ("Tiranë 漢字", "Tiranë 漢字"), ("", ""),
    ]) func wordsOfADocumentAreHarmlessOnATerminal(text: String, shown: String) {
        #expect(SafeText.oneLine(text) == shown)
    }

    @Test(arguments: [("abc", 3), ("Tiranë", 6), ("e\u{301}", 1), ("漢字", 4), ("→", 1)])
    func columnsAreCountedAsATerminalSetsThem(text: String, columns: Int) {
        #expect(DisplayWidth.of(text) == columns)
    }

    @Test func paragraphIsWrappedBetweenWords() {
        let layout = TextLayout(terminal: Terminal(width: 30, isColoured: false))
        #expect(
            layout.paragraph([Piece("one two "), Piece("three four five", .strong), Piece(", six")], indent: 4)
                == ["    one two three four five,", "    six"])
        let long = String(repeating: "x", count: 50)
        #expect(layout.paragraph([Piece("a \(long) b")], indent: 0) == ["a", long, "b"])
    }

    @Test func styleCoversTheBlanksInsideIt() {
        let layout = TextLayout(terminal: Terminal(width: 80, isColoured: true))
        #expect(layout.paragraph([Piece("a b", .strong), Piece(" c")], indent: 0) == ["\u{1B}[1ma b\u{1B}[0m c"])
    }

    @Test(arguments: [("a", 3, false, "a  "), ("a", 3, true, "  a"), ("abcd", 3, false, "abcd")])
    func textIsPadded(text: String, width: Int, flushRight: Bool, padded: String) {
        #expect(TextLayout.padded(text, to: width, flushRight: flushRight) == padded)
    }

    @Test(arguments: [(nil, 80), ("120", 120), ("300", 300), ("5", 40), ("wide", 80), ("", 80)])
    func aPipeIsAsWideAsColumnsSays(columns: String?, width: Int) {
        let environment = columns.map { ["COLUMNS": $0] } ?? [:]
        #expect(Terminal.piped(environment: environment) == Terminal(width: width, isColoured: false))
    }

    @Test func aTableThatIsTooWideIsWrappedAndNothingIsCut() {
        let name = "Organisation of Islamic Cooperation and Trade"
        let table = Page.Table(columns: ["Name", "Reports"], rows: [[name, "7"]], rightAligned: [1])
        let page = Page(title: "T", sections: [Page.Section(nil, [.table(table)])], summary: "1")
        let text = TextForm(Terminal(width: 40, isColoured: false)).text(page)
        let lines = text.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
        #expect(lines.contains("Organisation of Islamic 7") && lines.contains("Cooperation and Trade"), "\(text)")
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 40 })
    }
}

import ChanceryCore
import Intake
import Testing

/// What is left of a block when its marks are blanks; blanks are shown single.
@Suite struct InlineMarkupTests {
    private func words(_ text: String, _ format: DocumentFormat) throws -> String {
        let document = try document(text, format)
        #expect(document.spanFaults == [])
        #expect(document.blocks.allSatisfy { document.readableText(of: $0).utf8.count == $0.body.count })
        return document.blocks.map { document.readableText(of: $0) }.joined(separator: " ")
            .split(separator: " ").joined(separator: " ")
    }

    @Test(arguments: [
        ("Osk **signed** a _treaty_.", "Osk signed a treaty ."),
        ("Osk signed [a treaty](https://osk.example/1949).", "Osk signed a treaty ."),
        ("Osk signed [a treaty][1] and left.", "Osk signed a treaty and left."),
        ("Osk ![a map](map.png) left.", "Osk left."),
        ("Osk signed.[^1] It left.", "Osk signed. It left."),
        ("> Osk signed\n> and left.", "Osk signed and left."),
        ("A snake_case_word and 2 * 3 * 4 stay.", "A snake_case_word and 2 * 3 * 4 stay."),
        ("Osk <b>signed</b> <https://osk.example> in `code`.", "Osk signed in code ."),
        ("Osk \\*signed\\* [and left.", "Osk *signed * [and left."),
    ])
    func markdown(text: String, expected: String) throws { #expect(try words(text, .markdown) == expected) }

    @Test(arguments: [
        ("'''Osk''' borders [[Veldania]].", "Osk borders Veldania ."),
        ("It borders [[Veldania (state)|Veldania]] and [[sea]]s.", "It borders Veldania and sea s."),
        ("It left.<ref name=\"a\">Roe, 2001.</ref> It came.<ref name=\"a\" />", "It left. It came."),
        ("It {{as of|2001|lc={{yes}}}} left.", "It left."),
        ("See [https://osk.example the treaty] of 1949.", "See the treaty of 1949."),
        ("It [[File:Map.png|thumb|A map]] left.", "It left."),
        ("It {{was [[never closed.", "It {{was [[never closed."),
    ])
    func wikitext(text: String, expected: String) throws { #expect(try words(text, .wikitext) == expected) }

    @Test func plainTextHasNone() throws {
        #expect(
            try words("Osk **signed** [a treaty](x) at [[home]].", .plainText)
                == "Osk **signed** [a treaty](x) at [[home]].")
    }

    @Test func marksOfFootnotesAreBlankToo() throws {
        let text = "Osk signed the treaty.1 It left the council,2 and came back."
        #expect(try words(text, .plainText) == "Osk signed the treaty. It left the council, and came back.")
    }

    /// Opening brackets without end must not cost more than their number.
    @Test(arguments: ["[", "{{", "[[", "<ref", "![", "<!--", "**", "`"])
    func bracketsWithoutEndAreText(bracket: String) throws {
        let text = String(repeating: bracket, count: 3000)
        for format in [DocumentFormat.markdown, .wikitext] { #expect(try document(text, format).spanFaults == []) }
    }
}

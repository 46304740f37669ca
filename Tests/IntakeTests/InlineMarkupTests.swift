import ChanceryCore
import Intake
import Testing

/// What is read of blocks with markup.
@Suite struct InlineMarkupTests {
    private func words(_ text: String, _ format: DocumentFormat) throws -> String {
        let document = try document(text, format)
        #expect(document.spanFaults == [])
        return DocumentReading(document).texts.joined(separator: " ")
    }

    @Test(arguments: [
        ("Osk **signed** a _treaty_.", "Osk signed a treaty."),
        ("The **Osk**an guard and *Osk*'s envoy left.", "The Oskan guard and Osk's envoy left."),
        ("Osk signed [a treaty](https://osk.example/1949).", "Osk signed a treaty."),
        ("Osk signed [a **treaty**][1] and left.", "Osk signed a treaty and left."),
        ("Osk ![a map](map.png) left.", "Osk left."),
        ("Osk signed.[^1] It left.", "Osk signed. It left."),
        ("> Osk signed\n> and left.", "Osk signed and left."),
        ("A snake_case_word and 2 * 3 * 4 stay.", "A snake_case_word and 2 * 3 * 4 stay."),
        ("Osk <b>signed</b> <https://osk.example> in `code`.<br>It left.", "Osk signed in code. It left."),
        ("Osk \\*signed\\* [and left.", "Osk *signed* [and left."),
        ("Osk left on 4&nbsp;May&#160;1949 &ndash; or &quot;went&quot;.", "Osk left on 4 May 1949 – or \"went\"."),
        ("Osk &amp;nbsp;left &unknown; with AT&amp;T & others.", "Osk left &unknown; with AT&T & others."),
    ])
    func markdown(text: String, expected: String) throws { #expect(try words(text, .markdown) == expected) }

    @Test(arguments: [
        ("'''Osk''' borders [[Veldania]].", "Osk borders Veldania."),
        ("[[Veldania|Veldanian]] troops met '''Osk''''s [[envoy]]s.", "Veldanian troops met Osk's envoys."),
        ("It borders [[Veldania (state)|Veldania]] and [[sea]]s.", "It borders Veldania and seas."),
        ("It left.<ref name=\"a\">Roe, 2001.</ref> It came.<ref name=\"a\" />", "It left. It came."),
        ("It {{as of|2001|lc={{yes}}}} left.", "It left."),
        (
            "On {{nowrap|[[4 May]]}} {{lang|fr|la ''cour''}} of {{flag|Osk|name=x}} left.",
            "On 4 May la cour of Osk left."
        ),
        ("It ran {{convert|5|km|mi}}{{snd}}{{circa|1990}}.", "It ran 5 km – c. 1990."),
        ("See [https://osk.example the treaty] of 1949.", "See the treaty of 1949."),
        ("It [[File:Map.png|thumb|A map of [[Osk]]]] left.", "It left."),
        ("It {{was [[never closed.", "It {{was [[never closed."),
        ("[[Osk]]&nbsp;left on 4&nbsp;May&nbsp;2012&mdash;at last.", "Osk left on 4 May 2012—at last."),
        ("{{nowrap|Osk and Veldania}} signed a treaty{{citation needed}}", "Osk and Veldania signed a treaty"),
    ])
    func wikitext(text: String, expected: String) throws { #expect(try words(text, .wikitext) == expected) }

    @Test func plainTextHasNoneButReferencesOfCharacters() throws {
        #expect(
            try words("Osk **signed** [a treaty](x) at [[home]]&nbsp;&ndash; today.", .plainText)
                == "Osk **signed** [a treaty](x) at [[home]] – today.")
    }

    @Test func marksOfFootnotesAreNotRead() throws {
        let text = "Osk signed the treaty.1 It left the council,2 and came back."
        #expect(try words(text, .plainText) == "Osk signed the treaty. It left the council, and came back.")
    }

    @Test(arguments: ["\u{AD}", "\u{200B}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{200E}"])
    func charactersOfNoWidthAreNotRead(character: String) throws {
        let text = "Os\(character)k signed the tre\(character)aty."
        for format in [DocumentFormat.plainText, .markdown, .wikitext] {
            let document = try document(text, format)
            let reading = DocumentReading(document)
            #expect(reading.texts == ["Osk signed the treaty."])
            #expect(reading.map.words(ByteSpan(0, 3)) == "Os\(character)k")
            #expect(document.text == text)
        }
    }

    /// Opening brackets without end must not cost more than their number.
    @Test(arguments: ["[", "{{", "[[", "<ref", "![", "<!--", "**", "`"])
    func bracketsWithoutEndAreText(bracket: String) throws {
        let text = String(repeating: bracket, count: 3000)
        for format in [DocumentFormat.markdown, .wikitext] { #expect(try document(text, format).spanFaults == []) }
    }
}

import ChanceryCore
import Intake
import Testing

/// What plain text, Markdown and wikitext become, block by block.
@Suite struct StructureTests {
    @Test func everyLineIsAParagraphWhereLinesAreLong() throws {
        let document = try document(
            """
            Veldania opens a mission in Osk
            The government of Veldania opened a mission in Osk on Monday, nine years after the two states parted over the river.
            The minister said the mission would begin with four people and that a consul would follow in the summer of next year.
            """)
        #expect(document.kinds == [.title, .paragraph, .paragraph])
        #expect(document.metadata.title == "Veldania opens a mission in Osk")
    }

    @Test func filledLinesAreJoinedUpToABlankLine() throws {
        let document = try document(
            """
            The two states signed a treaty on the use of the river Osk on Monday, which
            ends a quarrel that began in 1949 when the upper state built a dam and the
            lower state lost a third of its water.

            The treaty was signed by the two ministers of foreign affairs, who met in
            1998 for the first time and have since met every year.
            """)
        #expect(document.kinds == [.paragraph, .paragraph])
        #expect(document.words(document.blocks[1].body).hasSuffix("met every year."))
    }

    /// "1998. The" at the start of a filled line is no list item.
    @Test func filledLineThatBeginsWithANumberIsNoItem() throws {
        let document = try document(
            """
            The ministers of the two states met for the first time in the early spring of
            98. The second meeting was held in a village on the river, because neither of
            them would travel to the capital of the other, and it came to nothing at all.
            """)
        #expect(document.kinds == [.paragraph])
    }

    @Test func markdownBlocksAreFound() throws {
        let document = try document(
            """
            # Osk and Veldania

            *By Jana Roe*

            The two states signed a treaty.[^1] It ends
            a quarrel,
            and a long one.

            > We shall share the water.

            Commission
            ----------

            1. A commission
            2. A dam

            ---

            [^1]: The text of the treaty.
            """, .markdown)
        #expect(
            document.outline == [
                "title: Osk and Veldania", "metadata: *By Jana Roe*",
                "paragraph: The two states signed a treaty.[^1] It ends\na quarrel,\nand a long one.",
                "blockQuote: We shall share the water.", "heading: Commission", "listItem: A commission",
                "listItem: A dam", "furniture: ---", "footnote: The text of the treaty.",
            ])
        #expect(document.blocks[2].noteMarks.map { document.words($0) } == ["[^1]"])
        #expect(document.metadata.authors == ["Jana Roe"])
    }

    @Test func wikitextHeadingsAndInfoboxAreFound() throws {
        let document = try document(
            """
            {{Infobox relations
            | party1 = Osk
            }}
            '''Osk''' and [[Veldania]] are neighbours.<ref name="a">Roe, 2001.</ref>

            == History ==
            In 1949 they parted.
            * One
            """, .wikitext)
        #expect(document.kinds == [.infobox, .infobox, .infobox, .paragraph, .heading, .paragraph, .listItem])
        #expect(document.words(document.blocks[4].body) == "History")
        #expect(document.blocks[3].noteMarks.map { document.words($0) } == ["<ref name=\"a\">Roe, 2001.</ref>"])
        #expect(document.metadata.title == nil)
    }

    @Test func plainEncyclopediaDumpIsRead() throws {
        let document = try document(
            """
            = Osk–Veldania relations =

            Infobox
            - Capital: Osk City
            - Map: osk.svg

            Osk and Veldania are neighbours and have been so since the flood.

            ==History==
            In 1949 they parted.

            ==See also==
            - Foreign relations of Osk
            """)
        #expect(
            document.outline == [
                "title: Osk–Veldania relations", "infobox: Infobox", "infobox: Capital: Osk City",
                "infobox: Map: osk.svg",
                "paragraph: Osk and Veldania are neighbours and have been so since the flood.", "heading: History",
                "paragraph: In 1949 they parted.", "heading: See also", "listItem: Foreign relations of Osk",
            ])
    }

    @Test func furnitureIsSetApart() throws {
        let document = try document(
            """
            Home » World » Osk

            Osk and Veldania sign a treaty

            The two states signed a treaty on Monday, after a year of talks.

            You may also like

            The dam that parted two states

            Leave a Comment
            """)
        #expect(document.kinds == [.furniture, .title, .paragraph, .furniture, .furniture, .furniture])
        #expect(document.blocks.filter(\.isCoded).count == 2)
    }

    @Test func headingsAndCaptionsAreToldApart() throws {
        let long =
            "The two ministers of Osk and Veldania spoke at length about the river, the dam and the fish, and parted as friends."
        let document = try document(
            """
            \(long)
            A river of quarrels
            \(long)
            Jana Roe
            Jana Roe at the dam in Osk
            \(long)
            The dam at night (AFP)
            \(long)
            """)
        #expect(
            document.kinds == [
                .paragraph, .heading, .paragraph, .caption, .caption, .paragraph, .caption, .paragraph,
            ])
    }

    @Test func repeatedPullQuoteIsACaption() throws {
        let filler = { (name: String) in
            "\(name) wrote at length on how the water of the river was measured, who measured it, on which day of the month "
                + "each gauge was read, what the readers were paid for it, and why the two lists that came of \(name)'s work "
                + "never agreed with each other in a single year since the war."
        }
        let paragraphs = ["Ada", "Bo", "Cy", "Dee", "Eli", "Fay", "Gus"].map(filler)
        let pull = "The dam was never meant to hold the water of the spring flood."
        let text =
            (paragraphs[..<3] + [pull] + paragraphs[3...] + [
                "In the end, the engineer told the commission, the dam was never meant to hold the water of the spring flood, and "
                    + "everybody who had worked on it knew that from the first day, whatever they said in public in those years "
                    + "when the money was still coming in and nobody in the capital asked what it was for."
            ]).joined(separator: "\n\n")
        let document = try document(text)
        #expect(document.kinds.filter { $0 == .caption }.count == 1)
        #expect(document.kinds[3] == .caption)
    }

    @Test func runInHeadingsArePartedFromTheirParagraphs() throws {
        let document = try document(
            """
            Osk joins the river council
            The council took in Osk as its ninth member on Monday, after a vote.
            Why it matters: The council decides who may build a dam on the river.
            Context: The upper states have long opposed a council with such powers.
            He added one thing: the vote was close and will be close again.
            """)
        #expect(
            document.outline.dropFirst(2) == [
                "heading: Why it matters", "paragraph: The council decides who may build a dam on the river.",
                "heading: Context", "paragraph: The upper states have long opposed a council with such powers.",
                "paragraph: He added one thing: the vote was close and will be close again.",
            ])
    }

    @Test func openingNoteRemainsAParagraph() throws {
        let document = try document(
            """
            N.B.: I have tried to keep a distance from the river of which I write, and failed.
            The river rises in Osk and flows through Veldania to the sea, and always has.
            """)
        #expect(document.kinds == [.paragraph, .paragraph])
    }

    @Test(arguments: [
        ("Norway met Sweden in Oslo in 1990.", "en"),
        ("A plain English text about the river and the two states that share it for the time being.", "en"),
        ("Qeveria e Oskut hapi një ambasadë në Veldani dhe tha se marrëdhëniet midis dy vendeve janë të mira.", "sq"),
        ("Le gouvernement de la Veldanie a ouvert une ambassade dans la ville et les deux pays sont en paix.", "fr"),
        ("Правительство открыло посольство в столице и заявило, что отношения между странами не были плохими.", "ru"),
        ("Η κυβέρνηση άνοιξε πρεσβεία στην πρωτεύουσα.", "el"),
        ("Osk attacked Veldania", nil),
        ("Jorge de la Vega met María del Carmen Soto in San Juan de la Sierra on 3 May 2009.", "en"),
        ("Osk attacked Veldania. José de la Torre y Díaz met Luis de los Ríos in Santa Ana de la Sierra.", "en"),
        ("Rui de Sousa e Melo met João da Silva e Costa in Vila Nova de Gaia.", "en"),
        ("Ludwig von der Tann met Georg von und zu Stein in Neustadt an der Aisch.", "en"),
        ("El País and La Nación report that Osk attacked Veldania.", "en"),
        ("El presidente de la república de Osk se reunió con el ministro de asuntos exteriores en la ciudad.", "es"),
        ("Der Minister hat gesagt, dass die Verhandlungen mit dem Nachbarn nicht zu Ende sind.", "de"),
        (
            "José de la Cruz, Luis de los Ríos, María del Carmen de la Vega, Juan de Dios y Soto, Ana de la O, Pedro de la "
                + "Peña, Inés de la Rosa, Carmen de los Santos y Ruiz, Pablo del Río, Rosa de la Fuente y Gil", nil
        ),
        (
            "Blarg snorf wibble quux zonk fnord grault garply waldo fred plugh xyzzy thud blarg snorf wibble quux zonk fnord "
                + "grault garply waldo fred plugh xyzzy thud", "und"
        ),
    ])
    func languageIsTold(text: String, language: String?) throws {
        #expect(try document(text).metadata.language == language)
    }
}

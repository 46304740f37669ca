import ChanceryCore
import Intake
import Testing

@Suite struct QuoteAndTurnTests {
    @Test func paragraphAfterAColonIsABlockQuote() throws {
        let document = try document(
            """
            In a letter of May 1949 the minister of Osk wrote to the council the following:
            The river is ours and we shall not share it with those who built the dam against our will.
            The council did not answer the letter, and the matter rested for a year or more.
            In 1950 the envoy of Veldania stated:
            My country has built what it had to build, and will pay what it must.
            """)
        #expect(document.kinds == [.paragraph, .blockQuote, .paragraph, .paragraph, .blockQuote])
    }

    @Test(arguments: [
        // Narrative goes on where a page lost what it had embedded.
        "The council had one aim:\nNobody in the north of the country had heard of it before the spring of that year.",
        // A list that lost its marks.
        "In its letter the council named four aims that it follows:\nPeace on the river\nWater for all\nNo new dams",
        // A quotation with its own "said" is a paragraph as any other.
        "The minister of Osk was clear on Monday:\n“We shall not share it,” she said in the capital.",
    ])
    func colonAloneMakesNoQuote(text: String) throws {
        #expect(!(try document(text).kinds.contains(.blockQuote)))
    }

    @Test func labelledQuotationNamesItsSpeaker() throws {
        let document = try document(
            """
            The council took in Osk as its ninth member on Monday, after a vote.
            Jana Roe, minister of water: “We are glad to be where we belong.”
            Ole Dam (Veldania):“We voted against it and would again.”
            The minister said on Monday: “It was a good day.”
            In the end, she wrote: “It was a good day.”
            """)
        #expect(document.kinds == [.paragraph, .blockQuote, .blockQuote, .paragraph, .paragraph])
        #expect(document.blocks[1].speaker.map { document.words($0) } == "Jana Roe, minister of water")
        #expect(document.words(document.blocks[1].body) == "“We are glad to be where we belong.”")
        #expect(document.blocks[2].speaker.map { document.words($0) } == "Ole Dam (Veldania)")
    }

    @Test(arguments: [
        ("“We left the council.” — Jana Roe, minister of Osk", DocumentFormat.plainText),
        ("“We left the council.”\n— Jana Roe, minister of Osk", .plainText),
        ("“We left the council.”\n\n-- Jana Roe, minister of Osk\n\nThe talks went on for a year.", .plainText),
        ("“We left the council.”\n\n- Jana Roe, minister of Osk", .plainText),
        ("> We left the council.\n> — Jana Roe, minister of Osk", .markdown),
        ("> We left the council.\n>\n> — Jana Roe, minister of Osk\n\nThe talks went on.", .markdown),
        ("> “We left the council.” – Jana Roe, minister of Osk", .markdown),
        ("> We left the council.\n\n— Jana Roe, minister of Osk", .markdown),
    ])
    func quotationBearsTheSourceBehindItsDash(text: String, format: DocumentFormat) throws {
        let document = try document(text, format)
        #expect(document.kinds.prefix(2) == [.blockQuote, .paragraph])
        #expect(document.blocks[0].speaker.map { document.words($0) } == "Jana Roe, minister of Osk")
        #expect(document.words(document.blocks[0].body).contains("We left the council."))
        #expect(!document.words(document.blocks[0].body).contains("Jana"))
        #expect(document.words(document.blocks[1].body) == "Jana Roe, minister of Osk")
        #expect(document.spanFaults == [])
    }

    @Test func quotationBearsTheNameOnTheLineBefore() throws {
        let document = try document("The talks went on.\n\nJana Roe:\n\n“We left the council.”")
        #expect(document.kinds == [.paragraph, .paragraph, .blockQuote])
        #expect(document.blocks[2].speaker.map { document.words($0) } == "Jana Roe")
    }

    @Test(arguments: [
        "“We left the council” – and then they came back.", "“We left.” — he said, and they came back.",
        "Osk left the council — Jana Roe, minister of Osk, stayed.",
        "“We left.” — The council stayed where it was. It met.",
    ])
    func dashInASentenceNamesNobody(text: String) throws {
        let document = try document("The talks went on for a year.\n\n" + text)
        #expect(document.blocks.allSatisfy { $0.speaker == nil })
    }

    /// A transcript of a press conference sets off its questions by a letter and blanks, and one name in capitals answers.
    @Test func aLetterAndBlanksOpenAQuestionOfATranscript() throws {
        let document = try document(
            """
            MS. ROE:  The envoy has left Osk. He will be back in May.

            The talks go on.

            Q    Did the envoy meet the king?

            MS. ROE:  I have nothing on that.
            """)
        #expect(document.kinds == [.answer, .answer, .question, .answer])
        #expect(document.words(document.blocks[2].body) == "Did the envoy meet the king?")
        #expect(document.words(document.blocks[0].body) == "The envoy has left Osk. He will be back in May.")
        #expect(document.blocks[2].speaker == nil)
        for index in [0, 3] { #expect(document.blocks[index].speaker.map { document.words($0) } == "MS. ROE") }
    }

    @Test(arguments: [
        "Q fever closed the port of Osk.", "A  new port was opened in Osk.", "Who    asked for the port?",
    ])
    func oneBlankOrAnotherWordOpensNone(line: String) throws {
        let document = try document(
            "The talks went on for a year.\n\n\(line) It was a long winter.\n\nThe port was shut.")
        #expect(!document.kinds.contains(.question))
        #expect(!document.kinds.contains(.answer))
    }

    @Test func turnsRunUntilTheNextOrASeparator() throws {
        let document = try document(
            """
            The minister of water received us in her office on the river.
            Q: What does the treaty change?
            Jana Roe: It changes who measures the water. That is a great deal.
            It also changes who pays for it.
            Q: And the dam?
            A: The dam stays as it is.
            —
            The minister believes that the council can help, and says so often.
            """)
        #expect(
            document.kinds == [
                .paragraph, .question, .answer, .answer, .question, .answer, .furniture, .paragraph,
            ])
        #expect(document.words(document.blocks[1].body) == "What does the treaty change?")
        // "A" names nobody, but one person alone has answered so far.
        for index in [2, 3, 5] { #expect(document.blocks[index].speaker.map { document.words($0) } == "Jana Roe") }
        #expect(document.blocks[1].speaker == nil)
    }

    @Test func namesThatTakeTurnsAreAnInterview() throws {
        let document = try document(
            """
            Osk Herald: What does the treaty change?
            Roe: It changes who measures the water.
            Osk Herald: Is that enough?
            Roe: It is a beginning.
            """)
        #expect(document.kinds == [.question, .answer, .question, .answer])
        #expect(document.blocks[3].speaker.map { document.words($0) } == "Roe")
    }

    @Test func unlabelledAnswerFollowsALabelledQuestion() throws {
        let document = try document(
            """
            Question: What does the treaty change?

            It changes who measures the water.

            Question: Is that enough?

            It is a beginning.
            """)
        #expect(document.kinds == [.question, .answer, .question, .answer])
    }

    @Test func boldQuestionsOpenTurnsInMarkdown() throws {
        let document = try document("**Will it hold?**\n\nI think so.\n\n**Will it last?**\n\nIt will.", .markdown)
        #expect(
            document.outline == [
                "question: Will it hold?", "answer: I think so.", "question: Will it last?", "answer: It will.",
            ])
    }
}

/// Interviews whose turns have no label of a name and a colon.
@Suite struct UnlabelledTurnTests {
    private func kinds(_ text: String, _ format: DocumentFormat = .plainText) throws -> [Block.Kind] {
        try document(text, format).kinds
    }

    private static let opening = "Jana Roe spoke with Tomas Brandt, the mayor of Osk.\n\n"

    @Test(arguments: [
        ("*Will it hold?*\n\nI think so.\n\n*Will it last?*\n\nIt will.", DocumentFormat.markdown),
        ("__Will it hold?__\n\nI think so.\n\n__Will it last?__\n\nIt will.", .markdown),
    ]) func questionsInItalicsOpenTurns(text: String, format: DocumentFormat) throws {
        #expect(try kinds(text, format) == [.question, .answer, .question, .answer])
    }

    @Test(arguments: [
        "### Will it hold?\n\nI think so, for now.\n\n### Will it last?\n\nIt will, I am sure.",
        "Will it hold in the autumn?\n\nI think so, for now.\n\nWill it last until the spring?\n\nIt will, I am sure.",
    ]) func anInterviewsQuestionsNeedNoMark(text: String) throws {
        #expect(try kinds(Self.opening + text, .markdown).suffix(4) == [.question, .answer, .question, .answer])
        // Without an opening that tells of an interview they are rhetoric.
        #expect(!(try kinds("The bridge at Osk is old.\n\n" + text, .markdown).contains(.question)))
    }

    @Test func paragraphsWithDashesTakeTurnsInAnInterview() throws {
        let text = "— Will it hold?\n\n— I think so.\n\n— Will it last?\n\n— It will."
        #expect(try kinds(Self.opening + text).suffix(4) == [.question, .answer, .question, .answer])
        #expect(!(try kinds("The bridge at Osk is old.\n\n" + text).contains(.question)))
    }

    @Test func namesBeforeADashThatComeBackAreSpeakers() throws {
        let document = try document(
            "The mayor answered by post.\n\nROE - Will it hold?\n\nBRANDT - I think so.\n\nROE - Will it last?\n\nBRANDT - It will."
        )
        #expect(document.kinds.suffix(4) == [.question, .answer, .question, .answer])
        #expect(document.blocks[2].speaker.map { document.words($0) } == "BRANDT")
        #expect(document.words(document.blocks[2].body) == "I think so.")
    }

    @Test func aDatelineIsNoSpeaker() throws {
        #expect(try kinds("OSK – The bridge is old.\n\nTARN – The mill is closed.") == [.paragraph, .paragraph])
    }
}

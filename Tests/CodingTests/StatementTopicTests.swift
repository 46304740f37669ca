import ChanceryCore
import Coding
import Testing

/// Whom pronouns and descriptions beside a saying mean, and where a content ends that the parser cut, with the language
/// model.
@Suite struct StatementTopicTests {
    private func speakers(_ text: String, cue: String) throws -> [String] {
        try TextStatements.reports(text).filter { $0.statement.cue == cue }.map { $0.statement.speaker?.name ?? "-" }
    }

    @Test func aTellerIsWhomTheLastMainClauseIsAbout() throws {
        let text = """
            Arne Holt bought the port. Arne Holt sold it. Arne Holt bought it again.

            Peter Lund, a banker, said that a plan put forward by Arne Holt was too simple.

            “The port must be safe if trade is to grow,” he told reporters.
            """
        #expect(try speakers(text, cue: "told") == ["Peter Lund"])
    }

    @Test func whoseWordsAParagraphGivesIsNoCaption() throws {
        let text = """
            Prime Minister Olan Rusk met reporters in Osk on Monday.

            When asked about his travels, Rusk turns to old maps. “I copy the great mapmakers. From Vera Tolm, the patience \
            of waiting.”

            “From mapmakers like Ivo Tarn and Arne Rell,” he added, “I took the art of leaving things out.”
            """
        let lines = try TextStatements.lines(text)
        #expect(lines.contains { $0.contains("Rusk | added | ") }, "\(lines)")
    }

    @Test func aSayingThatGoesOnHasTheDateOfTheOneBefore() throws {
        let text = """
            Arne Holt wrote on 4 May 1931 that the port was old. Arne Holt added that the ships were small. Peter Lund \
            added that the town was poor. Arne Holt says that the bridge is new.
            """
        let dates = try TextStatements.reports(text).map { "\($0.statement.cue) \($0.report.date?.edtf ?? "-")" }
        #expect(dates == ["wrote 1931-05-04", "added 1931-05-04", "added -", "says -"])
    }

    @Test func whoSpeaksOfDoingSomethingMakesAStatement() throws {
        #expect(try speakers("Arne Holt spoke of closing the port.", cue: "spoke of") == ["Arne Holt"])
        #expect(try speakers("Arne Holt spoke of the port.", cue: "spoke of").isEmpty)
    }

    @Test func aNameNearerAsASubjectIsKept() throws {
        let text = "Peter Lund said that the port was old. When Anton Kern reached the city, he said that it was new."
        #expect(try speakers(text, cue: "said") == ["Peter Lund", "Anton Kern"])
    }

    @Test func whoSpeaksIsNotWhomTheirWordsName() throws {
        let text = """
            Arne Holt met Peter Lund. Arne Holt likes Peter Lund.

            Peter Lund said that the port was old. “We will not beat Arne Holt with that,” he added.
            """
        #expect(try speakers(text, cue: "added") == ["Peter Lund"])
    }

    @Test func aSenatorWithTheArticleIsTheOneNamedBefore() throws {
        let text = "Peter Lund met fishermen on Monday.\n\nThe senator said that the port was old."
        #expect(try speakers(text, cue: "said") == ["Peter Lund"])
    }

    @Test func aPresidentOfAnotherStateIsNotTheOneNamedBefore() throws {
        let text = "Peter Lund met fishermen on Monday.\n\nThe French president said that the port was old."
        #expect(try speakers(text, cue: "said") != ["Peter Lund"])
    }

    @Test func surnamesThatLookLikePluralsAreNames() throws {
        let text = "Anna Fields opened the port on Monday. Fields said that it was safe."
        #expect(try speakers(text, cue: "said") == ["Anna Fields"])
    }

    @Test func aDashAboutAnAsideEndsAName() throws {
        let text = "Trade grew by a tenth, according to the Holt Policy Center - half of what was hoped for."
        #expect(try speakers(text, cue: "according to").allSatisfy { !$0.contains("half") })
    }

    @Test func whoIssuesAStatementSaysWhatItSays() throws {
        #expect(
            try speakers("Peter Lund issued a statement saying that the port was old.", cue: "saying") == ["Peter Lund"]
        )
    }

    @Test(arguments: [
        ("Peter Lund said the use of the port to hide boats was wrong.", "the use of the port to hide boats was wrong"),
        ("Peter Lund said “we will see,” when asked whether the port was old.", "we will see"),
        (
            "Peter Lund said it was time to sell the port “in the way that fishermen sold it long ago.”",
            "it was time to sell the port “in the way that fishermen sold it long ago.”"
        ),
    ]) func contentsGoAsFarAsTheirClauses(text: String, content: String) throws {
        let lines = try TextStatements.lines(text)
        #expect(lines.contains { $0.hasSuffix("| " + content) }, "\(lines)")
    }

    @Test(arguments: [
        "Assuming that the port is open, the council might sell it.", "Who says that the port is old?",
        "Did Peter Lund say that the port was old?", "He could win them by telling the council that the port is old.",
        "Any sailor who says that the port is old may leave.", "Peter Lund repeated the journey to the old port.",
        "The guards caught every thief threatening the peace of the port.", "The mayor hinted at the incident.",
    ]) func whatNobodySaidIsNoStatement(text: String) throws {
        let lines = try TextStatements.lines(text)
        #expect(lines.isEmpty, "\(lines)")
    }
}

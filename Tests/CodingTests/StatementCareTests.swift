import ChanceryCore
import Coding
import Testing

/// What is too unsure for a record, and who is meant where the nearest name is not, with the language model.
@Suite struct StatementCareTests {
    @Test(arguments: [
        "The mayor cited the harbor law.", "A poll underscores the link between rain and prices.",
        "The council met on Monday, highlighting the age of the port.", "The envoys talked about the old port.",
        "The minister doubled down on his plan.", "The farmers see the law as a burden.",
        "The city presents itself as a good example.", "The mayor welcomed the envoys to the port.",
        "The farmers criticized these things.", "The farmers no longer think that the port is safe.",
        "They need radios so they can identify and report a theft of fish.", "He said that the port was closed.",
        "Some said that the port was closed.", "The mayor has yet to apologize for the raid.",
        "The envoy made comments about the harbor.",
    ]) func whatClaimsNothingOrHasNoSpeakerIsNoStatement(text: String) throws {
        let lines = try TextStatements.lines(text)
        #expect(lines.isEmpty, "\(lines)")
    }

    @Test(arguments: [
        ("The minister stressed the need for a new port.", "minister | stressed | the need for a new port"),
        ("The council announced a vote on the port.", "council | announced | a vote on the port"),
        ("The mayor not only said that the port was old.", "mayor | said | that the port was old"),
    ]) func whatIsClaimedIsAStatement(text: String, told: String) throws {
        #expect(try TextStatements.lines(text) == [told])
    }

    /// The parser may hang what is said on whom it is said to.
    @Test(arguments: [
        ("Jan Roe hinted to the king that Osk had attacked Veldania.", "that Osk had attacked Veldania"),
        ("Jan Roe convinced the king that Osk had attacked Veldania.", "that Osk had attacked Veldania"),
        (
            "An Oskan withdrawal, the ministers reasoned, would also lead to an attack by Veldania.",
            "An Oskan withdrawal, the ministers reasoned, would also lead to an attack by Veldania"
        ),
    ]) func whatIsSaidToSomebodyIsAStatement(text: String, content: String) throws {
        let told = try TextStatements.lines(text)
        #expect(told.count == 1 && told[0].hasSuffix(content), "\(told)")
    }

    /// The twin: a clause that says of somebody who they are.
    @Test(arguments: [
        "Jan Roe wrote to the envoy that came from Osk.", "Jan Roe warned the envoy that Osk had sent.",
    ]) func aClauseThatDescribesTheHearerIsNotSaid(text: String) throws {
        let told = try TextStatements.lines(text)
        #expect(
            told.allSatisfy { !$0.hasSuffix("that came from Osk") && !$0.hasSuffix("that Osk had sent") }, "\(told)")
    }

    @Test(arguments: [
        ("The mayor criticized Mira Tovan for saying that the port was old.", "Mira Tovan"),
        ("The mayor described Arne Holt as weak and rude for saying that the port was old.", "Arne Holt"),
        ("The mayor thanked his wife for saying that the port was old.", "wife"),
    ]) func whoIsJudgedForASayingSaidIt(text: String, speaker: String) throws {
        let told = try #require(try TextStatements.reports(text).first { $0.statement.cue == "saying" })
        #expect(told.statement.speaker?.name.contains(speaker) == true)
    }

    @Test(arguments: [
        ("The guards were loud at night: the mayor said the port was shut.", "mayor | said | the port was shut"),
        (
            "The guards were loud at night — in fact, the mayor said the port was shut.",
            "mayor | said | the port was shut"
        ),
    ]) func aClauseBeforeAColonIsNotWhatIsSaidAfterIt(text: String, told: String) throws {
        #expect(try TextStatements.lines(text) == [told])
    }

    @Test func aTellerIsNotWhomTheWordsName() throws {
        let told = try TextStatements.reports(
            "“The port is old,” said Arne Holt. A good sailor is never late, he said.")
        #expect(told.map { $0.statement.speaker?.name } == ["Arne Holt", "Arne Holt"])
    }

    @Test func whoFollowsAQuotationSaysItWhateverTheVerb() throws {
        let told = try TextStatements.reports(
            "Mira Tovan left the hall.\n\n“The port is old and nobody will buy it,” Arne Holt thundered. “Sell it now.”"
        )
        #expect(told.compactMap { $0.statement.speaker?.name }.contains("Mira Tovan") == false)
    }
}

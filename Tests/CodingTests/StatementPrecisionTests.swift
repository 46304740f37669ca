import ChanceryCore
import Coding
import Testing

/// What is a saying, whose it is and where its content ends, with the language model.
@Suite struct StatementPrecisionTests {
    @Test(arguments: [
        (
            "The ministry rejected the charges that it was behind the raid and accused Norway of complicity.",
            [
                "ministry | rejected | the charges that it was behind the raid",
                "ministry | accused | Norway of complicity",
            ]
        ),
        (
            "The mayor said that the bridge was closed but did not say when it would open.",
            ["mayor | said | that the bridge was closed"]
        ),
        (
            "The council said that Arne Holt was not working for the port and said that the port was safe.",
            [
                "council | said | that Arne Holt was not working for the port",
                "council | said | that the port was safe",
            ]
        ),
        (
            "Critics are asking how the rivals approached the port and demanding that they leave.",
            ["critics | asking | how the rivals approached the port", "critics | demanding | that they leave"]
        ),
        (
            "The council said the bridge was shut, while Norwegian boats left the harbor.",
            ["council | said | the bridge was shut"]
        ),
        (
            "Holt says the goal of the effort is “to win the port,” but conceded that the voters were tired.",
            [
                "Holt | says | the goal of the effort is “to win the port,”",
                "Holt | conceded | that the voters were tired",
            ]
        ),
        (
            "Arne Holt pressed the mayor to sign a treaty and praised the council's work.",
            ["Arne Holt | pressed | the mayor to sign a treaty", "Arne Holt | praised | the council's work"]
        ),
        (
            "The mayor concluded that peace is nice, but sometimes war goes on.",
            ["mayor | concluded | that peace is nice, but sometimes war goes on"]
        ),
    ]) func contentsEndWhereTheCuesOwnVerbsBegin(text: String, told: [String]) throws {
        #expect(try TextStatements.lines(text) == told)
    }

    @Test(arguments: [
        (
            "The group was named a criminal organization by Norway in 1990.",
            "Norway | named | The group was named a criminal organization"
        ),
        (
            "Arne Holt is a former smuggler who has promised to close the border.",
            "Arne Holt | promised | to close the border"
        ),
        (
            "Some Norwegian Liberals said that the port was closed.",
            "Norwegian Liberals | said | that the port was closed"
        ),
        (
            "The Osk Times quoted the mayor as saying that the port was closed.",
            "mayor | saying | that the port was closed"
        ),
        (
            "The statement said supporters of the movement were leaving the city.",
            "statement | said | supporters of the movement were leaving the city"
        ),
        (
            "Both of the mayor's remaining rivals criticized his handling of the storm.",
            "mayor's remaining rivals | criticized | his handling of the storm"
        ),
        (
            "A contrary view is offered by Charles Reilly, an expert at Stanford University, who stated that it is old.",
            "Charles Reilly | stated | that it is old"
        ),
        (
            "The Norwegian ambassador, Ingrid Haug, said in a statement that her country pays nobody.",
            "Ingrid Haug | said | that her country pays nobody"
        ),
        (
            "In his new book, “Doomed to Succeed,” and in an interview, Arne Holt said the port was closed.",
            "Arne Holt | said | the port was closed"
        ),
        (
            "“It is late,” said Lionel Sosa, a consultant and an influential banker who said he would not vote.",
            "Lionel Sosa | said | he would not vote"
        ),
        ("The minister reminded the crowd of the danger.", "minister | reminded | of the danger"),
    ]) func whoSpeaksIsWhomTheSentenceMeans(text: String, line: String) throws {
        let lines = try TextStatements.lines(text)
        #expect(lines.contains(line), "\(lines)")
    }

    @Test(arguments: [
        "The minister plans to announce a reform.", "The minister will say that the war is over.",
        "The courts were asked to condemn the raid.", "The mayor is likely to deny that the port was sold.",
        "He left the room without saying that he was ill.", "Neither mayor said that the port was closed.",
        "None of these raids has been denied by the government.", "It can be argued that the war was lost.",
        "The port is seen as a symbol.", "The company called Osk Lines is old.",
        "A video shows soldiers leaving the village.", "Norway shows how a small state can survive.",
        "The two states discussed a treaty.", "Norway knows that the port is old.",
        "The council has not bothered to ask for help.", "The government denied his party the victory.",
        "The ministry neither confirmed nor denied the report.", "The council made sure that nobody left.",
        "I needed a report to show people that this happened.", "Improvements were announced; the port is new.",
        "Reporters find some people leaving.",
        "He did not need to meet with a mayor to determine what is good.",
        "“Osk at Night” star Mira Tovan opened up about the war.", "As Holt joked with a friend, his brother left.",
        "The mayor smiled as though to say: “Who cares?”",
        "The government seems to think that nobody reads.", "The mayor apparently believes that ships can fly.",
    ]) func whatNobodySaidIsNoStatement(text: String) throws {
        let lines = try TextStatements.lines(text)
        #expect(lines.isEmpty, "\(lines)")
    }

    @Test(arguments: [
        ("The council would later say that the vote was fair.", "say"),
        ("The mayor did not hesitate to say that it was a lie.", "say"),
        ("A study by the University of Oslo shows that prices fell.", "shows"),
        ("It is said that the king fled.", "said"), ("The envoy was accused of spying.", "accused"),
        ("The mayor went on to say that the port was closed.", "say"),
        ("The minister can confirm that the port was sold.", "confirm"),
    ]) func whatWasSaidIsAStatement(text: String, cue: String) throws {
        #expect(try TextStatements.reports(text).map(\.statement.cue).contains(cue))
    }

    @Test(arguments: [
        ("Speaking to reporters in Oslo, Mira Tovan said that the war was over.", "said", "reporters"),
        ("Asked by the BBC whether the port was safe, the mayor said it was.", "said", "BBC"),
        ("In an interview with Reuters, Mira Tovan said the harbor was safe.", "said", "Reuters"),
        ("The minister told the council that the war was over, adding that the army had left.", "adding", "council"),
        ("The minister told the council that the war was over and said that the army had left.", "said", "council"),
        (
            "Mira Tovan told the council that the war was over. “Nobody will be left behind,” she added.", "added",
            "council"
        ),
    ]) func hearersAreFoundBesideTheCueAndCarryOver(text: String, cue: String, hearer: String) throws {
        let told = try #require(try TextStatements.reports(text).first { $0.statement.cue == cue })
        #expect(told.statement.addressee?.name == hearer)
    }

    @Test func aCouncilThatIsToldIsNoMedium() throws {
        let told = try TextStatements.reports("The minister told the council that the war was over.")
        #expect(told.map(\.statement.via) == [[]])
        let paper = try TextStatements.reports("The minister told Reuters that the war was over.")
        #expect(paper.map(\.statement.via) == [["Reuters"]])
    }
}

import ChanceryCore
import Coding
import Testing

/// Speech that nobody may have uttered, with the language model.
@Suite struct DoubtfulSpeechTests {
    @Test(arguments: [
        "Note how the mayor actually says something remarkable: “I never cared about the mill.”",
        "What the mayor really means is: “Leave us alone.”", "“I am the greatest,” says Norway to its neighbors.",
        "“Why do they hate us?” asks Norway.", "Critics say, “Nobody will ever leave!”",
        "The minister supposedly said: “I never met him.”", "The minister appeared to confirm that the port was sold.",
        "The mayor said, in plain English: “Pay us more.”", "The mayor tells the poor: “Be patient!”",
        "The tourists come back with the same story: “It was so lovely!”",
    ]) func wordsThatMayBeMadeUpAreHypothetical(text: String) throws {
        let told = try TextStatements.reports(text).filter { $0.report.rule != "adverb" }
        #expect(!told.isEmpty)
        #expect(told.allSatisfy { $0.report.modality == .hypothetical }, "\(told.map(\.content))")
    }

    @Test(arguments: [
        "“Let the poor eat fish,” the logic goes.", "In other words: “We give up.”", "Translation: “Nobody asked you.”",
        "“We love everybody,” or so we are told.", "Imagine the mayor at his desk: “What shall I burn today?”",
        "According to this logic, the mayor is a saint.",
    ]) func renderingsAndHearsayHaveNoSpeaker(text: String) throws {
        #expect(try TextStatements.lines("The mayor of Oslo has a plan. " + text).isEmpty)
    }

    @Test(arguments: [
        "What Mira Tovan actually said was: “The mill is closed.”", "“Leave us alone!” the crowd of workers shouted.",
        "Mira Tovan wrote in the Osk Times: “I never cared about the mill.”",
        "“I am tired,” the mayor said. “Who will help us?”",
    ]) func wordsOfOnePersonAreTheirs(text: String) throws {
        let told = try TextStatements.reports(text)
        #expect(!told.isEmpty)
        #expect(told.allSatisfy { $0.report.modality == .asserted }, "\(told.map(\.content))")
    }
}

/// Words that the author puts into somebody's mouth, with the language model.
@Suite struct InventedSpeechTests {
    @Test(arguments: [
        "What the mayor really means is: “We will burn the mill.”", "In effect, the mayor said: “We burned the mill.”",
        "The mayor thought: “We burned the mill.”",
    ]) func wordsPutInAMouthAreInvented(text: String) throws {
        let told = try TextStatements.reports(text)
        #expect(told.map(\.statement.form) == [.invented])
        #expect(told.allSatisfy { $0.report.modality == .hypothetical })
        #expect(told.first?.statement.speaker?.name == "mayor")
    }

    @Test(arguments: ["The mayor said: “We burned the mill.”", "“We burned the mill,” the mayor wrote in a letter."])
    func wordsUtteredAreNot(text: String) throws {
        #expect(try TextStatements.reports(text).map(\.statement.form) == [.direct])
    }

    @Test func whatInventedWordsTellRestsOnNobody() throws {
        let told = try TextEvents.reports("What the mayor really means is: “Uganda bombed Kenya.”")
        let event = try #require(told.first { $0.kind == .event })
        #expect(event.modality == .hypothetical)
        #expect(event.attribution.isEmpty)
    }
}

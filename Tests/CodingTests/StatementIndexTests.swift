import ChanceryCore
import SpacyPipeline
import Testing

@testable import Coding

/// Chains of sources, speakers, and what a finding says of itself.
@Suite struct StatementIndexTests {
    private func statement(_ name: String, cue: String) throws -> StatementFinding {
        let text = try #require(StatementCase.named(name))
        return try #require(text.index.statements.first { $0.cue == cue })
    }

    private func token(_ word: String, in text: StatementCase) throws -> Int {
        try #require(text.parsed.tokens.firstIndex { $0.text == word })
    }

    @Test func chainNamesTheOutermostSourceFirst() throws {
        let text = try #require(StatementCase.named("one says that another said"))
        let safe = try token("safe", in: text)
        #expect(text.index.chain(at: safe).map { $0.source?.name } == ["Jon Rell", "Mira Tovan"])
        let council = try token("council", in: text)
        #expect(text.index.chain(at: council).map { $0.source?.name } == ["Jon Rell"])
        #expect(text.index.chain(at: 0).isEmpty)
    }

    @Test func chainLeavesOutWishesNegatedSayingsAndTheAuthor() throws {
        for (name, word) in [
            ("wishes and plans are findings, no statements", "close"),
            ("negated and supposed sayings are no statements", "resign"),
            ("negated and supposed sayings are no statements", "new"),
            ("the author's own I is nobody's statement", "sank"),
        ] {
            let text = try #require(StatementCase.named(name))
            let at = try token(word, in: text)
            #expect(text.index.chain(at: at).isEmpty, "\(name)")
            #expect(!text.index.allStatements(at: at).isEmpty, "\(name)")
        }
    }

    @Test func whatIsPraisedIsGivenAndWhatSomebodyIsAccusedOfIsClaimed() throws {
        let text = try #require(StatementCase.named("what is praised is not claimed"))
        #expect(text.index.chain(at: try token("rescue", in: text)).isEmpty)
        #expect(text.index.chain(at: try token("attack", in: text)).map { $0.source?.name } == ["Jon Rell"])
    }

    @Test func firstPersonsInAQuotationAreItsSpeaker() throws {
        let text = try #require(StatementCase.named("we, in a quotation"))
        let we = try token("We", in: text)
        #expect(text.index.speaker(at: we)?.name == "Mira Tovan")
        let own = try #require(text.index.statements.first { $0.cue == "think" })
        #expect(own.teller == .own)
        #expect(own.source?.name == "Mira Tovan")
        #expect(text.index.speaker(at: try token("said", in: text)) == nil)
    }

    @Test func interviewAnswersHaveTheirSpeakerInEveryParagraph() throws {
        let text = try #require(StatementCase.named("an interview: one statement for an answer of two paragraphs"))
        #expect(text.index.speaker(at: try token("engine", in: text))?.name == "Mira Tovan")
        #expect(text.index.speaker(at: try token("crew", in: text))?.name == "Mira Tovan")
    }

    @Test(arguments: [("found", true), ("ruled", true), ("claimed", false)])
    func studiesAndTribunalsEstablish(_ cue: String, _ isEstablished: Bool) throws {
        #expect(try statement("a study and a court find", cue: cue).isEstablished == isEstablished)
    }

    @Test func denialsAreMarked() throws {
        #expect(try statement("accusations and denials", cue: "denied").stance == .rejects)
        #expect(try statement("accusations and denials", cue: "accused").stance == nil)
    }

    @Test(arguments: [
        ("through what it was said", "said", ["interview", "Reuters"]),
        ("told to a medium", "told", ["Reuters"]),
        ("a block quote after a colon", "wrote", ["diary"]),
        ("a clause after the verb", "said", []),
    ])
    func namesThroughWhatItWasSaid(_ name: String, _ cue: String, _ via: [String]) throws {
        #expect(try statement(name, cue: cue).via == via)
    }

    @Test(arguments: [
        ("the one told is the addressee", "told", "Veldanian parliament"),
        ("the one told is the addressee", "urged", "Mira Tovan"),
        ("the one told is the addressee", "wrote", "council"),
    ])
    func whoeverIsToldIsTheAddressee(_ name: String, _ cue: String, _ addressee: String) throws {
        #expect(try statement(name, cue: cue).addressee?.name == addressee)
    }

    @Test func whoeverIsSpokenOfIsNoAddressee() throws {
        #expect(try statement("a characterisation in quotation marks", cue: "called").addressee == nil)
        #expect(try statement("a clause after the verb", cue: "said").addressee == nil)
    }

    @Test func imaginedSpeechIsSupposed() throws {
        let name = "imagined speech is no statement of its butt"
        #expect(try statement(name, cue: "saying").standing == .supposed)
        #expect(try statement(name, cue: "believe").standing == .supposed)
        #expect(try statement("speech under a comparison is no statement", cue: "say").standing == .supposed)
        #expect(try statement("a clause after the verb", cue: "said").standing != .supposed)
    }

    @Test func aRenderingInQuotationMarksIsDoubtful() throws {
        let text = try #require(
            StatementCase.named("thoughts and renderings in quotation marks are statements, but doubtful"))
        #expect(text.index.statements.filter(\.isStatement).map(\.standing) == [.doubtful, .said])
    }

    @Test func aThoughtInQuotationMarksIsDoubtful() throws {
        let name = "a thought in quotation marks is doubtful, a belief partly quoted is not"
        #expect(try statement(name, cue: "thought").standing == .doubtful)
        #expect(try statement(name, cue: "believed").standing != .doubtful)
    }

    @Test func whoeverSomethingIsComparedToIsNoAddressee() throws {
        let text = try #require(StatementCase.named("what is compared with somebody is not said to them"))
        let addressees = text.index.statements.map { ($0.cue, $0.addressee?.name) }
        #expect(addressees.first { $0.0.hasPrefix("compared") }?.1 == nil)
        #expect(addressees.first { $0.0.hasPrefix("spoke") }?.1 == "Mira Tovan")
    }

    @Test(arguments: ["say", "saying"])
    func whatOneRefusesToSayIsNegated(_ cue: String) throws {
        #expect(try statement("what one refuses or refrains from saying is not said", cue: cue).standing == .negated)
    }
}

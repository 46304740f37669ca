import ChanceryCore
import Testing

@testable import Reconciling

/// Accounts that tie two things, vouch for one or not, or tell who brought it about; each has a twin that raises no dispute.
@Suite struct LinkedAccountTests {
    private static let accepting = Made.event("recognise", [Made.osk], [Made.veldania])
    private static let opening = Made.event("open-mission", [Made.osk], [Made.veldania])

    @Test func onlyOneAccountTellsWhatItWasGivenFor() throws {
        func disputes(_ words: String) throws -> [Dispute] {
            try QuestionTests.disputes([
                QuestionTests.told("a", words, Self.accepting),
                QuestionTests.told("b", "Osk opened an embassy at Port Lesk", Self.opening),
            ]).filter { $0.dimension == .presence }
        }
        let found = try #require(try disputes("in exchange for aid Osk accepted Port Lesk as the capital").first)
        #expect(found.sides.map(\.says).sorted() == ["", "“in exchange”"])
        #expect(try disputes("in autumn Osk accepted Port Lesk as the capital").isEmpty)
        // Of other things than the second account tells of.
        #expect(try disputes("in exchange for aid Osk freed fishermen").isEmpty)
    }

    @Test func whatOneVouchesForAndAnotherDoesNotIsDisputed() throws {
        let supplying = Made.event("supply-arms", [Made.osk], [Made.veldania], type: "AID")
        func disputes(_ words: String) throws -> [Dispute] {
            try QuestionTests.disputes([
                QuestionTests.told("a", "Osk supplied rifles to Veldania by sea", supplying, "1994"),
                QuestionTests.told("b", words, supplying, "1994", .claimed, by: "Harbour Watch"),
            ]).filter { $0.dimension == .factuality }
        }
        #expect(try disputes("Osk is alleged to have supplied the rifles").count == 1)
        #expect(try disputes("Osk has supplied the rifles").isEmpty)
    }

    @Test func aTextThatTellsInItsOwnVoiceWhatItHasFromOthersIsDisputed() throws {
        let agreeing = Made.event("agree", [Made.osk], [Made.veldania], type: "AGREE")
        func disputes(_ caption: String) throws -> [Dispute] {
            try QuestionTests.disputes([
                QuestionTests.told("a", caption, agreeing),
                QuestionTests.told(
                    "a", "the plan was hatched in secret", agreeing, "", .claimed, by: "analysts", at: 200),
            ]).filter { $0.dimension == .factuality }
        }
        #expect(try disputes("a plan hatched in secret").count == 1)
        #expect(try disputes("a treaty of friendship").isEmpty)
    }

    @Test func whoBroughtItAboutIsDisputed() throws {
        func disputes(_ other: Participant, _ words: String) throws -> [Dispute] {
            try QuestionTests.disputes([
                QuestionTests.told(
                    "a", "Osk defeated the night attack", Made.event("fight", [Made.osk], [], type: "ASSAULT"), "1991"),
                QuestionTests.told("b", words, Made.event("help", [other], [], type: "AID"), "1991"),
            ]).filter { $0.dimension == .agency }
        }
        let found = try #require(try disputes(Made.veldania, "Veldania defeated the attack").first)
        #expect(found.sides.map(\.says) == ["Osk", "Veldania"])
        #expect(try disputes(Made.veldania, "Veldania watched the attack").isEmpty)
        #expect(try disputes(Made.osk, "Osk defeated the attack").isEmpty)
    }

    @Test func whoAskedAndWhoForcedIsAQuestionOfWhoseDoingItWas() throws {
        let asking = Made.event("request", [Made.osk], [Made.veldania], type: "REQUEST")
        let found = try QuestionTests.disputes([
            QuestionTests.told("a", "Osk urged Veldania to host the exiles", asking),
            QuestionTests.told("b", "Osk forced Veldania to host the exiles", asking, by: "Ilir Var"),
        ])
        #expect(found.map(\.dimension) == [.agency])
    }
}

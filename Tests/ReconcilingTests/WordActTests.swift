import ChanceryCore
import Testing

@testable import Reconciling

/// Tellings without a concept of the codebook: by the word that tells them, or by the words of their clause.
@Suite struct WordActTests {
    @Test func noStemStandsInTwoFamilies() throws {
        var familyOfStem: [String: String] = [:]
        for line in try ModuleResources.lines("act-words.txt") {
            let words = line.split(separator: " ").map { $0.drop { $0 == "~" } }.filter { !$0.hasPrefix("<") }
            for word in words {
                let stems = word.split(separator: "+").map { ContentWords.stem(String($0)) }.joined(separator: "+")
                let family = familyOfStem[stems, default: String(words[0])]
                #expect(family == words[0], "'\(word)' stands under '\(family)' too")
                familyOfStem[stems] = family
            }
        }
        #expect(familyOfStem.count > 100)
    }

    private static let works = Made.party("Velgard Works", kind: .organisation)
    private static let engine = Made.party("jet engine", kind: .group)
    private static let director = Made.party("Anton Velgard", kind: .person)

    private static func told(
        in document: String = "a", at start: Int = 0, _ word: String, _ actors: [Participant] = [works],
        _ recipients: [Participant] = [engine], _ date: String = "", noun: Bool = false, definite: Bool = false,
        headline: Bool = false, _ terms: [String] = [], _ modality: Modality = .asserted
    ) -> Report {
        var report = Made.report(
            document, at: start,
            .event(
                Event(
                    type: "", concept: "", actors: actors, recipients: recipients, isReciprocal: noun, word: word,
                    isDefinite: definite, isHeadline: headline)), date, modality)
        report.terms = (terms + ContentWords.words(word)).sorted()
        return report
    }

    private static func clause(
        in document: String = "a", at start: Int = 0, _ words: String, type: String = "ASSAULT",
        _ parties: Sides = both, _ date: String = ""
    ) -> Report {
        var report = Made.report(
            document, at: start, Made.event("", parties.actors, parties.recipients, type: type), date)
        report.terms = ContentWords.words(words).sorted()
        return report
    }

    private struct Sides {
        var actors: [Participant]
        var recipients: [Participant]
    }

    private static let both = Sides(actors: [Made.veldania], recipients: [Made.osk])

    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var reports: [Report]
        var entries: Int

        init(_ what: String, _ entries: Int, _ reports: [Report]) {
            (testDescription, self.reports, self.entries) = (what, reports, entries)
        }
    }

    static let byWord = [
        Case("a verb and its noun, of one text", 1, [told("launch"), told(at: 90, "unveiling", noun: true)]),
        Case(
            "a definite noun without parties", 1,
            [told("launch"), told(at: 90, "launch", [], [], noun: true, definite: true)]),
        Case(
            "a noun for any act, not pointing back", 2,
            [told("resign", [director], []), told(at: 90, "move", [], [], noun: true)]),
        Case(
            "the short name of the thing", 1,
            [told("launch"), told(at: 90, "launch", [works], [Made.party("engine", kind: .group)])]),
        Case(
            "another thing in another text", 2,
            [told("launch"), told(in: "b", at: 7, "launch", [works], [Made.party("sea plane", kind: .group)])]),
        Case(
            "days apart", 2,
            [told("launch", [works], [engine], "2003-05-01"), told(at: 90, "launch", [works], [engine], "2004-05-01")]),
        Case(
            "to come and come, in one text", 1,
            [told("launch", [works], [engine], "", [], .planned), told(at: 90, "launch")]),
        Case("said twice", 2, [told("say", [director], []), told(at: 90, "say", [director], [])]),
        Case(
            "a verb that only carries", 2,
            [
                told("have", [works], [], "", ["orchard", "frost"]),
                told(in: "b", at: 7, "have", [works], [], "", ["whale", "sailor"]),
            ]),
        Case(
            "a headline and the text below, another side named", 1,
            [
                told("leave", [], [Made.party("works", kind: .group)], headline: true),
                told(at: 90, "leave", [director], [], "2003-05-01"),
            ]),
        Case(
            "two texts and what they name alike, in another word", 1,
            [
                told("launch", [director], [engine], "", ["hangar", "crowd"]),
                told(in: "b", at: 7, "unveil", [director], [engine], "", ["hangar", "crowd"]),
            ]),
        Case(
            "two texts, one person and half of the words", 1,
            [
                told("leave", [director], [], "", ["medic"]),
                told(in: "b", at: 7, "leave", [director], [], "", ["medic"]),
            ]),
        Case(
            "two texts, one person and nothing else", 2,
            [
                told("leave", [director], [], "", ["farewell"]),
                told(in: "b", at: 7, "leave", [director], [], "", ["compan"]),
            ]),
        Case(
            "two texts that name nobody, on different matters", 2,
            [
                told("conference", [], [], noun: true, ["trade"]),
                told(in: "b", "conference", [], [], noun: true, ["whale"]),
            ]),
    ]

    static let byTerms = [
        Case(
            "other acts of one type", 2,
            [
                clause("the attack on the games", both, "1972-09"),
                clause(at: 90, "members of the team taken hostage", both, "1972-09"),
            ]),
        Case(
            "a general word and the act under it", 1,
            [
                clause("the cyberattack on the ministries", both, "2022-07"),
                clause(in: "b", at: 7, "the attack on the ministries", both, "2022"),
            ]),
        Case(
            "a state and its people", 2,
            [
                clause(
                    "protected the refugees", type: "AID", Sides(actors: [Made.veldania], recipients: [Made.bank]), ""),
                clause(
                    in: "b", at: 7, "families protected the refugees", type: "AID",
                    Sides(actors: [Made.party("Veldanian families", "VEL", kind: .group)], recipients: [Made.bank]), ""),
            ]),
        Case(
            "a state and its officials", 1,
            [
                clause(
                    "supplying arms to the bank guards", type: "AID",
                    Sides(actors: [Made.veldania], recipients: [Made.bank]), "1994"),
                clause(
                    in: "b", at: 7, "officials supplied arms to the bank guards", type: "AID",
                    Sides(actors: [Made.party("Veldanian officials", "VEL", kind: .group)], recipients: [Made.bank]),
                    "1994-04"),
            ]),
        Case(
            "two numbers in one text", 2,
            [
                clause("four planes attacked", both, "1994-04"),
                clause(at: 90, "twelve planes attacked", both, "1994-04"),
            ]),
        Case(
            "two spans of time in one text", 2,
            [
                clause("shipped fuel", type: "COOPERATE", both, "2003-10/2004-07"),
                clause(at: 90, "kept shipping fuel", type: "COOPERATE", both, "2004-01/2004-07"),
            ]),
        Case(
            "undated support, told in general", 2,
            [
                clause("supported the struggle", type: "SUPPORT", both, ""),
                clause(in: "b", at: 7, "support for a bid at the assembly", type: "SUPPORT", both, ""),
            ]),
    ]

    /// Texts on one matter tell of one act in other words; texts of other matters, or published months apart, do not.
    @Test(arguments: [("dock", "2003-05-02", 1), ("dock", "2004-05-02", 2), ("orchard", "2003-05-02", 2)])
    func whatTheTextsAreAboutAndWhenTheyCameTells(_ matter: String, _ published: String, _ entries: Int) throws {
        let documents = [("a", "dock", "2003-05-01"), ("b", matter, published)].map { name, matter, day in
            var line = DocumentLine(
                Document(name: name, text: name, metadata: DocumentMetadata(publishedOn: day)))
            line.words = ((1...3).map { "\(matter)\($0)" } + (1...3).map { "\(name)\($0)" }).sorted()
            return line
        }
        let reports = [
            Self.told("burn", [], [], "", ["night"]),
            Self.told(in: "b", at: 7, "fire", [], [], noun: true, ["crowd"]),
        ]
        let result = try Reconciler().reconcile(documents: documents, reports: reports)
        #expect(result.entries.count == entries)
    }

    @Test(arguments: byWord + byTerms)
    func actsWithoutAConceptAreOneByTheirWords(_ one: Case) throws {
        let result = try Reconciler().reconcile(documents: [], reports: one.reports)
        #expect(result.entries.count == one.entries)
        #expect(try result == Reconciler().reconcile(documents: [], reports: one.reports.reversed()))
    }

    @Test func relationsToldByTwoWordsAreDoneOnceAndDisputed() throws {
        let reports = [
            Self.clause("relations with the front had begun", type: "SUPPORT", Self.both, "1967"),
            Self.clause(in: "b", at: 7, "established diplomatic relations", type: "SUPPORT", Self.both, "1990"),
        ]
        let disputes = try Reconciler().reconcile(documents: [], reports: reports).disputes
        #expect(disputes.map(\.dimension) == [.date])
    }

    @Test func aConceptPointsBackOnlyToItsLike() throws {
        func event(_ concept: String, at start: Int, definite: Bool = false, headline: Bool = false) -> Report {
            Made.report(
                "a", at: start,
                .event(
                    Event(
                        type: "ASSAULT", concept: concept, actors: [Made.veldania],
                        recipients: definite ? [] : [Made.osk],
                        isDefinite: definite, isHeadline: headline)), headline || definite ? "" : "2003-05-01")
        }
        func entries(_ reports: [Report]) throws -> Int {
            try Reconciler().reconcile(documents: [], reports: reports).entries.count
        }
        #expect(try entries([event("bomb", at: 0), event("bomb", at: 90, definite: true)]) == 1)
        #expect(try entries([event("bomb", at: 0), event("shell", at: 90, definite: true)]) == 2)
        #expect(try entries([event("bomb", at: 0), event("bomb", at: 3000, definite: true)]) == 2)
        #expect(try entries([event("bomb", at: 0, headline: true), event("bomb", at: 90)]) == 1)
    }

    @Test func whatRecursIsOneInOneTextOfTheSameTwoUnlessADateTellsTwo() throws {
        func entries(_ concept: String, _ second: String, _ date: String, _ modality: Modality = .asserted) throws
            -> Int
        {
            let reports = [
                Made.report("a", Made.event(concept, type: "CONSULT"), date),
                Made.report(second, at: 93, Made.event(concept, type: "CONSULT"), "", modality),
            ]
            return try Reconciler().reconcile(documents: [], reports: reports).entries.count
        }
        #expect(try entries("visit", "a", "") == 1)
        #expect(try entries("visit", "b", "") == 2)
        // "On an earlier visit, in 2012": a text may tell of two.
        #expect(try entries("visit", "a", "2012") == 2)
        #expect(try entries("cyberattack", "a", "2012") == 1)
        #expect(try entries("cyberattack", "a", "2012", .denied) == 1)
        #expect(try entries("cyberattack", "a", "2012", .negated) == 2)
        #expect(try entries("trade", "a", "") == 2)
        #expect(try entries("attack", "a", "") == 2)
    }

    @Test func figuresOfClausesThatTellTheSameAreOneInTwoTexts() throws {
        func entries(_ second: String) throws -> Int {
            let reports = [("a", "military training", ""), (second, "training period", "1971")].enumerated().map {
                place, told in
                var report = Made.report(told.0, at: place * 99, Made.figure(6, "months", told.1), told.2)
                report.terms = ContentWords.words("six-month \(told.1) of pilots in Veldania").sorted()
                return report
            }
            return try Reconciler().reconcile(documents: [], reports: reports).entries.count
        }
        #expect(try entries("b") == 1)
        #expect(try entries("a") == 2)
    }
}

import ChanceryCore
import Testing

@testable import Reconciling

/// Accounts of different entries that differ about a question; each has a twin that does not.
@Suite struct QuestionTests {
    static let group = Made.party("Black Lamp", "OSK", kind: .organisation)

    /// A report of a clause, as `reconcile` reads one that gives its words.
    static func told(
        _ document: String, _ words: String, _ content: Report.Content, _ edtf: String = "",
        _ modality: Modality = .asserted, by source: String = "", at start: Int = 0
    ) -> Report {
        var report = Made.report(document, at: start, content, edtf, modality, key: document + words)
        report.span = CodePointSpan(start, start + words.unicodeScalars.count)
        report.terms = ContentWords.words(words).sorted()
        if !source.isEmpty {
            report.attribution = [
                AttributionLink(source: source, cue: "said", evidence: Evidence(CodePointSpan(start, start + 1)))
            ]
        }
        report.wording = WordingReader.wording(of: words, from: start, telling: content)
        return report
    }

    static func disputes(_ reports: [Report]) throws -> [Dispute] {
        try Reconciler().reconcile(documents: [], reports: reports).disputes
    }

    private static let lamp = Made.event("attack", [group], [Made.veldania], type: "ASSAULT")
    private static let aid = Made.event("train", [Made.veldania], [group], type: "AID")

    @Test func whoApprovesStandsBesideWhoDoesNot() throws {
        let reports = [
            Self.told("a", "in March Black Lamp defended itself against Veldania", Self.lamp),
            Self.told("b", "the massacre by Black Lamp", Self.lamp, by: "Ilir Var"),
            Self.told("b", "the crimes of Black Lamp in Veldania", Self.lamp, by: "Ilir Var", at: 100),
        ]
        let found = try #require(Self.disputes(reports).first { $0.dimension == .characterisation })
        #expect(found.about == ["Black Lamp"])
        #expect(found.sides.map(\.says).sorted() == ["Ilir Var: “crimes”, “massacre”", "“defended itself”"])
        // All of one mind.
        let alike = [
            Self.told("a", "the illegal acts of Black Lamp in Veldania", Self.lamp), reports[1], reports[2],
        ]
        #expect(try Self.disputes(alike).allSatisfy { $0.dimension != .characterisation })
    }

    /// Where people ruled that somebody else did it, nobody knows any more of whom the words are said.
    @Test func correctedPartiesAreCalledNothing() throws {
        let reports = [
            Self.told("a", "Black Lamp defended itself", Self.lamp),
            Self.told("b", "the massacre by Black Lamp", Self.lamp, by: "Ilir Var"),
            Self.told("c", "the crimes of Black Lamp", Self.lamp, by: "Ana Dol"),
        ]
        func disputes(_ decisions: [Decision]) throws -> [Dispute] {
            try Reconciler().reconcile(documents: [], reports: reports, decisions: decisions).disputes
                .filter { $0.dimension == .characterisation }
        }
        #expect(try disputes([]).count == 1)
        let correction = Decision(
            .correct,
            reports: [
                Decision.Cited(report: reports[0].id, doc: "a", docHash: reports[0].documentHash, words: "words")
            ], field: "actors", value: "Osk", reason: "read", author: "Ana Dol", recordedAt: "2026-02-05T10:00:10Z")
        #expect(try disputes([correction]).isEmpty)
    }

    @Test func nobodyIsHeldAgainstHimself() throws {
        let own = Self.told("a", "Black Lamp defended itself", Self.lamp, by: "Black Lamp")
        let others = ["b", "c", "d"].map {
            Self.told($0, "the massacre by Black Lamp in \($0)", Self.lamp, by: "Ilir Var")
        }
        #expect(try Self.disputes([own] + others).isEmpty)
    }

    @Test func namesOfOneThingDiffer() throws {
        let entering = Made.event("enter", [Made.osk], [Made.veldania], type: "ASSAULT")
        func disputes(_ second: String) throws -> [Dispute] {
            try Self.disputes([
                Self.told("a", "the invasion of Veldania by Osk", entering, "1991"),
                Self.told("b", "the \(second) of Osk into Veldania", entering, "1991"),
            ])
        }
        let found = try #require(try disputes("incursion").first)
        #expect(found.dimension == .characterisation && found.sides.map(\.says) == ["“incursion”", "“invasion”"])
        #expect(try disputes("march").isEmpty)
    }

    /// Whoever uses both names means no difference.
    @Test func aVoiceThatUsesBothNamesIsHeldAgainstNobody() throws {
        let entering = Made.event("enter", [Made.osk], [Made.veldania], type: "ASSAULT")
        let found = try Self.disputes([
            Self.told("a", "the invasion of Veldania by Osk", entering, "1991"),
            Self.told("b", "the incursion of Osk into Veldania", entering, "1991"),
            Self.told("b", "after the invasion of Veldania by Osk the bridges lay open", entering, "1991", at: 200),
        ])
        #expect(found.allSatisfy { $0.dimension != .characterisation })
    }

    @Test func whatOneDeniesInTheWordsOfAnotherIsDisputed() throws {
        let behind = Made.event("hack", [Made.osk], [Made.veldania], type: "COERCE")
        func disputes(_ denial: String) throws -> [Dispute] {
            try Self.disputes([
                Self.told("a", "Osk was behind the harbour outage", behind, "2020"),
                Self.told("b", denial, behind, "", .denied, by: "Osk"),
            ])
        }
        #expect(try disputes("that it was behind the harbour outage").map(\.dimension) == [.factuality])
        #expect(try disputes("that its minister slept through the debate").isEmpty)
    }

    /// A "not" of something else in the clause denies nothing.
    @Test func aNotBeforeOtherWordsDeniesNothing() throws {
        let moving = Made.event("move-mission", [Made.osk], [Made.veldania])
        func disputes(_ words: String) throws -> [Dispute] {
            try Self.disputes([
                Self.told("a", "Osk moved its embassy to Lesk", moving, "2020", .planned),
                Self.told("b", words, moving, "2020", by: "Ana Dol"),
            ]).filter { $0.dimension == .factuality }
        }
        #expect(try disputes("Osk will not move its embassy to Lesk").count == 1)
        #expect(try disputes("not happy that Osk will move its embassy to Lesk").isEmpty)
    }

    @Test func whatWasSoOnceIsHeldAgainstAnotherTime() throws {
        func disputes(_ words: String) throws -> [Dispute] {
            try Self.disputes([
                Self.told("a", words, Self.aid, "1970"),
                Self.told("b", "Veldania trained thirty pilots of Black Lamp", Self.aid, "1985"),
            ]).filter { $0.dimension == .factuality }
        }
        #expect(try disputes("the only time Veldania trained Black Lamp").count == 1)
        #expect(try disputes("in spring Veldania trained Black Lamp").isEmpty)
    }

    @Test func supportStandsBesideHoldingBack() throws {
        let backing = Made.event("support", [Made.veldania], [Self.group])
        let refusing = Made.event("refuse", [Made.veldania], [Self.group], type: "REJECT")
        func disputes(_ words: String, _ year: String) throws -> [Dispute] {
            try Self.disputes([
                Self.told("a", "Veldania supported Black Lamp", backing, "1970"),
                Self.told("b", words, refusing, year),
            ]).filter { $0.dimension == .characterisation }
        }
        #expect(try disputes("Veldania refrained from help to Black Lamp", "1970").count == 1)
        #expect(try disputes("Veldania wrote a letter to Black Lamp", "1970").isEmpty)
        #expect(try disputes("Veldania refrained from help to Black Lamp", "1985").isEmpty)
    }

    @Test func whatDeclaredItselfFreeAndIsNotRecognisedIsDisputed() throws {
        let declares = Made.event("declare-independence", [Made.osk], [Made.veldania], type: "REJECT")
        let refuses = Made.event("recognise", [Made.veldania], [Made.osk])
        let declared = Self.told("a", "Osk declared independence from Veldania", declares, "1991")
        let refused = Self.told("b", "Veldania does not recognise Osk", refuses, "", .negated)
        let granted = Self.told("b", "Veldania recognised Osk", refuses, "1992")
        #expect(try Self.disputes([declared, refused]).map(\.dimension) == [.characterisation])
        #expect(try Self.disputes([declared, granted]).isEmpty)
    }

    @Test func howOftenItWasIsDisputed() throws {
        let hack = Made.event("cyberattack", [], [Made.veldania], type: "COERCE")
        func disputes(_ words: String) throws -> [Dispute] {
            try Self.disputes([
                Self.told("a", "Veldania suffered a cyberattack on harbour systems", hack, "2020"),
                Self.told("b", words, hack, "2020"),
            ]).filter { $0.dimension == .number }
        }
        #expect(try disputes("a series of cyberattacks on harbour systems of Veldania").count == 1)
        #expect(try disputes("one more cyberattack on harbour systems of Veldania").isEmpty)
    }

    @Test func howGreatItWasIsDisputed() throws {
        func disputes(_ words: String) throws -> [Dispute] {
            try Self.disputes([
                Self.told("a", "the unprecedented raid of Black Lamp on Veldania's harbour", Self.lamp, "1990"),
                Self.told("b", words, Self.lamp, "1990"),
            ]).filter { $0.dimension == .characterisation }
        }
        #expect(try disputes("a limited raid of Black Lamp on a harbour of Veldania").count == 1)
        #expect(try disputes("a raid of Black Lamp on a harbour of Veldania").isEmpty)
    }

    /// One text and its copies are one voice, and the order of the input changes nothing.
    @Test func copiesAddNoVoice() throws {
        var reports: [Report] = []
        for copy in 0..<300 {
            reports.append(
                Self.told("copy \(copy)", "the massacre by Black Lamp in the harbour", Self.lamp, by: "Ilir Var"))
        }
        reports.append(Self.told("a", "Black Lamp defended itself", Self.lamp))
        reports.append(Self.told("a", "the crimes of Black Lamp", Self.lamp, by: "Ana Dol", at: 90))
        let found = try Self.disputes(reports).filter { $0.dimension == .characterisation }
        #expect(found.count == 1 && found.first?.sides.count == 3)
        #expect(try Self.disputes(reports.reversed()) == Self.disputes(reports))
    }

    /// Questions can be worked on apart: the disputes of all are those of each.
    @Test func questionsStandAlone() throws {
        let reports = [
            Self.told("a", "Black Lamp defended itself against Veldania", Self.lamp, "1990"),
            Self.told("b", "the massacre by Black Lamp", Self.lamp, "1990", by: "Ilir Var"),
            Self.told("c", "the limited crimes of Black Lamp in Veldania", Self.lamp, "1990", by: "Ana Dol"),
            Self.told("d", "an unprecedented massacre of Black Lamp in Veldania", Self.lamp, "1990"),
        ]
        let reconciler = try Reconciler()
        let rulings = Rulings([])
        let entries = reconciler.reconcile(reports, lineages: [:], rulings: rulings).entries
        func disputes(_ questions: Set<String>?) -> [Dispute] {
            reconciler.disputes(across: reports, in: entries, lineages: [:], rulings: rulings, on: questions)
                .map(\.dispute)
        }
        let questions = Set(reports.flatMap(Reconciler.questions))
        let apart = questions.sorted().flatMap { disputes([$0]) }
        #expect(!apart.isEmpty && Set(apart) == Set(disputes(nil)))
    }
}

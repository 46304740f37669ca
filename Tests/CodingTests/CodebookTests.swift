import ChanceryCore
import Foundation
import SpacyPipeline
import Testing
import TestSupport

@testable import Coding

@Suite struct CodebookTests {
    @Test func everyExampleOfEveryRuleIsCodedAsItsRuleSays() throws {
        let model = try TestModel.model()
        let faults = try CodebookChecker(try Codebook.standard()).faults { model.annotate([$0])[0] }
        #expect(faults.isEmpty, "\(faults.map(\.description).joined(separator: "\n"))")
    }

    @Test func noRuleOfOursIsACopyOrNeverSpeaks() throws {
        let project = (1...3).reduce(URL(fileURLWithPath: #filePath)) { place, _ in place.deletingLastPathComponent() }
        let folder = project.appendingPathComponent("Sources/Coding/Resources/codebook")
        // Given as a user's files, every rule is looked at.
        let codebook = try CodebookReader.read(Codebook.sources(inFolder: folder))
        #expect(!codebook.rules.isEmpty)
    }

    /// Coding reads the program's rules without their examples.
    @Test func withoutItsExamplesACodebookSaysTheSame() throws {
        let whole = try Codebook.standard()
        let bare = try Codebook.standard(hasExamples: false)
        let rules = whole.rules.map { rule in
            var rule = rule
            (rule.examples, rule.counterexamples) = ([], [])
            return rule
        }
        let exceptions = whole.exceptions.map { exception in
            var exception = exception
            (exception.examples, exception.counterexamples) = ([], [])
            return exception
        }
        #expect(bare.rules == rules)
        #expect(bare.exceptions == exceptions)
        #expect(bare.concepts == whole.concepts)
        #expect(bare.words == whole.words)
        #expect(bare.version == whole.version)
    }

    @Test(arguments: [
        (
            "- id: X\n  examples:\n    - {text: A.}\n\n    - {text: B.}\n  verbs: [go]",
            "- id: X\n\n\n\n\n  verbs: [go]\n"
        ),
        ("- id: X\n  examples:\n  - {text: A.}\n- id: Y", "- id: X\n\n\n- id: Y\n"),
        ("- id: X\n  counterexamples: [A.,\n    B.]\n# words\n- id: Y", "- id: X\n\n\n# words\n- id: Y\n"),
        ("examples: [go]\nwords:\n  - examples", "\nwords:\n  - examples\n"),
        ("- id: X\n  note: no examples", "- id: X\n  note: no examples\n"),
    ]) func whatIsLeftOutOfAFileLeavesItsLinesWhereTheyAre(text: String, left: String) {
        #expect(CodebookReader.Source(name: "mine.yaml", text: text).textWithoutExamples == left)
    }

    @Test func ofManyListsEachWordHasItsOwn() {
        var index = WordListIndex()
        let lists: [Set<String>] = [["envoy", "peace talk"], ["envoy"], [], ["talk"]]
        let numbers = lists.map { index.take($0) }
        #expect(index.take(["envoy"]) == numbers[1])
        index.close()
        func held(_ words: [String]) -> [Bool] {
            var found = WordListIndex.Lists()
            for word in words {
                let parts = word.split(separator: " ").map(String.init)
                if parts.count == 2 {
                    index.add(parts[0], parts[1], to: &found)
                } else {
                    index.add(word, key: WordSieve.key(word), to: &found)
                }
            }
            return numbers.map { found.contains($0) }
        }
        #expect(held(["envoy"]) == [true, true, false, false])
        #expect(held(["peace talk"]) == [true, false, false, false])
        #expect(held(["peace", "talk"]) == [false, false, false, true])
        #expect(held(["war"]) == [false, false, false, false])
    }

    @Test func everyPloverTypeHasARule() throws {
        let codebook = try Codebook.standard()
        let types = Set(codebook.rules.compactMap { codebook.concepts[$0.concept]?.type })
        #expect(types.count == 16)
    }

    @Test func whatTheProgramAsksForByItsRoleIsInTheCodebook() throws {
        let known = Set(try Codebook.standard().concepts.keys).union(try StateRules().rules.map(\.concept))
        // Who runs for an office is told by a title alone.
        let told = ConceptRole.allCases.filter { $0 != .candidacy }.flatMap(\.concepts)
        #expect(told.filter { !known.contains($0) }.isEmpty)
    }

    @Test(arguments: [
        ("- id: X-01\n  concept: nothing\n  verbs: [go]\n  examples: [{text: A.}]", 1, "concepts.yaml does not define"),
        ("- id: X-01\n  concept: meet\n  verbs: [go]", 1, "no example"),
        ("- id: X-01\n  concept: meet\n  examples: [{text: A.}]", 1, "no trigger"),
        ("- id: X-01\n  concept: meet\n  verbs: [\"@nowhere\"]\n  examples: [{text: A.}]", 3, "not in words.yaml"),
        ("- id: X-01\n  concept: meet\n  verb: [go]\n  examples: [{text: A.}]", 3, "unknown key 'verb'"),
        ("- id: [", 2, "not YAML"),
    ])
    func aFaultIsNamedWithItsFileAndLine(text: String, line: Int, message: String) throws {
        let concepts = CodebookReader.Source(name: "concepts.yaml", text: "meet: {type: CONSULT}")
        let error = #expect(throws: CodebookError.self) {
            try CodebookReader.read([concepts, .init(name: "mine.yaml", text: text)])
        }
        let faults = try #require(error?.faults)
        #expect(
            faults.contains { $0.file == "mine.yaml" && $0.line == line && $0.message.contains(message) }, "\(faults)")
    }

    @Test(arguments: [
        ("concepts: [nothing]\n  when: {actor: [none]}", 2, "concepts.yaml does not define"),
        ("types: [MEET]\n  when: {actor: [none]}", 2, "must be one of"),
        ("rules: [X-09]\n  when: {actor: [none]}", 2, "does not exist"),
        ("concepts: [meet]", 1, "has no `when`"),
        ("concepts: [meet]\n  when: {actor: [\"@nobody\"]}", 3, "not in parties.yaml"),
        ("concepts: [meet]\n  when: {actor: [minister]}", 3, "unknown participant 'minister'"),
        ("concepts: [meet]\n  when: {object: [\"@nowhere\"]}", 3, "not in words.yaml"),
        ("concepts: [meet]\n  when: {form: [passiv]}", 3, "unknown form 'form:passiv'"),
        ("concepts: [meet]\n  when: {every actor: [none]}", 3, "`every actor`"),
        ("concepts: [meet]\n  then: {actor: [none]}", 3, "unknown key 'then'"),
    ])
    func aFaultOfAnExceptionIsNamedWithItsFileAndLine(rest: String, line: Int, message: String) throws {
        let concepts = CodebookReader.Source(name: "concepts.yaml", text: "meet: {type: CONSULT}")
        let text = "- unless: X-01\n  \(rest)\n  counterexamples: [A.]\n  examples: [{text: B.}]"
        let error = #expect(throws: CodebookError.self) {
            try CodebookReader.read([concepts, .init(name: "mine.yaml", text: text)])
        }
        let faults = try #require(error?.faults)
        #expect(
            faults.contains { $0.file == "mine.yaml" && $0.line == line && $0.message.contains(message) }, "\(faults)")
    }

    @Test(arguments: [
        ("counterexamples: [A.]", "has no example"), ("examples: [{text: B.}]", "has no counterexample"),
    ])
    func anExceptionCarriesBothSortsOfSentences(sentences: String, message: String) throws {
        let concepts = CodebookReader.Source(name: "concepts.yaml", text: "meet: {type: CONSULT}")
        let text = "- unless: X-01\n  when: {actor: [none]}\n  \(sentences)"
        let error = #expect(throws: CodebookError.self) {
            try CodebookReader.read([concepts, .init(name: "mine.yaml", text: text)])
        }
        #expect(try #require(error?.faults).map(\.message).contains { $0.contains(message) })
    }

    @Test func aSentenceThatProvesNothingOfAnExceptionIsAFault() throws {
        let model = try TestModel.model()
        let mine = CodebookReader.Source(
            name: "mine.yaml",
            text: """
                - unless: MINE-not-01
                  concepts: [visit]
                  when: {in: [winter]}
                  counterexamples:
                    - Ruritania's president visited Graustark in winter.
                    - Ruritania's president visited Graustark in May.
                    - Ruritania's president slept.
                  examples:
                    - {text: Ruritania's president visited Graustark in May., actors: [Ruritania], recipients: [Graustark]}
                """)
        let faults = try CodebookChecker(Codebook.standard(extendedBy: [mine])).faults(inFiles: ["mine.yaml"]) {
            model.annotate([$0])[0]
        }
        #expect(faults.count == 3)
        #expect(faults.contains { $0.line == 1 && $0.message.contains("in May.\" is a counterexample, yet CONSULT") })
        #expect(faults.contains { $0.line == 1 && $0.message.contains("slept.\" is told by no rule without") })
        #expect(faults.contains { $0.line == 9 && $0.message.contains("expected [Ruritania]") }, "\(faults)")
    }

    @Test func aUsersExceptionTakesThePlaceOfOurs() throws {
        let base = [
            CodebookReader.Source(name: "concepts.yaml", text: "meet: {type: CONSULT}"),
            .init(name: "a.yaml", text: Self.exception("actor: [none]")),
        ]
        let user = CodebookReader.Source(name: "b.yaml", text: Self.exception("recipient: [none]"))
        let codebook = try CodebookReader.read([user], extending: base)
        #expect(codebook.exceptions.map(\.file) == ["b.yaml"])
    }

    private static func exception(_ when: String) -> String {
        "- unless: X-01\n  concepts: [meet]\n  when: {\(when)}\n  counterexamples: [A.]\n  examples: [{text: B.}]"
    }

    @Test func aUsersRuleReplacesOursWithTheSameId() throws {
        let base = [
            CodebookReader.Source(name: "concepts.yaml", text: "meet: {type: CONSULT}"),
            .init(name: "a.yaml", text: "- id: X-01\n  concept: meet\n  verbs: [go]\n  examples: [{text: A.}]"),
        ]
        let user = CodebookReader.Source(
            name: "b.yaml", text: "- id: X-01\n  concept: meet\n  verbs: [come]\n  examples: [{text: A.}]")
        let codebook = try CodebookReader.read([user], extending: base)
        #expect(codebook.rules.count == 1)
        #expect(codebook.rules.first?.triggers.first?.lemma == "come")
    }

    @Test(arguments: [
        // The same words and conditions.
        ("verbs: [go, come]\n  when: {object: [ball]}", "verbs: [come, go]\n  when: {object: [ball]}", "same words"),
        // Wider and first.
        ("verbs: [go, come]\n  when: {object: [ball, tent]}", "verbs: [go]\n  when: {object: [tent]}", "never speaks"),
        ("verbs: [go]\n  when: {object: [talk]}", "verbs: [go]\n  when: {object: [peace talk]}", "never speaks"),
        ("verbs: [go]\n  unless: {object: [ball]}", "verbs: [go]\n  unless: {object: [ball, tent]}", "never speaks"),
        ("verbs: [go]\n  when: {object: [any]}", "verbs: [go]\n  when: {object: [party]}", "never speaks"),
        ("verbs: [go]\n  needs-recipient: true", "verbs: [go]\n  needs-recipient: true\n  needs-actor: true", "never"),
    ])
    func aRuleThatCanNeverSpeakIsAFault(first: String, second: String, message: String) throws {
        let error = #expect(throws: CodebookError.self) { try Self.codebook(first, second) }
        let faults = try #require(error?.faults)
        #expect(faults.count == 1)
        #expect(faults[0].file == "mine.yaml")
        #expect(faults[0].line > 4)
        #expect(faults[0].message.contains(message), "\(faults)")
        #expect(faults[0].message.contains("X-01 (mine.yaml:1)"), "\(faults)")
    }

    @Test(arguments: [
        // Narrower than the first: it speaks where it fits.
        ("verbs: [go]", "verbs: [go]\n  when: {object: [ball]}"),
        // A word of its own.
        ("verbs: [go]", "verbs: [go, come]"),
        // A particle of its own.
        ("verbs: [go]", "verbs: [go out]"),
        // The first needs what the second does not.
        ("verbs: [go]\n  needs-recipient: true", "verbs: [go]"),
        // The first forbids what the second does not.
        ("verbs: [go]\n  unless: {object: [ball]}", "verbs: [go]"),
        // The second finds parties elsewhere.
        ("verbs: [go, come]\n  recipient: [to]", "verbs: [go]\n  recipient: [into]\n  actor: [with]"),
        // Another condition of the same weight.
        ("verbs: [go]\n  when: {object: [ball]}", "verbs: [go]\n  when: {object: [tent]}"),
    ])
    func aRuleWithSomethingOfItsOwnIsNoFault(first: String, second: String) throws {
        #expect(try Self.codebook(first, second).rules.count == 2)
    }

    @Test func aUsersRuleMayTakeThePlaceOfOursButNotStandBehindIt() throws {
        let base = [
            CodebookReader.Source(name: "concepts.yaml", text: "meet: {type: CONSULT}"),
            .init(
                name: "a.yaml",
                text: "- id: X-01\n  concept: meet\n  verbs: [go]\n  when: {object: [ball]}\n  examples: [{text: A.}]"),
        ]
        func mine(_ condition: String) -> CodebookReader.Source {
            .init(
                name: "b.yaml",
                text:
                    "- id: X-02\n  concept: meet\n  verbs: [go]\n  when: {\(condition)}\n  examples: [{text: A.}]")
        }
        #expect(try CodebookReader.read([mine("object: [ball], subject: [party]")], extending: base).rules.count == 2)
        let error = #expect(throws: CodebookError.self) {
            try CodebookReader.read([mine("object: [ball]")], extending: base)
        }
        #expect(error?.faults.first?.description.hasPrefix("b.yaml:1: rule X-02") == true)
    }

    @Test func whatATypeSaysHoldsForConceptsReadBeforeAndAfter() throws {
        let base = [
            CodebookReader.Source(name: "concepts.yaml", text: "fight: {type: ASSAULT}\nscold: {type: ACCUSE}"),
            .init(name: "types.yaml", text: "violence: [ASSAULT]\nstance: [ACCUSE]"),
        ]
        let ours = try CodebookReader.read([], extending: base)
        #expect(ours.concepts["fight"]?.traits == .violence)
        #expect(ours.concepts["scold"]?.traits == .stance)
        let user = CodebookReader.Source(name: "types.yaml", text: "stance: [ACCUSE, ASSAULT]")
        let theirs = try CodebookReader.read([user], extending: base)
        #expect(theirs.concepts["fight"]?.traits == [.violence, .stance])
    }

    @Test func aRuleThatDoesNotSayWherePartiesStandTakesTheSlotsOfItsPart() throws {
        let slots = CodebookReader.Source(
            name: "slots.yaml", text: "noun-actor: [poss, by]\nverb-actor: [subject]\nno-town: [place]")
        func actor(_ triggers: String) throws -> [Codebook.Slot]? {
            let rule = "- id: X-01\n  concept: meet\n  \(triggers)\n  examples: [{text: A.}]"
            let concepts = CodebookReader.Source(name: "concepts.yaml", text: "meet: {type: CONSULT}")
            return try CodebookReader.read([slots, concepts, .init(name: "a.yaml", text: rule)]).rules.first?.actor
        }
        #expect(try actor("verbs: [meet]") == [Codebook.Slot("subject")])
        #expect(try actor("nouns: [talk]") == [Codebook.Slot("poss"), Codebook.Slot("by")])
    }

    @Test(arguments: [
        ("types.yaml", "violent: [ASSAULT]", "unknown trait 'violent'"),
        ("types.yaml", "violence: [FIGHT]", "lists the type 'FIGHT'"),
        ("slots.yaml", "actor: [subject]", "unknown list 'actor'"),
    ])
    func aFaultOfTheTablesIsNamed(file: String, text: String, message: String) {
        let error = #expect(throws: CodebookError.self) { try CodebookReader.read([.init(name: file, text: text)]) }
        #expect(error?.faults.first?.message.contains(message) == true)
    }

    @Test func anIdThatStandsInTwoFilesIsNamedWithBoth() throws {
        let concepts = CodebookReader.Source(name: "concepts.yaml", text: "meet: {type: CONSULT}")
        let rule = "- id: X-01\n  concept: meet\n  verbs: [go]\n  examples: [{text: A.}]"
        let error = #expect(throws: CodebookError.self) {
            try CodebookReader.read([concepts, .init(name: "a.yaml", text: rule), .init(name: "b.yaml", text: rule)])
        }
        #expect(error?.faults.map(\.file) == ["b.yaml"])
        #expect(error?.faults.first?.message.contains("a.yaml:1") == true)
    }

    @Test func aRuleThatItsOwnExamplesNeverFireIsNamed() throws {
        let model = try TestModel.model()
        let mine = CodebookReader.Source(
            name: "mine.yaml",
            text: """
                - id: MINE-01
                  concept: visit
                  verbs: [visit]
                  when: {object: [party], subject: [elephant]}
                  examples:
                    - {text: Ruritania's foreign minister visited Graustark., actors: [Ruritania], recipients: [Graustark]}
                """)
        let faults = try CodebookChecker(Codebook.standard(extendedBy: [mine])).faults(inFiles: ["mine.yaml"]) {
            model.annotate([$0])[0]
        }
        let silent = try #require(faults.first)
        #expect(silent.line == 1)
        #expect(silent.message.contains("rule MINE-01 never fires in its own examples"))
    }

    /// A codebook of two rules that differ as told.
    private static func codebook(_ first: String, _ second: String) throws -> Codebook {
        func rule(_ id: String, _ rest: String) -> String {
            "- id: \(id)\n  concept: meet\n  \(rest)\n  examples: [{text: A.}]\n"
        }
        return try CodebookReader.read([
            .init(name: "concepts.yaml", text: "meet: {type: CONSULT}"),
            .init(name: "mine.yaml", text: rule("X-01", first) + rule("X-02", second)),
        ])
    }
}

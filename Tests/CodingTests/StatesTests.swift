import ChanceryCore
import Foundation
import SpacyPipeline
import Testing

@testable import Coding

/// An example of a rule of `states/rules.txt`, with the rule's id.
struct StateExample: CustomTestStringConvertible, Sendable {
    var rule: String
    var example: StateRule.Example
    var testDescription: String { "\(rule): \(example.text)" }

    static func all() throws -> [StateExample] {
        try StateRules().rules.flatMap { rule in rule.examples.map { StateExample(rule: rule.id, example: $0) } }
    }
}

@Suite struct StatesTests {
    static let examples = (try? StateExample.all()) ?? []
    /// The rules alone: what is weighed has tests of its own.
    static let finder = Result {
        var finder = try StateFinder()
        finder.model = nil
        return finder
    }
    static let lexicon = Result { try EntityLexicon.load() }

    private func states(_ text: String) throws -> [StateFinding] {
        let parsed = try FixtureParses.shared.get().parsed(text)
        let entities = EntityIndex(parsed, lexicon: try Self.lexicon.get())
        return try Self.finder.get().states(in: parsed, entities: entities)
    }

    private func names(_ mentions: [Mention]) -> String { mentions.map(\.name).joined(separator: " & ") }

    @Test func theExamplesAreRead() { #expect(Self.examples.count >= 90) }

    @Test(arguments: examples.filter { !$0.example.isCounter })
    func anExampleGivesItsState(_ example: StateExample) throws {
        let found = try states(example.example.text).filter { $0.rule == example.rule }
        let told = found.map { "\(names($0.subject)) | \($0.relation) | \(names($0.object))" }
        let wanted = example.example
        #expect(told.contains("\(wanted.subject) | \(wanted.relation) | \(wanted.object)"), "gives \(told)")
    }

    @Test(arguments: examples.filter { $0.example.isCounter })
    func aCounterExampleKeepsTheRuleStill(_ example: StateExample) throws {
        #expect(try states(example.example.text).filter { $0.rule == example.rule }.isEmpty)
    }

    @Test(arguments: examples.filter { !$0.example.isCounter })
    func theClauseHoldsTriggerAndParties(_ example: StateExample) throws {
        for state in try states(example.example.text) {
            #expect(state.clause.contains(state.triggerSpan))
            for mention in state.subject + state.object where mention.from == nil {
                #expect(state.clause.contains(mention.span))
            }
        }
    }

    @Test func negationIsTold() throws {
        #expect(try states("Portugal does not have an embassy in Iceland.").map(\.negated) == [true])
        #expect(try states("Norway has an embassy in Lisbon.").map(\.negated) == [false])
    }

    @Test func whatIsNoLongerSoHasEnded() throws {
        let found = try states("Iceland no longer has an embassy in Cairo.")
        #expect(found.map(\.isEnded) == [true])
        #expect(found.map(\.negated) == [false])
    }

    @Test func aSincePhraseTellsTheBeginning() throws {
        let text = "Both Norway and Iceland have an embassy in Lisbon, and Norway is a member of NATO since 1949."
        let parsed = try FixtureParses.shared.get().parsed(text)
        let found = try states(text)
        let member = try #require(found.first { $0.concept == "member-of" })
        #expect(member.since.map { parsed.text(parsed.span($0)) } == "since 1949")
        let mission = try #require(found.first { $0.concept == "has-mission" })
        #expect(names(mission.subject) == "Norway & Iceland")
    }

    @Test func aConditionIsNoState() throws {
        #expect(try states("If Norway supports the treaty, the vote may pass.").isEmpty)
    }

    @Test func titlesGiveOffices() throws {
        let found = try states("Prime Minister Edda Rahn of Norway met then President Kofi Annan of Ghana.")
        let told = found.map { "\(names($0.subject)) | \($0.relation) | \(names($0.object))" }
        #expect(told == ["Edda Rahn | is Prime Minister of | Norway", "Kofi Annan | was President of | Ghana"])
        #expect(found.map(\.isPast) == [false, true])
    }

    @Test func theSameMissionToldTwiceIsToldTwice() throws {
        let found = try states("Norway has an embassy in Lisbon. Norway has an embassy in Lisbon.")
        #expect(found.count == 2)
    }
}

@Suite struct StateRulesTests {
    private func read(_ text: String) throws -> [StateRule] {
        var reader = StateRuleReader(file: "rules.txt")
        return try reader.read(text)
    }

    @Test func everyRuleHasAnExampleAndACounterExample() throws {
        for rule in try StateRules().rules {
            #expect(rule.examples.contains { !$0.isCounter }, "\(rule.id)")
            #expect(rule.examples.contains { $0.isCounter }, "\(rule.id)")
        }
    }

    @Test(arguments: [
        ("rule A\nconcept a\npattern dance\nverb go\n", "rules.txt:3: no pattern 'dance'"),
        ("rule A\ncolour red\n", "rules.txt:2: unknown key 'colour'"),
        ("verb go\n", "rules.txt:1: 'verb' before any rule"),
        ("rule A\nconcept a\npattern verb\nverb go\n", "rules.txt:1: A has no example"),
        ("rule A\nverb go\nexample x => a | b | c\n", "rules.txt:1: A has no concept"),
        ("rule A\nconcept a\nexample x => a | b | c\n", "rules.txt:1: A has no word to fire it"),
        ("rule A\nconcept a\nverb go\nexample no arrow\n", "rules.txt:4: an example is"),
        (
            "rule A\nconcept a\nverb go\nexample x => a | b | c\n\nrule A\nconcept a\nverb go\nexample x => a | b | c\n",
            "rules.txt:6: a rule's id 'A' is empty or stands twice"
        ),
        ("rule A\nconcept a\nrule B\n", "rules.txt:3: a rule without an empty line"),
        ("rule A\nallow dance\n", "rules.txt:2: 'allow dance'"),
    ])
    func aFaultIsToldWithFileAndLine(_ text: String, _ message: String) throws {
        do {
            _ = try read(text)
            Issue.record("no fault found in \(text)")
        } catch let error as StateRuleError {
            #expect(error.description.hasPrefix(message), "\(error.description)")
        }
    }
}

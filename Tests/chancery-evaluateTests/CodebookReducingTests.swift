import Coding
import Testing

@Suite struct CodebookReducingTests {
    private func rules(_ codebook: Codebook, on word: String) -> [String] {
        codebook.rules.filter { $0.triggers.contains { $0.lemma == word } }.map(\.id)
    }

    @Test func aWordLeftOutFiresNoRuleAndOthersStay() throws {
        let whole = try Coder.standard().codebook
        let reduced = whole.without(["condemn"])
        #expect(!rules(whole, on: "condemn").isEmpty)
        #expect(rules(reduced, on: "condemn").isEmpty)
        #expect(rules(reduced, on: "denounce") == rules(whole, on: "denounce"))
    }

    @Test func aWordLeftOutOfOneRuleStaysInTheOthers() throws {
        let whole = try Coder.standard().codebook
        let ids = rules(whole, on: "attack")
        #expect(ids.count > 1)
        let first = try #require(ids.first)
        #expect(rules(whole.without(["\(first) attack"]), on: "attack") == Array(ids.dropFirst()))
    }

    @Test func aRuleWithoutTriggersIsGone() throws {
        let whole = try Coder.standard().codebook
        let rule = try #require(whole.rules.first)
        let reduced = whole.without(Set(rule.triggers.map(\.lemma)))
        #expect(!reduced.rules.contains { $0.id == rule.id })
    }
}

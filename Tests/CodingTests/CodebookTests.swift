import Coding
import Foundation
import SpacyPipeline
import Testing

@Suite struct CodebookTests {
    @Test func everyExampleOfEveryRuleIsCodedAsItsRuleSays() throws {
        let model = try TestModel.model()
        let faults = try CodebookChecker(try Codebook.standard()).faults { model.annotate([$0])[0] }
        #expect(faults.isEmpty, "\(faults.map(\.description).joined(separator: "\n"))")
    }

    @Test func everyPloverTypeHasARule() throws {
        let codebook = try Codebook.standard()
        let types = Set(codebook.rules.compactMap { codebook.concepts[$0.concept]?.type })
        #expect(types.count == 16)
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
}

import ChanceryCore
import Coding
import SpacyPipeline
import Testing

/// How clauses round an event tell it, with the language model.
@Suite struct ModalityOfClausesTests {
    private static func events(_ text: String) throws -> [String] {
        let coder = try TestModel.coder()
        let model = try TestModel.model()
        let document = Document(
            name: "text", text: text,
            blocks: [Block(kind: .paragraph, span: ByteSpan(0, text.utf8.count))])
        return coder.code(document, annotations: coder.annotate(document, with: model)).compactMap { report in
            guard case .event(let event) = report.content else { return nil }
            let sides = [event.actors, event.recipients].map { $0.map(\.name).joined(separator: ", ") }
            return "\(event.concept) \(report.modality.rawValue) \(sides[0]) > \(sides[1])"
        }
    }

    @Test(arguments: [
        ("Norway was unable to attack Denmark.", "attack negated Norway > Denmark"),
        ("Norway does not have the capability to attack Denmark.", "attack negated Norway > Denmark"),
        ("Norway has the capability to attack Denmark.", "attack hypothetical Norway > Denmark"),
        ("Norway simulated an attack on Denmark.", "attack hypothetical Norway > Denmark"),
        ("The report suggests that Norway supports Denmark.", "endorse claimed Norway > Denmark"),
    ]) func whatIsOnlyPossibleIsNoFact(text: String, event: String) throws {
        let events = try Self.events(text)
        #expect(events.contains(event), "\(events)")
    }

    @Test func twoPassivesShareTheirAgent() throws {
        let events = try Self.events("Anton Velgard was praised and deported by Norway.")
        #expect(
            Set(events) == ["praise asserted Norway > Anton Velgard", "expel-people asserted Norway > Anton Velgard"])
    }
}

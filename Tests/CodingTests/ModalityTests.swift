import ChanceryCore
import Coding
import SpacyPipeline
import Testing
import TestSupport

@Suite struct ModalityTests {
    private static let model = Result { try TestModel.model() }

    /// How the first event of the given type is told.
    @Test(arguments: [
        ("Norway recognised Estonia in 1991.", "SUPPORT", Modality.asserted),
        ("Norway did not recognise Estonia.", "SUPPORT", .negated),
        ("Norway plans to recognise Estonia.", "SUPPORT", .planned),
        ("Norway will recognise Estonia.", "SUPPORT", .planned),
        ("If Norway recognised Estonia, the talks would end.", "SUPPORT", .hypothetical),
        ("Norway may recognise Estonia.", "SUPPORT", .hypothetical),
        ("Sweden said that Norway recognised Estonia.", "SUPPORT", .claimed),
        ("Norway allegedly recognised Estonia.", "SUPPORT", .claimed),
        ("Norway failed to praise Estonia.", "SUPPORT", .negated),
        ("Norway came to recognise Estonia.", "SUPPORT", .asserted),
        ("Norway did not wish to recognise Estonia.", "SUPPORT", .negated),
        ("Norway rejected the charge that it was behind the attack on Estonia.", "ASSAULT", .denied),
        ("Norway carried out an attack on Estonia.", "ASSAULT", .asserted),
        ("Norway planned an attack on Estonia.", "ASSAULT", .planned),
        ("The right to visit Norway was discussed by Estonia and Sweden.", "CONSULT", .asserted),
    ])
    func anEventIsToldAsTheWordsRoundItSay(text: String, type: String, modality: Modality) throws {
        let model = try Self.model.get()
        let document = Document(
            name: "t", text: text, blocks: [Block(kind: .paragraph, span: ByteSpan(0, text.utf8.count))])
        let coder = try TestModel.ruleCoder()
        let reports = coder.code(document, annotations: coder.annotate(document, with: model))
        let event = reports.first { report in
            if case .event(let event) = report.content { event.type == type } else { false }
        }
        #expect(event?.modality == modality, "\(reports.map { "\($0.rule) \($0.modality)" })")
    }

    /// The chain of sources a document tells an event through, and none for its author's own voice.
    @Test(arguments: [
        ("Norway recognised Estonia.", [String]()),
        ("According to Sweden, Norway recognised Estonia.", ["Sweden"]),
        ("Norway announced the suspension of aid to Estonia.", []),
    ])
    func anEventNamesItsSources(text: String, sources: [String]) throws {
        let model = try Self.model.get()
        let document = Document(
            name: "t", text: text, blocks: [Block(kind: .paragraph, span: ByteSpan(0, text.utf8.count))])
        let coder = try TestModel.ruleCoder()
        let events = coder.code(document, annotations: coder.annotate(document, with: model)).filter {
            $0.kind == .event
        }
        #expect(events.first?.attribution.map(\.source) == sources)
    }
}

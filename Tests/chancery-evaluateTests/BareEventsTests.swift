import ChanceryCore
import Coding
import Intake
import SpacyPipeline
import Testing
import TestSupport

@testable import chancery_evaluate

/// Events of bare sentences in the benchmarks' form, with the language model.
@Suite struct BareEventsTests {
    private static func events(_ text: String) throws -> [String] {
        let model = try TestModel.model()
        let reader = BareEvents(coder: try Coder.standard(), labels: try LabelTable.standard())
        let document = try DocumentBuilder().document(named: "1", text: text)
        return reader.events(document, annotate: { model.annotate($0) }).map { event in
            let sides = [event.actors, event.recipients].map { $0.map(\.name).joined(separator: ", ") }
            return "\(event.type) \(sides[0]) > \(sides[1])"
        }
    }

    @Test(arguments: [
        ("Norway will not release the Danish sailors.", "REJECT Norway > the Danish sailors"),
        ("Norway will visit Denmark in May.", "AGREE Norway > Denmark"),
        ("OSLO (Agency) -- Norway condemned the blast.", "ACCUSE Norway > "),
        ("Norway received the Danish minister.", "CONSULT Norway > the Danish minister"),
        ("A farmer was arrested in Norway.", "COERCE Norway > A farmer"),
    ]) func whatASentenceReports(text: String, expected: String) throws {
        #expect(try Self.events(text) == [expected])
    }

    @Test func whatIsReferredToInPassingIsLeftOut() throws {
        let events = try Self.events("Norway praised Denmark, which had attacked Sweden in March.")
        #expect(events == ["SUPPORT Norway > Denmark"])
    }

    @Test func anActThatNobodyIsNamedForIsNone() throws {
        #expect(try Self.events("There were protests against Norway.").isEmpty)
    }
}

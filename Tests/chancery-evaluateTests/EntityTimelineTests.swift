import ChanceryCore
import Coding
import Foundation
import Intake
import SpacyPipeline
import Testing
import TestSupport

@testable import chancery_evaluate

/// The events of a named entity in a text, with the language model.
@Suite struct EntityTimelineTests {
    private static func events(_ text: String, of name: String, published: String) throws -> [String] {
        let model = try TestModel.model()
        let coder = try Coder.standard()
        let document = try DocumentBuilder().document(
            named: "1", text: text, given: DocumentMetadata(publishedOn: published))
        let reading = coder.reading(of: document, annotations: coder.annotate(document, with: model))
        let timeline = EntityTimeline(
            reading: reading, nouns: try EventNouns.standard(), words: try EvaluationWords(), published: EDTF(published)
        )
        return timeline.mentions(of: name).map {
            "\(reading.parsed.text($0.span)) \($0.date.map(\.description) ?? "?")"
        }
    }

    @Test func anEventHasItsOwnDateOrTheDayOfTheStory() throws {
        let text = """
            Velgard Motors opened a plant in Norway on Monday. It was founded in 1980. Velgard Motors said that sales rose.
            """
        let events = try Self.events(text, of: "Velgard Motors", published: "2010-06-09")
        #expect(events.contains("opened 2010-06-07"), "\(events)")
        #expect(events.contains("founded 1980"), "\(events)")
        #expect(events.contains("said 2010-06-07"), "\(events)")
    }

    @Test func aNameIsKnownWithItsWordsTheOtherWayRound() throws {
        let events = try Self.events(
            "The firm Velgard launched the 3X Runner on Monday.", of: "Runner 3X", published: "2010-06-09")
        #expect(events == ["launched 2010-06-07"])
    }

    @Test func whatDidNotHappenIsLeftOut() throws {
        let text = "Anton Velgard did not resign. If Anton Velgard resigned, Norway would vote."
        #expect(try Self.events(text, of: "Anton Velgard", published: "2010-06-09").isEmpty)
    }
}

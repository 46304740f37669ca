import ChanceryCore
import Coding
import Foundation
import Intake
import SpacyPipeline
import Testing
import TestSupport

@testable import chancery_evaluate

/// The reports that given mentions of events become, with the language model.
@Suite struct MentionReaderTests {
    private static func report(of word: String, in text: String, last: Bool = false) throws -> Report {
        let model = try TestModel.model()
        let coder = try Coder.standard()
        let document = try DocumentBuilder().document(
            named: "1", text: text, given: DocumentMetadata(publishedOn: "2010-06-09"))
        let reading = coder.reading(of: document, annotations: coder.annotate(document, with: model))
        let range = try #require(text.range(of: word, options: last ? .backwards : []))
        let start = text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)
        let span = CodePointSpan(start, start + word.unicodeScalars.count)
        return try #require(MentionReader(reading, words: EvaluationWords()).mention(span).report)
    }

    private static func event(of word: String, in text: String, last: Bool = false) throws -> Event {
        guard case .event(let event) = try report(of: word, in: text, last: last).content else { throw NoEvent() }
        return event
    }

    private struct NoEvent: Error {}

    @Test func aVerbHasItsWordWithItsParticleAndItsParties() throws {
        let event = try Self.event(of: "stepping down", in: "Anton Velgard is stepping down from his post.")
        #expect(event.word == "step_down")
        #expect(event.actors.map(\.name) == ["Anton Velgard"])
        #expect(!event.isDefinite && !event.isReciprocal)
    }

    @Test func aNounThatPointsBackIsDefiniteUnlessItIsAnother() throws {
        #expect(try Self.event(of: "attack", in: "The attack killed ten.").isDefinite)
        #expect(try Self.event(of: "visit", in: "This visit lasted two days.").isDefinite)
        #expect(try !Self.event(of: "attack", in: "The second attack killed ten.").isDefinite)
        #expect(try !Self.event(of: "attack", in: "An attack killed ten.").isDefinite)
    }

    @Test func aThingThatIsOnlyPointedAtNamesNothing() throws {
        #expect(try Self.event(of: "sold", in: "Velgard Motors sold the devices.").recipients.isEmpty)
        #expect(
            try Self.event(of: "sold", in: "Velgard Motors sold diesel engines.").recipients.map(\.name)
                == ["diesel engine"])
    }

    @Test func aHeadlineIsOfTheMonthOfPublication() throws {
        let text = "Velgard Motors opens plant\n\nVelgard Motors opened a plant in Norway on Monday."
        let headline = try Self.report(of: "opens", in: text)
        let lead = try Self.report(of: "opened", in: text)
        #expect(headline.date?.edtf == "2010-06")
        #expect(lead.date?.edtf == "2010-06-07")
        guard case .event(let event) = headline.content else { throw NoEvent() }
        #expect(event.isHeadline)
    }
}

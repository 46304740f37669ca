import ChanceryCore
import Testing

/// Sentences that no person wrote: nested or listed without end. They are read in pieces, and what stands beside them is told.
@Suite struct LongSentenceTests {
    @Test(arguments: ["Norway and ", "the envoy of ", "Sweden said that "])
    func aSentenceWithoutEndIsReadInPieces(part: String) throws {
        let text =
            String(repeating: part, count: 560 / part.split(separator: " ").count)
            + "Sweden left.\n\nNorway attacked Denmark in 1991."
        let events = try TextEvents.events(text).map { "\($0.event.concept) \($0.event.sides)" }
        #expect(events.contains("attack Norway > Denmark"))
    }
}

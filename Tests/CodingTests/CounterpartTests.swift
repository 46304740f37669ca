import ChanceryCore
import Coding
import Testing

/// Who the other side of an act is where the sentence tells it by other words, or leaves it out.
@Suite struct CounterpartTests {
    private static func events(_ text: String) throws -> [String] {
        try TextEvents.events(text).map { "\($0.event.concept) \($0.modality.rawValue) \($0.event.sides)" }
    }

    @Test(arguments: [
        ("Norway severed relations with its neighbour Sweden.", "break-relations asserted Norway > Sweden"),
        ("Norway signed a treaty with its ally Denmark.", "sign-treaty asserted Norway > Denmark"),
        ("Norway announced the severance of relations with Peru.", "break-relations asserted Norway > Peru"),
        ("Norway announced that it had severed relations with Peru.", "break-relations asserted Norway > Peru"),
        ("Sweden announced that Norway had severed relations with Peru.", "break-relations claimed Norway > Peru"),
        ("Norway and Peru expelled each other's ambassadors.", "expel-diplomats asserted Norway > Peru"),
        ("Norway and Peru recalled one another's envoys.", "recall-envoy asserted Norway > Peru"),
        ("Norway and Peru recognised each other.", "recognise asserted Norway > Peru"),
        (
            "Norway followed Sweden's decision by severing relations with Peru.",
            "break-relations asserted Norway > Peru"
        ),
        ("The Embassy of Norway in Lima was closed.", "close-mission asserted Norway > Peru"),
        ("Relations were established between Norway and Peru.", "establish-relations asserted Norway > Peru"),
        (
            "The establishment of relations between Norway and Peru followed.",
            "establish-relations asserted Norway > Peru"
        ),
        (
            "Norway recognised Peru in 1905. Relations were broken off in 1917.",
            "break-relations asserted Norway > Peru"
        ),
    ]) func theOtherSideIsWhomTheWordsLeadTo(text: String, event: String) throws {
        let events = try Self.events(text)
        #expect(events.contains(event), "\(events)")
    }

    /// A third state in the sentence, or several in the text, may be the one that is meant.
    @Test(arguments: [
        "Norway recognised Peru in 1905. Relations were broken off in 1917, as Sweden had asked.",
        "Norway recognised Peru. Sweden visited Denmark. Chile thanked Japan. Relations were broken off in 1917.",
    ]) func whatIsNotCertainIsNotFilledIn(text: String) throws {
        let events = try Self.events(text).filter { $0.hasPrefix("break-relations") }
        #expect(!events.contains { $0.hasSuffix("Norway > Peru") }, "\(events)")
    }

    @Test func whatIsTakenOverSaysFromWhere() throws {
        let text = "Norway recognised Peru in 1905. Relations were broken off in 1917."
        let event = try #require(
            try TextEvents.events(text).map(\.event).first { $0.concept == "break-relations" })
        #expect(event.actors.first?.from != nil)
        #expect(event.recipients.first?.from != nil)
    }
}

import ChanceryCore
import Coding
import Testing

/// Acts whose parties stand in what was told before, with the language model.
@Suite struct ExchangeTests {
    private static func events(_ text: String) throws -> [String] {
        try TextEvents.events(text).map { "\($0.event.concept) \($0.modality.rawValue) \($0.event.sides)" }
    }

    @Test(arguments: [
        ("Peru attacked Chile in 1901. Hostilities intensified that August.", "fight asserted Peru > Chile"),
        ("Peru and Chile signed a ceasefire. Negotiations proceeded swiftly.", "negotiate asserted Peru > Chile"),
        (
            "Norway planned an embassy in Lima. Denmark criticised Norway. Norway opened the embassy in May.",
            "open-mission asserted Norway > Peru"
        ),
        ("Peru launched an attack on Trondheim.", "attack asserted Peru > Norway"),
    ]) func whatGoesOnIsBetweenThoseToldBefore(text: String, event: String) throws {
        let events = try Self.events(text)
        #expect(events.contains(event), "\(events)")
    }

    @Test(arguments: [
        ("Peru attacked Chile in 1901. War broke out in Europe.", "wage-war"),
        ("Peru attacked Chile in 1901. Another war began.", "wage-war"),
        ("Peru and Chile signed a ceasefire. Talks between the companies proceeded swiftly.", "meet"),
        ("The talks failed.", "meet"),
        ("The talks went on. Peru sank a ship of Chile.", "meet"),
    ]) func whatIsNewOrOthersIsNot(text: String, concept: String) throws {
        let events = try Self.events(text)
        #expect(!events.contains { $0.hasPrefix(concept + " ") }, "\(events)")
    }

    @Test(arguments: [
        ("Norway hoped to convince Peru to withdraw.", "urge planned Norway > Peru"),
        (
            "No relations were established between Norway and Peru until 1991.",
            "establish-relations asserted Norway > Peru"
        ),
        ("No relations were established between Norway and Peru.", "establish-relations negated Norway > Peru"),
        ("Norway was to invade Peru.", "invade planned Norway > Peru"),
        ("Norway was the first to recognise Peru.", "recognise asserted Norway > Peru"),
        ("Norway appointed Jon Berg to negotiate with Peru.", "negotiate planned Jon Berg > Peru"),
        ("Norway dispatched troops to invade Peru.", "invade planned Norway > Peru"),
        ("Norway sent Jon Berg to Peru to demand a ceasefire.", "demand planned Jon Berg > Peru"),
        ("Norway would later recognise Peru.", "recognise asserted Norway > Peru"),
        ("Norway would recognise Peru.", "recognise planned Norway > Peru"),
        ("The Norwegian government protested.", "complain asserted Norway > "),
        ("Thousands of Norwegian students protested.", "demonstrate asserted Norwegian students > "),
        ("Norway is ready to help Peru build a port.", "promise asserted Norway > Peru"),
    ]) func whetherItCameAboutIsToldByItsWords(text: String, event: String) throws {
        let events = try Self.events(text)
        #expect(events.contains { $0.hasPrefix(event) }, "\(events)")
    }
}

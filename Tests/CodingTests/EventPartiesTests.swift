import ChanceryCore
import Coding
import Testing

/// Who stands at an event's slots, with the language model.
@Suite struct EventPartiesTests {
    private static func events(_ text: String) throws -> [Event] {
        try TextEvents.events(text).map(\.event)
    }

    private static func sides(_ event: Event) -> String { "\(event.type) \(event.sides)" }

    @Test(arguments: [
        ("Norway offered to send a ship to Denmark.", "AGREE Norway > Denmark"),
        ("Norway agreed to withdraw its troops from Denmark.", "AGREE Norway > Denmark"),
    ]) func whatAnActIsAboutLendsItsRecipient(text: String, expected: String) throws {
        #expect(try Self.events(text).map(Self.sides).contains(expected))
    }

    @Test(arguments: [
        ("Norway promised to recognise Denmark.", ["SUPPORT planned", "AGREE asserted"]),
        ("Norway refused to recognise Denmark.", ["SUPPORT negated", "REJECT asserted"]),
        ("Norway urged Denmark to withdraw its troops from Sweden.", ["REQUEST asserted", "RETREAT planned"]),
        // Its twin: what is done is told as done, once.
        ("Norway recognised Denmark.", ["SUPPORT asserted"]),
    ]) func whatIsPromisedOrAskedForIsToldBesideAsNotDone(text: String, expected: [String]) throws {
        #expect(try TextEvents.events(text).map { "\($0.event.type) \($0.modality)" }.sorted() == expected.sorted())
    }

    /// "The head of the office, NAME": who holds it, though the parser hangs the name on the office; a body's short form is nobody's name.
    @Test(arguments: [
        ("Norway accused the head of Denmark's National Harbour Office, Vala Brunn, of espionage.", true),
        ("Norway accused the head of Denmark's National Harbour Office, NHO, of espionage.", false),
    ]) func whoHeadsANamedOfficeIsAPerson(text: String, isPerson: Bool) throws {
        let accused = try Self.events(text).filter { $0.type == "ACCUSE" }.flatMap(\.recipients)
        #expect(!accused.isEmpty)
        #expect(accused.contains { ["Vala Brunn", "NHO"].contains($0.name) && $0.kind == .person } == isPerson)
    }

    @Test func whatBelongsToTheActorIsRecipientWhereThereIsNoOther() throws {
        #expect(try Self.events("Norway arrested its soldiers.").map(\.recipients.count) == [1])
    }

    /// What somebody serves as is not somebody beside them; the envoy who acts is.
    @Test(arguments: [
        ("Norway opened its embassy in Denmark, with Anton Velgard as ambassador.", "ambassador", false),
        ("Norway attacked Denmark. The ambassador praised Norway.", "ambassador", true),
    ]) func whatSomebodyServesAsIsNobody(text: String, name: String, isTold: Bool) throws {
        let parties = try Self.events(text).flatMap { $0.actors + $0.recipients }
        #expect(!parties.isEmpty)
        #expect(parties.contains { $0.name.lowercased().hasSuffix(name) } == isTold, "\(parties.map(\.name))")
    }

    @Test func severalAgreeWithEachOther() throws {
        let events = try Self.events("Norway and Denmark agreed to share information about Sweden.")
        #expect(events.map(Self.sides) == ["AGREE Norway > Denmark"])
        #expect(events.map(\.isReciprocal) == [true])
        let one = try Self.events("Norway agreed to train Danish officers.")
        #expect(one.allSatisfy { !$0.isReciprocal } && !one.isEmpty)
    }

    @Test(arguments: [
        ("A report of the United Nations criticised Norway.", "ACCUSE United Nations > Norway"),
        ("Denmark published a report criticising Norway.", "ACCUSE Denmark > Norway"),
    ]) func aTextSpeaksForItsAuthor(text: String, expected: String) throws {
        #expect(try Self.events(text).map(Self.sides).contains(expected))
    }

    @Test func stepUpAttacksIsAnAttack() throws {
        let events = try Self.events("Norwegian soldiers stepped up attacks on Denmark.")
        #expect(events.map(\.type) == ["ASSAULT"])
    }

    @Test func whoNoListKnowsIsAPartyWhereAUserNamesThem() throws {
        let text = "The harbour board condemned the closure of the bridge by Norway."
        #expect(try Self.events(text).allSatisfy { $0.actors.isEmpty })
        let named = try EntityCorrections(parsing: "Harbour Board\torganisation\t\t\tharbour board")
        let events = try TextEvents.events(text, corrections: named).map(\.event)
        #expect(events.first.map(Self.sides)?.hasPrefix("ACCUSE Harbour Board >") == true)
    }
}

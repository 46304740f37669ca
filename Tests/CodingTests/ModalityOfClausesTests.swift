import ChanceryCore
import Coding
import Testing

/// How clauses round an event tell it, with the language model.
@Suite struct ModalityOfClausesTests {
    private static func events(_ text: String) throws -> [String] {
        try TextEvents.events(text).map { "\($0.event.concept) \($0.modality.rawValue) \($0.event.sides)" }
    }

    @Test(arguments: [
        ("Norway attacked Denmark; Sweden made no attack.", "attack asserted Norway > Denmark"),
        ("Norway has no intention of negotiating with Denmark.", "negotiate negated Norway > Denmark"),
        ("Norway was unable to attack Denmark.", "attack negated Norway > Denmark"),
        ("Norway does not have the capability to attack Denmark.", "attack negated Norway > Denmark"),
        ("Norway has the capability to attack Denmark.", "attack hypothetical Norway > Denmark"),
        ("Norway simulated an attack on Denmark.", "attack hypothetical Norway > Denmark"),
        ("The report suggests that Norway supports Denmark.", "endorse claimed Norway > Denmark"),
        ("Norway will have to support Sweden.", "endorse hypothetical Norway > Sweden"),
        ("Norway is too weak to attack Denmark.", "attack negated Norway > Denmark"),
        ("Norway is able to attack Denmark.", "attack hypothetical Norway > Denmark"),
        ("Norway did not say that Denmark attacked Sweden.", "attack hypothetical Denmark > Sweden"),
        ("Norway did not know that Denmark had attacked Sweden.", "attack asserted Denmark > Sweden"),
        ("Norway will not attack Denmark.", "attack negated Norway > Denmark"),
        ("Norway to visit Denmark.", "visit planned Norway > Denmark"),
        ("A war between Norway and Denmark seemed inevitable.", "wage-war hypothetical Norway > Denmark"),
        ("Norway's failure to support Denmark was noted.", "endorse negated Norway > Denmark"),
        (
            "The plan was not a Danish idea but rather a German-Polish agreement.",
            "reach-agreement asserted Germany > Poland"
        ),
        ("Had Norway attacked Denmark, the king would have left.", "attack hypothetical Norway > Denmark"),
        ("It is essential that Denmark be supported by Norway.", "endorse hypothetical Norway > Denmark"),
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

import ChanceryCore
import Coding
import Testing

/// The everyday acts of diplomacy, active, passive and as nouns, with the language model.
@Suite struct EverydayActsTests {
    private static func events(_ text: String) throws -> [String] {
        try TextEvents.events(text).map { "\($0.event.concept) \($0.modality.rawValue) \($0.event.sides)" }
    }

    @Test(arguments: [
        ("Norway summoned the chargé d'affaires of Peru.", "summon-envoy asserted Norway > Peru"),
        ("The summoning of the Peruvian ambassador by Norway followed.", "summon-envoy asserted Norway > Peru"),
        ("A note of protest was delivered to the embassy of Peru by Norway.", "protest-note asserted Norway > Peru"),
        ("Norway sent a protest note to Peru.", "protest-note asserted Norway > Peru"),
        ("Norway imposed visas on Peruvian students.", "visa-measures asserted Norway > Peruvian students"),
        ("Norway abolished visas for Peruvian students.", "visa-waiver asserted Norway > Peruvian students"),
        ("Norway hosted talks between Peru and Chile.", "host-talks asserted Norway > Peru, Chile"),
        ("Norway hosted talks between Peru and Chile.", "meet asserted Peru > Chile"),
        ("Talks between Peru and Chile broke down.", "fail-to-agree asserted Peru > Chile"),
        ("The collapse of the talks between Peru and Chile was announced.", "fail-to-agree asserted Peru > Chile"),
        ("Talks between Peru and Chile resumed.", "meet asserted Peru > Chile"),
        ("Norwegian troops entered Sweden.", "enter-territory asserted Norwegian troops > Sweden"),
        ("The entry of Norwegian troops into Sweden was noted.", "enter-territory asserted Norwegian troops > Sweden"),
        ("War broke out between Peru and Chile.", "wage-war asserted Peru > Chile"),
        ("When hostilities began between Peru and Chile, Norway stayed neutral.", "fight asserted Peru > Chile"),
        ("Peru accepted a Norwegian offer to mediate.", "agree asserted Peru > Norway"),
        ("Peru accepted Norway as a mediator.", "agree asserted Peru > Norway"),
        ("The Norwegian Legation at Lima was raised to an Embassy.", "raise-mission asserted Norway > Peru"),
        ("The legation of Norway in Lima became an embassy.", "raise-mission asserted Norway > Peru"),
        ("Norway transferred its embassy from Lima to Cusco.", "move-mission asserted Norway > Peru"),
        (
            "The Peruvian ambassador presented his letters of credence to the king of Norway.",
            "present-credentials asserted Peruvian ambassador > king of Norway"
        ),
        (
            "The king of Norway received the credentials of the Peruvian ambassador.",
            "present-credentials asserted Peruvian ambassador > king of Norway"
        ),
        ("Norway declared independence from Sweden.", "declare-independence asserted Norway > Sweden"),
        (
            "The Security Council passed a resolution on Peru.",
            "pass-resolution asserted United Nations Security Council > Peru"
        ),
        ("Peru and Norway exchanged ambassadors.", "exchange-envoys asserted Peru > Norway"),
        ("A prisoner exchange between Peru and Chile took place.", "exchange-prisoners asserted Peru > Chile"),
        ("Norway returned its ambassador to Peru.", "return-envoy asserted Norway > Peru"),
        ("Norway sent its ambassador back to Peru.", "return-envoy asserted Norway > Peru"),
        ("The expulsion of the Peruvian ambassador by Norway followed.", "expel-diplomats asserted Norway > Peru"),
        ("Norway declared the Peruvian ambassador persona non grata.", "expel-diplomats asserted Norway > Peru"),
        ("Norway refused agrément to the Peruvian envoy.", "refuse-envoy asserted Norway > Peruvian envoy"),
        ("Norway granted recognition to Peru.", "recognise asserted Norway > Peru"),
        ("Thousands protested in front of the Peruvian embassy in Oslo.", "demonstrate asserted thousands > Peru"),
    ]) func actsAreToldInEveryConstruction(text: String, event: String) throws {
        let events = try Self.events(text)
        #expect(events.contains(event), "\(events)")
    }

    @Test(arguments: [
        ("Norway sent its ambassador back to Peru.", "deny-entry"),
        ("Norway sent a note of thanks to Peru.", "complain"),
        ("The army of Norway entered the war.", "enter-territory"),
        ("Talks between Peru and Chile resumed.", "fail-to-agree"),
        ("Peru accepted a Norwegian offer to mediate.", "mediate asserted Peru"),
    ]) func whatOnlySoundsLikeItIsNotTold(text: String, event: String) throws {
        let events = try Self.events(text)
        #expect(!events.contains { $0.hasPrefix(event) }, "\(events)")
    }

}

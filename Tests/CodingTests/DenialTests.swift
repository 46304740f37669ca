import ChanceryCore
import Coding
import Testing

/// What a text tells not to have happened, or only to be charged, mused or demanded, with the language model.
@Suite struct DenialTests {
    private static func events(_ text: String) throws -> [String] {
        try TextEvents.events(text).map { "\($0.event.concept) \($0.modality.rawValue) \($0.event.sides)" }
    }

    @Test(arguments: [
        ("Neither Norway nor Sweden recognised Denmark.", "recognise negated Norway, Sweden > Denmark"),
        ("Norway neither recognised Denmark nor signed a treaty with it.", "recognise negated Norway > Denmark"),
        ("Norway neither recognised Denmark nor signed a treaty with it.", "sign-treaty negated Norway > Denmark"),
        (
            "Norway neither attacked Denmark nor closed its embassy in Copenhagen.",
            "close-mission negated Norway > Denmark"
        ),
        ("None of the Nordic states recognised Denmark.", "recognise negated Nordic states > Denmark"),
        ("It is false that Norway attacked Denmark.", "attack negated Norway > Denmark"),
        ("It is a myth that Norway attacked Denmark.", "attack negated Norway > Denmark"),
        ("It was wrong to say that Norway had attacked Denmark.", "attack negated Norway > Denmark"),
        ("The claim that Norway attacked Denmark is untrue.", "attack negated Norway > Denmark"),
        ("Norway almost invaded Denmark.", "invade negated Norway > Denmark"),
        ("Norway came close to invading Denmark.", "invade negated Norway > Denmark"),
        ("Norway stopped short of closing its embassy in Denmark.", "close-mission negated Norway > Denmark"),
        ("Instead of attacking Denmark, Norway signed a treaty with it.", "attack negated Norway > Denmark"),
        ("Norway has yet to recognise Denmark.", "recognise negated Norway > Denmark"),
        ("Norway escaped being invaded by Denmark.", "invade negated Denmark > Norway"),
        ("Norway scarcely supported Denmark.", "endorse negated Norway > Denmark"),
    ]) func whatIsDeniedIsToldAsNotSo(text: String, event: String) throws {
        let events = try Self.events(text)
        #expect(events.contains(event), "\(events)")
    }

    @Test(arguments: [
        ("Both Norway and Sweden recognised Denmark.", "recognise asserted Norway, Sweden > Denmark"),
        ("Norway recognised Denmark and signed a treaty with it.", "sign-treaty asserted Norway > Denmark"),
        ("It is true that Norway attacked Denmark.", "attack asserted Norway > Denmark"),
        ("Norway invaded Denmark after almost ten years.", "invade asserted Norway > Denmark"),
        ("Norway did not recognise Denmark until 1922.", "recognise asserted Norway > Denmark"),
        ("It was not until 1979 that Norway recognised Denmark.", "recognise asserted Norway > Denmark"),
        ("Norway not only recognised Denmark but signed a treaty with it.", "recognise asserted Norway > Denmark"),
        ("Norway was among the first to recognise Denmark.", "recognise asserted Norway > Denmark"),
        ("Norway became the 50th state to recognise Denmark.", "recognise asserted Norway > Denmark"),
        ("Sweden condemned Norway for attacking Denmark.", "attack asserted Norway > Denmark"),
        ("The president of Norway was toppled in a coup.", "overthrow asserted  > president of Norway"),
    ]) func whatCameAboutIsToldAsSo(text: String, event: String) throws {
        let events = try Self.events(text)
        #expect(events.contains(event), "\(events)")
    }

    @Test(arguments: [
        ("Crowds in Oslo demanded elections and the release of Anton Velgard.", "release planned  > Anton Velgard"),
        ("Norway was suspected of arming the rebels of Denmark.", "supply-arms claimed Norway > rebels of Denmark"),
        (
            "Norway, blamed by a Swedish report for arming the rebels of Denmark, kept silent.",
            "supply-arms claimed Norway > rebels of Denmark"
        ),
        ("The court found it plausible that Norway had attacked Denmark.", "attack hypothetical Norway > Denmark"),
        ("It is likely that Norway attacked Denmark.", "attack hypothetical Norway > Denmark"),
        ("It seems that Norway attacked Denmark.", "attack claimed Norway > Denmark"),
        ("The king of Norway mused about invading Denmark.", "invade hypothetical king of Norway > Denmark"),
        ("The risk of an attack by Norway on Denmark grew.", "attack hypothetical Norway > Denmark"),
        ("Norway weighed severing ties with Denmark.", "break-relations planned Norway > Denmark"),
    ]) func whatIsOnlyChargedMusedOrDemandedIsNoFact(text: String, event: String) throws {
        let events = try Self.events(text)
        #expect(events.contains(event), "\(events)")
    }

    @Test func anAnswerByOtherMeansIsNoAttack() throws {
        let events = try Self.events("Norway retaliated by expelling two diplomats of Denmark.")
        #expect(events == ["expel-diplomats asserted Norway > Denmark"])
        #expect(
            try Self.events("Norway retaliated against Denmark.") == ["attack asserted Norway > Denmark"])
    }

    @Test func whoSpeaksAfterAQuotationIsTheAccuser() throws {
        let events = try Self.events("\"Norway has betrayed us\", charged the president of Denmark.")
        #expect(events.contains("accuse asserted president of Denmark > Norway"), "\(events)")
        #expect(!events.contains { $0.hasPrefix("accuse asserted Norway") })
    }

    @Test func whatIsGivenAsTheTimeOfAnAgreementIsToldByItself() throws {
        let events = try Self.events(
            "Norway and Denmark agreed to cooperate when Norway closed its border with Sweden.")
        #expect(events.contains { $0.hasPrefix("close-border") && $0.hasSuffix("Norway > Sweden") }, "\(events)")
    }

    @Test func whoIsNotHappyThatAnotherActedDoesNotSwallowTheAct() throws {
        let events = try Self.events("Norway was not happy that Sweden had recognised Denmark.")
        #expect(events.contains { $0.hasPrefix("recognise") && $0.hasSuffix("Sweden > Denmark") }, "\(events)")
        #expect(!events.contains { $0.hasPrefix("promise") })
    }
}

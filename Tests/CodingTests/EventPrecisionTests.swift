import ChanceryCore
import Coding
import Testing

/// What whole texts are coded as, with the language model, where a wrong record is worse than none.
@Suite struct EventPrecisionTests {
    /// Every event of a text as "type modality actors > recipients".
    private static func events(_ text: String) throws -> [String] {
        try TextEvents.events(text).map { "\($0.event.concept) \($0.modality.rawValue) \($0.event.sides)" }
    }

    @Test(arguments: [
        (
            "Hillary Clinton visited Norway in May. Clinton praised Denmark.",
            "praise asserted Hillary Clinton > Denmark"
        ),
        ("Chelsea Clinton visited Norway. Clinton praised Denmark.", "praise asserted Chelsea Clinton > Denmark"),
        (
            "Clinton praised Denmark. She was in Oslo, and her staff was there.",
            "praise asserted Hillary Clinton > Denmark"
        ),
        ("Clinton praised Denmark.", "praise asserted Clinton > Denmark"),
        ("Bill Clinton praised Denmark. Clinton criticised Norway.", "condemn asserted Bill Clinton > Norway"),
        ("Jeb Bush visited Norway. Bush praised Denmark.", "praise asserted Jeb Bush > Denmark"),
    ]) func aBareSurnameIsWhomTheTextMeans(text: String, event: String) throws {
        #expect(try Self.events(text).contains(event))
    }

    @Test(arguments: [
        ("The president of Norway attacked Denmark.", "attack asserted president of Norway > Denmark"),
        ("Norway imposed sanctions on Denmark for attacking Sweden.", "attack asserted Denmark > Sweden"),
        ("Norway criticised the Paris agreement.", "condemn asserted Norway > "),
        ("Norway supports sanctions against Denmark.", "endorse asserted Norway > "),
        (
            "A minister of labour under the government of Norway who criticised Denmark resigned.",
            "condemn asserted minister of labour > Denmark"
        ),
        ("Norway bombed Denmark on 5 May 2012 – the talks had failed.", "bomb asserted Norway > Denmark"),
    ]) func whoTakesPartIsWhomTheWordsLeadTo(text: String, event: String) throws {
        let events = try Self.events(text)
        #expect(events.contains(event), "\(events)")
    }

    @Test(arguments: [
        "Norway criticised Denmark for recognising Sweden.", "Norway enabled Denmark to recognise Sweden.",
    ]) func whoIsBlamedOrEnabledIsWhoActs(text: String) throws {
        let events = try Self.events(text).filter { $0.hasPrefix("recognise") }
        #expect(events.map { $0.suffix(16) } == ["Denmark > Sweden"], "\(events)")
    }

    @Test(arguments: [
        "The bombing insurance of Norway is cheap.",
        "Norway's task in Denmark is demanding.",
        "Norway fired Anton Velgard.",
        "Norway met the criteria of the bank.",
        "The company offers a discount to women.",
        "Anton Velgard committed perjury in Norway.",
        "Anton Velgard beat Boris Holm.",
        "Norway insisted that Denmark was right.",
        "Norway backs up its data.",
        "Senator Anton Velgard of Norway attacked coal emissions.",
        "Senator Anton Velgard of Norway battled with Senator Boris Holm of Norway over taxes.",
        "Norway is armed with a victory.",
        "Norway was hit by a storm.",
        "Anton Velgard of Norway resisted the rules of gravity.",
        "Norway demonstrated a fondness for Denmark.",
        "Anton Velgard of Norway called Boris Holm \"a friend\".",
        "Norway suggested that Danish voters cling to the past.",
        "Norway warned that Denmark had raised its taxes.",
        "Let Denmark decide, Norway said.",
        "Norway's talks, as opposed to those of Denmark, were short.",
    ]) func wordsInOtherSensesTellOfNoEvent(text: String) throws {
        #expect(try Self.events(text).isEmpty)
    }

    @Test(arguments: [
        ("In May the Norwegian government could no longer defend Denmark.", "negated"),
        ("Did Norway criticise Denmark in May?", "hypothetical"),
        ("Norway would have attacked Denmark.", "hypothetical"),
        ("If Sweden left, Norway would attack Denmark.", "hypothetical"),
        ("Why did Norway criticise Denmark in May?", "asserted"),
        ("Norway attacked Denmark.", "asserted"),
    ]) func conditionsAndQuestionsAreNoFacts(text: String, modality: String) throws {
        let events = try Self.events(text)
        #expect(events.contains { $0.contains(" \(modality) ") }, "\(events)")
    }

    @Test func aCityBeforeViolenceSuffersIt() throws {
        let events = try Self.events("The Oslo bombings shocked the town.")
        #expect(events == ["bomb asserted  > Norway"])
    }

    @Test func onePersonAttacksAnotherInWords() throws {
        let events = try Self.events("Anton Velgard attacked Boris Holm in a speech.")
        #expect(events == ["condemn asserted Anton Velgard > Boris Holm"])
    }

    @Test func pronounsTakeAPersonWhoseFirstNameFits() throws {
        let events = try Self.events("Angela Velgard met Robert Holm in Oslo. He praised Denmark.")
        #expect(events.contains("praise asserted Robert Holm > Denmark"))
    }
}

import ChanceryCore
import Coding
import SpacyPipeline
import Testing

/// What whole texts are coded as, with the language model, where a wrong record is worse than none.
@Suite struct EventPrecisionTests {
    /// Every event of a text as "type modality actors > recipients".
    private static func events(_ text: String) throws -> [String] {
        let coder = try TestModel.coder()
        let model = try TestModel.model()
        let document = Document(
            name: "text", text: text,
            blocks: [Block(kind: .paragraph, span: ByteSpan(0, text.utf8.count))])
        return coder.code(document, annotations: coder.annotate(document, with: model)).compactMap { report in
            guard case .event(let event) = report.content else { return nil }
            let actors = event.actors.map(\.name).joined(separator: ", ")
            let recipients = event.recipients.map(\.name).joined(separator: ", ")
            return "\(event.concept) \(report.modality.rawValue) \(actors) > \(recipients)"
        }
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

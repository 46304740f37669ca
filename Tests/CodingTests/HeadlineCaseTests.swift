import ChanceryCore
import Coding
import Testing
import TestSupport

/// Headlines in capitals, with the language model.
@Suite struct HeadlineCaseTests {
    private static let below = "\n\nThe step came after months of strife, and nobody was surprised by it in the end."

    @Test(arguments: [
        ("Norway Recognises Kosovo", "Norway > Kosovo | recognise | asserted"),
        ("Kenya Expels Uganda's Ambassador", "Kenya > Uganda | expel-diplomats | asserted"),
        ("UN Condemns Kenya Over Attack on Uganda", "United Nations > Kenya | condemn | asserted"),
        ("Talks Between Kenya and Uganda Collapse", "Kenya > Uganda | meet | asserted"),
        ("Kenya to Open Embassy in Norway", "Kenya > Norway | open-mission | planned"),
        ("Kenya Bombs Ugandan Port, Killing Dozens", "Kenya > Uganda | bomb | asserted"),
        ("Norway and Kenya Sign Trade Agreement", "Norway > Kenya | sign-treaty | asserted"),
        ("Kenya Suspends Aid to Uganda After Coup", "Kenya > Uganda | suspend-exchange | asserted"),
        ("Kenya Recalls Envoy From Uganda, Cites Security Fears", "Kenya > Uganda | recall-envoy | asserted"),
        ("World Bank Lends Chad $30 Million", "World Bank > Chad | give-aid | asserted"),
    ]) func aHeadlineTellsItsEvent(headline: String, event: String) throws {
        let found = try BlockTexts.events(headline + Self.below)
        #expect(found.contains { $0.hasPrefix(event) }, "\(found)")
    }

    @Test(arguments: [
        "The Embassy of Kenya in Oslo", "Relations Between Kenya and Uganda", "The Bank of Norway Building",
    ])
    func aHeadingThatOnlyNamesTellsNone(heading: String) throws {
        #expect(try BlockTexts.events(heading + Self.below).isEmpty)
    }

    @Test(arguments: [
        ("Kenya Expels Uganda's Ambassador", "Kenya expels Uganda's Ambassador"),
        ("Envoys of the United Nations Leave Osk", "Envoys of the United Nations leave Osk"),
        ("Osk Opens Its Port: The Story", "Osk opens its port: The Story"),
        ("KENYA LEAVES THE UNION", "KENYA LEAVES THE UNION"), ("Osk left the union", "Osk left the union"),
        ("Talks Stall", "Talks stall"),
    ]) func smallLettersAreGivenToWordsThatNameNothing(headline: String, read: String) throws {
        let text = headline + Self.below
        let document = Document(
            name: "text", text: text,
            blocks: [
                Block(kind: .title, span: ByteSpan(0, headline.utf8.count)),
                Block(kind: .paragraph, span: ByteSpan(headline.utf8.count + 2, text.utf8.count)),
            ])
        #expect(try TestModel.coder().texts(of: document, for: try TestModel.model()).first == read)
    }

    @Test func aNameOfTheTextBelowStays() throws {
        let text = "Osk Meets Storms\n\nThe council received Storms on Monday. Later Ana Storms left the town."
        let document = Document(
            name: "text", text: text,
            blocks: [
                Block(kind: .title, span: ByteSpan(0, 16)),
                Block(kind: .paragraph, span: ByteSpan(18, text.utf8.count)),
            ])
        #expect(try TestModel.coder().texts(of: document, for: try TestModel.model()).first == "Osk meets Storms")
    }
}

import ChanceryCore
import Intake
import Testing

/// Sources that are named beside words, without a verb of saying; with the language model.
@Suite struct SourceBesideTests {
    private static let words = "Uganda bombed Kenya in 1991"

    @Test(arguments: [
        "“\(words).” — Mira Tovan, president of Norway", "\"\(words).\" -- Mira Tovan",
        "“\(words),” – Mira Tovan, 1992",
        "“\(words).” (Mira Tovan, president of Norway)", "“\(words).”\n~ Mira Tovan",
        "“\(words).”\n\n— Mira Tovan, president of Norway", "“\(words).”\nMira Tovan, president of Norway",
        "And from President Mira Tovan of Norway:\n\n“\(words).”", "Mira Tovan again:\n\n“\(words).”",
        "A letter from Mira Tovan to the council:\n\n“\(words).”", "To quote Mira Tovan: “\(words).”",
        "Mira Tovan’s verdict was short: “\(words).”", "As Mira Tovan put it: “\(words).”",
        "“\(words).” So wrote Mira Tovan.", "“\(words).” That is what Mira Tovan said.",
        "“\(words).” Those were the words of Mira Tovan.", "“\(words),” Mira Tovan was quoted as saying.",
    ]) func whoeverIsNamedBesideWordsSaysThem(text: String) throws {
        #expect(try BlockTexts.statements(text) == ["Mira Tovan | \(Self.words)"])
        #expect(try BlockTexts.events(text).contains("Uganda > Kenya | bomb | claimed | Mira Tovan"))
    }

    @Test(arguments: [
        "The talks went on.\n\n> \(words).\n>\n> — Mira Tovan, president of Norway\n\nThen they ended.",
        "> \(words).\n> — Mira Tovan", "The talks went on.\n\n> \"\(words).\"\n>\n> Mira Tovan\n\nThen they ended.",
    ]) func aBlockQuoteEndsInItsSource(text: String) throws {
        #expect(try BlockTexts.statements(text, format: .markdown) == ["Mira Tovan | \(Self.words)"])
    }

    @Test(arguments: [
        "“\(words).” (He had seen it.)", "“\(words).” — and then he left.", "To President Mira Tovan:\n\n“\(words).”",
        "“\(words).” Nobody believed it.",
    ]) func wordsOfNobodyNamedAreNotTheAuthors(text: String) throws {
        #expect(try BlockTexts.statements(text).isEmpty)
        #expect(try BlockTexts.events(text).contains("Uganda > Kenya | bomb | claimed | "))
    }

    @Test(arguments: [
        ("Mira Tovan said: \"Never.\"", "Never"), ("Mira Tovan told reporters: \"Absolutely not.\"", "Absolutely not"),
        ("“No!” Mira Tovan shouted.", "No"), ("Mira Tovan’s answer: “Never.”", "Never"),
    ]) func anAnswerOfOneWordIsAStatement(text: String, content: String) throws {
        #expect(try BlockTexts.statements(text) == ["Mira Tovan | \(content)"])
    }

    @Test(arguments: [
        "Mira Tovan wrote a novel, “Storms.”", "The book was called “Never.”",
        "Mira Tovan never said “Never.”",
    ]) func aNameOrABorrowedWordIsNone(text: String) throws {
        #expect(try BlockTexts.statements(text).isEmpty)
    }

    @Test(arguments: [
        ("The envoy said: \"He told me, 'I will bomb Kenya.'\"", ""),
        ("The mayor recalled: \"Someone shouted, 'We killed the Kenyan envoy!'\"", ""),
        ("The envoy said: “My general told me: ‘We will attack Kenya at dawn.’ I did not believe him.”", "general"),
        ("“My father used to say, ‘I bombed Kenya,’” the mayor recalls.", "father"),
        ("The mayor said: “I attacked Kenya.”", "mayor"),
    ]) func theFirstPersonIsTheInnermostSpeaker(text: String, actor: String) throws {
        let found = try BlockTexts.events(text).filter { $0.contains("Kenya |") }
        #expect(found.allSatisfy { $0.hasPrefix("\(actor) > Kenya") && !actor.isEmpty }, "\(found)")
        if !actor.isEmpty { #expect(!found.isEmpty) }
    }

    @Test(arguments: [
        ("According to Reuters, citing two officials, Norway sold the ships to Kenya.", "Reuters, officials"),
        ("Norway sold the ships to Kenya, according to Reuters, which cited two officials.", "Reuters, officials"),
        ("Norway sold the ships to Kenya, said Reuters, citing the BBC.", "Reuters, BBC"),
        ("Norway sold the ships to Kenya, according to two officials quoted by Reuters.", "Reuters, officials"),
        ("“Norway sold the ships to Kenya,” the minister was quoted by Reuters as saying.", "Reuters, minister"),
        ("Norway sold the ships to Kenya, as reported by Reuters.", "Reuters"),
        ("As Reuters put it, Norway sold the ships to Kenya.", "Reuters"),
        ("Per Reuters, Norway sold the ships to Kenya.", "Reuters"),
        ("The port takes 300 tons per day, and Norway sold the ships to Kenya.", ""),
    ]) func chainsBeginWithWhoeverQuotes(text: String, chain: String) throws {
        let modality = chain.isEmpty ? "asserted" : "claimed"
        #expect(try BlockTexts.events(text).contains("Norway > Kenya | trade | \(modality) | \(chain)"))
    }

    @Test func aPartedQuotationNamesItsPieces() throws {
        let text = "“Osk,” said Mira Tovan, “burned the port of Tarn.”"
        let told = try #require(try TextStatements.reports(text).first)
        let map = OffsetMap(text)
        #expect(told.statement.pieces?.compactMap { map.text($0) } == ["Osk", "burned the port of Tarn"])
    }

    @Test func anUndatedSayingTakesTheDayOfPublication() throws {
        let said = "The minister of Kenya said that Uganda had burned the port."
        let date = try TextEvents.reports(said, publishedOn: "2024-05-03").first { $0.kind == .statement }?.date
        #expect(date == ReportDate(edtf: "2024-05-03", basis: .published, evidence: nil))
        let old = try TextEvents.reports("The year 1970 was hard. " + said, publishedOn: "2024-05-03")
        #expect(old.first { $0.kind == .statement }?.date?.basis != .published)
    }
}

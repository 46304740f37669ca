import ChanceryCore
import Coding
import TestSupport
import Testing

/// What is told beyond the rules: open sides filled, acts that no rule tells, and how far to trust either.
@Suite struct ActWeighingTests {
    private static func reports(_ text: String, _ coder: Coder) throws -> [Report] {
        let document = Document(
            name: "text", text: text, metadata: DocumentMetadata(),
            blocks: [Block(kind: .paragraph, span: ByteSpan(0, text.utf8.count))])
        return coder.code(document, annotations: coder.annotate(document, with: try TestModel.model()))
            .filter { $0.kind == .event }
    }

    private static func told(_ text: String, _ coder: Coder) throws -> [String] {
        try reports(text, coder).compactMap { report in
            guard case .event(let event) = report.content else { return nil }
            return "\(event.type) \(event.sides)"
        }
    }

    /// The rule asks for more than the sentence says; what it says is plain all the same.
    @Test(arguments: [
        ("Norway's ambassador sought a ceasefire between Peru and Chile.", "REQUEST "),
        ("Norway decided to provide aid to Peru.", "AID Norway > Peru"),
        ("The British attack was followed by an occupation of Denmark.", "ASSAULT United Kingdom > "),
    ]) func whatNoRuleTellsIsToldWhereItIsLikely(text: String, event: String) throws {
        let likely = try Self.told(text, TestModel.coder())
        #expect(likely.contains { $0.hasPrefix(event) }, "\(likely)")
    }

    /// The twin: nobody acts on anybody.
    @Test(arguments: [
        "Norway is a country in the north of Europe.", "The river flows from Peru to Chile.",
        "Denmark's population grew by two percent.",
    ]) func whatTellsNoActIsNotTold(text: String) throws {
        #expect(try Self.told(text, TestModel.coder()).isEmpty)
    }

    @Test func whatIsToldForBeingLikelySaysSo() throws {
        let text = "Norway decided to provide aid to Peru. Norway attacked Denmark."
        let byRules = Set(try Self.reports(text, TestModel.ruleCoder()).map(\.id))
        for report in try Self.reports(text, TestModel.coder()) {
            guard case .event(let event) = report.content else { continue }
            #expect(event.isLikely == !byRules.contains(report.id), "\(report)")
            #expect((0...1).contains(try #require(report.confidence)))
        }
    }

    /// "Suffered an attack": nobody does what befalls him; who attacks does.
    @Test(arguments: [
        ("In 1990 Norway suffered a heavy attack.", "ASSAULT ", " > Norway"),
        ("In 1990 Norway carried out a heavy attack.", "ASSAULT Norway", ""),
    ]) func whatBefallsSomebodyIsNotHisDeed(text: String, start: String, end: String) throws {
        let told = try Self.told(text, TestModel.coder())
        #expect(!told.isEmpty && told.allSatisfy { $0.hasPrefix(start) && $0.hasSuffix(end) }, "\(told)")
        #expect(told.contains { $0.hasPrefix("ASSAULT Norway") } == end.isEmpty, "\(told)")
    }

    @Test func byRulesAloneNothingIsWeighed() throws {
        let reports = try Self.reports("Norway attacked Denmark.", TestModel.ruleCoder())
        #expect(reports.count == 1)
        #expect(reports.allSatisfy { $0.confidence == nil })
    }

    /// What somebody agrees to is to come; what they open is done.
    @Test(arguments: [
        ("Norway agreed to the opening of a Danish embassy in Oslo.", Modality.planned),
        ("Norway celebrated the opening of a Danish embassy in Oslo.", .asserted),
    ]) func whatIsAgreedToIsToCome(text: String, modality: Modality) throws {
        let told = try Self.reports(text, TestModel.coder()).filter { report in
            guard case .event(let event) = report.content else { return false }
            return event.concept == "open-mission"
        }
        #expect(told.map(\.modality) == [modality])
    }

    /// A plain attack is surer than a word that only may tell of one.
    @Test func thePlainIsSurerThanTheVague() throws {
        func highest(_ text: String) throws -> Double {
            try Self.reports(text, TestModel.coder()).compactMap(\.confidence).max() ?? 0
        }
        let plain = try highest("Norway attacked Denmark on 3 May 1912.")
        #expect(plain > 0.5)
        #expect(try highest("The struggle went on, and Norway took part.") < plain)
    }

    /// A party told elsewhere says from where, as one by a rule does.
    @Test func whoIsTakenOverSaysFromWhere() throws {
        let text = "Norway attacked Denmark in 1912. The attack on the port failed. Denmark surrendered to Norway."
        for report in try Self.reports(text, TestModel.coder()) {
            for party in report.participants {
                let isInside = report.span.start <= party.span.start && party.span.end <= report.span.end
                #expect(isInside || party.from != nil, "\(party)")
            }
        }
    }

    /// What an exception of the codebook says is no act stays none, however likely its word.
    @Test func anExceptionIsNotOverruled() throws {
        let text = "Senator Anton Velgard of Norway attacked the missile program."
        #expect(try Self.told(text, TestModel.coder()).allSatisfy { !$0.hasPrefix("ASSAULT") })
        #expect(
            try Self.told("Soldiers of Norway attacked the missile base.", TestModel.coder()).contains {
                $0.hasPrefix("ASSAULT")
            })
    }

    /// Who may take part, by name.
    private static func candidates(_ text: String, at word: String) throws -> Set<String> {
        let document = Document(
            name: "text", text: text, metadata: DocumentMetadata(),
            blocks: [Block(kind: .paragraph, span: ByteSpan(0, text.utf8.count))])
        let coder = try TestModel.coder()
        let readings = coder.actReadings(document, annotations: coder.annotate(document, with: try TestModel.model()))
        let found = readings.filter {
            Array(text.unicodeScalars)[$0.trigger.start..<$0.trigger.end].map(String.init).joined() == word
        }
        return Set(found.flatMap { $0.parties.map(\.participant.name) })
    }

    /// Whoever acts for a state may take part where the sentence names the state; regions, and nouns that act, too.
    @Test func manyMayTakePart() throws {
        let minister = "Minister Lars Holm met the press. Norway rejected the offer."
        #expect(try Self.candidates(minister, at: "rejected").isSuperset(of: ["Lars Holm", "Norway"]))
        #expect(try Self.candidates("Norway sent aid to Western Europe.", at: "aid").contains("Western Europe"))
        #expect(try Self.candidates("Rebel attacks shook Norway.", at: "attacks").contains("rebels"))
        // "Western Europe's" is whose, and "European" of a party belongs to it.
        #expect(!(try Self.candidates("European states condemned Norway.", at: "condemned").contains("Europe")))
    }

    @Test func aSecondReadingIsTheSame() throws {
        let text =
            "Norway sought talks with Denmark. Its threats against Peru went on, and a loan was offered to Chile."
        #expect(try Self.reports(text, TestModel.coder()) == Self.reports(text, TestModel.coder()))
    }

    /// What is trained on: every word that may tell an act has features, and everybody near it has.
    @Test func everyWordThatMayTellAnActIsRead() throws {
        let text = "Norway sought talks with Denmark. The talks failed."
        let document = Document(
            name: "text", text: text, metadata: DocumentMetadata(),
            blocks: [Block(kind: .paragraph, span: ByteSpan(0, text.utf8.count))])
        let coder = try TestModel.coder()
        let readings = coder.actReadings(document, annotations: coder.annotate(document, with: try TestModel.model()))
        #expect(readings.count >= 3)
        #expect(readings.allSatisfy { !$0.act.isEmpty && !$0.nobody.isEmpty })
        #expect(readings.contains { $0.parties.contains { $0.participant.name == "Denmark" && !$0.features.isEmpty } })
    }
}

import ChanceryCore
import Coding
import SpacyPipeline
import Testing

@Suite struct EntitySpeechTests {
    private static func index(_ text: String) throws -> (EntityIndex, ParsedDocument) {
        let document = try #require(EntityIndexTests.documents[text])
        return (EntityIndex(document, lexicon: try EntityLexicon.load()), document)
    }

    @Test(arguments: [
        ("We", "Norway [NOR - state]"),
        ("government", "Norway [NOR GOV state]"),
        ("I", "Kari Solberg [NOR GOV person]"),
    ]) func firstPersonsAreTheSpeakerOrTheSpeakersState(word: String, answer: String) throws {
        let (index, document) = try Self.index(
            "Norwegian Prime Minister Kari Solberg spoke in Riga. “We trust Latvia. I know our government agrees.”")
        let speaker = try #require(document.tokens.indices.first { document.tokens[$0].text == "Solberg" })
        let resolved = index.resolvingFirstPerson { $0 > speaker + 4 ? index.participant(at: speaker) : nil }
        #expect(try EntityIndexTests.answer(word, index: resolved, document: document) == answer)
        let token = try #require(document.tokens.indices.first { document.tokens[$0].text == word })
        #expect(resolved.participant(at: token)?.from == index.participant(at: speaker)?.span)
    }

    @Test func officesTellHolderBodyAndWhetherTheyAreStillHeld() throws {
        let (index, _) = try Self.index("Former Danish Defence Minister Lars Holm criticised Sweden.")
        let office = try #require(index.offices.first)
        #expect(index.offices.count == 1)
        #expect(office.person?.name == "Lars Holm")
        #expect(office.office == "Defence Minister")
        #expect(office.of?.code == "DNK")
        #expect(office.isFormer)
    }

    @Test func aPronounTellsWhereItsNameStands() throws {
        let (index, document) = try Self.index("Serbia rejected the plan. It recalled its ambassador from Zagreb.")
        let pronoun = try #require(index.mentions.first { $0.isPronoun })
        let from = try #require(pronoun.mention.from)
        #expect(document.text(from) == "Serbia")
        #expect(document.text(pronoun.mention.span) == "It")
    }

    @Test func everyMentionsSpanIsWordsOfItsDocument() throws {
        for document in EntityIndexTests.documents.values {
            let index = EntityIndex(document, lexicon: try EntityIndexTests.lexicon.get())
            for mention in index.mentions {
                #expect(!document.text(mention.mention.span).isEmpty)
                #expect(document.tokens[mention.tokens.lowerBound].start <= mention.mention.span.start)
                #expect(document.tokens[mention.tokens.upperBound - 1].end >= mention.mention.span.end)
            }
        }
    }
}

import ChanceryCore
import Grammar

/// How statements look up who a token names.
struct PartyLookup: Sendable {
    /// Who the noun phrase or pronoun with this head names.
    var participant: @Sendable (_ head: Int) -> Mention?
    /// Whom a modifier names: the state of "Veldanian".
    var modifier: @Sendable (_ token: Int) -> Mention?
    /// Whether a person of a name is called "he" or "she", as far as the text or the name tells.
    var gender: @Sendable (_ name: String) -> Gender? = { _ in nil }

    enum Gender { case male, female }
}

/// What every stage of finding statements reads, and none changes: the parse, the word lists, who is who, and where the
/// quotation marks stand.
///
/// It is one reference, so that stages are made wherever one is asked.
struct StatementContext: Sendable {
    private let content: Content

    private final class Content: Sendable {
        let parsed: ParsedDocument
        let lexicon: Kept<CueLexicon>
        let lists: StatementWords
        let parties: PartyLookup
        let quotations: QuotationIndex
        let lemmas: [String]

        init(parsed: ParsedDocument, lexicon: Kept<CueLexicon>, parties: PartyLookup) {
            self.parsed = parsed
            self.lexicon = lexicon
            lists = lexicon.value.lists
            self.parties = parties
            quotations = QuotationIndex(parsed)
            var lemmas = parsed.lowerLemmas
            for (index, key) in parsed.textKeys.enumerated() where lexicon.value.repairedWords.mayHold(key) {
                if let lemma = lexicon.value.lemmaRepairs[parsed.lowerTexts[index]] { lemmas[index] = lemma }
            }
            self.lemmas = lemmas
        }
    }

    init(parsed: ParsedDocument, lexicon: Kept<CueLexicon>, parties: PartyLookup) {
        content = Content(parsed: parsed, lexicon: lexicon, parties: parties)
    }

    var parsed: ParsedDocument { content.parsed }
    var lexicon: CueLexicon { content.lexicon.value }
    var lists: StatementWords { content.lists }
    var parties: PartyLookup { content.parties }
    var quotations: QuotationIndex { content.quotations }
    /// Every token's base form in lower case, repaired.
    var lemmas: [String] { content.lemmas }
}

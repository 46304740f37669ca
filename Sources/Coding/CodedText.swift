import ChanceryCore
import Chronology
import Grammar
import SpacyPipeline

/// What is read of a document before anything is reported: who is who, who says what, which acts are told, and when.
struct CodedText {
    let parsed: ParsedDocument
    let entities: EntityIndex
    let times: [Timex]
    let statements: StatementIndex
    let modality: ModalityReader
    /// Who says "we" in the text's own voice, where somebody does.
    let author: Mention?
    let events: [EventFinding]
    let dates: DateReader
    /// What dates the acts.
    let actDates: ActDates

    /// The words that tell acts.
    let tellingWords: Set<Int>

    /// Reads a document.
    ///
    /// - Parameter annotations: one for every block, of its body's text; see ``Coder/texts(of:)``.
    init(_ document: Document, annotations: [AnnotatedText], coder: Coder) {
        let parsed = ParsedDocument(document: document, annotations: annotations, words: coder.words)
        let named = EntityIndex(parsed, lexicon: coder.lexicon)
        let times = coder.timexes.timexes(
            in: parsed.tokens, sentences: parsed.sentences.map(\.tokens),
            publishedOn: document.metadata.publishedOn.flatMap { EDTF($0) }, headings: parsed.headingTokens
        ).filter { !named.isInPersonsName($0.tokens) }
        let told = coder.statements.statements(in: parsed, entities: named)
        let (entities, author) = coder.resolved(named, parsed, told)
        let modality = ModalityReader(parsed: parsed, roles: ArgumentStructure(parsed), cues: coder.modality)
        let events = coder.events(in: parsed, entities, modality, told)
        let tellingWords = Set(events.map(\.trigger))
        let dates = DateReader(parsed, timexes: times, words: coder.dateWords, triggers: tellingWords)
        self.parsed = parsed
        self.entities = entities
        self.times = times
        statements = told
        self.modality = modality
        self.author = author
        self.events = events
        self.tellingWords = tellingWords
        self.dates = dates
        actDates = ActDates(parsed: parsed, dates: dates, statements: told, author: author, model: coder.acts?.dates)
    }
}

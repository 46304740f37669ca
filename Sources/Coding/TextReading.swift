public import ChanceryCore
public import SpacyPipeline

import Chronology

/// What a document's words refer to and when, without the codebook: for whoever looks for events of their own.
public struct TextReading: Sendable {
    /// The document with its parse.
    public let parsed: ParsedDocument
    /// Who does what in its clauses.
    public let roles: ArgumentStructure
    /// Who is who.
    public let entities: EntityIndex
    private let dates: DateReader
    private let modality: ModalityReader

    init(parsed: ParsedDocument, entities: EntityIndex, dates: DateReader, modality: ModalityReader) {
        self.parsed = parsed
        roles = ArgumentStructure(parsed)
        self.entities = entities
        self.dates = dates
        self.modality = modality
    }

    /// The date the text gives what a token tells, the first where it gives several, or nil.
    ///
    /// - Parameter carriesOver: whether the sentence before may give it.
    public func date(at token: Int, carriesOver: Bool = true) -> EDTF? {
        dates.date(at: token, carriesOver: carriesOver)?.first
    }

    /// The single days named in the first sentences of running text, in text order.
    public func days(inFirst count: Int) -> [EDTF] {
        let running = parsed.sentences.indices.filter {
            let kind = parsed.document.blocks[parsed.sentences[$0].block].kind
            return kind != .title && kind != .heading
        }
        return dates.days(in: Set(running.prefix(count)))
    }

    /// The content words of a stretch, cut to their stems and sorted: what reconciling compares.
    public func terms(in span: ByteSpan) -> [String] { parsed.terms(in: span) }

    /// Whether a noun points back to what was told before: "the attack", "this visit", "their decision".
    public func isDefinite(_ token: Int) -> Bool { parsed.isDefinite(token) }

    /// Whether a token stands in the text's title.
    public func isHeadline(_ token: Int) -> Bool { parsed.isHeadline(token) }

    /// Whether the words round a token tell it as fact.
    public func modality(at token: Int) -> Modality { modality.modality(at: token) }
}

extension Coder {
    /// Reads a document: entities, roles and dates, but no events.
    ///
    /// - Parameter annotations: one for every block, of its body's text; see ``texts(of:)``.
    public func reading(of document: Document, annotations: [AnnotatedText]) -> TextReading {
        let parsed = ParsedDocument(document: document, annotations: annotations, words: words)
        let entities = EntityIndex(parsed, lexicon: lexicon)
        let times = timexes.timexes(
            in: parsed.tokens, sentences: parsed.sentences.map(\.tokens),
            publishedOn: document.metadata.publishedOn.flatMap { EDTF($0) }, headings: parsed.headingTokens
        ).filter { !entities.isInPersonsName($0.tokens) }
        return TextReading(
            parsed: parsed, entities: entities,
            dates: DateReader(parsed, timexes: times, words: dateWords),
            modality: ModalityReader(
                parsed: parsed, roles: ArgumentStructure(parsed), cues: modality))
    }
}

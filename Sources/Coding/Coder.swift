public import ChanceryCore
public import Foundation
public import Grammar
public import SpacyPipeline

import Chronology
import Intake

/// Codes documents: from a document and its annotation to the reports it tells.
///
/// The module's public face. A pure function over values: the same document, annotation, codebook and corrections give
/// the same reports, on any thread.
///
/// ```swift
/// let coder = try Coder.standard()
/// let annotations = coder.annotate(document, with: model)
/// let reports = coder.code(document, annotations: annotations)
/// ```
///
/// How it goes: entities first, then statements (who says what), then events, figures and states of affairs, each with
/// its date, its modality and the chain of sources through which the document tells it.
public struct Coder: Sendable {
    /// What counts as which event.
    public private(set) var codebook: Codebook
    private(set) var lexicon: EntityLexicon
    let timexes: TimexTagger
    let figures: FigureFinder
    private(set) var states: StateFinder
    let statements: StatementFinder
    let modality: ModalityCues
    let dateWords: DateWords
    let order: OrderSignals
    let headlines: HeadlineCase
    let authors: AuthorVoice.Words
    /// What was learnt of acts; nil where the codebook's rules alone are to speak.
    var acts: ActModels?
    /// The words whose grammar is their own.
    public let words: GrammarWords

    /// Makes a coder from a codebook and the entity lists.
    ///
    /// - Throws: what the module's other resources throw when they cannot be read.
    public init(codebook: Codebook, lexicon: EntityLexicon) throws {
        self.codebook = codebook
        var lexicon = lexicon
        lexicon.names.close()
        self.lexicon = lexicon
        timexes = try TimexTagger()
        figures = try FigureFinder()
        states = try StateFinder()
        statements = try StatementFinder()
        modality = try ModalityCues.standard()
        dateWords = try DateWords()
        order = try OrderSignals()
        headlines = try HeadlineCase()
        authors = try AuthorVoice.Words()
        acts = try ActModels.standard()
        words = try GrammarWords()
    }

    /// The coder with the program's own codebook and entity lists, and what the user adds to them.
    ///
    /// - Parameters:
    ///   - folder: a codebook folder that extends or replaces ours.
    ///   - corrections: the user's corrections of entities.
    /// - Throws: ``CodebookError``, or what a resource throws that cannot be read.
    public static func standard(
        codebookFolder folder: URL? = nil, corrections: EntityCorrections = .none
    ) throws -> Coder {
        try Coder(
            codebook: Codebook.standard(
                extendedBy: try folder.map { try Codebook.sources(inFolder: $0) } ?? [], hasExamples: false),
            lexicon: EntityLexicon.load().applying(corrections))
    }

    /// The same coder with another codebook.
    public func with(_ codebook: Codebook) -> Coder {
        var coder = self
        coder.codebook = codebook
        return coder
    }

    /// The same coder with more corrections of entities than it has.
    public func with(_ corrections: EntityCorrections) -> Coder {
        var coder = self
        coder.lexicon = lexicon.applying(corrections)
        coder.lexicon.names.close()
        return coder
    }

    /// The same coder with the codebook's rules alone: no open side is filled, no act told that no rule tells.
    ///
    /// For whoever asks what a rule says, such as the codebook's own check.
    public func byRulesAlone() -> Coder {
        var coder = self
        coder.acts = nil
        coder.states.model = nil
        return coder
    }

    /// A document's parse and who is who in it, as coding reads them before anything is told.
    ///
    /// - Parameter annotations: one for every block, of its body's text; see ``texts(of:)``.
    public func entities(in document: Document, annotations: [AnnotatedText]) -> (ParsedDocument, EntityIndex) {
        let parsed = ParsedDocument(document: document, annotations: annotations, words: words)
        return (parsed, EntityIndex(parsed, lexicon: lexicon))
    }

    /// The text of every block that is coded, for the language model; the others' are empty.
    ///
    /// They are the words that ``DocumentReading`` gives: without markup, marks of footnotes and characters of no width.
    public func texts(of document: Document) -> [String] {
        zip(document.blocks, DocumentReading(document).texts).map { $0.isCoded ? $1 : "" }
    }

    /// The same texts as a model reads them best: headlines in capitals as sentences are written, byte for byte.
    public func texts(of document: Document, for model: LanguageModel) -> [String] {
        headlines.rewritten(
            texts(of: document), of: document,
            nameEnd: { lexicon.names.longest(in: $0, at: $1, wordEnd: $2)?.end },
            isWord: { model.hasVerbOrModifier($0) })
    }

    /// The annotation of a document, block by block, so that no sentence crosses a block.
    public func annotate(_ document: Document, with model: LanguageModel) -> [AnnotatedText] {
        model.annotate(texts(of: document, for: model))
    }

    /// The reports a document tells, in text order.
    ///
    /// - Parameters:
    ///   - annotations: one for every block, of its body's text; see ``texts(of:)``.
    public func code(_ document: Document, annotations: [AnnotatedText]) -> [Report] {
        let text = CodedText(document, annotations: annotations, coder: self)
        let (parsed, entities, told, times) = (text.parsed, text.entities, text.statements, text.times)
        guard !parsed.tokens.isEmpty else { return [] }
        let builder = ReportBuilder(
            parsed: parsed, entities: entities, statements: told, dates: text.dates,
            modality: text.modality, voices: acts.map { VoiceChooser(parsed: parsed, model: $0.voices) },
            author: text.author)
        // Each report with the token it was found at, by which the words order it among the others.
        var found: [(token: Int, report: Report)] = zip(text.events, text.actDates.dates(of: text.events))
            .filter { !isOfSpeaker($0.0, parsed, told) }.map { ($0.0.trigger, builder.report($0.0, $0.1)) }
        // Two may tell the same words ("X said that, according to Y, …"): the later is told apart by its cue.
        var contents: Set<ByteSpan> = []
        found += told.statements.filter(\.isStatement).compactMap { statement in
            let isFirst = contents.insert(statement.contentHull).inserted
            return builder.report(statement, distinction: isFirst ? "" : statement.cue).map { (statement.at, $0) }
        }
        found += states.states(in: parsed, entities: entities, author: text.author, acts: text.tellingWords)
            .filter { !($0.subject + $0.object).contains { Self.isUnsure($0, parsed, entities) } }
            .map { ($0.trigger, builder.report($0)) }
        let links = OrderReader(
            parsed, signals: order,
            told: found.filter { [.asserted, .claimed].contains($0.report.modality) }.map {
                OrderReader.Told(token: $0.token, report: $0.report.id, kind: $0.report.kind)
            },
            timeTokens: Set(times.filter { $0.edtf != nil }.flatMap { Array($0.tokens) })
        ).links(builder.map)
        for place in found.indices { found[place].report.order = links[found[place].report.id] ?? [] }
        var reports = found.map(\.report)
        reports += figures.figures(in: parsed, timexes: times.filter { $0.type != .duration }.map(\.tokens))
            .map { builder.report($0) }
        var seen: Set<String> = []
        // Places are sorted, not the reports themselves: a report is large.
        let keys = reports.map { ($0.span, $0.trigger, $0.kind.rawValue, $0.id) }
        return reports.indices.filter { seen.insert(keys[$0].3).inserted }.sorted {
            keys[$0].0 != keys[$1].0 ? keys[$0].0 < keys[$1].0 : keys[$0] < keys[$1]
        }
        .map { reports[$0] }
    }

    /// The acts that the rules tell, weighed and filled by what was learnt.
    func events(
        in parsed: ParsedDocument, _ entities: EntityIndex, _ modality: ModalityReader, _ told: StatementIndex
    ) -> [EventFinding] {
        let finder = EventFinder(codebook)
        let counterparts = Counterparts(parsed, entities)
        let findings = finder.findings(in: parsed, entities: entities, counterparts)
        let events =
            acts.map {
                ActWeigher(
                    finder: finder, models: $0, scene: ActScene(parsed, entities), counterparts: counterparts,
                    modality: modality, statements: told
                ).weighed(findings)
            } ?? findings.told
        return EnvoyStates(counterparts: counterparts).completed(events)
    }

    /// The entities with "I" and "we" resolved, and who speaks in the text's own voice, where somebody does.
    func resolved(
        _ named: EntityIndex, _ parsed: ParsedDocument, _ told: StatementIndex
    ) -> (entities: EntityIndex, author: Mention?) {
        let author = AuthorVoice(parsed, entities: named, words: authors).speaker()
        let quoted = author == nil ? [] : Set(QuotationScanner(parsed).quotations().flatMap { Array($0.tokens) })
        let entities = named.resolvingFirstPerson { token in
            if let speaker = told.speaker(at: token) { return speaker }
            return quoted.contains(token) || !parsed.isAuthorsOwn(token) ? nil : author
        }
        return (entities, author)
    }

    /// Whether a party stands by a pronoun that may as well mean another.
    private static func isUnsure(_ mention: Mention, _ parsed: ParsedDocument, _ entities: EntityIndex) -> Bool {
        mention.from != nil
            && parsed.tokens(in: mention.span).contains { entities.isUnsure($0) }
    }

    /// Whether "he" or "they" inside a quotation was taken for the one who speaks it, who would say "I".
    private func isOfSpeaker(_ event: EventFinding, _ parsed: ParsedDocument, _ told: StatementIndex) -> Bool {
        guard let speaker = told.speaker(at: event.trigger) else { return false }
        return (event.actors + event.recipients).contains { party in
            party.name == speaker.name
                && words.thirdPersons.contains(parsed.text(party.span).lowercased())
        }
    }
}

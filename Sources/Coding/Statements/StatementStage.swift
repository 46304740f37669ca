import ChanceryCore
import Grammar
import SpacyPipeline

/// One step on the way from a parse to statements: a value that holds nothing but the context and asks it.
///
/// Stages ask one another; each has one subject and a result of its own. See ``StatementComposer`` for their order.
protocol StatementStage: Sendable {
    var context: StatementContext { get }
}

// MARK: The document

extension StatementStage {
    var parsed: ParsedDocument { context.parsed }
    /// Who does what to whom in the parse.
    var grammar: Grammar { context.parsed.grammar }
    /// The parse with typed labels.
    var tree: SyntaxTree { context.parsed.tree }
    var tokens: [Token] { tree.tokens }
    /// The label of the arc to each token, its fine and its coarse part of speech.
    var labels: [Dependency] { tree.labels }
    var tags: [PennTag] { tree.tags }
    var classes: [WordClass] { tree.classes }
    var lexicon: CueLexicon { context.lexicon }
    /// The words by which constructions are told apart.
    var lists: StatementWords { context.lists }
    var parties: PartyLookup { context.parties }
    /// Every token's words in lower case.
    var forms: [String] { context.parsed.lowerTexts }
    var quotations: [Quotation] { context.quotations.all }
    /// For each token the innermost quotation that holds it.
    var quotationOfToken: [Int?] { context.quotations.ofToken }

    /// A token's base form in lower case, repaired.
    func lemma(_ index: Int) -> String { context.lemmas[index] }

    func words(_ range: Range<Int>) -> String { parsed.text(parsed.span(range)) }

    /// The block a token stands in.
    func block(of token: Int) -> Int { parsed.sentences[parsed.sentence(of: token)].block }

    /// The tokens of a block, empty for one that is not coded.
    func tokens(ofBlock block: Int) -> Range<Int> {
        let sentences = parsed.blockSentences[block]
        guard !sentences.isEmpty else { return 0..<0 }
        return parsed.sentences[sentences.lowerBound].tokens
            .lowerBound..<parsed.sentences[sentences.upperBound - 1].tokens.upperBound
    }

    /// The quotations of a block, in order.
    func quotations(ofBlock block: Int) -> ArraySlice<Quotation> { context.quotations.quotations(ofBlock: block) }
}

// MARK: Sorts of tokens

extension StatementStage {
    func isPunctuation(_ index: Int) -> Bool {
        classes[index] == .punct || classes[index] == .space || isQuotationMark(index)
    }

    func isQuotationMark(_ index: Int) -> Bool { Quotation.isMark(tokens[index].text) }

    /// A verb, or an auxiliary that stands for one: no modal.
    func isVerb(_ index: Int) -> Bool {
        classes[index] == .verb || (classes[index] == .aux && tags[index].isVerb)
    }

    /// A time as the language model marks it.
    func isTime(_ index: Int) -> Bool {
        entity(index) == "DATE" || entity(index) == "TIME"
    }

    /// A dash with blanks about it, which parts what is said from an aside.
    func isLoneDash(_ index: Int) -> Bool {
        ["-", "–", "—", "--"].contains(tokens[index].text) && index > 0 && tokens[index - 1].hasTrailingBlank
    }
}

// MARK: Verbs that are cues

extension StatementStage {
    /// What a verb's data lines say, its particle counted in ("point out").
    func entry(ofVerb verb: Int) -> CueEntry? {
        let base = lemma(verb)
        if let particle = particle(of: verb) {
            if let entry = lexicon.verbs["\(base) \(forms[particle])"] { return entry }
        }
        return lexicon.verbs[base]
    }

    /// The verb's particle, if the data list the two together.
    func particle(of verb: Int) -> Int? {
        tree.firstChild(of: verb) {
            tree.hasLabel($0, [.prt, .advmod, .prep])
                && lexicon.particleVerbs.mayHold(WordSieve.key(lemma(verb), forms[$0]))
                && lexicon.verbs["\(lemma(verb)) \(forms[$0])"] != nil
        }
    }

    func isPassive(_ verb: Int) -> Bool {
        tree.child(of: verb, [.nsubjpass, .auxpass]) != nil
            || (tags[verb] == .VBN && [.acl, .advcl].contains(labels[verb])
                && tree.child(of: verb, [.aux, .nsubj]) == nil)
    }
}

// MARK: The other stages

extension StatementStage {
    var sources: SourceReader { SourceReader(context: context) }
    var names: SourceNamer { SourceNamer(context: context) }
    var speakers: SpeakerTest { SpeakerTest(context: context) }
    var coordination: CueCoordination { CueCoordination(context: context) }
    var contents: ContentReader { ContentReader(context: context) }
    var renderings: RenderingReader { RenderingReader(context: context) }
    var mediums: MediumReader { MediumReader(context: context) }
}

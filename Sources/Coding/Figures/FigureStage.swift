import ChanceryCore
import Grammar
import SpacyPipeline

/// One step on the way from a parse to figures: a value that holds nothing but the context and asks it.
///
/// Stages ask one another; each has one subject and a result of its own. ``FigureComposer`` runs them.
protocol FigureStage: Sendable {
    var context: FigureContext { get }
}

// MARK: The document

extension FigureStage {
    var parsed: ParsedDocument { context.parsed }
    /// The parse with typed labels.
    var tree: SyntaxTree { context.parsed.tree }
    var tokens: [Token] { tree.tokens }
    /// The label of the arc to each token, its fine and its coarse part of speech.
    var labels: [Dependency] { tree.labels }
    var tags: [PennTag] { tree.tags }
    var classes: [WordClass] { tree.classes }
    var lexicon: FigureLexicon { context.lexicon }
    /// The words by which constructions are told apart.
    var lists: FigureWords { context.lexicon.words }

    /// A token's words in lower case; empty where there is no token.
    func lower(_ index: Int?) -> String { index.map { parsed.lowerTexts[$0] } ?? "" }
    /// A token's base form in lower case.
    func lemma(_ index: Int) -> String { parsed.lowerLemmas[index] }

    func isNoun(_ index: Int) -> Bool { classes[index] == .noun || classes[index] == .propn }
    func isCapital(_ index: Int) -> Bool { tokens[index].text.first?.isUppercase ?? false }
}

// MARK: Around a number

extension FigureStage {
    /// The token after the number, if its sentence goes on.
    func next(_ phrase: NumberPhrase, _ distance: Int = 0) -> Int? {
        inSentence(phrase.tokens.upperBound + distance, phrase)
    }

    /// The token before the number, if its sentence began earlier.
    func previous(_ phrase: NumberPhrase, _ distance: Int = 0) -> Int? {
        inSentence(phrase.tokens.lowerBound - 1 - distance, phrase)
    }

    private func inSentence(_ index: Int, _ phrase: NumberPhrase) -> Int? {
        guard tokens.indices.contains(index), tree.sentence(of: index) == tree.sentence(of: phrase.tokens.lowerBound)
        else { return nil }
        return index
    }

    /// The sentence a number stands in.
    func sentence(of phrase: NumberPhrase) -> ParsedDocument.Sentence {
        parsed.sentences[tree.sentence(of: phrase.tokens.upperBound - 1)]
    }

    /// The token of the number that hangs on a word outside it.
    func root(_ phrase: NumberPhrase) -> Int {
        phrase.tokens.first { tree.head(of: $0).map { !phrase.tokens.contains($0) } ?? true }
            ?? phrase.tokens.lowerBound
    }

    /// Whether the token follows the one before it without a blank.
    func isGlued(_ index: Int) -> Bool { index > 0 && tokens[index - 1].end == tokens[index].start }

    /// Whether the token is a hyphen or a dash.
    func isDash(_ index: Int) -> Bool {
        guard tokens.indices.contains(index) else { return false }
        let text = tokens[index].text
        return text.count == 1 && text.allSatisfy { NumberWords.dashes.contains($0) }
    }
}

// MARK: The other stages

extension FigureStage {
    var qualifiers: QualifierReader { QualifierReader(context: context) }
    var nouns: CountedPhraseReader { CountedPhraseReader(context: context) }
    var people: PeopleTest { PeopleTest(context: context) }
    var maker: FigureMaker { FigureMaker(context: context) }
}

import Chronology
import Grammar

/// One step on the way from expressions of time to the dates of what a text tells: a value that holds nothing but what is
/// known and asks it.
///
/// See ``DateReader`` for their order.
protocol DateStage: Sendable {
    var facts: DateFacts { get }
}

// MARK: The document

extension DateStage {
    var parsed: ParsedDocument { facts.parsed }
    /// The parse with typed labels.
    var tree: SyntaxTree { facts.parsed.tree }
    /// The label of the arc to each token, its fine and its coarse part of speech.
    var labels: [Dependency] { tree.labels }
    var tags: [PennTag] { tree.tags }
    var classes: [WordClass] { tree.classes }
    /// Every token's words and base form in lower case.
    var forms: [String] { tree.words }
    var lemmas: [String] { tree.lemmas }
    /// The words by which constructions are told apart.
    var words: DateWords { facts.words }
    /// The expressions that name a date, in text order.
    var expressions: [PlacedTimex] { facts.expressions }

    func timex(_ index: Int) -> Timex { facts.expressions[index].timex }

    /// The expressions of a sentence, in text order.
    func expressions(ofSentence sentence: Int) -> [Int] { facts.bySentence[sentence] ?? [] }

    /// The expressions of the sentence a token stands in.
    func expressions(around token: Int) -> [Int] { expressions(ofSentence: tree.sentence(of: token)) }

    /// The tokens of the sentence a token stands in.
    func sentence(around token: Int) -> Range<Int> { tree.sentences[tree.sentence(of: token)] }
}

// MARK: Sorts of tokens

extension DateStage {
    func isVerb(_ token: Int) -> Bool {
        (classes[token] == .verb || classes[token] == .aux) && labels[token] != .prep
    }

    /// Whether a noun tells of something that happens.
    func isHappening(_ token: Int) -> Bool {
        words.happenings.contains(lemmas[token]) || facts.triggers.contains(token)
            || (tags[token] == .VBG && !isVerb(token))
    }
}

// MARK: The other stages

extension DateStage {
    var clauses: ClauseReader { ClauseReader(facts: facts) }
    var openings: OpeningReader { OpeningReader(facts: facts) }
}

/// A step that reads what the expressions say of each word.
protocol AnchoredDateStage: DateStage {
    var context: DateContext { get }
}

extension AnchoredDateStage {
    var facts: DateFacts { context.facts }
    /// What the expressions say of each token.
    var anchors: DateAnchors { context.anchors }

    var chooser: AnchorChooser { AnchorChooser(context: context) }
    var mainClauses: MainClauseReader { MainClauseReader(context: context) }
}

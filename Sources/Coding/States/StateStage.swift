import ChanceryCore
import Grammar
import SpacyPipeline

/// One step on the way from a parse to states: a value that holds nothing but the context and asks it.
///
/// Stages ask one another; each has one subject and a result of its own. ``StateComposer`` runs them.
protocol StateStage: Sendable {
    var context: StateFindingContext { get }
}

// MARK: The document

extension StateStage {
    var parsed: ParsedDocument { context.parsed }
    /// The parse with typed labels.
    var tree: SyntaxTree { context.parsed.tree }
    var tokens: [Token] { tree.tokens }
    /// The label of the arc to each token, its fine and its coarse part of speech.
    var labels: [Dependency] { tree.labels }
    var tags: [PennTag] { tree.tags }
    var classes: [WordClass] { tree.classes }
    /// Who is who.
    var entities: EntityIndex { context.entities }
    /// Who does what to whom, as head tokens alone.
    var arguments: ArgumentStructure { context.arguments }
    var rules: StateRules { context.rules }
    /// The words by which constructions are told apart.
    var lists: StateWords { context.lists }

    /// A token's base form in lower case.
    func lemma(_ index: Int) -> String { parsed.lowerLemmas[index] }
    /// A token's words in lower case.
    func lower(_ index: Int) -> String { parsed.lowerTexts[index] }

    func isNoun(_ index: Int) -> Bool { classes[index] == .noun || classes[index] == .propn }
    func isPunctuation(_ index: Int) -> Bool { classes[index] == .punct || classes[index] == .space }

    /// Whether the token stands for something named elsewhere.
    func isPronoun(_ index: Int) -> Bool {
        [.PRP, .WP, .WDT, .PRPS, .EX, .WPS].contains(tags[index]) || lists.pointers.contains(lower(index))
    }

    /// Whether the verb joins its subject to what is said of it.
    func isCopula(_ index: Int) -> Bool { lists.copulas.contains(lemma(index)) }
}

// MARK: The other stages

extension StateStage {
    var sides: SideReader { SideReader(context: context) }
    var subjects: SubjectFinder { SubjectFinder(context: context) }
    var links: PrepositionReader { PrepositionReader(context: context) }
    var nouns: NamingPhraseReader { NamingPhraseReader(context: context) }
    var wording: RelationWording { RelationWording(context: context) }
    var predications: PredicationReader { PredicationReader(context: context) }
    var truth: StateTruth { StateTruth(context: context) }
    var maker: StateFindingMaker { StateFindingMaker(context: context) }
}

import SpacyPipeline

/// Mends in a parse what the parser often gets wrong, each by a plain rule of grammar that needs no more than the labels.
///
/// "The attack by Osk on Tarn": a bare name takes no "on", so the phrase belongs to the attack. What is mended is known to the
/// tree (``SyntaxTree/isMended(_:)``), and an argument found there says so in its path.
struct Mending {
    /// What is changed at a token; nil leaves it.
    struct Change {
        var index: Int
        var head: Int?
        var label: Dependency?
        /// The fine tag; a verb's tag makes the token a verb.
        var tag: PennTag?
        var lemma: String?
    }

    let tree: SyntaxTree
    let words: GrammarWords

    /// The tree with all that the rules mend: first what words are, then what they hang on.
    static func mended(_ tree: SyntaxTree, words: GrammarWords) -> SyntaxTree {
        var tree = tree
        let mendMembers = { MemberMending($0).mend }
        for stage in [Mending.mendVerbs, Mending.mendClauses, mendMembers, Mending.mendPhrases] {
            let mending = Mending(tree: tree, words: words)
            var changes: [Change] = []
            stage(mending)(&changes)
            if !changes.isEmpty { tree = tree.changed(by: changes) }
        }
        return tree
    }

    /// Whether a name stands alone: no title, no article, no adjective before it.
    func isBareName(_ index: Int) -> Bool {
        tree.tags[index].isProperNoun && tree.child(of: index, [.det, .compound, .amod, .nmod, .poss]) == nil
    }

    /// Whether a verb form can be nothing but the verb of its clause.
    func isFinite(_ index: Int) -> Bool {
        tree.tags[index].isFinite && tree.labels[index] != .aux && tree.labels[index] != .auxpass
            || tree.hasChild(of: index, [.aux, .auxpass]) { tree.tags[$0].isFinite }
    }

    /// Whether a token is a verb by its tag.
    func isVerb(_ index: Int) -> Bool { tree.tags[index].isVerb || tree.classes[index] == .verb }
}

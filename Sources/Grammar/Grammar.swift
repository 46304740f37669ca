/// Reads who does what to whom from a parse, whatever the construction: the module's public face.
///
/// ```swift
/// let grammar = Grammar(SyntaxTree(tokens: tokens, sentences: sentences), words: try GrammarWords())
/// grammar.predicate(at: 1)?.arguments(.agent)  // Osk, in "Veldania, recognised by Osk, joined"
/// ```
///
/// It undoes the passive, relative clauses, participles, control, purpose, coordination, inversion, light verbs and the
/// phrases of event nouns over ClearNLP's labels, so that "Osk recognised Veldania", "Veldania, recognised by Osk" and "Osk
/// decided to recognise Veldania" give one reading. It knows nothing of politics: which noun phrase is a party, and which
/// predicate tells an act, others ask. Every answer is a head token of a noun phrase; ``members(of:)`` gives those joined
/// to it.
public struct Grammar: Sendable {
    /// The parse that is read.
    public let tree: SyntaxTree
    /// The words whose grammar is their own.
    public let words: GrammarWords

    /// How far a missing subject is followed from clause to clause.
    static let deepest = 12

    /// Reads a parse, mended where the parser errs against plain grammar.
    public init(_ tree: SyntaxTree, words: GrammarWords) {
        self.tree = Mending.mended(tree, words: words)
        self.words = words
    }

    /// Whether the token is a verb form that can carry arguments.
    public func isVerb(_ index: Int) -> Bool {
        tree.classes[index] == .verb || tree.classes[index] == .aux || tree.tags[index].isVerb
    }

    /// Whether a verb stands in the passive, or is a past participle that describes its noun.
    public func isPassive(_ verb: Int) -> Bool {
        if isState(verb) { return false }
        if tree.child(of: verb, [.nsubjpass, .auxpass, .csubjpass, .agent]) != nil { return true }
        let tag = tree.tags[verb]
        guard tag == .VBN || tag == .VBD, tree.child(of: verb, [.nsubj]) == nil else { return false }
        switch tree.labels[verb] {
        case .acl: return true
        case .advcl: return tag == .VBN && tree.child(of: verb, [.aux]) == nil
        case .conj:
            guard let head = tree.head(of: verb), isVerb(head), tag == .VBN else { return false }
            return tree.child(of: verb, [.aux]) == nil && isPassive(head)
        case .ccomp, .xcomp: return tag == .VBN && tree.child(of: verb, [.aux, .dobj]) == nil
        case .acomp: return isParticipleOfBe(verb)
        default: return false
        }
    }

    /// Whether a participle says in what state its subject is, which did it itself: "is committed to helping", "was opposed to".
    private func isState(_ verb: Int) -> Bool {
        tree.tags[verb] == .VBN && words.states.contains(tree.lemmas[verb]) && tree.child(of: verb, [.agent]) == nil
            && tree.child(of: verb, [.nsubjpass]) != nil
            && tree.hasChild(of: verb, [.prep, .xcomp]) { $0 > verb && tree.words[$0] != "by" }
    }

    /// Those joined to a head by coordination, the head aside, in no order.
    public func conjuncts(of head: Int) -> [Int] {
        var found: [Int] = []
        var open = tree.children(of: head, [.conj])
        while let next = open.popLast() {
            found.append(next)
            open += tree.children(of: next, [.conj])
        }
        return found
    }

    /// The heads a noun phrase stands for: itself, those joined to it, and those set beside it that name it: Osk and Tarn of
    /// "its neighbours, Osk and Tarn".
    public func members(of head: Int) -> [Int] {
        var found: [Int] = []
        var open = [head]
        while let next = open.popLast(), found.count < 64 {
            if found.contains(next) { continue }
            found.append(next)
            open += tree.children(of: next, [.conj, .appos])
        }
        return found.sorted()
    }

    /// Whether a particle or preposition of this form belongs to the token: "off" in "broke off ties".
    public func hasParticle(_ word: String, at index: Int) -> Bool {
        tree.hasChild(of: index, [.prt, .prep, .advmod, .agent, .dative]) { child in
            guard tree.words[child] == word else { return false }
            // "Taken in 1992": a preposition of time makes no other verb of its verb.
            if tree.labels[child] == .prep, tree.hasChild(of: child, [.pobj], where: tree.isTime) { return false }
            // "For one, Osk called it bold": a phrase before the verb is its own, unless a clause was turned round.
            guard child < index, tree.labels[child] == .prep, let object = tree.child(of: child, [.pobj]) else {
                return true
            }
            return tree.tags[object].isRelative && tree.tags[object] != .WRB
        }
    }
}

import Grammar

/// A word that may tell an act, and the form it stands in: what is read of it before anybody is asked who takes part.
struct ActWord {
    let trigger: Int
    let lemma: Symbol
    let form: Symbol
    let isNoun: Bool
    /// The head of what a verb is done to.
    let object: Int?

    init(_ trigger: Int, _ grammar: Grammar) {
        let tree = grammar.tree
        self.trigger = trigger
        lemma = Symbol(tree.lemmas[trigger])
        form = Self.form(of: trigger, grammar)
        isNoun = tree.tags[trigger].isNoun
        object = grammar.isVerb(trigger) ? grammar.patients(trigger).first?.head : nil
    }

    private static func form(of trigger: Int, _ grammar: Grammar) -> Symbol {
        let tree = grammar.tree
        guard grammar.isVerb(trigger) else { return tree.tags[trigger].isNoun ? noun : adjective }
        if grammar.isPassive(trigger) { return tree.labels[trigger] == .acl ? participle : passive }
        if tree.children(of: trigger, [.aux]).contains(where: { tree.tags[$0] == .TO }) { return infinitive }
        return tree.tags[trigger] == .VBG ? gerund : active
    }

    /// What determines a noun, "owner" for whoever it belongs to.
    func article(in tree: SyntaxTree) -> Symbol {
        guard let child = tree.child(of: trigger, [.det, .poss]) else { return .none }
        return tree.labels[child] == .poss ? Self.owner : Symbol(tree.words[child])
    }

    static let noun = Symbol("noun")
    private static let adjective = Symbol("adjective")
    private static let participle = Symbol("participle")
    private static let passive = Symbol("passive")
    private static let infinitive = Symbol("infinitive")
    private static let gerund = Symbol("gerund")
    private static let active = Symbol("active")
    private static let owner = Symbol("owner")
}

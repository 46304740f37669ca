import Grammar

/// A word that may tell an act, and the form it stands in: what is read of it before anybody is asked who takes part.
struct ActWord {
    let trigger: Int
    let lemma: Symbol
    let form: Symbol
    let isNoun: Bool
    /// The head of what a verb is done to.
    let object: Int?
    /// What determines a noun, "owner" for whoever it belongs to.
    let article: Symbol

    init(_ trigger: Int, _ parsed: ParsedDocument) {
        let (grammar, tree) = (parsed.grammar, parsed.tree)
        self.trigger = trigger
        lemma = parsed.lemmaSymbol(trigger)
        form = Self.form(of: trigger, grammar)
        isNoun = tree.tags[trigger].isNoun
        object = grammar.isVerb(trigger) ? grammar.patients(trigger).first?.head : nil
        article =
            tree.child(of: trigger, [.det, .poss]).map { child in
                tree.labels[child] == .poss ? Self.owner : parsed.textSymbol(child)
            } ?? .none
    }

    private static func form(of trigger: Int, _ grammar: Grammar) -> Symbol {
        let tree = grammar.tree
        guard grammar.isVerb(trigger) else { return tree.tags[trigger].isNoun ? noun : adjective }
        if grammar.isPassive(trigger) { return tree.labels[trigger] == .acl ? participle : passive }
        if tree.hasChild(of: trigger, [.aux], where: { tree.tags[$0] == .TO }) { return infinitive }
        return tree.tags[trigger] == .VBG ? gerund : active
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

extension Grammar {
    /// What a preposition makes of its noun phrase, at a verb or an event noun.
    func role(of marker: String, of kind: Predicate.Kind, at index: Int) -> Role {
        let table = kind == .noun ? words.nounRoles : words.verbRoles
        if kind == .noun, words.talkNouns.contains(tree.lemmas[index]), words.topicOfTalk.contains(marker) {
            return .topic
        }
        if words.motions.contains(tree.lemmas[index]), marker == "to" { return .goal }
        return table[marker] ?? .place
    }
}

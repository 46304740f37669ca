import SpacyPipeline

extension Grammar {
    /// To whom a noun phrase belongs by its own words: Osk of "Osk's minister", "the minister of Osk", "the Oskan minister",
    /// "Oskan President Anna Rell", "Anna Rell of Osk".
    public func owners(of noun: Int) -> [Int] {
        var found = tree.children(of: noun, [.poss]).map { antecedent(ofRelative: $0) ?? $0 }
        for preposition in tree.children(of: noun, [.prep]) where tree.words[preposition] == "of" {
            found += tree.children(of: preposition, [.pobj])
        }
        let before = tree.children(of: noun, .modifiers).flatMap { [$0] + tree.children(of: $0, [.amod, .poss]) }
        return found + before.filter { tree.isNaming($0) }
    }
}

extension SyntaxTree {
    /// Whether a word before a noun names somebody: a name, or an adjective with a capital.
    func isNaming(_ index: Int) -> Bool {
        tags[index].isProperNoun || tags[index] == .JJ && tokens[index].text.first?.isUppercase == true
    }
}

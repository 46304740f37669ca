import Grammar

extension ParsedDocument {
    /// A token's word in lower case, as a name of features.
    func textSymbol(_ token: Int) -> Symbol { Symbol(tree.words[token], hash: textHashes[token]) }

    /// A token's base form in lower case, as a name of features.
    func lemmaSymbol(_ token: Int) -> Symbol { Symbol(tree.lemmas[token], hash: lemmaHashes[token]) }
}

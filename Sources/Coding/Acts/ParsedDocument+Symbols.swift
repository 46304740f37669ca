import ChanceryCore
import Grammar

extension ParsedDocument {
    /// A token's word in lower case, as a name of features.
    func textSymbol(_ token: Int) -> Symbol { Symbol(tree.words[token], hash: textHashes[token]) }

    /// A token's base form in lower case, as a name of features.
    func lemmaSymbol(_ token: Int) -> Symbol { Symbol(tree.lemmas[token], hash: lemmaHashes[token]) }

    /// The label of the arc to a token, as a name of features.
    func labelSymbol(_ token: Int) -> Symbol { FeatureAlphabet.labels[Int(tree.labels[token].rawValue)] }

    /// A token's fine part of speech, as a name of features.
    func tagSymbol(_ token: Int) -> Symbol { FeatureAlphabet.tags[Int(tree.tags[token].rawValue)] }

    /// The auxiliaries and the "not" of a verb: "has-not-been".
    func auxiliaries(of verb: Int, wantsText: Bool) -> Symbol {
        Symbol.joined(tree.children(of: verb, [.aux, .auxpass, .neg]), wantsText: wantsText) { tree.words[$0] }
    }

    /// What sort of block a token stands in, as a name of features.
    func blockSymbol(_ token: Int) -> Symbol {
        FeatureAlphabet.blocks[document.blocks[sentences[sentence(of: token)].block].kind]
    }
}

/// The labels, the tags and the sorts of blocks as names of features, made once.
private enum FeatureAlphabet {
    static let labels = Dependency.allCases.map { Symbol($0.label) }
    static let tags = PennTag.allCases.map { Symbol(String(describing: $0)) }
    static let blocks = CaseSymbols<Block.Kind>()
}

import ChanceryCore
import Grammar
import SpacyPipeline

extension ParsedDocument {
    /// The content words of a stretch, cut to their stems and sorted.
    func terms(in span: ByteSpan) -> [String] {
        let (stems, further) = (termsOfTokens, furtherTermsOfTokens)
        var found: [String] = []
        for token in tokens(in: span) where !stems[token].isEmpty {
            if !further.isEmpty, let several = further[token] { found += several } else { found.append(stems[token]) }
        }
        found.sort()
        var last: String?
        found.removeAll { term in
            defer { last = term }
            return term == last
        }
        return found
    }

    /// Whether words of a class tell something by which tellings are compared.
    static func tells(_ part: WordClass) -> Bool {
        switch part {
        case .noun, .verb, .adj, .propn, .num: true
        default: false
        }
    }

    /// Whether a token stands in the text's title.
    func isHeadline(_ token: Int) -> Bool { document.blocks[sentences[sentence(of: token)].block].kind == .title }

    /// Whether a token stands in a block that is the author's own: no block quote, question or answer.
    func isAuthorsOwn(_ token: Int) -> Bool {
        switch document.blocks[sentences[sentence(of: token)].block].kind {
        case .paragraph, .heading, .title, .listItem: true
        default: false
        }
    }

    /// Whether a noun points back to what was told before, by its article or pronoun: "the attack", "this visit". What a
    /// clause or a year describes is told here, and points nowhere.
    func isDefinite(_ token: Int) -> Bool {
        guard [.noun, .propn].contains(tree.classes[token]) else { return false }
        let pointers = tree.children(of: token, [.det]).map { lowerTexts[$0] }
        if pointers.contains(where: { grammar.words.demonstratives.contains($0) }) { return true }
        // "Their visit", "Osk's visit": of one who is told of there is most often one.
        let isOwned = tree.children(of: token, [.poss]).contains { tree.tags[$0] == .PRPS || isNameOfOne(token, $0) }
        guard isOwned || pointers.contains("the") else { return false }
        // "The second attack", "the latest": one told here for the first time.
        return !tree.children(of: token, [.amod, .nummod]).contains {
            grammar.words.distinguishing.contains(lowerTexts[$0])
        }
    }

    /// Whether a name owns one thing: "Osk's visit", not "Osk's visits".
    private func isNameOfOne(_ noun: Int, _ owner: Int) -> Bool {
        tree.tags[owner].isProperNoun && tree.tags[noun] == .NN
    }
}

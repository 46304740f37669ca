public import SpacyPipeline

/// The parse of a text with typed labels: what grammar reads.
///
/// Tokens stand in one list; a head is an index into it, and no arc crosses a sentence. The tree is a value: nothing in it
/// changes once it is made.
public struct SyntaxTree: Sendable {
    /// Every token, in the order of the text.
    public let tokens: [Token]
    /// The label of the arc to each token.
    public let labels: [Dependency]
    /// The fine part of speech of each token.
    public let tags: [PennTag]
    /// The coarse part of speech of each token.
    public let classes: [WordClass]
    /// The tokens' words in lower case.
    public let words: [String]
    /// The tokens' base forms in lower case.
    public let lemmas: [String]
    /// Every sentence, in order, as ranges of tokens.
    public let sentences: [Range<Int>]
    private let firstChild: [Int32]
    private let childList: [Int32]
    private let sentenceOfToken: [Int32]

    /// The most tokens that are walked from a token towards its root: trees are shallower, made ones may not be.
    static let deepest = 256

    /// Makes the tree of a parse.
    ///
    /// - Parameters:
    ///   - tokens: the tokens, with heads as indices into the same list.
    ///   - sentences: ranges that cover the tokens, in order.
    public init(tokens: [Token], sentences: [Range<Int>]) {
        self.tokens = tokens
        self.sentences = sentences
        labels = tokens.map { Dependency(label: $0.dep) }
        tags = tokens.map { PennTag(tag: $0.tag) }
        classes = tokens.map { WordClass(pos: $0.pos) }
        words = tokens.map { $0.text.lowercased() }
        lemmas = tokens.map { $0.lemma.lowercased() }
        // Children by head in one list: those of `index` stand from `firstChild[index]` to `firstChild[index + 1]`.
        var first = [Int32](repeating: 0, count: tokens.count + 1)
        for (index, token) in tokens.enumerated() where token.head != index { first[token.head + 1] += 1 }
        for index in tokens.indices { first[index + 1] += first[index] }
        var next = first
        var list = [Int32](repeating: 0, count: Int(first.last ?? 0))
        for (index, token) in tokens.enumerated() where token.head != index {
            list[Int(next[token.head])] = Int32(index)
            next[token.head] += 1
        }
        firstChild = first
        childList = list
        var sentenceOfToken = [Int32](repeating: 0, count: tokens.count)
        for (number, sentence) in sentences.enumerated() {
            for index in sentence { sentenceOfToken[index] = Int32(number) }
        }
        self.sentenceOfToken = sentenceOfToken
    }

    /// The tokens whose head is the given one, in text order.
    public func children(of index: Int) -> [Int] {
        childList[Int(firstChild[index])..<Int(firstChild[index + 1])].map { Int($0) }
    }

    /// The first child with one of the given labels.
    public func child(of index: Int, _ wanted: Dependencies) -> Int? {
        for place in Int(firstChild[index])..<Int(firstChild[index + 1]) {
            let child = Int(childList[place])
            if wanted.contains(labels[child]) { return child }
        }
        return nil
    }

    /// The children with one of the given labels, in text order.
    public func children(of index: Int, _ wanted: Dependencies) -> [Int] {
        var found: [Int] = []
        for place in Int(firstChild[index])..<Int(firstChild[index + 1]) {
            let child = Int(childList[place])
            if wanted.contains(labels[child]) { found.append(child) }
        }
        return found
    }

    /// The token's head, or nil at a sentence's root.
    public func head(of index: Int) -> Int? { tokens[index].head == index ? nil : tokens[index].head }

    /// All above a token, nearest first, up to the sentence's root.
    public func ancestors(of index: Int) -> [Int] {
        var chain: [Int] = []
        var at = index
        while let above = head(of: at), chain.count < Self.deepest {
            chain.append(above)
            at = above
        }
        return chain
    }

    /// Every token at or below the given one, in text order.
    public func subtree(of index: Int) -> [Int] {
        var found: [Int] = []
        var open = [index]
        while let next = open.popLast() {
            found.append(next)
            open += children(of: next)
        }
        return found.sorted()
    }

    /// The tokens from the leftmost to the rightmost at or below the given one.
    public func extent(of index: Int) -> Range<Int> {
        var low = index
        var high = index
        var open = [index]
        while let next = open.popLast() {
            low = min(low, next)
            high = max(high, next)
            open += children(of: next)
        }
        return low..<(high + 1)
    }

    /// The sentence a token stands in, an index into `sentences`.
    public func sentence(of index: Int) -> Int { Int(sentenceOfToken[index]) }
}

public import SpacyPipeline

/// The parse of a text with typed labels: what grammar reads.
///
/// Tokens stand in one list; a head is an index into it, and no arc crosses a sentence. The tree is a value: nothing in it
/// changes once it is made.
public struct SyntaxTree: Sendable {
    /// What was read, kept once: a copy of the tree is one reference more.
    ///
    /// It and what reads it are inlinable: coding asks for one field of one token millions of times, and a call across
    /// modules would copy the list and the token for each.
    @usableFromInline let content: Content

    @usableFromInline final class Content: Sendable {
        @usableFromInline let tokens: [Token]
        /// Their heads alone: asked for more often than anything, and a token is large.
        @usableFromInline let heads: [Int]
        @usableFromInline let labels: [Dependency]
        @usableFromInline let tags: [PennTag]
        @usableFromInline let classes: [WordClass]
        @usableFromInline let words: [String]
        @usableFromInline let lemmas: [String]
        @usableFromInline let sentences: [Range<Int>]
        @usableFromInline let sentenceOfToken: [Int]
        /// The children of all tokens, one token's after the other's.
        @usableFromInline let children: [Int]
        /// For each token where its children begin in `children`, and last where they end.
        @usableFromInline let firstChild: [Int]

        /// The tokens that were mended after the parse.
        @usableFromInline let mended: Set<Int>

        init(tokens: [Token], sentences: [Range<Int>]) {
            self.tokens = tokens
            self.sentences = sentences
            mended = []
            // By index: a token is large, and only one field of it is read.
            heads = tokens.indices.map { tokens[$0].head }
            labels = tokens.indices.map { Dependency(label: tokens[$0].dep) }
            tags = tokens.indices.map { PennTag(tag: tokens[$0].tag) }
            classes = tokens.indices.map { WordClass(pos: tokens[$0].pos) }
            words = tokens.indices.map { Self.lowercased(tokens[$0].text) }
            lemmas = tokens.indices.map { Self.lowercased(tokens[$0].lemma) }
            (firstChild, children) = Self.childLists(of: heads)
            var sentenceOfToken = [Int](repeating: 0, count: tokens.count)
            for (number, sentence) in sentences.enumerated() {
                for index in sentence { sentenceOfToken[index] = number }
            }
            self.sentenceOfToken = sentenceOfToken
        }

        /// The same with other values at a few tokens: nothing else is read anew.
        init(_ old: Content, tokens: [Token], changed: Set<Int>) {
            self.tokens = tokens
            sentences = old.sentences
            sentenceOfToken = old.sentenceOfToken
            words = old.words
            mended = old.mended.union(changed)
            var (labels, tags, classes, lemmas) = (old.labels, old.tags, old.classes, old.lemmas)
            for index in changed {
                labels[index] = Dependency(label: tokens[index].dep)
                tags[index] = PennTag(tag: tokens[index].tag)
                classes[index] = WordClass(pos: tokens[index].pos)
                lemmas[index] = Self.lowercased(tokens[index].lemma)
            }
            (self.labels, self.tags, self.classes, self.lemmas) = (labels, tags, classes, lemmas)
            heads = tokens.indices.map { tokens[$0].head }
            (firstChild, children) = Self.childLists(of: heads)
        }

        /// Most words are small as they stand, and need no copy.
        private static func lowercased(_ word: String) -> String {
            word.utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) } ? word : word.lowercased()
        }

        private static func childLists(of heads: [Int]) -> (first: [Int], children: [Int]) {
            var first = [Int](repeating: 0, count: heads.count + 1)
            for index in heads.indices where heads[index] != index { first[heads[index] + 1] += 1 }
            for index in heads.indices { first[index + 1] += first[index] }
            var next = first
            var children = [Int](repeating: 0, count: first[heads.count])
            for index in heads.indices where heads[index] != index {
                children[next[heads[index]]] = index
                next[heads[index]] += 1
            }
            return (first, children)
        }
    }

    /// Every token, in the order of the text.
    @inlinable public var tokens: [Token] { content.tokens }
    /// The label of the arc to each token.
    @inlinable public var labels: [Dependency] { content.labels }
    /// The fine part of speech of each token.
    @inlinable public var tags: [PennTag] { content.tags }
    /// The coarse part of speech of each token.
    @inlinable public var classes: [WordClass] { content.classes }
    /// The tokens' words in lower case.
    @inlinable public var words: [String] { content.words }
    /// The tokens' base forms in lower case.
    @inlinable public var lemmas: [String] { content.lemmas }
    /// Every sentence, in order, as ranges of tokens.
    @inlinable public var sentences: [Range<Int>] { content.sentences }

    /// The most tokens that are walked from a token towards its root: trees are shallower, made ones may not be.
    @usableFromInline static let deepest = 256

    /// Makes the tree of a parse.
    ///
    /// - Parameters:
    ///   - tokens: the tokens, with heads as indices into the same list.
    ///   - sentences: ranges that cover the tokens, in order.
    public init(tokens: [Token], sentences: [Range<Int>]) {
        content = Content(tokens: tokens, sentences: sentences)
    }

    /// The tree with other tokens at the given places.
    init(_ old: SyntaxTree, tokens: [Token], changed: Set<Int>) {
        content = Content(old.content, tokens: tokens, changed: changed)
    }

    /// Whether what a token is or hangs on was mended after the parse.
    @inlinable public func isMended(_ index: Int) -> Bool { content.mended.contains(index) }

    /// Where a token's children stand among all children.
    @inlinable func childPlaces(of index: Int) -> Range<Int> {
        content.firstChild[index]..<content.firstChild[index + 1]
    }

    /// The tokens whose head is the given one, in text order.
    @inlinable public func children(of index: Int) -> [Int] {
        Array(content.children[childPlaces(of: index)])
    }

    /// The first child with one of the given labels.
    @inlinable public func child(of index: Int, _ wanted: Dependencies) -> Int? {
        for place in childPlaces(of: index) {
            let child = content.children[place]
            if wanted.contains(content.labels[child]) { return child }
        }
        return nil
    }

    /// Whether something holds for a child with one of the given labels.
    @inlinable public func hasChild(of index: Int, _ wanted: Dependencies, where holds: (Int) -> Bool) -> Bool {
        for place in childPlaces(of: index) {
            let child = content.children[place]
            if wanted.contains(content.labels[child]), holds(child) { return true }
        }
        return false
    }

    /// Whether a token hangs on its head with one of the given labels.
    @inlinable public func hasLabel(_ index: Int, _ wanted: Dependencies) -> Bool {
        wanted.contains(content.labels[index])
    }

    /// The children with one of the given labels, in text order.
    @inlinable public func children(of index: Int, _ wanted: Dependencies) -> [Int] {
        var found: [Int] = []
        for place in childPlaces(of: index) {
            let child = content.children[place]
            if wanted.contains(content.labels[child]) { found.append(child) }
        }
        return found
    }

    /// The first child for which something holds.
    @inlinable public func firstChild(of index: Int, where holds: (Int) -> Bool) -> Int? {
        childPlaces(of: index).lazy.map { content.children[$0] }.first(where: holds)
    }

    /// The children for which something holds, in text order.
    @inlinable public func children(of index: Int, where holds: (Int) -> Bool) -> [Int] {
        childPlaces(of: index).lazy.map { content.children[$0] }.filter(holds)
    }

    /// The token's head, or nil at a sentence's root.
    @inlinable public func head(of index: Int) -> Int? {
        let head = content.heads[index]
        return head == index ? nil : head
    }

    /// Whether a noun is one of time, as the model names it: "September".
    public func isTime(_ noun: Int) -> Bool {
        tokens[noun].ent.hasSuffix("DATE") || tokens[noun].ent.hasSuffix("TIME")
    }

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
        var found = [index]
        var next = 0
        while next < found.count {
            found += content.children[childPlaces(of: found[next])]
            next += 1
        }
        return found.count == 1 ? found : found.sorted()
    }

    /// The tokens from the leftmost to the rightmost at or below the given one.
    public func extent(of index: Int) -> Range<Int> {
        var low = index
        var high = index
        var open = [index]
        while let next = open.popLast() {
            let children = childPlaces(of: next)
            guard !children.isEmpty else { continue }
            low = min(low, content.children[children.lowerBound])
            high = max(high, content.children[children.upperBound - 1])
            open += content.children[children]
        }
        return low..<(high + 1)
    }

    /// The sentence a token stands in, an index into `sentences`.
    @inlinable public func sentence(of index: Int) -> Int { content.sentenceOfToken[index] }
}

public import ChanceryCore
public import Grammar
public import SpacyPipeline

/// A document with its tokens, sentences and parse: what every stage of coding reads.
///
/// Tokens stand in one list for the whole document; heads are indices into it, offsets are UTF-8 bytes of the text that is
/// read (``ChanceryCore/DocumentReading``), which is `document`'s here; `map` leads back to the text as it stands. Blocks are annotated one by one, so no sentence crosses a block.
public struct ParsedDocument: Sendable {
    /// One sentence: its tokens, and the block it stands in.
    public struct Sentence: Hashable, Sendable {
        /// Indices into `tokens`.
        public var tokens: Range<Int>
        /// An index into `document.blocks`.
        public var block: Int
    }

    /// Everything read of the document, kept once: every stage of coding holds the document, and a copy of this struct is
    /// one reference more, not thirty.
    private let content: Content

    private final class Content: Sendable {
        let document: Document
        let map: ReadingMap
        let grammar: Grammar
        let textHashes: [UInt64]
        let lemmaHashes: [UInt64]
        let textKeys: [UInt32]
        let lemmaKeys: [UInt32]
        let sentences: [Sentence]
        let blockSentences: [Range<Int>]
        let terms: [String]
        let furtherTerms: [Int: [String]]

        init(
            document: Document, map: ReadingMap, grammar: Grammar, sentences: [Sentence], blockSentences: [Range<Int>]
        ) {
            self.document = document
            self.map = map
            self.grammar = grammar
            self.sentences = sentences
            self.blockSentences = blockSentences
            let tree = grammar.tree
            textHashes = tree.words.map { WordSieve.hash($0.utf8) }
            textKeys = textHashes.map { WordSieve.key(hash: $0) }
            // Most words are their own base form.
            let hashes = textHashes
            lemmaHashes = tree.lemmas.indices.map {
                tree.lemmas[$0] == tree.words[$0] ? hashes[$0] : WordSieve.hash(tree.lemmas[$0].utf8)
            }
            let keys = lemmaHashes.map { WordSieve.key(hash: $0) }
            lemmaKeys = keys
            var further: [Int: [String]] = [:]
            terms = tree.tokens.indices.map { token in
                guard ParsedDocument.tells(tree.classes[token]) else { return "" }
                let lemma = tree.lemmas[token]
                if ContentWords.isPlain(lemma) { return ContentWords.plainStem(of: lemma, key: keys[token]) ?? "" }
                let stems = ContentWords.stems(of: lemma, key: keys[token])
                if stems.count > 1 { further[token] = stems }
                return stems.first ?? ""
            }
            furtherTerms = further
        }
    }

    /// The document with the text that is read.
    public var document: Document { content.document }
    /// The way from bytes of that text to code points of the document's own.
    public var map: ReadingMap { content.map }
    /// Who does what to whom in its sentences.
    public var grammar: Grammar { content.grammar }
    /// The parse with typed labels.
    var tree: SyntaxTree { content.grammar.tree }
    /// Every token of every coded block, in order.
    public var tokens: [Token] { tree.tokens }
    /// The tokens' words in lower case.
    var lowerTexts: [String] { tree.words }
    /// The tokens' base forms in lower case.
    var lowerLemmas: [String] { tree.lemmas }
    /// The keys of `lowerTexts`, by which sieves are asked.
    var textKeys: [UInt32] { content.textKeys }
    /// The keys of `lowerLemmas`, by which sieves are asked.
    var lemmaKeys: [UInt32] { content.lemmaKeys }
    /// The hashes of `lowerTexts` and of `lowerLemmas`, of which features' names are made.
    var textHashes: [UInt64] { content.textHashes }
    var lemmaHashes: [UInt64] { content.lemmaHashes }
    /// Every sentence, in order.
    public var sentences: [Sentence] { content.sentences }
    /// For each block its sentences, as indices into `sentences`; empty for a block that is not coded.
    public var blockSentences: [Range<Int>] { content.blockSentences }
    /// For each token the stem by which what it tells is compared; empty of a word that tells nothing.
    var termsOfTokens: [String] { content.terms }
    /// The stems of a token that punctuation parts into several.
    var furtherTermsOfTokens: [Int: [String]] { content.furtherTerms }

    /// The most tokens of a sentence. A longer one, which only lists without a full stop and made texts have, is read in
    /// pieces of this many: nothing that walks a parse goes deeper, and its cost stays in proportion to the text.
    static let longestSentence = 500

    /// Joins a document and the annotations of its blocks.
    ///
    /// - Parameters:
    ///   - document: the document as it stands.
    ///   - annotations: one for every block of the document, in order, of the block's words as ``DocumentReading`` gives
    ///     them; offsets count from their first byte. A block that is not coded has an empty one.
    ///   - words: the words whose grammar is their own.
    public init(document: Document, annotations: [AnnotatedText], words: GrammarWords) {
        let reading = DocumentReading(document)
        let document = reading.document
        var tokens: [Token] = []
        tokens.reserveCapacity(annotations.reduce(0) { $0 + $1.tokens.count })
        var sentences: [Sentence] = []
        var blockSentences: [Range<Int>] = []
        for (block, annotation) in zip(document.blocks.indices, annotations) {
            let base = tokens.count
            let offset = document.blocks[block].body.start
            let first = sentences.count
            tokens += annotation.tokens
            for index in base..<tokens.count {
                tokens[index].start += offset
                tokens[index].end += offset
                tokens[index].head += base
            }
            for range in annotation.sentences {
                for start in stride(from: range.lowerBound, to: range.upperBound, by: Self.longestSentence) {
                    let piece = (start + base)..<(min(start + Self.longestSentence, range.upperBound) + base)
                    sentences.append(Sentence(tokens: piece, block: block))
                    // A head in another piece is out of reach: the token is a root of its own.
                    for index in piece where !piece.contains(tokens[index].head) {
                        tokens[index].head = index
                        tokens[index].dep = "ROOT"
                    }
                }
            }
            blockSentences.append(first..<sentences.count)
        }
        content = Content(
            document: document, map: reading.map,
            grammar: Grammar(SyntaxTree(tokens: tokens, sentences: sentences.map(\.tokens)), words: words),
            sentences: sentences, blockSentences: blockSentences)
    }

    /// The tokens of each heading, in order.
    var headingTokens: [Range<Int>] {
        document.blocks.indices.compactMap { block in
            guard document.blocks[block].kind == .heading, let first = blockSentences[block].first,
                let last = blockSentences[block].last
            else { return nil }
            return sentences[first].tokens.lowerBound..<sentences[last].tokens.upperBound
        }
    }

    /// The tokens whose head is the given one, in text order.
    public func children(of index: Int) -> [Int] { tree.children(of: index) }

    /// The first child with one of the given labels.
    public func child(of index: Int, _ labels: String...) -> Int? {
        tree.firstChild(of: index) { labels.contains(tree.tokens[$0].dep) }
    }

    /// The children with one of the given labels, in text order.
    public func children(of index: Int, _ labels: String...) -> [Int] {
        tree.children(of: index) { labels.contains(tree.tokens[$0].dep) }
    }

    /// Every token at or below the given one, in text order.
    public func subtree(of index: Int) -> [Int] { tree.subtree(of: index) }

    /// The tokens from the leftmost to the rightmost at or below the given one.
    public func extent(of index: Int) -> Range<Int> { tree.extent(of: index) }

    /// The sentence a token stands in, an index into `sentences`.
    public func sentence(of index: Int) -> Int { tree.sentence(of: index) }

    /// The bytes from the first to the last of the given tokens.
    public func span(_ range: Range<Int>) -> ByteSpan {
        guard let last = range.last else { return ByteSpan(0, 0) }
        return ByteSpan(tokens[range.lowerBound].start, tokens[last].end)
    }

    /// The bytes of one token.
    public func span(_ index: Int) -> ByteSpan { ByteSpan(tokens[index].start, tokens[index].end) }

    /// The words of a byte range of what is read.
    public func text(_ span: ByteSpan) -> String {
        let utf8 = document.text.utf8
        guard let start = utf8.index(utf8.startIndex, offsetBy: span.start, limitedBy: utf8.endIndex) else { return "" }
        let end = utf8.index(start, offsetBy: span.count, limitedBy: utf8.endIndex) ?? utf8.endIndex
        return String(document.text[start..<end])
    }

    /// The token's head, or nil at a sentence's root.
    public func head(of index: Int) -> Int? { tree.head(of: index) }

    /// The token and all above it, nearest first, up to the sentence's root.
    public func ancestors(of index: Int) -> [Int] { tree.ancestors(of: index) }
}

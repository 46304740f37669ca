/// One token of an annotated text, with the fields a spaCy `Token` has.
///
/// Offsets count UTF-8 bytes of the text that was annotated, half-open.
/// `"Osk left."` gives the tokens `Osk` 0..<3, `left` 4..<8 and `.` 8..<9.
public struct Token: Hashable, Sendable {
    /// The first UTF-8 byte of the token.
    public var start: Int
    /// The UTF-8 byte after the token's last.
    public var end: Int
    /// The token's words as they stand in the text.
    public var text: String
    /// The base form; spaCy's `lemma_`.
    public var lemma: String
    /// The fine part of speech (Penn Treebank for English); spaCy's `tag_`.
    public var tag: String
    /// The coarse part of speech (Universal Dependencies); spaCy's `pos_`.
    public var pos: String
    /// The label of the arc from `head` to this token; spaCy's `dep_`.
    public var dep: String
    /// The index of the token's syntactic head; a sentence's root is its own head.
    public var head: Int
    /// `B-TYPE`, `I-TYPE` or `O`.
    public var ent: String
    /// Whether the token begins a sentence.
    public var isSentenceStart: Bool
    /// Whether a single blank follows the token; spaCy's `whitespace_`.
    public var hasTrailingBlank: Bool
    /// The morphological features, e.g. `Number=Sing|Person=3`; spaCy's `morph`.
    public var morph: String

    /// Makes a token from its parts.
    public init(
        start: Int, end: Int, text: String, lemma: String, tag: String, pos: String, dep: String, head: Int,
        ent: String, isSentenceStart: Bool, hasTrailingBlank: Bool, morph: String = ""
    ) {
        self.start = start
        self.end = end
        self.text = text
        self.lemma = lemma
        self.tag = tag
        self.pos = pos
        self.dep = dep
        self.head = head
        self.ent = ent
        self.isSentenceStart = isSentenceStart
        self.hasTrailingBlank = hasTrailingBlank
        self.morph = morph
    }
}

/// A text's tokens in order, as a spaCy pipeline annotates them.
public struct AnnotatedText: Hashable, Sendable {
    /// The tokens, whitespace tokens included, as spaCy keeps them.
    public var tokens: [Token]

    /// Makes an annotation from its tokens.
    public init(tokens: [Token]) {
        self.tokens = tokens
    }

    /// The sentences as ranges of token indices, in order, covering every token.
    public var sentences: [Range<Int>] {
        let starts = tokens.indices.filter { $0 == 0 || tokens[$0].isSentenceStart }
        return starts.enumerated().map { place, start in
            start..<(place + 1 < starts.count ? starts[place + 1] : tokens.count)
        }
    }
}

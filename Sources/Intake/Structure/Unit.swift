import ChanceryCore

/// A stretch of text on its way to becoming a block.
struct Unit: Sendable {
    /// Its bytes, blanks at the ends left out.
    var span: ByteSpan
    /// The words themselves, without markup or label.
    var body: ByteSpan
    /// The part it plays; nil while that is open, which makes it running text in the end.
    var kind: Block.Kind?
    /// Who speaks, where a label names them.
    var speaker: ByteSpan?
    /// Marks of footnotes inside `span`, in order.
    var noteMarks: [ByteSpan] = []
    /// What is read in place of markup inside `body`, in order.
    var substitutions: [Substitution] = []
    /// The level of a heading, 1 the highest; 0 where the markup gives none.
    var level = 0
    /// Whether the kind was given by markup, so that no rule of shape changes it.
    var isMarked = false
    /// Whether markup says that it names who said the words of a block quote.
    var isAttribution = false
    /// Whether all of it is set in bold or italics.
    var isEmphasised = false
    /// Whether it does nothing but part what is before it from what follows ("—", "***").
    var isSeparator = false
    /// Whether a blank line, or a markup's own boundary, stands before it.
    var afterBlank = false

    init(_ span: ByteSpan, kind: Block.Kind? = nil, body: ByteSpan? = nil, level: Int = 0, isMarked: Bool = false) {
        self.span = span
        self.kind = kind
        self.body = body ?? span
        self.level = level
        self.isMarked = isMarked
    }

    /// Whether it is running text as far as is known.
    var isRunning: Bool { kind == nil || kind == .paragraph }

    /// The block it becomes.
    var block: Block {
        Block(
            kind: kind ?? .paragraph, span: span, speaker: speaker, body: body, noteMarks: noteMarks,
            substitutions: substitutions)
    }
}

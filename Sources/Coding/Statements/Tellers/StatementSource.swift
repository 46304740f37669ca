import ChanceryCore

/// Who says something: the head token, the words beside the cue, and a mention where layout gives it.
struct StatementSource: Hashable {
    /// The head of the noun phrase that names the source.
    var head: Int?
    /// The tokens that stand for it beside the cue.
    var tokens: Range<Int>?
    /// A mention made from elsewhere than the head: a turn's label.
    var mention: Mention?
    /// The words of a label, which are no tokens.
    var label: ByteSpan?
}

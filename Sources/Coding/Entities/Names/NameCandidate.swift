import ChanceryCore

/// A run of tokens that may be a name, with what speaks for it.
struct NameCandidate: Sendable {
    var tokens: Range<Int>
    /// The model's label, or empty.
    var label: String
}

/// The names of a text, as far as lists, model and capitals tell them: none overlaps another.
struct NameCandidates: Sendable {
    /// Listed names that stand by themselves, in text order.
    let listed: [NameSpan]
    /// Runs of tokens that may be names and are in no list, in text order.
    let unknown: [NameCandidate]
}

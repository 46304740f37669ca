import ChanceryCore

/// The day that a news report or a readout is about.
///
/// News tells in the past tense, without a date in each sentence, what was done on the day that its lead names: "Osk opened its
/// embassy on Monday. … It also signed two accords." Such a sentence is dated by the lead, on the basis `story`, until the
/// text turns to what was before.
struct Story: Sendable {
    /// The expression that names the day, an index into ``DateFacts/expressions``.
    let index: Int
    /// The day.
    let day: EDTF
    /// The sentence of the expression: the last of the lead.
    let lead: Int
    /// The sentences that tell of the day.
    let sentences: Set<Int>
}

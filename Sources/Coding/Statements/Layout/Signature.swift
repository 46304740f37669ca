/// A source named behind words, with the dash or bracket before it: "— Ana Roe, foreign minister of Tarn".
struct Signature {
    var tokens: Range<Int>
    var source: StatementSource
    /// Whether a dash or a bracket stands before the name.
    var isMarked: Bool
}

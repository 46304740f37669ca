/// A number that speaks for or against an option, times its weight.
struct Measure: Hashable, Sendable {
    var name: String
    var value: Double
}

/// One way to fill a role, with what speaks for or against it.
struct RoleOption<Value> {
    var value: Value
    /// Names of what holds of it; the model has a weight for each name it knows.
    var features: [String]
    /// What its tokens say of it by themselves: ``TokenMarks``.
    var measures: [Measure] = []
}

/// What may be an attribution: a cue's head, and for each role the ways to fill it.
///
/// A statement that the program finds is one candidate; a verb, noun or adjective with a complement that the program
/// reads no statement from is another.
struct AttributionCandidate {
    /// The token the cue is built round; nil where layout or a quotation alone speaks.
    var head: Int?
    /// What speaks for or against there being an attribution.
    var features: [String]
    /// The cue as the program reads it, its head first.
    var cue: [Int]
    /// Tokens that may belong to the cue too, each group decided by itself.
    var cueGroups: [RoleOption<[Int]>]
    /// The contents it may have, the program's own first.
    var contents: [RoleOption<[Range<Int>]>]
    /// The sources it may have; nil stands for none.
    var sources: [RoleOption<Range<Int>?>]
}

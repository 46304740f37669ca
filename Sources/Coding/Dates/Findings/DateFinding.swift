import ChanceryCore

/// A date as coding handles it, in UTF-8 bytes.
struct DateFinding: Hashable, Sendable {
    var edtf: EDTF
    var basis: ReportDate.Basis
    /// The words that tell it.
    var span: ByteSpan
    /// The words from which it was worked out.
    var from: ByteSpan?
    /// The first of several joined dates.
    var first: EDTF
}

/// What a date is asked for.
enum DateUse: Sendable {
    /// An act: it has the date at which it was done.
    case act
    /// Something that lasts: "since 1991" opens it. Only its own clause tells.
    case lasting
    /// Who or what somebody is when something is done: "President Holm met the envoy in May".
    case standing
    /// A number: whatever its clause tells holds of it.
    case figure
}

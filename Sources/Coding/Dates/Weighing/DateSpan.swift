import ChanceryCore

/// A date with its first and last day by number, by which dates are compared.
struct DateSpan: Sendable {
    let edtf: EDTF
    /// The first and the last day: an open end reaches for ever, a date of no year nowhere.
    let first: Int
    let last: Int
    let year: Int?

    init(_ edtf: EDTF) {
        self.edtf = edtf
        let bounds = edtf.bounds
        let isOpen = edtf.precision == .interval
        first = bounds.first?.dayNumber ?? (isOpen ? .min : .max)
        last = bounds.last?.dayNumber ?? (isOpen ? .max : .min)
        year = edtf.year
    }

    /// Whether two dates can mean the same time.
    func agrees(with other: DateSpan) -> Bool {
        first <= other.last && other.first <= last || edtf == other.edtf
    }

    /// How it stands to another date.
    func relation(to other: DateSpan?) -> Symbol {
        guard let other else { return .none }
        if first == other.first, last == other.last, edtf == other.edtf { return Self.same }
        if first <= other.first, other.last <= last { return Self.around }
        if other.first <= first, last <= other.last { return Self.within }
        guard let year, let otherYear = other.year else { return Self.other }
        return year == otherYear ? Self.ofYear : year > otherYear ? Self.later : Self.earlier
    }

    private static let same = Symbol("same")
    private static let around = Symbol("around")
    private static let within = Symbol("within")
    private static let other = Symbol("other")
    private static let ofYear = Symbol("year")
    private static let later = Symbol("later")
    private static let earlier = Symbol("earlier")
}

/// A set of Unicode scalars, as a character class of a regular expression names it.
struct ScalarClass: Sendable {
    /// The categories that `\w`, `\d` and `\s` stand for, or their complements.
    struct Category: OptionSet {
        let rawValue: UInt8
        static let word = Category(rawValue: 1)
        static let notWord = Category(rawValue: 2)
        static let digit = Category(rawValue: 4)
        static let notDigit = Category(rawValue: 8)
        static let space = Category(rawValue: 16)
        static let notSpace = Category(rawValue: 32)
    }

    /// Membership of the 128 ASCII scalars, with negation and categories already worked in.
    private(set) var ascii: (UInt64, UInt64) = (0, 0)
    private var ranges: [ClosedRange<UInt32>] = []
    private var categories: Category = []
    private var isNegated = false

    /// A class of one scalar.
    init(_ scalar: UInt32) {
        insert(scalar...scalar)
        finish(negated: false)
    }

    /// A class of the categories, ranges to be added.
    init(categories: Category = []) {
        self.categories = categories
    }

    mutating func insert(_ range: ClosedRange<UInt32>) {
        ranges.append(range)
    }

    mutating func insert(_ category: Category) {
        categories.formUnion(category)
    }

    /// Sorts the ranges and fills the ASCII table; to be called once, after the last `insert`.
    mutating func finish(negated: Bool) {
        isNegated = negated
        ranges.sort { $0.lowerBound < $1.lowerBound }
        var merged: [ClosedRange<UInt32>] = []
        for range in ranges {
            if let last = merged.last, range.lowerBound <= last.upperBound &+ 1 {
                merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        ranges = merged
        for value in UInt32(0)..<64 {
            if slowContains(value) { ascii.0 |= 1 << UInt64(value) }
            if slowContains(value + 64) { ascii.1 |= 1 << UInt64(value) }
        }
    }

    /// Whether the scalar is in the class.
    func contains(_ scalar: UInt32) -> Bool {
        if scalar < 64 { return ascii.0 >> UInt64(scalar) & 1 == 1 }
        if scalar < 128 { return ascii.1 >> UInt64(scalar - 64) & 1 == 1 }
        return slowContains(scalar)
    }

    private func slowContains(_ scalar: UInt32) -> Bool {
        (inRanges(scalar) || inCategories(scalar)) != isNegated
    }

    private func inRanges(_ scalar: UInt32) -> Bool {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < scalar { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].contains(scalar)
    }

    private func inCategories(_ scalar: UInt32) -> Bool {
        if categories.isEmpty { return false }
        let isSpace = PythonText.isSpace(scalar)
        if isSpace ? categories.contains(.space) : categories.contains(.notSpace) { return true }
        if categories.isDisjoint(with: [.word, .notWord, .digit, .notDigit]) { return false }
        guard let character = Unicode.Scalar(scalar) else { return false }
        if PythonText.isWord(character) ? categories.contains(.word) : categories.contains(.notWord) { return true }
        return PythonText.isDecimal(character) ? categories.contains(.digit) : categories.contains(.notDigit)
    }
}

extension ScalarClass {
    /// How many ASCII scalars are in the class; a large class says little about a match.
    var asciiCount: Int {
        ascii.0.nonzeroBitCount + ascii.1.nonzeroBitCount
    }

    /// Whether both classes hold the same scalars.
    func isSame(as other: ScalarClass) -> Bool {
        ascii == other.ascii && ranges == other.ranges && categories == other.categories
            && isNegated == other.isNegated
    }
}

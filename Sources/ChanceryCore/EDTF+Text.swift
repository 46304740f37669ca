extension EDTF: CustomStringConvertible {
    /// The canonical text: the one spelling of this value.
    public var description: String {
        switch form {
        case .point(let point): return point.description
        case .interval(let start, let end): return Self.text(start) + "/" + Self.text(end)
        case .set(let allOf, let points):
            let inner = points.map(\.description).joined(separator: ",")
            return allOf ? "{\(inner)}" : "[\(inner)]"
        }
    }

    private static func text(_ end: End) -> String {
        switch end {
        case .open: return ".."
        case .point(let point): return point.description
        }
    }

    /// A number with leading zeros, and its sign in front of them.
    package static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(abs(number))
        let zeros = String(repeating: "0", count: max(0, width - digits.count))
        return (number < 0 ? "-" : "") + zeros + digits
    }

    /// Reads a year, month or day of digits alone, as most dates of a record are; nil where the text is none such.
    static func plain(_ string: String) -> Form? {
        var (year, month, day, count) = (0, 0, 0, 0)
        for byte in string.utf8 {
            switch (count, byte) {
            case (4, 0x2D), (7, 0x2D): break
            case (0..<4, 0x30...0x39): year = year * 10 + Int(byte - 0x30)
            case (5..<7, 0x30...0x39): month = month * 10 + Int(byte - 0x30)
            case (8..<10, 0x30...0x39): day = day * 10 + Int(byte - 0x30)
            default: return nil
            }
            count += 1
        }
        guard [4, 7, 10].contains(count) else { return nil }
        let point = Point(digits: year, month: count > 4 ? month : nil, day: count > 7 ? day : nil)
        return point.isValid ? .point(point) : nil
    }

    /// Reads a value, or gives nil where the text is none.
    static func parse(_ string: String) -> Form? {
        if let allOf = ["{": true, "[": false][string.prefix(1)], string.hasSuffix(allOf ? "}" : "]") {
            let parts = string.dropFirst().dropLast().split(separator: ",", omittingEmptySubsequences: false)
            let points = parts.compactMap { Point($0.drop { $0 == " " }) }
            return points.count == parts.count ? .set(allOf: allOf, points) : nil
        }
        let sides = string.split(separator: "/", omittingEmptySubsequences: false)
        if sides.count == 1 { return Point(sides[0]).map { .point($0) } }
        guard sides.count == 2, let start = end(sides[0]), let stop = end(sides[1]), validInterval(start, stop)
        else { return nil }
        return .interval(start, stop)
    }

    private static func end(_ text: Substring) -> End? {
        text == ".." ? .open : Point(text).map { .point($0) }
    }

    /// Whether two ends make an interval: one is known, and the end is not before the start.
    static func validInterval(_ start: End, _ end: End) -> Bool {
        switch (start, end) {
        case (.open, .open): return false
        case (.point(let first), .point(let last)):
            guard let from = first.bounds?.first, let to = last.bounds?.last else { return true }
            return from <= to
        default: return true
        }
    }
}

extension EDTF.Point {
    /// Reads one date, or gives nil where the text is none.
    init?(_ text: Substring) {
        var text = text
        if let last = text.last, let qualifier = EDTF.Qualifier(rawValue: String(last)) {
            self.qualifier = qualifier
            text = text.dropLast()
        }
        var isNegative = false
        if text.first == "-" {
            isNegative = true
            text = text.dropFirst()
        }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts[0].utf8.count == 4 else { return nil }
        let known = parts[0].prefix { $0 != "X" }
        guard parts[0].dropFirst(known.count).allSatisfy({ $0 == "X" }) else { return nil }
        switch known.count {
        case 0: digits = nil
        case 2...4:
            guard let number = Self.number(known) else { return nil }
            unknownDigits = 4 - known.count
            if isNegative && (number == 0 || unknownDigits > 0) { return nil }
            digits = isNegative ? -number : number
        default: return nil
        }
        if isNegative && digits == nil { return nil }
        if parts.count > 1 {
            if parts[1] == "XX" {
                monthUnknown = true
            } else {
                guard parts[1].utf8.count == 2, let number = Self.number(parts[1]) else { return nil }
                month = number
            }
        }
        if parts.count > 2 {
            if parts[2] == "XX" {
                dayUnknown = true
            } else {
                guard parts[2].utf8.count == 2, let number = Self.number(parts[2]) else { return nil }
                day = number
            }
        }
        guard isValid else { return nil }
    }

    /// ASCII digits only: `Int` would also take a sign.
    private static func number(_ text: Substring) -> Int? {
        text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
    }

    var description: String {
        var text = "XXXX"
        if let digits {
            text = EDTF.padded(digits, 4 - unknownDigits) + String(repeating: "X", count: unknownDigits)
        }
        if let month { text += "-" + EDTF.padded(month, 2) } else if monthUnknown { text += "-XX" }
        if let day { text += "-" + EDTF.padded(day, 2) } else if dayUnknown { text += "-XX" }
        return text + (qualifier?.rawValue ?? "")
    }
}

extension EDTF: Codable {
    /// Reads the value from its text.
    ///
    /// - Throws: `DecodingError.dataCorrupted` that names the text where it is no date of this subset.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = EDTF(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "'\(text)' is not an EDTF date; write 1996, 1996-12 or 1996-12-05")
        }
        self = value
    }

    /// Writes the value as its text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

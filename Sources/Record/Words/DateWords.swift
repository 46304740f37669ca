/// Writes EDTF values (ISO 8601-2) as people write dates, adding nothing to what they say.
///
/// `1989` stays `1989`, `1996-12~` becomes `about Dec 1996`, `1991/..` becomes `since 1991`, `197X` becomes `1970s`,
/// `XXXX-10-07` becomes `7 Oct, year unknown`, `-0029` becomes `30 BC`. What it does not know is shown as it stands.
package enum DateWords {
    /// The words of a value; empty for an empty one.
    package static func of(_ edtf: String) -> String {
        // A set: all of its dates.
        if edtf.hasPrefix("{"), edtf.hasSuffix("}") {
            return edtf.dropFirst().dropLast().split(separator: ",").map { of(String($0)) }.joined(separator: " and ")
        }
        // One of its dates, which is not told.
        if edtf.hasPrefix("["), edtf.hasSuffix("]") {
            return edtf.dropFirst().dropLast().split(separator: ",").map { of(String($0)) }.joined(separator: " or ")
        }
        let ends = edtf.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard ends.count == 2 else { return single(edtf) }
        switch (isOpen(ends[0]), isOpen(ends[1])) {
        case (true, true): return "at all times"
        case (false, true): return "since " + single(ends[0])
        case (true, false): return "until " + single(ends[1])
        case (false, false): return range(single(ends[0]), single(ends[1]))
        }
    }

    /// Day and month alone, for a list whose heading already says that the year is unknown.
    package static func withoutUnknownYear(_ words: String) -> String { words.replacing(", \(unknownYear)", with: "") }

    private static let unknownYear = "year unknown"

    private static func isOpen(_ end: String) -> Bool { end.isEmpty || end == ".." }

    /// A range of years is set tight, anything longer with blanks.
    private static func range(_ first: String, _ last: String) -> String {
        first.contains(" ") || last.contains(" ") ? "\(first) – \(last)" : "\(first)–\(last)"
    }

    private static func single(_ value: String) -> String {
        var value = value
        var approximate = false
        var uncertain = false
        while let last = value.last, "~?%".contains(last) {
            approximate = approximate || last != "?"
            uncertain = uncertain || last != "~"
            value.removeLast()
        }
        guard let words = plain(value) else { return value }
        return (approximate ? "about " : "") + words + (uncertain ? " (?)" : "")
    }

    private static func plain(_ value: String) -> String? {
        // EDTF counts years astronomically: 0000 is 1 BC, -0029 is 30 BC.
        let isNegative = value.hasPrefix("-")
        if isNegative || value.hasPrefix("0000") {
            let rest = isNegative ? value.dropFirst() : value[...]
            guard rest.count >= 4, let year = Int(rest.prefix(4)), let words = plain("1000" + rest.dropFirst(4)) else {
                return nil
            }
            return String(words.dropLast(4)) + "\(year + 1) BC"
        }
        let parts = value.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard let year = parts.first, year.count == 4, parts.count <= 3 else { return nil }
        guard let yearWords = yearWords(year) else { return nil }
        guard parts.count > 1, parts[1] != "XX" else { return yearWords }
        if parts.count == 2, let division = ViewWords.standard.partsOfYear[parts[1]] {
            return "\(division) \(yearWords)"
        }
        let months = ViewWords.standard.months
        guard let month = Int(parts[1]), months.indices.contains(month - 1) else { return nil }
        let comma = year == "XXXX" ? "," : ""
        let monthWords = "\(months[month - 1])\(comma) \(yearWords)"
        guard parts.count == 3, parts[2] != "XX" else { return monthWords }
        guard let day = Int(parts[2]), (1...31).contains(day) else { return nil }
        return "\(day) \(monthWords)"
    }

    private static func yearWords(_ year: String) -> String? {
        if year == "XXXX" { return unknownYear }
        if year.hasSuffix("XX"), let century = Int(year.prefix(2)) { return "\(century)00s" }
        if year.hasSuffix("X"), let decade = Int(year.prefix(3)) { return "\(decade)0s" }
        return Int(year).map(String.init)
    }
}

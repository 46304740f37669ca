import ChanceryCore

/// Whether words tell the year that a date is said to be stated with.
enum StatedYear {
    /// Whether every known year of the value stands in the words: in digits ("1989", "'89", "1989–90", "the 1970s"),
    /// or in words ("nineteen eighty-nine", "the seventies", "the 20th century").
    static func isTold(_ value: EDTF, in words: String) -> Bool {
        let years = years(of: value.description)
        let spelled = words.lowercased()
        let numbers = digitRuns(spelled)
        return years.allSatisfy { isTold($0, numbers: numbers, words: spelled) }
    }

    /// The years as they are written: `1989`, `197X`, `19XX`; those that are not known at all are left out.
    private static func years(of edtf: String) -> [String] {
        edtf.split { "/,{}[]".contains($0) }.compactMap { part in
            let isNegative = part.hasPrefix("-")
            let year = (isNegative ? part.dropFirst() : part).prefix(4)
            return year.first?.isNumber == true && year.count == 4 ? String(year) : nil
        }
    }

    private static func isTold(_ year: String, numbers: [String], words: String) -> Bool {
        let known = year.filter { $0 != "X" }
        if known.count == 2 {
            let century = (Int(known) ?? 0) + 1
            return numbers.contains { $0.hasPrefix(known) && $0.count == 4 || $0 == String(century) }
                || Numeral.values(in: words).contains(Double(century))
        }
        if numbers.contains(where: { $0.count == 4 && $0.hasPrefix(known) }) { return true }
        let short = known.suffix(known.count - 2)
        if numbers.contains(where: { $0.count == 2 && $0.hasPrefix(short) }) { return true }
        // A year before the year 1000 is written without its zeros.
        if let number = Int(known), known.count == 4, number < 1000, numbers.contains(String(number)) { return true }
        return isSpelled(known, words: words)
    }

    private static let tens = [
        "twenties": "2", "thirties": "3", "forties": "4", "fifties": "5", "sixties": "6", "seventies": "7",
        "eighties": "8", "nineties": "9",
    ]

    private static func isSpelled(_ known: String, words: String) -> Bool {
        let tokens = words.split { !$0.isLetter && $0 != "-" }.map(String.init)
        if known.count == 3, tokens.contains(where: { tens[$0] == String(known.suffix(1)) }) { return true }
        // "nineteen eighty-nine" reads as 19 and 89, "two thousand and one" as 2001.
        for length in [2, 1] where tokens.count > length {
            for cut in 0...(tokens.count - length) {
                let century = Numeral.value(of: tokens[cut])
                let rest = Numeral.value(
                    of: tokens[(cut + 1)..<min(cut + 1 + length, tokens.count)].joined(separator: " "))
                if let century, let rest, Double(known) == century * 100 + rest { return true }
            }
        }
        return Numeral.values(in: words).contains { Double(known) == $0 }
    }

    private static func digitRuns(_ words: String) -> [String] {
        words.split { !("0"..."9").contains($0) }.map(String.init)
    }
}

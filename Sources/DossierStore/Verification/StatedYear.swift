import ChanceryCore

/// Whether words tell the year that a date is said to be stated with.
enum StatedYear {
    /// Whether every known year of the value stands in the words: in digits ("1989", "'89", "1989–90", "the 1970s",
    /// "30 BC"), or in words ("nineteen eighty-nine", "the seventies", "the 20th century").
    static func isTold(_ value: EDTF, in words: String) -> Bool {
        let spelled = words.lowercased()
        let numbers = digitRuns(spelled)
        return years(of: value.description).allSatisfy { year in
            if let before = beforeChrist(year) { return isTold(yearBeforeChrist: before, in: spelled) }
            return isTold(year, numbers: numbers, words: spelled)
        }
    }

    /// The years as they are written: `1989`, `197X`, `19XX`, `-0029`; those that are not known at all are left out.
    private static func years(of edtf: String) -> [String] {
        edtf.split { "/,{}[]".contains($0) }.compactMap { part in
            let year = part.prefix(part.hasPrefix("-") ? 5 : 4)
            return year.last { $0 != "X" }?.isNumber == true && year.count >= 4 ? String(year) : nil
        }
    }

    /// The year before Christ: EDTF counts astronomically, so that `0000` is 1 BC and `-0029` is 30 BC; nil of any other.
    private static func beforeChrist(_ year: String) -> Int? {
        guard let number = Int(year), number <= 0 else { return nil }
        return 1 - number
    }

    /// Whether the words count backwards ("BC", "B.C.E.", "before Christ") and name the year, or a decade ("the 50s
    /// BC"), century ("the fifth century BC") or millennium that begins or ends with it.
    private static func isTold(yearBeforeChrist year: Int, in words: String) -> Bool {
        let letters = words.filter { $0 != "." }.split { !$0.isLetter }.map(String.init)
        let isBackwards =
            letters.contains { $0 == "bc" || $0 == "bce" }
            || letters.contains("before") && letters.contains { $0 == "christ" || $0 == "era" }
        guard isBackwards else { return false }
        let numbers = Set(Numeral.values(in: words) + digitRuns(words).compactMap(Double.init))
        if numbers.contains(Double(year)) { return true }
        // "The 50s" are 59 to 50; the fifth century is 500 to 401; the second millennium 2000 to 1001.
        let decade = year - year % 10
        if [0, 9].contains(year % 10), letters.contains("s"), numbers.contains(Double(decade)) { return true }
        return [("centur", 100), ("millenni", 1000)].contains { unit, length in
            let nth = (year + length - 1) / length
            return [0, 1].contains(year % length) && letters.contains { $0.hasPrefix(unit) }
                && numbers.contains(Double(nth))
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

    private static func isSpelled(_ known: String, words: String) -> Bool {
        let tokens = words.split { !$0.isLetter && $0 != "-" }.map(String.init)
        if known.count == 3,
            tokens.contains(where: { Numeral.tens(ofDecade: $0).map(String.init) == String(known.suffix(1)) })
        {
            return true
        }
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

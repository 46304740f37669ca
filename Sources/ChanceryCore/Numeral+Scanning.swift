/// Cuts a text into the pieces numbers are made of.
enum NumeralScanner {
    static func tokens(of text: String) -> [NumeralToken] {
        var scanner = Scanner(scalars: Array(text.unicodeScalars))
        return scanner.run()
    }
}

private struct Scanner {
    let scalars: [Unicode.Scalar]
    var position = 0
    var tokens: [NumeralToken] = []

    init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    private func scalar(_ offset: Int) -> Unicode.Scalar {
        scalars.indices.contains(offset) ? scalars[offset] : "\u{0}"
    }

    private func isDigit(_ offset: Int) -> Bool { ("0"..."9").contains(scalar(offset)) }
    private func isLetter(_ offset: Int) -> Bool { scalar(offset).properties.isAlphabetic }

    mutating func run() -> [NumeralToken] {
        while position < scalars.count {
            let current = scalar(position)
            if isDigit(position) {
                readDigits()
            } else if let fraction = Self.fractions[current] {
                tokens.append(.fraction(fraction))
                position += 1
            } else if isLetter(position) {
                readWord()
            } else {
                // Blanks and a hyphen between words join, everything else parts.
                let joins =
                    current.properties.isWhitespace || (Self.hyphens.contains(current) && isLetter(position + 1))
                if !joins { tokens.append(.stop) }
                position += 1
            }
        }
        return tokens
    }

    private mutating func readWord() {
        let start = position
        while isLetter(position) || (scalar(position) == "'" && isLetter(position + 1)) { position += 1 }
        tokens.append(.word(text(start, position).lowercased()))
    }

    private mutating func readDigits() {
        let start = position
        while isDigit(position) || isSeparator(position) { position += 1 }
        var value = Self.value(text(start, position))
        let isNegative = Self.minuses.contains(scalar(start - 1)) && !isDigit(start - 2) && !isLetter(start - 2)
        if isNegative { value = -value }
        let suffixStart = position
        while isLetter(position) { position += 1 }
        let suffix = text(suffixStart, position).lowercased()
        let isMoney = Self.currencies.contains(scalar(start - 1))
        switch suffix {
        case _ where NumeralWords.isOrdinalEnding(suffix): tokens.append(.digits(value, isOrdinal: true))
        case "k": tokens.append(.digits(value * 1e3, isOrdinal: false))
        case "m" where isMoney: tokens.append(.digits(value * 1e6, isOrdinal: false))
        default:
            let scale = NumeralWords.scale(suffix) ?? 1
            tokens.append(.digits(value * scale, isOrdinal: false))
            if scale == 1 && !suffix.isEmpty { tokens.append(.stop) }
        }
    }

    /// A mark between two digits that belongs to the number: any point or comma, and a blank or apostrophe before a
    /// group of exactly three.
    private func isSeparator(_ offset: Int) -> Bool {
        guard isDigit(offset - 1), isDigit(offset + 1) else { return false }
        switch scalar(offset) {
        case ".", ",": return true
        case " ", "\u{A0}", "\u{2009}", "\u{202F}", "'", "\u{2019}":
            let isGroup = isDigit(offset + 2) && isDigit(offset + 3) && !isDigit(offset + 4)
            let before = digitsBefore(offset)
            return isGroup && (1...3).contains(before)
        default: return false
        }
    }

    private func digitsBefore(_ offset: Int) -> Int {
        var start = offset
        while isDigit(start - 1) { start -= 1 }
        return offset - start
    }

    private func text(_ start: Int, _ end: Int) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[start..<end])
        return String(text)
    }

    /// The value of digits with separators: where points and commas both stand, the last one is the decimal mark;
    /// a comma alone parts thousands where every group after it has three digits, a point alone only where it repeats.
    private static func value(_ written: String) -> Double {
        let points = written.filter { $0 == "." }.count
        let commas = written.filter { $0 == "," }.count
        let groups = written.split { ".,".contains($0) }.dropFirst()
        let inThrees = groups.allSatisfy { $0.count == 3 }
        let decimal: Character?
        switch (points, commas) {
        case (0, 0): decimal = nil
        case (0, _): decimal = inThrees ? nil : ","
        case (_, 0): decimal = points > 1 && inThrees ? nil : "."
        default: decimal = written.last { $0 == "." || $0 == "," }
        }
        var digits = ""
        for (offset, character) in zip(written.indices, written) {
            if character.isASCII && character.isNumber {
                digits.append(character)
            } else if character == decimal, written[written.index(after: offset)...].allSatisfy({ $0 != decimal }) {
                digits.append(".")
            }
        }
        return Double(digits) ?? 0
    }

    private static let fractions: [Unicode.Scalar: Double] = [
        "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅛": 1 / 8,
    ]
    private static let hyphens: Set<Unicode.Scalar> = ["-", "\u{2010}", "\u{2011}"]
    private static let minuses: Set<Unicode.Scalar> = ["-", "\u{2212}"]
    private static let currencies: Set<Unicode.Scalar> = ["$", "€", "£", "¥"]
}

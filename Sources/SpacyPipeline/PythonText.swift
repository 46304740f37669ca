/// Character tests and case changes with Python's meaning, which spaCy's features are computed with.
enum PythonText {
    /// `str.isspace` of one character: categories Zs, Zl, Zp and the bidirectional classes WS, B, S.
    static func isSpace(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x09...0x0d, 0x1c...0x20, 0x85, 0xa0, 0x1680, 0x2000...0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000:
            true
        default: false
        }
    }

    /// `str.isalpha` of one character: the letter categories.
    static func isAlpha(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 {
            return (0x41...0x5a).contains(scalar.value) || (0x61...0x7a).contains(scalar.value)
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
        default: return false
        }
    }

    /// `str.isupper` of one character.
    static func isUpper(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 { return (0x41...0x5a).contains(scalar.value) }
        return scalar.properties.isUppercase
    }

    /// `str.isdigit` of one character: decimal digits and digits such as superscripts.
    static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 { return (0x30...0x39).contains(scalar.value) }
        return scalar.properties.numericType == .decimal || scalar.properties.numericType == .digit
    }

    /// `\w` of Python's `re`: letters, everything with a numeric value, and the underscore.
    static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "_" || isAlpha(scalar) || scalar.properties.numericType != nil
    }

    /// `\d` of Python's `re`: decimal digits of any script.
    static func isDecimal(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 { return (0x30...0x39).contains(scalar.value) }
        return scalar.properties.numericType == .decimal
    }

    /// `str.lower`: the full lower-case mapping, with the final form of sigma.
    static func lower(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 && !(0x41...0x5a).contains($0) }) { return text }
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            if scalar == "\u{3a3}" {
                result.append(isFinalSigma(scalars, index) ? "\u{3c2}" : "\u{3c3}")
            } else {
                result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            }
        }
        return String(result)
    }

    /// Whether the sigma at `index` ends a word: a cased letter before it and none after, case-ignorables aside.
    private static func isFinalSigma(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        var before = index - 1
        while before >= 0, scalars[before].properties.isCaseIgnorable { before -= 1 }
        guard before >= 0, scalars[before].properties.isCased else { return false }
        var after = index + 1
        while after < scalars.count, scalars[after].properties.isCaseIgnorable { after += 1 }
        return after == scalars.count || !scalars[after].properties.isCased
    }
}

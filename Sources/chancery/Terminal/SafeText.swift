import ChanceryCore

/// Makes a document's words harmless and plain on a terminal: documents are hostile input.
enum SafeText {
    /// The words on one line: blanks of every sort become one blank, control and direction-changing characters are
    /// written out.
    ///
    /// `"a\u{1B}[31m\nb"` becomes `a\u{1B}[31m b` with the escape shown as the five characters `\u{1B}`.
    static func oneLine(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        var owesBlank = false
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                owesBlank = !out.isEmpty
                continue
            }
            if owesBlank {
                out.append(" ")
                owesBlank = false
            }
            append(scalar, to: &out)
        }
        return String(out)
    }

    /// The words with every dangerous character written out, blanks as they are: what is set on a line at last.
    static func visible(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: TextSafety.isUnsafe) else { return text }
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { append(scalar, to: &out) }
        return String(out)
    }

    private static func append(_ scalar: Unicode.Scalar, to out: inout String.UnicodeScalarView) {
        guard TextSafety.isUnsafe(scalar) else { return out.append(scalar) }
        out.append(contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars)
    }
}

/// How many terminal columns a text takes.
enum DisplayWidth {
    /// The columns of a text: combining marks take none, wide East Asian characters and pictures take two.
    static func of(_ text: String) -> Int {
        text.reduce(0) { $0 + columns(of: $1) }
    }

    private static func columns(of character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        switch scalar.value {
        case 0x0300...0x036F, 0x200B...0x200F, 0xFE00...0xFE0F: return 0
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}

import ChanceryCore

/// Makes a document's words harmless and plain on a terminal: documents are hostile input.
package enum SafeText {
    /// The words on one line: blanks of every sort become one blank, control and direction-changing characters are
    /// written out.
    ///
    /// `"a\u{1B}[31m\nb"` becomes `a\u{1B}[31m b` with the escape shown as the five characters `\u{1B}`.
    package static func oneLine(_ text: String) -> String {
        if isPlainLine(text) { return text }
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

    /// Whether a text is what its line would be: nothing but printable ASCII, no blank at an end, no two together.
    private static func isPlainLine(_ text: String) -> Bool {
        var last: UInt8 = 0x20
        for byte in text.utf8 {
            guard 0x20..<0x7F ~= byte, byte != 0x20 || last != 0x20 else { return false }
            last = byte
        }
        return last != 0x20 || text.isEmpty
    }

    /// The words with every dangerous character written out, blanks as they are: what is set on a line at last.
    package static func visible(_ text: String) -> String {
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

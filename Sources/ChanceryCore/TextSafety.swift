/// Which characters must not reach a terminal or a line tool as they are: documents are hostile input.
public enum TextSafety {
    /// Whether a character controls a terminal, ends a line out of turn, or turns the direction of the words after it:
    /// C0 and C1 controls, DEL, line and paragraph separators, marks, embeddings and isolates of direction, annotation
    /// characters and tags.
    public static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00..<0x20, 0x7F..<0xA0, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFFF9...0xFFFB,
            0xE0000...0xE007F:
            true
        default: false
        }
    }

    /// A JSON text in which every such character is written as an escape (`\u0085`); the text reads back as the same value.
    ///
    /// In JSON they can stand inside strings alone, so the rest of the text is not looked at.
    static func escaped(json: String) -> String {
        // ASCII letters are by far the most, and none of them is unsafe.
        guard json.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }), json.unicodeScalars.contains(where: isUnsafe)
        else {
            return json
        }
        var out = String.UnicodeScalarView()
        for scalar in json.unicodeScalars {
            guard isUnsafe(scalar) else {
                out.append(scalar)
                continue
            }
            for unit in String(Character(scalar)).utf16 {
                let digits = String(unit, radix: 16)
                out.append(contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".unicodeScalars)
            }
        }
        return String(out)
    }
}

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

    /// Whether a text has such a character, by its UTF-8: most characters begin with a byte that none of these begins with.
    private static func hasUnsafe(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        func byte(_ place: Int) -> UInt8 { place < bytes.count ? bytes[place] : 0 }
        for place in bytes.indices {
            let isUnsafe =
                switch bytes[place] {
                case 0..<0x20, 0x7F: true
                case 0xC2: byte(place + 1) < 0xA0
                case 0xD8: byte(place + 1) == 0x9C
                case 0xE2:
                    switch (byte(place + 1), byte(place + 2)) {
                    case (0x80, 0x8E...0x8F), (0x80, 0xA8...0xAE), (0x81, 0xA6...0xA9): true
                    default: false
                    }
                case 0xEF: byte(place + 1) == 0xBF && (0xB9...0xBB).contains(byte(place + 2))
                case 0xF3: byte(place + 1) == 0xA0 && byte(place + 2) < 0x82
                default: false
                }
            if isUnsafe { return true }
        }
        return false
    }

    /// A JSON text in which every such character is written as an escape (`\u0085`); the text reads back as the same value.
    ///
    /// In JSON they can stand inside strings alone, so the rest of the text is not looked at.
    static func escaped(json: String) -> String {
        var json = json
        guard json.withUTF8(hasUnsafe) else { return json }
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

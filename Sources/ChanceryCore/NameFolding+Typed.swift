import Foundation

extension NameFolding {
    /// A name as people type it, comparable with one as a text prints it: beside case, accents and blanks, the sort of
    /// apostrophe, quotation mark and dash makes no difference, nor do the full stops of an abbreviation, a leading
    /// article and a possessive ending.
    ///
    /// `"The People’s Front"`, `"peoples front"` and `"People's Front"` are one; so are `"U.S."` and `"US"`, `"al‑Wazir"`
    /// and `"Al Wazir"`. Empty where nothing but marks was typed.
    public static func typed(_ name: String) -> String {
        var out = ""
        for scalar in latin(name).unicodeScalars {
            switch scalar {
            case "'", "\"", "`", ".", "’", "‘", "“", "”", "„", "«", "»", "‹", "›", "′", "ʼ", "ʻ", "´", "\u{AD}",
                "\u{200B}", "\u{2060}":
                continue
            default:
                let joins = scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "&"
                out.unicodeScalars.append(joins || scalar.properties.generalCategory == .nonspacingMark ? scalar : " ")
            }
        }
        let words = fold(out).split(separator: " ")
        return words.dropFirst(words.count > 1 && words.first == "the" ? 1 : 0).joined(separator: " ")
    }

    /// The name without a possessive ending, and with letters that only look like accented ones (`ø`, `ł`, `ı`, `ß`)
    /// as their plain counterparts.
    private static func latin(_ name: String) -> String {
        var name = name
        for ending in ["'s", "’s", "'", "’"] where name.hasSuffix(ending) && name.count > ending.count + 1 {
            name.removeLast(ending.count)
            break
        }
        guard !name.utf8.allSatisfy({ $0 < 0x80 }) else { return name }
        return name.map { plain[$0] ?? String($0) }.joined()
    }

    private static let plain: [Character: String] = [
        "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ı": "i", "ß": "ss", "æ": "ae",
        "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th", "ħ": "h", "Ħ": "H",
    ]
}

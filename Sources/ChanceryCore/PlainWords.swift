/// Words of a text without the markup between them, as far as it can be told from the words alone.
///
/// A document's blocks say exactly what is read (``DocumentReading``); a proof has the text only. So it asks whether some
/// way of leaving the marks out gives what is claimed: `5&nbsp;million` and `**1**,200` hold their numbers, `51` holds no 5.
public enum PlainWords {
    /// The words as they stand, and where they hold marks, without them: character references once as blanks and once as
    /// nothing, since they stand for either.
    public static func readings(of words: String) -> [String] {
        let asBlanks = plain(words, reference: " ")
        let asNothing = plain(words, reference: "")
        return [words] + [asBlanks, asNothing].filter { $0 != words }
    }

    private static func plain(_ words: String, reference: String) -> String {
        var result = String.UnicodeScalarView()
        var rest = Array(words.unicodeScalars)[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\u{AD}", "\u{34F}", "\u{61C}", "\u{180E}", "\u{200B}"..."\u{200F}", "\u{202A}"..."\u{202E}",
                "\u{2060}"..."\u{206F}", "\u{FEFF}", "*", "_", "`", "~", "}":
                continue
            case "'" where rest.first == "'":
                rest = rest.drop { $0 == "'" }
            case "[", "{":
                // `[[target|words]]`, `{{name|words}}`: what stands before the bar is not read.
                if rest.first == scalar, let bar = rest.prefix(200).firstIndex(of: "|") { rest = rest[(bar + 1)...] }
                rest = rest.drop { $0 == scalar }
            case "]":
                // `[words](address)`, `[words][name]`.
                if let open = rest.first, open == "(" || open == "[",
                    let end = rest.firstIndex(of: open == "(" ? ")" : "]")
                {
                    rest = rest[(end + 1)...]
                }
            case "<":
                if let end = rest.firstIndex(of: ">") { rest = rest[(end + 1)...] }
            case "&":
                if let end = rest.prefix(30).firstIndex(of: ";") {
                    rest = rest[(end + 1)...]
                    result += Array(reference.unicodeScalars)
                } else {
                    result.append(scalar)
                }
            default: result.append(scalar.properties.isWhitespace ? " " : scalar)
            }
        }
        return String(result)
    }
}

/// Writes drawings: whatever comes from documents is escaped, and nothing has a style of its own.
enum SVG {
    /// Text inside an element or an attribute.
    static func escaped(_ text: String) -> String {
        var out = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "'": out += "&#39;"
            default:
                // XML 1.0 knows no other control characters.
                if character.value >= 0x20 || character == "\n" || character == "\t" {
                    out.unicodeScalars.append(character)
                }
            }
        }
        return out
    }

    /// A drawing.
    static func drawing(_ label: String, width: Int, height: Int, _ inside: String) -> String {
        "<svg viewBox=\"0 0 \(width) \(height)\" role=\"group\" aria-label=\"\(escaped(label))\">\(inside)</svg>"
    }

    /// A bar that leads to a page.
    static func bar(
        _ kind: String, x: Double, y: Double, width: Double, height: Double, title: String, href: String
    ) -> String {
        let title = escaped(title)
        return
            "<a href=\"\(escaped(href))\" aria-label=\"\(title)\"><rect class=\"\(kind)\" x=\"\(short(x))\" y=\"\(short(y))\" "
            + "width=\"\(short(width))\" height=\"\(short(height))\"><title>\(title)</title></rect></a>"
    }

    /// Words at a place.
    static func text(_ words: String, x: Double, y: Double, anchor: String = "middle") -> String {
        "<text x=\"\(short(x))\" y=\"\(short(y))\" text-anchor=\"\(anchor)\">\(escaped(words))</text>"
    }

    /// A straight line.
    static func line(_ kind: String, x: Double, y: Double, toX: Double, toY: Double) -> String {
        "<path class=\"\(kind)\" d=\"M\(short(x)) \(short(y))L\(short(toX)) \(short(toY))\"/>"
    }

    private static func short(_ value: Double) -> String {
        let rounded = (value * 10).rounded() / 10
        return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
    }
}

import Record

/// How a stretch of text is set on a terminal that has colours.
enum Style: Hashable, Sendable {
    case plain, strong, faint, quote, caveat, mark, found

    /// The parameters of the terminal's "select graphic rendition" sequence; nil for plain text.
    var rendition: String? {
        switch self {
        case .plain: nil
        case .strong: "1"
        case .faint: "2"
        case .quote: "3"
        case .caveat: "1;33"
        case .mark: "4"
        case .found: "1;3"
        }
    }
}

/// A stretch of text with its style.
struct Piece: Hashable, Sendable {
    /// The words, on one line.
    var text: String
    /// How they are set.
    var style: Style

    /// Makes a piece; what could steer the terminal is written out, whoever hands it over.
    init(_ text: String, _ style: Style = .plain) {
        self.text = SafeText.visible(text)
        self.style = style
    }
}

/// Sets pieces into lines of a given width.
struct TextLayout: Sendable {
    /// Where the lines go.
    var terminal: Terminal

    /// The lines of a paragraph, each indented; words are never broken, a word longer than a line stands alone.
    func paragraph(_ pieces: [Piece], indent: Int) -> [String] {
        let room = max(terminal.width - indent, 20)
        var lines: [[Piece]] = [[]]
        var used = 0
        for word in words(pieces) {
            let width = word.reduce(0) { $0 + DisplayWidth.of($1.text) }
            if used > 0, used + 1 + width > room {
                lines.append([])
                used = 0
            }
            if used > 0 {
                lines[lines.count - 1].append(Piece(" ", joined(lines[lines.count - 1].last, word.first)))
                used += 1
            }
            lines[lines.count - 1].append(contentsOf: word)
            used += width
        }
        let blanks = String(repeating: " ", count: indent)
        return lines.map { blanks + render($0) }
    }

    /// The pieces with the terminal's colours, or bare.
    func render(_ pieces: [Piece]) -> String {
        guard terminal.isColoured else { return pieces.map(\.text).joined() }
        var out = ""
        var index = 0
        while index < pieces.count {
            let style = pieces[index].style
            var text = ""
            while index < pieces.count, pieces[index].style == style {
                text += pieces[index].text
                index += 1
            }
            if let rendition = style.rendition {
                out += "\u{1B}[\(rendition)m\(text)\u{1B}[0m"
            } else {
                out += text
            }
        }
        return out
    }

    /// A text filled with blanks to a number of columns, on its right or, for numbers, on its left.
    static func padded(_ text: String, to width: Int, flushRight: Bool = false) -> String {
        let blanks = String(repeating: " ", count: max(width - DisplayWidth.of(text), 0))
        return flushRight ? blanks + text : text + blanks
    }

    /// A blank between two pieces of one style belongs to it.
    private func joined(_ a: Piece?, _ b: Piece?) -> Style {
        guard let a, let b, a.style == b.style else { return .plain }
        return a.style
    }

    /// Splits at blanks; a word may be of several styles, as `(SUPPORT)` after a faint parenthesis is.
    private func words(_ pieces: [Piece]) -> [[Piece]] {
        var found: [[Piece]] = []
        var open: [Piece] = []
        for piece in pieces {
            for (place, part) in piece.text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
                if place > 0, !open.isEmpty {
                    found.append(open)
                    open = []
                }
                if !part.isEmpty { open.append(Piece(String(part), piece.style)) }
            }
        }
        if !open.isEmpty { found.append(open) }
        return found
    }
}

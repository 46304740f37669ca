package import ChanceryCore

/// The words of a statement as they can stand between quotation marks: what is said, without what the document says in
/// between.
///
/// Of `“Trade grew,” she said, dryly. “It will grow.”` it is `Trade grew, […] It will grow.`
package struct Speech: Hashable, Sendable {
    /// The words on one line; `[…]` stands where the document interrupts them.
    package private(set) var text: String
    /// Whether all of them are the speaker's own: between the document's quotation marks, or in a block of their own.
    package private(set) var isVerbatim: Bool

    /// Marks that open a quotation, each with the one that closes it.
    private static let marks: [Unicode.Scalar: Unicode.Scalar] = [
        "“": "”", "«": "»", "„": "“", "\"": "\"", "‘": "’",
    ]
    /// What stands where the document interrupts.
    private static let interruption = "[…]"

    /// Reads the words of a statement.
    package init(_ statement: Statement, in reading: StoredLayout) {
        let content = statement.contentSpan
        text = Self.balanced(SafeText.oneLine(reading.cleanWords(content)))
        isVerbatim = false
        guard statement.form == .direct, content.start < content.end, content.end <= reading.scalars.count else {
            return
        }
        let scalars = reading.scalars
        let before: Unicode.Scalar = content.start > 0 ? scalars[content.start - 1] : " "
        let isOpen = Self.marks[before] != nil
        guard
            let opener = isOpen
                ? before
                : (content.start..<content.end).lazy.map({ scalars[$0] }).first(where: {
                    Self.marks[$0] != nil && $0 != "‘"
                })
        else {
            isVerbatim = true
            return
        }
        let kind = reading.part(at: content.start).kind
        if !isOpen, kind == .answer || kind == .blockQuote {
            isVerbatim = true
            return
        }
        let stretches = Self.stretches(content, opener: opener, isOpen: isOpen, in: scalars)
        let quoted = stretches.filter(\.isQuoted)
        guard let first = quoted.first, isOpen || !Self.holdsWords(content.start, first.span.start, scalars) else {
            // The document leads in with words of its own: partly quoted.
            return
        }
        var words: [String] = []
        for (place, stretch) in stretches.enumerated() {
            if stretch.isQuoted {
                words.append(SafeText.oneLine(reading.cleanWords(stretch.span)))
            } else if place > 0, place < stretches.count - 1,
                Self.holdsWords(stretch.span.start, stretch.span.end, scalars)
            {
                words.append(Self.interruption)
            }
        }
        text = words.filter { !$0.isEmpty }.joined(separator: " ")
        isVerbatim = true
    }

    /// Words in which every quotation that opens closes.
    private static func balanced(_ words: String) -> String {
        words.count { $0 == "“" } - words.count { $0 == "”" } == 1 ? words + "”" : words
    }

    /// A stretch of the words, inside or outside of quotation marks.
    private struct Stretch {
        var span: CodePointSpan
        var isQuoted: Bool
    }

    /// Divides words at the marks that open and close a quotation; a mark that opens a further paragraph of one divides
    /// it too.
    private static func stretches(
        _ content: CodePointSpan, opener: Unicode.Scalar, isOpen: Bool, in scalars: [Unicode.Scalar]
    ) -> [Stretch] {
        guard let closer = marks[opener] else { return [] }
        var found: [Stretch] = []
        var start = content.start
        var depth = isOpen ? 1 : 0
        func end(_ place: Int, isQuoted: Bool) {
            found.append(Stretch(span: CodePointSpan(start, place), isQuoted: isQuoted))
            start = place + 1
        }
        for place in content.start..<content.end {
            let scalar = scalars[place]
            if depth == 0 {
                guard scalar == opener else { continue }
                end(place, isQuoted: false)
                depth = 1
            } else if scalar == opener, beginsLine(place, in: scalars) {
                end(place, isQuoted: true)
            } else if scalar == closer, closes(place, opener, in: scalars) {
                depth -= 1
                if depth == 0 { end(place, isQuoted: true) }
            } else if scalar == opener {
                depth += 1
            }
        }
        end(content.end, isQuoted: depth > 0)
        return found.filter { $0.span.count > 0 }
    }

    /// An apostrophe closes nothing: a single mark closes behind punctuation alone.
    private static func closes(_ place: Int, _ opener: Unicode.Scalar, in scalars: [Unicode.Scalar]) -> Bool {
        guard opener == "‘" else { return true }
        let stops: Set<Unicode.Scalar> = [",", ".", "!", "?", "…", ";"]
        return place > 0 && stops.contains(scalars[place - 1])
    }

    private static func beginsLine(_ place: Int, in scalars: [Unicode.Scalar]) -> Bool {
        var at = place - 1
        while at >= 0, scalars[at] == " " || scalars[at] == "\t" { at -= 1 }
        return at >= 0 && (scalars[at] == "\n" || scalars[at] == "\r")
    }

    private static func holdsWords(_ start: Int, _ end: Int, _ scalars: [Unicode.Scalar]) -> Bool {
        start < end && scalars[start..<end].contains { $0.properties.isAlphabetic }
    }
}

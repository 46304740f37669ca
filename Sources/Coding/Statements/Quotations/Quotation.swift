import ChanceryCore

/// One stretch of text between quotation marks.
struct Quotation: Hashable, Sendable {
    /// The bytes with the marks.
    var outer: ByteSpan
    /// The bytes between the marks.
    var inner: ByteSpan
    /// The tokens between the marks.
    var tokens: Range<Int>
    /// An index into the document's blocks.
    var block: Int
    /// How many quotations it stands inside.
    var depth: Int
    /// Whether its closing mark is missing because the next paragraph goes on with an opening one.
    var goesOn: Bool

    /// Whether a token's text is nothing but quotation marks.
    static func isMark(_ text: String) -> Bool {
        // A letter or digit at its start ends the question for nearly every token.
        guard let first = text.utf8.first, first >= 0x80 || first == 0x22 || first == 0x27 || first == 0x60 else {
            return false
        }
        return text.allSatisfy { marks.contains($0) }
    }

    private static let marks: Set<Character> = Set("“”\"‘’'„«»`")
}

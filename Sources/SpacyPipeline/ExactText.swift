/// A text compared by its scalars, as Python compares strings.
///
/// Swift's own comparison holds `é` in one scalar equal to `é` in two, and the Greek question mark equal to the
/// semicolon; spaCy's tables tell them apart.
struct ExactText: Hashable, Sendable {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    static func == (left: ExactText, right: ExactText) -> Bool {
        left.text.utf8.elementsEqual(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
        var copy = text
        copy.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

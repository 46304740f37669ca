/// A text's tokens as indexes of forms, before annotation.
struct TokenizedText {
    /// The form of each token.
    var forms: [Int32] = []
    /// Whether a single blank follows each token.
    var hasTrailingBlank: [Bool] = []

    /// The number of tokens.
    var count: Int { forms.count }

    /// Splits a text's UTF-8 bytes as spaCy's tokenizer does: the text falls into runs of white space and of
    /// anything else; one blank after a run belongs to the run's last token; exceptions that affixes took apart
    /// are put together at the end.
    init(_ text: UnsafeBufferPointer<UInt8>, table: inout FormTable, model: TextRules) {
        var start = 0
        var index = 0
        var isInSpace = text.isEmpty ? false : TokenizedText.spaceWidth(text, 0) > 0
        while index < text.count {
            let width = TokenizedText.spaceWidth(text, index)
            if (width > 0) != isInSpace {
                if start < index { append(text, start..<index, &table, model) }
                if text[index] == 0x20 {
                    if let last = hasTrailingBlank.indices.last { hasTrailingBlank[last] = true }
                    start = index + 1
                } else {
                    start = index
                }
                isInSpace.toggle()
            }
            index += max(width, 1)
        }
        if start < text.count { append(text, start..<text.count, &table, model) }
        rejoin(&table, model)
    }

    private mutating func append(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ table: inout FormTable, _ model: TextRules
    ) {
        table.split(UnsafeBufferPointer(rebasing: text[range]), model: model, into: &forms)
        while hasTrailingBlank.count < forms.count { hasTrailingBlank.append(false) }
    }

    /// The byte length of the white space character at `index`, 0 where there is none. Bytes inside a longer
    /// character are not white space.
    private static func spaceWidth(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
        let byte = text[index]
        if byte <= 0x20 { return byte == 0x20 || (0x09...0x0d).contains(byte) || byte >= 0x1c ? 1 : 0 }
        if byte < 0xc2 { return 0 }
        switch byte {
        case 0xc2:
            guard index + 1 < text.count else { return 0 }
            return text[index + 1] == 0x85 || text[index + 1] == 0xa0 ? 2 : 0
        case 0xe1, 0xe2, 0xe3:
            guard index + 2 < text.count else { return 0 }
            let scalar =
                UInt32(byte & 0x0f) << 12 | UInt32(text[index + 1] & 0x3f) << 6 | UInt32(text[index + 2] & 0x3f)
            return PythonText.isSpace(scalar) ? 3 : 0
        default:
            return 0
        }
    }

    /// Puts exceptions together whose parts stand side by side, the longest first, as spaCy's special matcher does.
    private mutating func rejoin(_ table: inout FormTable, _ model: TextRules) {
        guard forms.contains(where: { table.beginsException[Int($0)] }) else { return }
        var found: [Range<Int>] = []
        for start in forms.indices where table.beginsException[Int(forms[start])] {
            let ends = model.tokenizer.rejoined.ends(from: start, count: count) { table.forms[Int(forms[$0])].orth }
            for end in ends { found.append(start..<end) }
        }
        if found.isEmpty { return }
        found.sort { ($0.count, $1.lowerBound) > ($1.count, $0.lowerBound) }
        var seen: Set<Int> = []
        var chosen: [Int: Range<Int>] = [:]
        for range in found {
            if !seen.contains(range.lowerBound), !seen.contains(range.upperBound - 1) {
                chosen[range.lowerBound] = range
            }
            seen.formUnion(range)
        }
        var result: [Int32] = []
        var blanks: [Bool] = []
        var index = 0
        while index < count {
            if let range = chosen[index], let parts = exception(range, table, model) {
                for part in parts {
                    result.append(table.index(part, model: model))
                    blanks.append(false)
                }
                if !parts.isEmpty { blanks[blanks.count - 1] = hasTrailingBlank[range.upperBound - 1] }
                index = range.upperBound
            } else {
                result.append(forms[index])
                blanks.append(hasTrailingBlank[index])
                index += 1
            }
        }
        forms = result
        hasTrailingBlank = blanks
    }

    private func exception(_ range: Range<Int>, _ table: FormTable, _ model: TextRules) -> [TokenPart]? {
        var text = ""
        for index in range {
            text += table.forms[Int(forms[index])].text
            if hasTrailingBlank[index], index + 1 < range.upperBound { text += " " }
        }
        return model.tokenizer.exceptions[ExactText(text)]
    }
}

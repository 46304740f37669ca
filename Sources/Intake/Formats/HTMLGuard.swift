/// Takes out of a page what the parser would stumble over: surplus attributes, which would make its work grow faster than
/// the page, and `<wbr>`, which it does not know and would keep open to the end of the block.
enum HTMLGuard {
    /// The most attributes an element keeps; libxml2 compares each with all before it. Pages in earnest have fewer than
    /// twenty; more come of a stray quotation mark, behind which words are read as attributes.
    static let mostAttributes = 100

    /// The page without `<wbr>`, and with blanks in place of every attribute of an element beyond the limit.
    ///
    /// Tags are read as browsers read them (WHATWG HTML, 13.2.5.32 to 13.2.5.40): a quotation mark opens a value only
    /// behind `=`, any other is part of a name. Comments, scripts and styles are passed over: in them `<` begins no tag.
    static func repaired(_ page: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        // What is copied so far.
        var copied = 0
        var offset = 0
        while let start = page[offset...].firstIndex(of: 0x3C), start + 1 < page.count {
            offset = start + 1
            if matches("!--", page, offset) {
                offset = find("-->", page, offset)
            } else if matches("script", page, offset) {
                offset = find("</script", page, offset)
            } else if matches("style", page, offset) {
                offset = find("</style", page, offset)
            } else if (0x61...0x7A).contains(page[offset] | 0x20) || page[offset] == 0x2F {
                let tag = tag(page, offset)
                offset = tag.end
                if isLineBreakHint(page, start), offset < page.count {
                    result += page[copied..<start]
                    copied = offset + 1
                } else if let surplus = tag.surplus {
                    result += page[copied..<surplus]
                    copied = tag.end
                }
            }
        }
        return copied == 0 ? page : result + page[copied...]
    }

    /// Whether the tag is `<wbr>`, `<wbr/>` or `</wbr>`, with whatever attributes.
    private static func isLineBreakHint(_ page: [UInt8], _ start: Int) -> Bool {
        let name = start + (page[start + 1] == 0x2F ? 2 : 1)
        return matches("wbr", page, name) && name + 3 < page.count
            && (isBlank(page[name + 3]) || page[name + 3] == 0x2F || page[name + 3] == 0x3E)
    }

    /// Where a tag's closing sign stands, or the page ends, and where its first attribute beyond the limit begins.
    private static func tag(_ bytes: [UInt8], _ start: Int) -> (end: Int, surplus: Int?) {
        var offset = start
        while offset < bytes.count, !isBlank(bytes[offset]), bytes[offset] != 0x3E, bytes[offset] != 0x2F {
            offset += 1
        }
        var attributes = 0
        var surplus: Int?
        while offset < bytes.count, bytes[offset] != 0x3E {
            if isBlank(bytes[offset]) || bytes[offset] == 0x2F {
                offset += 1
                continue
            }
            attributes += 1
            if attributes > mostAttributes, surplus == nil { surplus = offset }
            offset = attributeEnd(bytes, offset)
        }
        return (offset, surplus)
    }

    /// The end of an attribute that begins at an offset: its name, and its value if `=` stands behind the name.
    private static func attributeEnd(_ bytes: [UInt8], _ start: Int) -> Int {
        // An equals sign in front belongs to the name.
        var offset = start + 1
        while offset < bytes.count, !isBlank(bytes[offset]), ![0x2F, 0x3D, 0x3E].contains(bytes[offset]) { offset += 1 }
        var value = offset
        while value < bytes.count, isBlank(bytes[value]) { value += 1 }
        guard value < bytes.count, bytes[value] == 0x3D else { return offset }
        value += 1
        while value < bytes.count, isBlank(bytes[value]) { value += 1 }
        guard value < bytes.count else { return value }
        let quote = bytes[value]
        if quote == 0x22 || quote == 0x27 {
            return (bytes[(value + 1)...].firstIndex(of: quote) ?? bytes.count - 1) + 1
        }
        while value < bytes.count, !isBlank(bytes[value]), bytes[value] != 0x3E { value += 1 }
        return value
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }

    private static func matches(_ word: String, _ bytes: [UInt8], _ offset: Int) -> Bool {
        let word = word.utf8
        return offset + word.count <= bytes.count
            && zip(bytes[offset..<(offset + word.count)], word).allSatisfy {
                $0 == $1 || ($1 >= 0x61 && $0 | 0x20 == $1)
            }
    }

    private static func find(_ word: String, _ bytes: [UInt8], _ start: Int) -> Int {
        var offset = start
        while offset < bytes.count, bytes[offset] != word.utf8.first || !matches(word, bytes, offset) { offset += 1 }
        return min(offset, bytes.count)
    }
}

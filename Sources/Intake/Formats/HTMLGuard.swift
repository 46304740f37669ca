/// Finds what would make a parser's work grow faster than the page.
enum HTMLGuard {
    /// The most attributes an element may have; libxml2 compares each with all before it.
    static let mostAttributes = 500

    /// Whether some tag has more parts, parted by blanks outside quotes, than elements have attributes.
    ///
    /// Comments, scripts and styles are passed over: in them `<` begins no tag.
    static func hasCrowdedTag(_ bytes: [UInt8]) -> Bool {
        var offset = 0
        while let start = bytes[offset...].firstIndex(of: 0x3C), start + 1 < bytes.count {
            offset = start + 1
            if matches("!--", bytes, offset) {
                offset = find("-->", bytes, offset)
            } else if matches("script", bytes, offset) {
                offset = find("</script", bytes, offset)
            } else if matches("style", bytes, offset) {
                offset = find("</style", bytes, offset)
            } else if (0x61...0x7A).contains(bytes[offset] | 0x20) {
                guard let end = tagEnd(bytes, offset) else { return true }
                offset = end
            }
        }
        return false
    }

    /// Where a tag ends; nil if it is crowded.
    private static func tagEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
        var offset = start
        var parts = 0
        var quote: UInt8?
        while offset < bytes.count {
            let byte = bytes[offset]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == 0x22 || byte == 0x27 {
                // Attributes need no blank after a quoted value.
                quote = byte
                parts += 1
            } else if byte == 0x3E {
                return offset
            } else if byte <= 0x20 || byte == 0x2F {
                parts += 1
            }
            if parts > 2 * mostAttributes { return nil }
            offset += 1
        }
        return offset
    }

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

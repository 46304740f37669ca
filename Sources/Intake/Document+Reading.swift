public import ChanceryCore

extension Document {
    /// The words of a block as they are to be read: its body with a blank for every byte of its marks, of pictures (flags,
    /// emoji, stars) and of line ends inside it.
    ///
    /// It has as many bytes as the body, so an offset in it plus the body's start is one in the text:
    /// `the treaty.2 The` is read as `the treaty.  The`.
    public func readableText(of block: Block) -> String {
        let utf8 = text.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: block.body.start)
        let end = utf8.index(start, offsetBy: block.body.count)
        var bytes = Array(utf8[start..<end])
        for mark in block.noteMarks where block.body.contains(mark) {
            for offset in mark.start..<mark.end { bytes[offset - block.body.start] = 0x20 }
        }
        for offset in bytes.indices where bytes[offset] == 0x0A || bytes[offset] == 0x0D { bytes[offset] = 0x20 }
        Self.blankPictures(in: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Writes blanks for pictures: a flag before a name is no part of it, and language models read it as a word.
    private static func blankPictures(in bytes: inout [UInt8]) {
        var at = 0
        while at < bytes.count {
            // Pictures begin with one of these bytes in UTF-8; most text has none of them.
            guard [0xE2, 0xEF, 0xF0, 0xF3].contains(bytes[at]) else {
                at += 1
                continue
            }
            let count = bytes[at] >= 0xF0 ? 4 : 3
            let end = min(at + count, bytes.count)
            if let scalar = String(decoding: bytes[at..<end], as: UTF8.self).unicodeScalars.first,
                pictures.contains(where: { $0.contains(scalar.value) })
            {
                for offset in at..<end { bytes[offset] = 0x20 }
            }
            at = end
        }
    }

    /// Geometric shapes and dingbats, arrows and stars, variation selectors, pictographs and flags, tags of flags.
    private static let pictures: [ClosedRange<UInt32>] = [
        0x25A0...0x27BF, 0x2B00...0x2BFF, 0xFE0E...0xFE0F, 0x1F000...0x1FAFF, 0xE0020...0xE007F,
    ]
}

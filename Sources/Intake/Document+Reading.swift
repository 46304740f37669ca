public import ChanceryCore

extension Document {
    /// The words of a block as they are to be read: its body with a blank for every byte of its marks, and for line ends
    /// inside it.
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
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// A document as it is read: its text without what is no word, and the way back to the text as it stands.
///
/// Left out are the marks of footnotes and inline markup (``Block/noteMarks``, ``Block/substitutions``) and characters that
/// say nothing but how a line is set (soft hyphens, zero-width characters, marks of direction); every run of blanks, pictures and line
/// ends inside a block is one blank. `"**Osk** signed\nthe tre\u{AD}aty.2 It left."` is read as
/// `"Osk signed the treaty. It left."`, and its word `treaty` leads back to `tre\u{AD}aty`.
///
/// A pure function over values. Where nothing is left out, the text is the document's own.
public struct DocumentReading: Sendable {
    /// The document with the text that is read, its blocks' spans counted in that text. Its hash is the original's.
    public let document: Document
    /// The way from bytes of what is read to code points of the document's text.
    public let map: ReadingMap

    /// Reads a document.
    public init(_ document: Document) {
        var writer = ReadingWriter(Array(document.text.utf8))
        writer.write(document.blocks)
        let pieces = writer.pieces
        map = ReadingMap(text: document.text, pieces: pieces)
        guard writer.isChanged else {
            self.document = document
            return
        }
        var read = document
        read.text = String(decoding: writer.output, as: UTF8.self)
        let forward = ForwardMap(pieces: pieces, end: writer.output.count)
        read.blocks = document.blocks.map { block in
            Block(
                kind: block.kind, span: forward.span(block.span), speaker: block.speaker.map(forward.span),
                body: forward.span(block.body))
        }
        self.document = read
    }

    /// The words that are read of a range of code points of the document's text; nil where the text has no such range.
    public func words(_ span: CodePointSpan) -> String? {
        guard let bytes = map.bytes(span) else { return nil }
        let utf8 = document.text.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: bytes.start)
        return String(document.text[start..<utf8.index(start, offsetBy: bytes.count)])
    }

    /// The words of every block, in order.
    public var texts: [String] {
        let utf8 = document.text.utf8
        return document.blocks.map { block in
            let start = utf8.index(utf8.startIndex, offsetBy: block.body.start)
            return String(document.text[start..<utf8.index(start, offsetBy: block.body.count)])
        }
    }
}

/// Leads from bytes of what is read of a text to code points of the text itself.
public struct ReadingMap: Sendable {
    /// A stretch that is read as it stands.
    struct Piece: Hashable, Sendable {
        /// Where it starts in what is read.
        var reading: Int
        /// Where it starts in the text.
        var text: Int
        var count: Int
    }

    private let original: OffsetMap
    private let pieces: [Piece]

    init(text: String, pieces: [Piece]) {
        original = OffsetMap(text)
        self.pieces = pieces
    }

    /// The code points of the text whose words a byte range of the reading holds: without what was left out at its ends,
    /// with all that was left out inside.
    public func codePoints(_ span: ByteSpan) -> CodePointSpan { original.codePoints(text(span)) }

    /// The same range in bytes of the text.
    public func text(_ span: ByteSpan) -> ByteSpan {
        let start = start(span.start)
        return ByteSpan(start, span.isEmpty ? start : end(span.end))
    }

    /// The words of a byte range of the reading as they stand in the text.
    public func words(_ span: ByteSpan) -> String { original.text(text(span)) }

    /// The byte range of the reading that shows a range of code points; nil where the text has no such range.
    public func bytes(_ span: CodePointSpan) -> ByteSpan? { original.bytes(span).map(reading) }

    /// The byte range of the reading that shows a byte range of the text.
    public func reading(_ bytes: ByteSpan) -> ByteSpan {
        let forward = ForwardMap(pieces: pieces, end: pieces.last.map { $0.reading + $0.count } ?? 0)
        return forward.span(bytes)
    }

    /// The last piece that begins at or before an offset of the reading.
    private func piece(at offset: Int) -> Int? {
        var low = 0
        var high = pieces.count
        while low < high {
            let middle = (low + high) / 2
            if pieces[middle].reading <= offset { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? low - 1 : nil
    }

    private func start(_ offset: Int) -> Int {
        guard let place = piece(at: offset) else { return 0 }
        let piece = pieces[place]
        // What is read in place of something else leads to where that begins.
        return piece.text + min(offset - piece.reading, piece.count)
    }

    private func end(_ offset: Int) -> Int {
        guard let place = piece(at: offset - 1) else { return 0 }
        let piece = pieces[place]
        let inside = offset - piece.reading
        if inside <= piece.count { return piece.text + inside }
        return place + 1 < pieces.count ? pieces[place + 1].text : original.byteCount
    }
}

/// Leads from bytes of a text to bytes of what is read of it.
private struct ForwardMap {
    let pieces: [ReadingMap.Piece]
    let end: Int

    func span(_ span: ByteSpan) -> ByteSpan { ByteSpan(offset(span.start), offset(span.end)) }

    private func offset(_ text: Int) -> Int {
        var low = 0
        var high = pieces.count
        while low < high {
            let middle = (low + high) / 2
            if pieces[middle].text <= text { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return 0 }
        let piece = pieces[low - 1]
        if text - piece.text <= piece.count { return piece.reading + text - piece.text }
        // Behind something left out or replaced: where the next piece begins.
        return low < pieces.count ? pieces[low].reading : end
    }
}

/// Writes what is read of a text, piece by piece.
private struct ReadingWriter {
    private let text: [UInt8]
    private(set) var output: [UInt8] = []
    private(set) var pieces: [ReadingMap.Piece] = []
    /// Whether anything was left out or replaced.
    private(set) var isChanged = false

    init(_ text: [UInt8]) {
        self.text = text
        output.reserveCapacity(text.count)
    }

    mutating func write(_ blocks: [Block]) {
        var offset = 0
        for block in blocks where block.span.start >= offset && block.span.end <= text.count {
            copy(offset, block.span.start)
            write(block)
            offset = block.span.end
        }
        copy(offset, text.count)
        if pieces.isEmpty { pieces.append(ReadingMap.Piece(reading: 0, text: 0, count: 0)) }
    }

    private mutating func copy(_ start: Int, _ end: Int) {
        guard start < end else { return }
        if let last = pieces.indices.last, pieces[last].text + pieces[last].count == start,
            pieces[last].reading + pieces[last].count == output.count
        {
            pieces[last].count += end - start
        } else {
            pieces.append(ReadingMap.Piece(reading: output.count, text: start, count: end - start))
        }
        output += text[start..<end]
    }

    private mutating func write(_ block: Block) {
        // Label and body are written apart, so that neither takes the other's blanks.
        let edges = [block.span.start, block.body.start, block.body.end, block.span.end].sorted()
        let edits = Edit.of(block)
        var next = 0
        for (start, end) in zip(edges, edges.dropFirst()) where start < end {
            var offset = start
            let first = output.count
            while offset < end {
                while next < edits.count, edits[next].span.start < offset { next += 1 }
                if next < edits.count, edits[next].span.start == offset, edits[next].span.end <= end {
                    offset = write(edits[next], first: first, until: end)
                    continue
                }
                let limit = next < edits.count ? min(end, max(offset + 1, edits[next].span.start)) : end
                offset = writeCharacters(at: offset, first: first, until: end, plainUntil: limit)
            }
        }
    }

    private struct Edit {
        var span: ByteSpan
        /// What is read instead; nil leaves a blank only where two words would else be one.
        var text: String?

        /// What is left out of a block or replaced in it, in order, not overlapping.
        static func of(_ block: Block) -> [Edit] {
            guard !block.noteMarks.isEmpty || !block.substitutions.isEmpty else { return [] }
            let all =
                (block.noteMarks.map { Edit(span: $0) }
                + block.substitutions.map { Edit(span: $0.span, text: $0.text) }).filter { !$0.span.isEmpty }
            return all.sorted { ($0.span.start, -$0.span.end) < ($1.span.start, -$1.span.end) }
                .reduce(into: []) { kept, edit in
                    if let last = kept.last, edit.span.start < last.span.end {
                        // A mark inside another, or over its end: one that holds both.
                        kept[kept.count - 1].span = last.span.union(edit.span)
                    } else {
                        kept.append(edit)
                    }
                }
        }
    }

    private mutating func write(_ edit: Edit, first: Int, until end: Int) -> Int {
        isChanged = true
        let stop = edit.span.end
        guard let words = edit.text else {
            let parts = output.count > first && output.last != 0x20 && stop < end && Self.beginsWord(text[stop])
            if parts { output.append(0x20) }
            return stop
        }
        if words == " " {
            if output.count > first, output.last != 0x20 { output.append(0x20) }
        } else {
            output += Array(words.utf8)
        }
        return stop
    }

    /// Whether a byte can begin a word, and is no punctuation that hangs on the word before.
    private static func beginsWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x28
    }

    /// Writes one character, or a run of plain ones up to a limit; gives the byte behind them.
    private mutating func writeCharacters(at offset: Int, first: Int, until end: Int, plainUntil limit: Int) -> Int {
        let byte = text[offset]
        if byte > 0x20, byte < 0x7F {
            // The rest of the word, and the words behind it as long as nothing but one blank parts them.
            var stop = offset + 1
            while stop < limit {
                let next = text[stop]
                if next > 0x20, next < 0x7F {
                    stop += 1
                } else if next == 0x20, stop + 1 < limit, text[stop + 1] > 0x20, text[stop + 1] < 0x7F {
                    stop += 2
                } else {
                    break
                }
            }
            copy(offset, stop)
            return stop
        }
        let blank = ReadingCharacters.blank(text, at: offset, until: end)
        if blank > 0 { return writeBlanks(from: offset, first: first, until: end) }
        let unread = ReadingCharacters.unread(text, at: offset, until: end)
        if unread > 0 {
            isChanged = true
            let isHyphen = byte == 0xC2
            var stop = offset + unread
            // A word that was cut at the end of its line.
            if isHyphen, stop < end, text[stop] == 0x0A || text[stop] == 0x0D {
                while stop < end, text[stop] <= 0x20 { stop += 1 }
            }
            return stop
        }
        var stop = offset + 1
        while stop < end, text[stop] & 0xC0 == 0x80 { stop += 1 }
        copy(offset, stop)
        return stop
    }

    /// A run of blanks and line ends as one blank.
    private mutating func writeBlanks(from start: Int, first: Int, until end: Int) -> Int {
        var stop = start
        while stop < end {
            let width = ReadingCharacters.blank(text, at: stop, until: end)
            if width == 0 { break }
            stop += width
        }
        if output.count == first || output.last == 0x20 {
            isChanged = true
        } else if stop == start + 1, text[start] == 0x20 {
            copy(start, stop)
        } else {
            isChanged = true
            output.append(0x20)
        }
        return stop
    }
}

/// Characters that are blanks, or no part of what is read, in UTF-8.
private enum ReadingCharacters {
    /// The width of the blank at an offset; 0 where none stands.
    static func blank(_ text: [UInt8], at offset: Int, until end: Int) -> Int {
        let byte = text[offset]
        if byte <= 0x20 || byte == 0x7F { return 1 }
        if byte == 0xC2, offset + 1 < end { return text[offset + 1] == 0xA0 || text[offset + 1] == 0x85 ? 2 : 0 }
        guard offset + 2 < end else { return 0 }
        if isPicture(text, at: offset, until: end) { return byte >= 0xF0 ? 4 : 3 }
        switch (byte, text[offset + 1], text[offset + 2]) {
        case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF),
            (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
            return 3
        default: return 0
        }
    }

    /// Whether a picture stands at an offset: geometric shapes and dingbats, arrows and stars, pictographs, flags and their
    /// tags. A flag before a name is no part of it, and language models read it as a word.
    private static func isPicture(_ text: [UInt8], at offset: Int, until end: Int) -> Bool {
        let (second, third) = (text[offset + 1], text[offset + 2])
        switch text[offset] {
        case 0xE2:
            return (0x97...0x9E).contains(second) || (second == 0x96 && third >= 0xA0) || (0xAC...0xAF).contains(second)
        case 0xF0: return offset + 3 < end && second == 0x9F && (0x80...0xAB).contains(third)
        case 0xF3:
            return offset + 3 < end && second == 0xA0 && (third == 0x81 || third == 0x80 && text[offset + 3] >= 0xA0)
        default: return false
        }
    }

    /// The width of a soft hyphen, a zero-width character or a mark of direction at an offset; 0 where none stands.
    static func unread(_ text: [UInt8], at offset: Int, until end: Int) -> Int {
        if text[offset] == 0xC2 { return offset + 1 < end && text[offset + 1] == 0xAD ? 2 : 0 }
        if text[offset] == 0xCD { return offset + 1 < end && text[offset + 1] == 0x8F ? 2 : 0 }
        if text[offset] == 0xD8 { return offset + 1 < end && text[offset + 1] == 0x9C ? 2 : 0 }
        guard offset + 2 < end else { return 0 }
        switch (text[offset], text[offset + 1], text[offset + 2]) {
        case (0xE1, 0xA0, 0x8E), (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA0...0xAF),
            (0xEF, 0xB8, 0x8E...0x8F), (0xEF, 0xBB, 0xBF):
            return 3
        default: return 0
        }
    }
}

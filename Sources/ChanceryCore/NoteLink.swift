/// A footnote with the mark that points to it.
public struct NoteLink: Hashable, Sendable {
    /// The bytes of the mark, in the sentence that the note belongs to.
    public var mark: ByteSpan
    /// The bytes of the note's own words.
    public var note: ByteSpan

    /// Makes a link from its parts.
    public init(mark: ByteSpan, note: ByteSpan) {
        self.mark = mark
        self.note = note
    }
}

extension Document {
    /// Every mark of a footnote whose note the text has, in text order.
    ///
    /// A mark and a note belong together by their number or name (`¹` and "1.", `[^a]` and `[^a]:`); notes without one are
    /// counted. A note that stands in its mark (`<ref>…</ref>`) is its own.
    public var noteLinks: [NoteLink] {
        let bytes = Array(text.utf8)
        var notes: [String: [ByteSpan]] = [:]
        for (place, block) in blocks.filter({ $0.kind == .footnote }).enumerated() {
            let label = NoteLabel.key(bytes, ByteSpan(block.span.start, block.body.start)) ?? String(place + 1)
            notes[label, default: []].append(block.body)
        }
        var links: [NoteLink] = []
        for block in blocks where block.kind != .footnote {
            for mark in block.noteMarks where mark.end <= bytes.count {
                if let inside = NoteLabel.inside(bytes, mark) {
                    links.append(NoteLink(mark: mark, note: inside))
                } else if let key = NoteLabel.key(bytes, mark),
                    let note = notes[key]?.first(where: { $0.start > mark.start }) ?? notes[key]?.first
                {
                    links.append(NoteLink(mark: mark, note: note))
                }
            }
        }
        return links
    }
}

/// What marks and notes are known by.
private enum NoteLabel {
    /// The number or name that words hold, brackets and stops aside; raised digits are digits. Nil where they hold none.
    static func key(_ bytes: [UInt8], _ span: ByteSpan) -> String? {
        guard span.start < span.end, bytes[span.start] != 0x3C else { return nil }
        var key = ""
        for scalar in String(decoding: bytes[span.start..<span.end], as: UTF8.self).unicodeScalars {
            if scalar.properties.numericType != nil, let value = scalar.properties.numericValue {
                key += String(Int(value))
            } else if scalar.properties.isAlphabetic || scalar == "-" || scalar == "_" {
                key.unicodeScalars.append(scalar)
            }
        }
        return key.isEmpty ? nil : key
    }

    /// The words inside `<ref>…</ref>`; nil of any other mark.
    static func inside(_ bytes: [UInt8], _ mark: ByteSpan) -> ByteSpan? {
        guard mark.start < mark.end, bytes[mark.start] == 0x3C,
            let open = bytes[mark.start..<mark.end].firstIndex(of: 0x3E),
            let close = bytes[mark.start..<mark.end].lastIndex(of: 0x3C), open + 1 < close
        else { return nil }
        return ByteSpan(open + 1, close)
    }
}

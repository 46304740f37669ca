/// A half-open range of a text in UTF-8 bytes: what the program counts in while it reads.
///
/// In `"Tiranë, 1989"` the year is 9..<13, because `ë` takes two bytes.
public struct ByteSpan: Hashable, Sendable, Comparable, Codable {
    /// The first byte of the span.
    public var start: Int
    /// The byte after the span's last.
    public var end: Int

    /// Makes a span from its bounds; `end` is never before `start`.
    public init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = max(start, end)
    }

    /// The number of bytes in the span.
    public var count: Int { end - start }
    /// Whether the span holds no byte.
    public var isEmpty: Bool { start == end }

    /// Whether every byte of `other` lies in this span.
    public func contains(_ other: ByteSpan) -> Bool { start <= other.start && other.end <= end }
    /// Whether the byte at `offset` lies in this span.
    public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }
    /// Whether the two spans share at least one byte.
    public func overlaps(_ other: ByteSpan) -> Bool { start < other.end && other.start < end }
    /// The smallest span that holds both.
    public func union(_ other: ByteSpan) -> ByteSpan { ByteSpan(min(start, other.start), max(end, other.end)) }

    /// Orders by start, then by end.
    public static func < (a: ByteSpan, b: ByteSpan) -> Bool { (a.start, a.end) < (b.start, b.end) }

    private enum CodingKeys: String, CodingKey { case start, end }

    /// Reads `start` and `end`, which must be places a text can have.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        (start, end) = try TextPlaces.read(values, .start, .end)
    }
}

/// The places that a text can have.
public enum TextPlaces {
    /// No text is longer than this, and so far from the ends of `Int` no sum or difference of places runs over.
    public static let all = 0...Int(Int32.max)

    /// Reads two places, the first not behind the second: whoever counts with what is read need not ask again.
    fileprivate static func read<Key: CodingKey>(
        _ values: KeyedDecodingContainer<Key>, _ first: Key, _ last: Key
    ) throws -> (Int, Int) {
        let (start, end) = (try values.decode(Int.self, forKey: first), try values.decode(Int.self, forKey: last))
        guard all.contains(start), all.contains(end), start <= end else {
            throw DecodingError.dataCorruptedError(
                forKey: first, in: values, debugDescription: "no text has a range from \(start) to \(end)")
        }
        return (start, end)
    }
}

/// A half-open range of a text in Unicode code points: what everything exported counts in.
///
/// The unit of the W3C Web Annotation `TextPositionSelector`, and of Python string positions.
public struct CodePointSpan: Hashable, Sendable, Comparable, Codable {
    /// The first code point of the span.
    public var start: Int
    /// The code point after the span's last.
    public var end: Int

    /// Makes a span from its bounds; `end` is never before `start`.
    public init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = max(start, end)
    }

    /// The number of code points in the span.
    public var count: Int { end - start }
    /// Whether every code point of `other` lies in this span.
    public func contains(_ other: CodePointSpan) -> Bool { start <= other.start && other.end <= end }
    /// Whether the two spans share at least one code point.
    public func overlaps(_ other: CodePointSpan) -> Bool { start < other.end && other.start < end }
    /// The smallest span that holds both.
    public func union(_ other: CodePointSpan) -> CodePointSpan {
        CodePointSpan(min(start, other.start), max(end, other.end))
    }

    /// Orders by start, then by end.
    public static func < (a: CodePointSpan, b: CodePointSpan) -> Bool { (a.start, a.end) < (b.start, b.end) }

    private enum CodingKeys: String, CodingKey { case start, end }

    /// Reads `start` and `end`, which must be places a text can have.
    public init(from decoder: any Decoder) throws {
        try self.init(try decoder.container(keyedBy: CodingKeys.self), .start, .end)
    }

    /// Reads the two where they stand among other members.
    init<Key: CodingKey>(_ values: KeyedDecodingContainer<Key>, _ first: Key, _ last: Key) throws {
        (start, end) = try TextPlaces.read(values, first, last)
    }
}

/// Leads from UTF-8 bytes of one text to its Unicode code points and back.
///
/// Keeps one count for every 64 bytes, so a lookup reads at most 64 bytes and the map is an eighth of the text.
public struct OffsetMap: Sendable {
    private static let stride = 64
    private let bytes: [UInt8]
    /// `counts[i]` is the number of code points that begin before byte `i * stride`.
    private let counts: [Int]

    /// The number of UTF-8 bytes of the text.
    public var byteCount: Int { bytes.count }
    /// The number of Unicode code points of the text.
    public let codePointCount: Int

    /// Makes the map of a text.
    public init(_ text: String) {
        let bytes = Array(text.utf8)
        var counts: [Int] = []
        counts.reserveCapacity(bytes.count / Self.stride + 1)
        var seen = 0
        for (offset, byte) in bytes.enumerated() {
            if offset % Self.stride == 0 { counts.append(seen) }
            if byte & 0xC0 != 0x80 { seen += 1 }
        }
        if bytes.count % Self.stride == 0 { counts.append(seen) }
        self.bytes = bytes
        self.counts = counts
        codePointCount = seen
    }

    /// The number of code points before a byte offset; an offset outside the text is moved to its nearest end.
    public func codePoint(atByte offset: Int) -> Int {
        let offset = min(max(offset, 0), bytes.count)
        let block = offset / Self.stride
        var seen = counts[block]
        for byte in bytes[(block * Self.stride)..<offset] where byte & 0xC0 != 0x80 { seen += 1 }
        return seen
    }

    /// The byte offset of a code point, or nil where the text has no such position.
    public func byte(atCodePoint position: Int) -> Int? {
        guard position >= 0, position <= codePointCount else { return nil }
        if position == codePointCount { return bytes.count }
        var low = 0
        var high = counts.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if counts[middle] <= position { low = middle } else { high = middle - 1 }
        }
        var seen = counts[low]
        var offset = low * Self.stride
        while offset < bytes.count {
            if bytes[offset] & 0xC0 != 0x80 {
                if seen == position { return offset }
                seen += 1
            }
            offset += 1
        }
        return bytes.count
    }

    /// The same range counted in code points.
    public func codePoints(_ span: ByteSpan) -> CodePointSpan {
        CodePointSpan(codePoint(atByte: span.start), codePoint(atByte: span.end))
    }

    /// The same range counted in bytes, or nil where the text has no such range.
    public func bytes(_ span: CodePointSpan) -> ByteSpan? {
        guard span.start <= span.end, let start = byte(atCodePoint: span.start), let end = byte(atCodePoint: span.end)
        else { return nil }
        return ByteSpan(start, end)
    }

    /// The words of a byte range.
    public func text(_ span: ByteSpan) -> String {
        let start = min(max(span.start, 0), bytes.count)
        let end = min(max(span.end, start), bytes.count)
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// The words of a code point range, or nil where the text has no such range.
    public func text(_ span: CodePointSpan) -> String? { bytes(span).map { text($0) } }
}

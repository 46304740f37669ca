import CMarkup
import ChanceryCore

/// A file's text, and how it was read where nothing said how.
struct DecodedText: Hashable, Sendable {
    var text: String
    /// The encoding that was assumed, since no mark, no option and no declaration that fits names one.
    var assumed: String?
}

/// Turns a file's bytes into text, strictly: what cannot be read is named, and only of a page that is damaged here and there
/// a byte is replaced, as browsers do.
struct TextDecoder {
    /// The file, for messages.
    let place: String
    /// The encoding the user named, if any; it stands above everything but a byte order mark.
    let encoding: String?

    /// The text of a text file, a byte order mark aside.
    ///
    /// What is neither marked nor UTF-8 is read as Windows-1252 where it can be that.
    ///
    /// - Throws: `binary`, `notUTF8`, `notUTF16`, `unknownEncoding`, `empty`.
    func text(_ bytes: [UInt8]) throws(IntakeError) -> DecodedText {
        guard !bytes.isEmpty else { throw IntakeError.empty(place) }
        let decoded: DecodedText
        if let marked = try marked(bytes) {
            decoded = DecodedText(text: marked)
        } else if let encoding, !Self.isUTF8(encoding) {
            decoded = DecodedText(text: try converted(bytes[...], from: encoding))
        } else {
            decoded = try unmarked(bytes[...])
        }
        // A control has no place in a text, whatever the encoding.
        if let control = TextControls.firstForbidden(in: decoded.text) {
            throw IntakeError.binary(place, byteOffset: control)
        }
        try refuseEmpty(decoded.text)
        return decoded
    }

    /// The text of a page, which may declare its encoding; of several declarations the first that fits counts.
    ///
    /// - Throws: as ``text(_:)``.
    func page(_ given: [UInt8]) throws(IntakeError) -> DecodedText {
        // A NUL here and there is a fault of the page's maker; browsers pass over it.
        let count = given.reduce(0) { $0 + ($1 == 0 ? 1 : 0) }
        let isStray = count > 0 && count * 1000 < given.count
        let bytes = isStray ? given.filter { $0 != 0 } : given
        guard !bytes.isEmpty else { throw IntakeError.empty(place) }
        if let marked = try marked(bytes) { return DecodedText(text: try withoutNul(marked)) }
        if let encoding, !Self.isUTF8(encoding) {
            return DecodedText(text: try withoutNul(converted(bytes[...], from: encoding)))
        }
        try refuseBinary(bytes)
        let declared = encoding == nil ? HTMLCharset.declared(in: bytes) : []
        for name in declared where !Self.isUTF8(name) {
            // What is declared wrongly, or under a name that is none, browsers pass over too.
            if let text = try? converted(bytes[...], from: name) { return DecodedText(text: try withoutNul(text)) }
        }
        guard let bad = UTF8Check.firstInvalid(bytes[...]) else {
            return DecodedText(text: String(decoding: bytes, as: UTF8.self))
        }
        if encoding == nil, Windows1252.isPlausible(bytes[...]) {
            return DecodedText(text: Windows1252.text(bytes), assumed: "WINDOWS-1252")
        }
        // A page of UTF-8 that was cut or glued in places.
        if UTF8Check.isMostlyValid(bytes[...]) { return DecodedText(text: String(decoding: bytes, as: UTF8.self)) }
        throw IntakeError.notText(place, encoding: "UTF-8", byteOffset: bad)
    }

    /// The text where a byte order mark says how it is written.
    private func marked(_ bytes: [UInt8]) throws(IntakeError) -> String? {
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
            return try converted(bytes[...], from: "UTF-32")
        }
        if bytes.starts(with: [0xFF, 0xFE]) { return try utf16(bytes, isBigEndian: false) }
        if bytes.starts(with: [0xFE, 0xFF]) { return try utf16(bytes, isBigEndian: true) }
        guard bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { return nil }
        try refuseBinary(Array(bytes[3...]))
        if let bad = UTF8Check.firstInvalid(bytes[3...]) {
            throw IntakeError.notText(place, encoding: "UTF-8", byteOffset: bad + 3, isMarked: true)
        }
        return String(decoding: bytes[3...], as: UTF8.self)
    }

    private func withoutNul(_ text: String) throws(IntakeError) -> String {
        guard let nul = text.utf8.firstIndex(of: 0) else { return text }
        throw IntakeError.binary(place, byteOffset: text.utf8.distance(from: text.utf8.startIndex, to: nul))
    }

    private func refuseEmpty(_ text: String) throws(IntakeError) {
        let source = SourceText(text)
        if source.trimmed(ByteSpan(0, source.bytes.count)).isEmpty { throw IntakeError.empty(place) }
    }

    private static func isUTF8(_ name: String) -> Bool {
        let name = name.lowercased()
        return name == "utf-8" || name == "utf8" || name == "us-ascii" || name == "ascii"
    }

    /// UTF-8, or else Windows-1252 where it can be that and the user has not said UTF-8.
    private func unmarked(_ bytes: ArraySlice<UInt8>) throws(IntakeError) -> DecodedText {
        try refuseBinary(Array(bytes))
        guard let bad = UTF8Check.firstInvalid(bytes) else {
            return DecodedText(text: String(decoding: bytes, as: UTF8.self))
        }
        if encoding == nil, Windows1252.isPlausible(bytes) {
            return DecodedText(text: Windows1252.text(bytes), assumed: "WINDOWS-1252")
        }
        if let control = bytes.firstIndex(where: { $0 < 0x20 && !TextControls.isAllowed($0) }) {
            throw IntakeError.binary(place, byteOffset: control)
        }
        throw IntakeError.notText(place, encoding: "UTF-8", byteOffset: bad)
    }

    /// Refuses bytes with a NUL; says so if they look like UTF-16 without a mark.
    private func refuseBinary(_ bytes: [UInt8]) throws(IntakeError) {
        guard let nul = bytes.firstIndex(of: 0) else { return }
        let head = bytes.prefix(2048)
        let even = head.indices.reduce(0) { $0 + ($1 % 2 == 0 && head[$1] == 0 ? 1 : 0) }
        let odd = head.indices.reduce(0) { $0 + ($1 % 2 == 1 && head[$1] == 0 ? 1 : 0) }
        if head.count >= 8, odd * 3 > head.count, even * 20 < head.count {
            throw IntakeError.unmarkedUTF16(place, byteOrder: "UTF-16LE")
        }
        if head.count >= 8, even * 3 > head.count, odd * 20 < head.count {
            throw IntakeError.unmarkedUTF16(place, byteOrder: "UTF-16BE")
        }
        throw IntakeError.binary(place, byteOffset: nul)
    }

    private func utf16(_ bytes: [UInt8], isBigEndian: Bool) throws(IntakeError) -> String {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var offset = 2
        while offset + 1 < bytes.count {
            let (first, second) = (UInt16(bytes[offset]), UInt16(bytes[offset + 1]))
            units.append(isBigEndian ? first << 8 | second : second << 8 | first)
            offset += 2
        }
        guard offset == bytes.count else { throw IntakeError.notUTF16(place, byteOffset: offset) }
        var index = 0
        while index < units.count {
            let unit = units[index]
            if unit & 0xFC00 == 0xD800, index + 1 < units.count, units[index + 1] & 0xFC00 == 0xDC00 {
                index += 2
            } else if unit & 0xF800 == 0xD800 {
                throw IntakeError.notUTF16(place, byteOffset: 2 + index * 2)
            } else {
                index += 1
            }
        }
        return String(decoding: units, as: UTF16.self)
    }

    private func converted(_ bytes: ArraySlice<UInt8>, from name: String) throws(IntakeError) -> String {
        // Names reach the C library: nothing but the characters that names have, and no "//IGNORE" that would drop words.
        let isName = name.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
                || [0x2D, 0x5F, 0x2E, 0x3A].contains(byte)
        }
        guard isName, !name.isEmpty, name.utf8.count <= 40 else { throw IntakeError.unknownEncoding(place, name) }
        if ["windows-1252", "cp1252"].contains(name.lowercased()) { return Windows1252.text(bytes) }
        var result: UnsafeMutablePointer<UInt8>?
        var count = 0
        var bad = 0
        let status = bytes.withUnsafeBufferPointer {
            cmarkup_decode(name, $0.baseAddress, $0.count, &result, &count, &bad)
        }
        defer { cmarkup_free(result) }
        switch status {
        case 0: return String(decoding: UnsafeBufferPointer(start: result, count: count), as: UTF8.self)
        case 1: throw IntakeError.unknownEncoding(place, name)
        case 2: throw IntakeError.notText(place, encoding: name, byteOffset: bad)
        default: throw IntakeError.tooLarge(place, limit: bytes.count)
        }
    }
}

/// Strict validation of UTF-8 (Unicode 15, table 3-7).
enum UTF8Check {
    /// The offset, from the slice's start, of the first byte that is not part of a well-formed sequence; nil if all are.
    static func firstInvalid(_ bytes: ArraySlice<UInt8>) -> Int? {
        bytes.withUnsafeBufferPointer { buffer in
            var index = 0
            while index < buffer.count {
                let first = buffer[index]
                if first < 0x80 {
                    index += 1
                    continue
                }
                let width: Int
                var second: ClosedRange<UInt8> = 0x80...0xBF
                switch first {
                case 0xC2...0xDF: width = 2
                case 0xE0: (width, second) = (3, 0xA0...0xBF)
                case 0xED: (width, second) = (3, 0x80...0x9F)
                case 0xE1...0xEF: width = 3
                case 0xF0: (width, second) = (4, 0x90...0xBF)
                case 0xF1...0xF3: width = 4
                case 0xF4: (width, second) = (4, 0x80...0x8F)
                default: return index
                }
                guard index + width <= buffer.count, second.contains(buffer[index + 1]) else { return index }
                for next in 2..<max(2, width) where buffer[index + next] & 0xC0 != 0x80 { return index }
                index += width
            }
            return nil
        }
    }

    /// Whether bytes are UTF-8 but for a few: whole sequences outnumber what is broken by ten.
    static func isMostlyValid(_ bytes: ArraySlice<UInt8>) -> Bool {
        var broken = 0
        var rest = bytes
        while let bad = firstInvalid(rest) {
            broken += 1
            if broken > 1000 { return false }
            rest = rest[(rest.startIndex + bad + 1)...]
        }
        let sequences = bytes.reduce(0) { $0 + ($1 >= 0xC2 ? 1 : 0) }
        return sequences >= 10 * broken
    }
}

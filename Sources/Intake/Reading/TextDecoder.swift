import CMarkup
import ChanceryCore

/// Turns a file's bytes into text, strictly: nothing is replaced, and what cannot be read is named.
struct TextDecoder {
    /// The file, for messages.
    let place: String
    /// The encoding the user named, if any; it stands above everything but a byte order mark.
    let encoding: String?

    /// The text of the bytes, a byte order mark aside.
    ///
    /// - Parameter declared: an encoding the file itself names (HTML's charset).
    /// - Throws: `binary`, `notUTF8`, `notUTF16`, `unknownEncoding`, `empty`.
    func text(_ bytes: [UInt8], declared: String? = nil) throws(IntakeError) -> String {
        guard !bytes.isEmpty else { throw IntakeError.empty(place) }
        let text: String
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
            text = try converted(bytes[...], from: "UTF-32", offset: 0)
        } else if bytes.starts(with: [0xFF, 0xFE]) {
            text = try utf16(bytes, isBigEndian: false)
        } else if bytes.starts(with: [0xFE, 0xFF]) {
            text = try utf16(bytes, isBigEndian: true)
        } else if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            text = try utf8(bytes[3...])
        } else if let name = encoding ?? declared, !Self.isUTF8(name) {
            if encoding == nil { try refuseBinary(bytes) }
            text = try converted(bytes[...], from: name, offset: 0)
        } else {
            text = try utf8(bytes[...])
        }
        // A NUL has no place in a text, whatever the encoding.
        if let nul = text.utf8.firstIndex(of: 0) {
            throw IntakeError.binary(place, byteOffset: text.utf8.distance(from: text.utf8.startIndex, to: nul))
        }
        let source = SourceText(text)
        if source.trimmed(ByteSpan(0, source.bytes.count)).isEmpty { throw IntakeError.empty(place) }
        return text
    }

    private static func isUTF8(_ name: String) -> Bool {
        let name = name.lowercased()
        return name == "utf-8" || name == "utf8" || name == "us-ascii" || name == "ascii"
    }

    private func utf8(_ bytes: ArraySlice<UInt8>) throws(IntakeError) -> String {
        try refuseBinary(Array(bytes))
        guard let bad = UTF8Check.firstInvalid(bytes) else { return String(decoding: bytes, as: UTF8.self) }
        if Self.hasManyControls(bytes) { throw IntakeError.binary(place, byteOffset: bad) }
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

    /// Whether more than one byte in fifty of the file's head is a control character that texts do not use.
    private static func hasManyControls(_ bytes: ArraySlice<UInt8>) -> Bool {
        let head = bytes.prefix(4096)
        let controls = head.reduce(0) { $0 + ($1 < 0x20 && !(0x09...0x0D).contains($1) && $1 != 0x1B ? 1 : 0) }
        return controls * 50 > head.count
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

    private func converted(_ bytes: ArraySlice<UInt8>, from name: String, offset: Int) throws(IntakeError) -> String {
        // Names reach the C library: nothing but the characters that names have, and no "//IGNORE" that would drop words.
        let isName = name.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
                || [0x2D, 0x5F, 0x2E, 0x3A].contains(byte)
        }
        guard isName, !name.isEmpty, name.utf8.count <= 40 else { throw IntakeError.unknownEncoding(place, name) }
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
        case 2: throw IntakeError.notText(place, encoding: name, byteOffset: bad + offset)
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
}

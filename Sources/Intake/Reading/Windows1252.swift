/// Text in Windows-1252 (WHATWG Encoding Standard, index windows-1252): what undeclared files of the West mostly are that
/// are not UTF-8.
enum Windows1252 {
    /// The code points of the bytes 0x80 to 0x9F; the five that the code page leaves open are controls, as in browsers.
    private static let upper: [UInt16] = [
        0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D,
        0x8F,
        0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E,
        0x178,
    ]

    /// The text of bytes; every byte has one.
    static func text(_ bytes: some Collection<UInt8>) -> String {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count)
        for byte in bytes { units.append((0x80...0x9F).contains(byte) ? upper[Int(byte) - 0x80] : UInt16(byte)) }
        return String(decoding: units, as: UTF16.self)
    }

    /// Whether bytes that are no UTF-8 read as words in it.
    ///
    /// A few of its letters stand among those of ASCII, never long runs of them, as every other code page would give and
    /// every encoding of several bytes a letter. A file of UTF-8 that is damaged here and there holds whole sequences.
    static func isPlausible(_ bytes: ArraySlice<UInt8>) -> Bool {
        var ascii = 0
        var high = 0
        var run = 0
        var alone = 0
        var sequences = 0
        for (offset, byte) in zip(bytes.indices, bytes) {
            if byte < 0x80 {
                if isLetter(byte) { ascii += 1 }
                if byte < 0x20, !TextControls.isAllowed(byte) { return false }
                run = 0
                continue
            }
            if [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte) { return false }
            high += 1
            let isLead = (0xC2...0xF4).contains(byte)
            let next = offset + 1 < bytes.endIndex ? bytes[offset + 1] : 0
            if isLead, next & 0xC0 == 0x80 { sequences += 1 }
            guard isLetter(byte) else {
                run = 0
                continue
            }
            run += 1
            if run > 3 { return false }
            let before = offset > bytes.startIndex ? bytes[offset - 1] : 0x20
            if !isLetter(before), !isLetter(next) { alone += 1 }
        }
        // Letters that stand alone ("à", "é" as a word) are few; so are letters next to a control of the upper half.
        return high > 0 && high * 3 <= ascii + high && alone * 5 <= high && sequences * 10 <= high
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x41...0x5A, 0x61...0x7A, 0x83, 0x8A, 0x8C, 0x8E, 0x9A, 0x9C, 0x9E, 0x9F, 0xC0...0xD6, 0xD8...0xF6,
            0xF8...0xFF:
            true
        default: false
        }
    }
}

/// Which controls a text may hold.
enum TextControls {
    /// Whether a byte below 0x20 has a place in a text: tab, line feed, form feed, carriage return.
    static func isAllowed(_ byte: UInt8) -> Bool { byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D }

    /// The offset of the first control that has none, in a text of whatever format.
    static func firstForbidden(in text: String) -> Int? {
        var text = text
        return text.withUTF8 { bytes in bytes.firstIndex { $0 < 0x20 && !isAllowed($0) } }
    }
}

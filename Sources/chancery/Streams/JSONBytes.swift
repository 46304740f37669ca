/// A JSON text made byte by byte, for streams where an encoder would cost more than the work.
struct JSONBytes {
    /// What was written.
    private(set) var bytes: [UInt8] = []

    /// Makes an empty text with room for a number of bytes.
    init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    /// Adds bytes as they are: braces, commas, keys.
    mutating func raw(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Adds a number.
    mutating func number(_ value: Int) {
        guard value >= 10 else {
            if value >= 0 { bytes.append(UInt8(48 + value)) } else { bytes.append(contentsOf: String(value).utf8) }
            return
        }
        let start = bytes.count
        var rest = value
        while rest > 0 {
            bytes.append(UInt8(48 + rest % 10))
            rest /= 10
        }
        bytes[start...].reverse()
    }

    /// Adds a string with its quotation marks; only what JSON demands is escaped.
    mutating func string(_ text: String) {
        var text = text
        bytes.append(0x22)
        text.withUTF8 { buffer in
            var clean = 0
            for (place, byte) in buffer.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C {
                bytes.append(contentsOf: buffer[clean..<place])
                escape(byte)
                clean = place + 1
            }
            bytes.append(contentsOf: buffer[clean...])
        }
        bytes.append(0x22)
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case 0x22: raw("\\\"")
        case 0x5C: raw("\\\\")
        case 0x0A: raw("\\n")
        case 0x0D: raw("\\r")
        case 0x09: raw("\\t")
        default:
            raw("\\u00")
            let digits = Array("0123456789abcdef".utf8)
            bytes.append(digits[Int(byte >> 4)])
            bytes.append(digits[Int(byte & 15)])
        }
    }
}

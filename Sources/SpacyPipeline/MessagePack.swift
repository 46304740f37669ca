/// A value of the MessagePack format, as spaCy's model files hold it.
///
/// Format: https://github.com/msgpack/msgpack/blob/master/spec.md
enum MessagePack: Sendable {
    case null
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    case double(Double)
    case string(String)
    /// A range of the bytes that were read; kept as a slice so that weights are copied once.
    case binary(ArraySlice<UInt8>)
    case array([MessagePack])
    case map([(key: MessagePack, value: MessagePack)])

    /// What can be wrong with the bytes.
    struct Fault: Error {
        let reason: String
    }

    /// Reads the one value that `bytes` hold.
    static func read(_ bytes: [UInt8]) throws(Fault) -> MessagePack {
        var reader = Reader(bytes: bytes)
        let value = try reader.value(depth: 0)
        guard reader.position == bytes.count else {
            throw Fault(reason: "\(bytes.count - reader.position) bytes left over")
        }
        return value
    }

    /// Reads a value that is stored inside a binary value, as thinc stores attributes.
    static func read(_ bytes: ArraySlice<UInt8>) throws(Fault) -> MessagePack {
        try read(Array(bytes))
    }

    private struct Reader {
        let bytes: [UInt8]
        var position = 0

        /// The deepest nesting that is read; model files use five levels.
        static let maximumDepth = 64

        mutating func byte() throws(Fault) -> UInt8 {
            guard position < bytes.count else { throw Fault(reason: "ends at byte \(position)") }
            position += 1
            return bytes[position - 1]
        }

        mutating func bigEndian(_ width: Int) throws(Fault) -> UInt64 {
            guard bytes.count - position >= width else { throw Fault(reason: "ends at byte \(bytes.count)") }
            var result: UInt64 = 0
            for _ in 0..<width {
                result = result << 8 | UInt64(bytes[position])
                position += 1
            }
            return result
        }

        mutating func slice(_ count: Int) throws(Fault) -> ArraySlice<UInt8> {
            guard count >= 0, bytes.count - position >= count else {
                throw Fault(reason: "ends at byte \(bytes.count)")
            }
            position += count
            return bytes[(position - count)..<position]
        }

        mutating func length(_ width: Int) throws(Fault) -> Int {
            Int(try bigEndian(width))
        }

        mutating func string(_ count: Int) throws(Fault) -> MessagePack {
            .string(String(decoding: try slice(count), as: UTF8.self))
        }

        mutating func array(_ count: Int, _ depth: Int) throws(Fault) -> MessagePack {
            guard count <= bytes.count - position else { throw Fault(reason: "a list longer than the file") }
            var items: [MessagePack] = []
            items.reserveCapacity(count)
            for _ in 0..<count { items.append(try value(depth: depth + 1)) }
            return .array(items)
        }

        mutating func map(_ count: Int, _ depth: Int) throws(Fault) -> MessagePack {
            guard count <= bytes.count - position else { throw Fault(reason: "a map longer than the file") }
            var items: [(key: MessagePack, value: MessagePack)] = []
            items.reserveCapacity(count)
            for _ in 0..<count {
                let key = try value(depth: depth + 1)
                items.append((key, try value(depth: depth + 1)))
            }
            return .map(items)
        }

        mutating func value(depth: Int) throws(Fault) -> MessagePack {
            guard depth < Reader.maximumDepth else { throw Fault(reason: "nested too deeply") }
            let head = try byte()
            switch head {
            case 0x00...0x7f: return .int(Int64(head))
            case 0x80...0x8f: return try map(Int(head & 0x0f), depth)
            case 0x90...0x9f: return try array(Int(head & 0x0f), depth)
            case 0xa0...0xbf: return try string(Int(head & 0x1f))
            case 0xc0: return .null
            case 0xc2: return .bool(false)
            case 0xc3: return .bool(true)
            case 0xc4: return .binary(try slice(try length(1)))
            case 0xc5: return .binary(try slice(try length(2)))
            case 0xc6: return .binary(try slice(try length(4)))
            case 0xca: return .double(Double(Float(bitPattern: UInt32(try bigEndian(4)))))
            case 0xcb: return .double(Double(bitPattern: try bigEndian(8)))
            case 0xcc: return .uint(try bigEndian(1))
            case 0xcd: return .uint(try bigEndian(2))
            case 0xce: return .uint(try bigEndian(4))
            case 0xcf: return .uint(try bigEndian(8))
            case 0xd0: return .int(Int64(Int8(truncatingIfNeeded: try bigEndian(1))))
            case 0xd1: return .int(Int64(Int16(truncatingIfNeeded: try bigEndian(2))))
            case 0xd2: return .int(Int64(Int32(truncatingIfNeeded: try bigEndian(4))))
            case 0xd3: return .int(Int64(bitPattern: try bigEndian(8)))
            case 0xd9: return try string(try length(1))
            case 0xda: return try string(try length(2))
            case 0xdb: return try string(try length(4))
            case 0xdc: return try array(try length(2), depth)
            case 0xdd: return try array(try length(4), depth)
            case 0xde: return try map(try length(2), depth)
            case 0xdf: return try map(try length(4), depth)
            case 0xe0...0xff: return .int(Int64(Int8(bitPattern: head)))
            default: throw Fault(reason: "unknown type \(head) at byte \(position - 1)")
            }
        }
    }
}

extension MessagePack {
    /// The text of a string, or of a binary value that holds text, as numpy's keys do.
    var text: String? {
        switch self {
        case .string(let text): text
        case .binary(let bytes): String(validating: bytes, as: UTF8.self)
        default: nil
        }
    }

    /// The number as a signed integer, where it fits.
    var integer: Int? {
        switch self {
        case .int(let value): Int(exactly: value)
        case .uint(let value): Int(exactly: value)
        default: nil
        }
    }

    /// The number as 64 bits: hashes fill the whole unsigned range.
    var hash: UInt64? {
        switch self {
        case .int(let value): UInt64(bitPattern: value)
        case .uint(let value): value
        default: nil
        }
    }

    /// The items of an array.
    var items: [MessagePack]? {
        if case .array(let items) = self { items } else { nil }
    }

    /// The pairs of a map.
    var pairs: [(key: MessagePack, value: MessagePack)]? {
        if case .map(let pairs) = self { pairs } else { nil }
    }

    /// The bytes of a binary value.
    var bytes: ArraySlice<UInt8>? {
        if case .binary(let bytes) = self { bytes } else { nil }
    }

    /// The value under a textual key.
    subscript(_ key: String) -> MessagePack? {
        pairs?.first { $0.key.text == key }?.value
    }
}

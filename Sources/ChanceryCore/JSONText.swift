import Foundation

/// Writes JSON straight into bytes: what ``JSONLine`` writes documents and reports with, by far its most frequent values.
///
/// Whoever writes an object gives its members in the order of their names, and gets the bytes that `JSONEncoder` gives with
/// sorted keys.
struct JSONText {
    /// What was written, in UTF-8.
    private(set) var bytes: [UInt8] = []
    /// Whether the next member or element is its container's first.
    private var isFirst = true

    /// Writes an object.
    mutating func object(_ members: (inout JSONText) throws -> Void) rethrows {
        bytes.append(UInt8(ascii: "{"))
        isFirst = true
        try members(&self)
        bytes.append(UInt8(ascii: "}"))
        isFirst = false
    }

    /// Writes a member of an object.
    mutating func member(_ name: StaticString, _ value: some JSONWritable) throws {
        part()
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        try value.write(to: &self)
        isFirst = false
    }

    /// Writes a member of an object where there is a value.
    mutating func member(_ name: StaticString, ifPresent value: (some JSONWritable)?) throws {
        if let value { try member(name, value) }
    }

    /// Writes a list.
    mutating func list(_ values: [some JSONWritable]) throws {
        bytes.append(UInt8(ascii: "["))
        isFirst = true
        for value in values {
            part()
            try value.write(to: &self)
            isFirst = false
        }
        bytes.append(UInt8(ascii: "]"))
        isFirst = false
    }

    private mutating func part() {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
    }

    /// Writes a text in quotation marks.
    mutating func string(_ value: String) throws {
        var value = value
        let start = bytes.count
        bytes.append(UInt8(ascii: "\""))
        let hasControls = value.withUTF8 { letters in
            // What stands between two marks is taken over as a whole.
            var first = 0
            for place in letters.indices {
                let letter = letters[place]
                if letter < 0x20 { return true }
                guard letter == UInt8(ascii: "\"") || letter == UInt8(ascii: "\\") else { continue }
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: letters[first..<place]))
                bytes.append(UInt8(ascii: "\\"))
                first = place
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: letters[first...]))
            return false
        }
        if hasControls {
            bytes.removeSubrange(start...)
            try other(value)
        } else {
            bytes.append(UInt8(ascii: "\""))
        }
    }

    /// Writes a whole number.
    mutating func number(_ value: Int) {
        guard value < 0 || value > 9 else { return bytes.append(UInt8(ascii: "0") + UInt8(value)) }
        bytes.append(contentsOf: String(value).utf8)
    }

    /// Writes a number with a fraction.
    mutating func number(_ value: Double) throws {
        // Shares and the like; what needs an exponent, or is no number, is rare.
        guard value == 0 || (0.001..<1_000_000).contains(abs(value)) else { return try other(value) }
        let text = value.description
        bytes.append(contentsOf: text.utf8.dropLast(text.hasSuffix(".0") ? 2 : 0))
    }

    /// Writes a truth value.
    mutating func flag(_ value: Bool) { bytes.append(contentsOf: (value ? "true" : "false").utf8) }

    /// Writes a rare value as `JSONEncoder` does.
    mutating func other(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        bytes.append(contentsOf: try encoder.encode(value))
    }
}

/// A value that is written straight into a JSON text.
protocol JSONWritable {
    /// Writes the value.
    func write(to text: inout JSONText) throws
}

extension String: JSONWritable {
    func write(to text: inout JSONText) throws { try text.string(self) }
}

extension Int: JSONWritable {
    func write(to text: inout JSONText) { text.number(self) }
}

extension UInt32: JSONWritable {
    func write(to text: inout JSONText) { text.number(Int(self)) }
}

extension Double: JSONWritable {
    func write(to text: inout JSONText) throws { try text.number(self) }
}

extension Bool: JSONWritable {
    func write(to text: inout JSONText) { text.flag(self) }
}

extension Array: JSONWritable where Element: JSONWritable {
    func write(to text: inout JSONText) throws { try text.list(self) }
}

extension CodePointSpan: JSONWritable {
    func write(to text: inout JSONText) throws {
        try text.object {
            try $0.member("end", end)
            try $0.member("start", start)
        }
    }
}

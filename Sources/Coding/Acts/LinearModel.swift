import ChanceryCore

/// Weights of features that a person can read, in one or two columns.
typealias LinearModel = LinearTable<SIMD2<Float>>

/// Weights of features that a person can read, in as many columns as a vector has places, or fewer.
///
/// A table with open addressing: a few dozen features are asked for each party of each act. One reference, since every sum
/// of weights holds it.
final class LinearTable<Weights: SIMD & Sendable>: Sendable where Weights.Scalar == Float {
    /// A feature's key beside its weights: one is seldom asked without the other. No key is 0 but that of an open place.
    private struct Row {
        var key: UInt64 = 0
        var weights: Weights = .zero
    }
    private let rows: [Row]
    private let mask: Int
    /// A bit for each key, sixteen times as many as rows: that a feature is not known, as most are not, is seen in little memory.
    private let seen: [UInt64]
    private let seenMask: Int
    /// Settings that stand beside the weights, by name.
    let settings: [String: Float]

    /// Reads a file of weights: a feature (`rel+form=agent|active`), and for each column a tab and a weight; columns that a line
    /// lacks are 0. `#` opens a comment, `! name` a setting.
    ///
    /// - Throws: ``WordLists/Fault`` with the line at fault.
    init(text: String, file: String) throws(WordLists.Fault) {
        var read: [Row] = []
        var settings: [String: Float] = [:]
        // By bytes: the files have tens of thousands of lines, and are read at every start.
        let bytes = Array(text.utf8)
        // Few lines are shorter.
        read.reserveCapacity(bytes.count / 24)
        var (number, start) = (0, 0)
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            let line = bytes[start..<end]
            (number, start) = (number + 1, end + 1)
            if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
            func fault(_ reason: String) -> WordLists.Fault {
                WordLists.Fault(file: file, line: number, reason: reason)
            }
            let tab = line.firstIndex(of: UInt8(ascii: "\t")) ?? line.endIndex
            guard tab > line.startIndex, let weights = Self.weights(line[tab...]) else {
                throw fault("expected a feature, a tab and from one to \(Weights.scalarCount) weights")
            }
            let feature = line[..<tab]
            if feature.starts(with: "! ".utf8) {
                settings[String(decoding: feature.dropFirst(2), as: UTF8.self)] = weights[0]
                continue
            }
            guard let key = Self.key(feature) else { throw fault("expected a feature: template=value") }
            read.append(Row(key: key, weights: weights))
        }
        var size = 16
        // Half full or less, yet small enough to stay near the processor.
        while size < read.count * 3 / 2 { size *= 2 }
        var rows = [Row](repeating: Row(), count: size)
        var seen = [UInt64](repeating: 0, count: size / 4)
        let seenMask = size * 16 - 1
        for row in read {
            let bit = Int(truncatingIfNeeded: row.key) & seenMask
            seen[bit / 64] |= 1 << UInt64(bit % 64)
            var place = Int(truncatingIfNeeded: row.key) & (size - 1)
            while rows[place].key != 0, rows[place].key != row.key { place = (place + 1) & (size - 1) }
            rows[place] = row
        }
        self.rows = rows
        self.seen = seen
        self.seenMask = seenMask
        self.settings = settings
        mask = size - 1
    }

    /// A feature's weights; zero for one that is not known.
    func weight(_ key: UInt64) -> Weights {
        let bit = Int(truncatingIfNeeded: key) & seenMask
        guard seen[bit / 64] & (1 << UInt64(bit % 64)) != 0 else { return .zero }
        var place = Int(truncatingIfNeeded: key) & mask
        while rows[place].key != 0 {
            if rows[place].key == key { return rows[place].weights }
            place = (place + 1) & mask
        }
        return .zero
    }

    /// The numbers behind a feature, each after a tab; nil where there is none, one too many, or what is no number.
    private static func weights(_ columns: ArraySlice<UInt8>) -> Weights? {
        var weights = Weights.zero
        var (place, rest) = (0, columns)
        while let tab = rest.first {
            let field = rest.dropFirst().prefix { $0 != tab }
            guard place < Weights.scalarCount, let number = Self.number(field) else { return nil }
            weights[place] = number
            (place, rest) = (place + 1, rest[field.endIndex...])
        }
        return place > 0 ? weights : nil
    }

    /// A number as it is written.
    ///
    /// One of few digits is a whole number over a power of ten: both are exact, so that their quotient is the nearest number,
    /// as it is where the text is read.
    private static func number(_ field: ArraySlice<UInt8>) -> Float? {
        let isNegative = field.first == UInt8(ascii: "-")
        var (digits, places, point): (Int, Int, Bool) = (0, 0, false)
        for byte in isNegative ? field.dropFirst() : field {
            if byte == UInt8(ascii: "."), !point, places > 0 {
                (point, places) = (true, 0)
                continue
            }
            guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte, digits < 1_000_000, places < decimalPowers.count - 1
            else {
                return Float(String(decoding: field, as: UTF8.self))
            }
            (digits, places) = (digits * 10 + Int(byte - UInt8(ascii: "0")), places + 1)
        }
        guard places > 0 else { return Float(String(decoding: field, as: UTF8.self)) }
        let size = Float(digits) / (point ? decimalPowers[places] : 1)
        return isNegative ? -size : size
    }

    /// The key of a feature as the file has it: `template=value|value`.
    private static func key(_ feature: ArraySlice<UInt8>) -> UInt64? {
        guard let equals = feature.firstIndex(of: UInt8(ascii: "=")) else { return nil }
        var template = NameHash()
        template.add(feature[..<equals])
        var key = template.value
        var part = NameHash()
        for byte in feature[(equals + 1)...] {
            if byte == UInt8(ascii: "|") {
                key = NameHash.joined(key, part.value)
                part = NameHash()
            } else {
                part.add(byte)
            }
        }
        return NameHash.joined(key, part.value)
    }
}

/// In one place for tables of any width.
private let decimalPowers: [Float] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000]

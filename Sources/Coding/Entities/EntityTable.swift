import Foundation

/// The lines of a tab-separated file of entities, without comments and empty lines.
struct EntityTable {
    /// One line: its number, from 1, and its fields without blanks around them.
    struct Row {
        let line: Int
        let fields: [String]

        /// The field at a place, or an empty one where the line is shorter.
        subscript(_ place: Int) -> String { place < fields.count ? fields[place] : "" }

        /// The field as a list.
        func list(_ place: Int) -> [String] { EntityTable.list(self[place]) }
    }

    let file: String
    let rows: [Row]

    /// Reads a table whose lines may have the given numbers of fields.
    init(_ data: Data, file: String, fields allowed: ClosedRange<Int>) throws(EntityDataError) {
        // Bytes, not characters: the lists are read at every start.
        let bytes = [UInt8](data)
        guard let text = String(validating: bytes, as: UTF8.self), !text.contains("\0") else { throw .unreadable(file) }
        var rows: [Row] = []
        for (place, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let line = line.last == 0x0D ? line.dropLast() : line
            if line.first == 0x23 || line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
            let fields = line.split(separator: 0x09, omittingEmptySubsequences: false).map(Self.trimmed)
            guard allowed.contains(fields.count) else {
                throw .fields(file, place + 1, found: fields.count, expected: allowed)
            }
            rows.append(Row(line: place + 1, fields: fields))
        }
        self.file = file
        self.rows = rows
    }

    /// Reads a table of the module's `Resources/entities`.
    static func resource(_ name: String, fields: ClosedRange<Int>) throws(EntityDataError) -> EntityTable {
        let data: Data
        do { data = try ModuleResources.data("entities/" + name) } catch { throw .unreadable("entities/" + name) }
        return try EntityTable(data, file: "entities/" + name, fields: fields)
    }

    /// The entries of a list: `"PLO; P.L.O."` has two.
    static func list(_ field: String) -> [String] {
        field.utf8.split(separator: 0x3B).map { trimmed(Array($0)[...]) }.filter { !$0.isEmpty }
    }

    /// The words of a run of bytes without blanks around them.
    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
        var bytes = bytes
        while bytes.first == 0x20 { bytes.removeFirst() }
        while bytes.last == 0x20 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}

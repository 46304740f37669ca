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
        guard let text = String(data: data, encoding: .utf8) else { throw .unreadable(file) }
        var rows: [Row] = []
        for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = line.hasSuffix("\r") ? line.dropLast() : line
            if line.hasPrefix("#") || line.allSatisfy(\.isWhitespace) { continue }
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
                .map { $0.trimmingCharacters(in: .whitespaces) }
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
        field.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }
}

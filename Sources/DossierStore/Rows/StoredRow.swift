import ChanceryCore
import Foundation
import GRDB

/// A row of the file, of which any value may be damaged.
///
/// ```swift
/// let rows = try StoredRow.fetchCursor(db, of: "entries", sql: "SELECT id, line FROM entries ORDER BY id")
/// while let row = try rows.next() { print(try row.value("id") as String) }
/// ```
///
/// The module reads rows through here alone: GRDB's `row["id"]` ends the program where a column holds NULL or something
/// that cannot be read as what is asked for, and a file can hold anything.
struct StoredRow {
    /// The values, with the names of their columns.
    private let row: Row
    /// The table that it is of, for messages.
    private let table: String

    /// The value of a column, which must be of the sort that the program writes there.
    ///
    /// - Parameter owner: The column's table, where it is another one than the row's.
    func value<Value: StoredValue>(_ column: String, of owner: String? = nil) throws(DamagedValue) -> Value {
        guard let found = Value(stored: storage(column)) else {
            throw damaged(column, of: owner, wanted: Value.sort)
        }
        return found
    }

    /// The same, or nil where the column holds NULL.
    func optional<Value: StoredValue>(_ column: String, of owner: String? = nil) throws(DamagedValue) -> Value? {
        if case .null = storage(column) { return nil }
        return try value(column, of: owner)
    }

    /// Whether a column holds just that.
    func holds(_ column: String, _ value: some DatabaseValueConvertible) -> Bool { raw(column) == value.databaseValue }

    /// Whatever a column holds; NULL where there is no such column.
    func raw(_ column: String) -> DatabaseValue { (try? row.decode(DatabaseValue.self, forColumn: column)) ?? .null }

    /// Whatever the columns hold, from left to right.
    var values: [DatabaseValue] { Array(row.databaseValues) }

    /// What the row is called in messages: its id or what else it is found by, or else the table.
    var name: String {
        for column in ["id", "hash", "key", "name", "row"] {
            switch storage(column) {
            case .string(let text) where !text.isEmpty: return String(text.prefix(64))
            case .int64(let number): return "\(column) \(number)"
            default: continue
            }
        }
        return table
    }

    private func storage(_ column: String) -> DatabaseValue.Storage { raw(column).storage }

    private func damaged(_ column: String, of owner: String?, wanted: String) -> DamagedValue {
        let isMissing = !row.hasColumn(column)
        return DamagedValue(
            table: owner ?? table, row: name == table ? nil : name, column: column, wanted: wanted,
            found: isMissing ? "nothing at all" : storage(column).words)
    }
}

extension StoredRow {
    /// All rows of a query on a table, others perhaps joined to it.
    static func fetchAll(
        _ db: Database, of table: String, sql: String, arguments: StatementArguments = []
    ) throws -> [StoredRow] {
        try Row.fetchAll(db, sql: sql, arguments: arguments).map { StoredRow(row: $0, table: table) }
    }

    /// The first row.
    static func fetchOne(
        _ db: Database, of table: String, sql: String, arguments: StatementArguments = []
    ) throws -> StoredRow? {
        try Row.fetchOne(db, sql: sql, arguments: arguments).map { StoredRow(row: $0, table: table) }
    }

    /// The rows one by one; each holds until the next is taken.
    static func fetchCursor(
        _ db: Database, of table: String, sql: String, arguments: StatementArguments = []
    ) throws -> Cursor {
        Cursor(rows: try Row.fetchCursor(db, sql: sql, arguments: arguments), table: table)
    }

    /// The values that a query gives in a column.
    static func values<Value: StoredValue>(
        _ db: Database, of table: String, _ column: String, sql: String, arguments: StatementArguments = []
    ) throws -> [Value] {
        let rows = try fetchCursor(db, of: table, sql: sql, arguments: arguments)
        var values: [Value] = []
        while let row = try rows.next() { values.append(try row.value(column)) }
        return values
    }

    /// The value of the first row; nil where there is no row, which is something else than a row that holds none.
    static func value<Value: StoredValue>(
        _ db: Database, of table: String, _ column: String, sql: String, arguments: StatementArguments = []
    ) throws -> Value? {
        try fetchOne(db, of: table, sql: sql, arguments: arguments)?.value(column)
    }

    /// Gives rows one by one.
    struct Cursor {
        fileprivate let rows: RowCursor
        fileprivate let table: String

        /// The next row, or nil.
        func next() throws -> StoredRow? { try rows.next().map { StoredRow(row: $0, table: table) } }
    }
}

/// A value of the file that is of another sort than the program writes there.
struct DamagedValue: Error, Hashable, CustomStringConvertible {
    /// The table and, where it is known, what finds the row in it.
    var table: String
    var row: String?
    var column: String
    /// What should be there, and what is.
    var wanted: String
    var found: String

    var description: String {
        "the column '\(column)' of \(row.map { "'\($0)' in " } ?? "a row of ")'\(table)' holds \(found), not \(wanted)"
    }
}

/// What a column can be read as: only what is stored as that sort, so that nothing is taken for something else.
protocol StoredValue {
    /// What SQLite calls the sort, in words.
    static var sort: String { get }
    /// The value, or nil where another sort is stored.
    init?(stored: DatabaseValue.Storage)
}

extension String: StoredValue {
    static var sort: String { "text" }

    init?(stored: DatabaseValue.Storage) {
        guard case .string(let text) = stored else { return nil }
        self = text
    }
}

extension Int64: StoredValue {
    static var sort: String { "a whole number" }

    init?(stored: DatabaseValue.Storage) {
        guard case .int64(let number) = stored else { return nil }
        self = number
    }
}

extension Int: StoredValue {
    static var sort: String { Int64.sort }

    init?(stored: DatabaseValue.Storage) {
        guard let number = Int64(stored: stored) else { return nil }
        self.init(exactly: number)
    }
}

/// A place in a text.
struct StoredPlace: StoredValue {
    /// The place, in code points; so near that it can be counted with.
    var place: Int

    static var sort: String { "a place in a text" }

    init?(stored: DatabaseValue.Storage) {
        guard let place = Int(stored: stored), TextPlaces.all.contains(place) else { return nil }
        self.place = place
    }
}

extension Data: StoredValue {
    static var sort: String { "bytes" }

    init?(stored: DatabaseValue.Storage) {
        guard case .blob(let bytes) = stored else { return nil }
        self = bytes
    }
}

extension DatabaseValue.Storage {
    /// What is stored; of texts and bytes the sort alone, for they can be the words of a document.
    fileprivate var words: String {
        switch self {
        case .null: "NULL"
        case .int64(let number): "the number \(number)"
        case .double(let number): "the number \(number)"
        case .string: String.sort
        case .blob: Data.sort
        }
    }
}

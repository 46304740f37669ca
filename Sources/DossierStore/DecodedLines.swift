import ChanceryCore
import GRDB
import Synchronization

/// Lines of a dossier that were decoded before: what a reader of many entries waits for longest is decoding.
///
/// What is held is found by the hash of its line, so whoever writes the dossier meanwhile, nobody is told anything old.
final class DecodedLines<Value: Decodable & Sendable>: Sendable {
    private struct Held {
        var values: [String: Value] = [:]
        var bytes = 0
    }

    private let held = Mutex(Held())
    private let mostBytes: Int
    private let table: String

    /// Holds nothing yet.
    ///
    /// - Parameters:
    ///   - table: the table that the lines stand in, with their `id` and the `row_hash` of each.
    ///   - mostBytes: how many bytes of lines are held at most; 0 holds none.
    init(of table: String, mostBytes: Int) {
        self.table = table
        self.mostBytes = mostBytes
    }

    /// What a query has to give of each row, beside its `id`, to ``values(_:_:)``.
    var column: String { mostBytes > 0 ? "\(table).row_hash" : "\(table).line" }

    /// What rows say, in their order.
    ///
    /// - Parameter rows: `id`, and what ``column`` names.
    func values(_ db: Database, _ rows: [StoredRow]) throws -> [Value] {
        if mostBytes == 0 { return try JSONLine.decodeAll(Value.self, from: try rows.map { try $0.value("line") }) }
        let hashes: [String] = try rows.map { try $0.value("row_hash") }
        let known = held.withLock { held in hashes.map { held.values[$0] } }
        let missing = rows.indices.filter { known[$0] == nil }
        if missing.isEmpty { return known.compactMap { $0 } }
        let stored = try StoredRow.fetchAll(
            db, of: table, sql: "SELECT id, line FROM \(table) WHERE id IN (SELECT value FROM json_each(?))",
            arguments: [try JSONLine.encode(try missing.map { try rows[$0].value("id") as String })])
        let lines = Dictionary(
            try stored.map { (try $0.value("id") as String, try $0.value("line") as String) },
            uniquingKeysWith: { first, _ in first })
        let wanted: [String] = try missing.map { lines[try rows[$0].value("id")] ?? "" }
        let decoded = try JSONLine.decodeAll(Value.self, from: wanted)
        held.withLock { held in
            for ((place, line), value) in zip(zip(missing, wanted), decoded) {
                // Not everything fits: what is asked for next is as likely among the old as among the new.
                guard held.values[hashes[place]] == nil, held.bytes + line.utf8.count <= mostBytes else { continue }
                held.values[hashes[place]] = value
                held.bytes += line.utf8.count
            }
        }
        var rest = decoded.makeIterator()
        return known.compactMap { $0 ?? rest.next() }
    }
}

/// What was decoded of a dossier's lines, by their kind.
struct DecodedRecord: Sendable {
    let reports: DecodedLines<Report>
    let entries: DecodedLines<Entry>

    /// Holds nothing yet.
    ///
    /// - Parameter mostBytes: how many bytes of lines are held at most of each kind; 0 holds none.
    init(mostBytes: Int) {
        reports = DecodedLines(of: "reports", mostBytes: mostBytes)
        entries = DecodedLines(of: "entries", mostBytes: mostBytes)
    }

    /// Holds nothing, whatever is read.
    static let none = DecodedRecord(mostBytes: 0)
}

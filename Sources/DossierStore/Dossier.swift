import Foundation
import GRDB
import Synchronization

/// A dossier: one SQLite file that holds documents, reports, entries, disputes and decisions.
///
/// ```swift
/// let dossier = try Dossier.create(at: "adriatic.dossier")
/// let added = try dossier.add(document, original: bytes, reports: reports, stamp: stamp)   // one transaction
/// try dossier.reconcile()                                                                 // only what changed
///
/// let reader = try Dossier.open(at: "adriatic.dossier", readOnly: true)                   // fast: reads no model
/// for item in try reader.entries(matching: ItemFilter(entities: ["Albania"])) { … }
/// let faults = try reader.verify()
/// ```
///
/// The file is safe against a kill at any instant: every public function that writes is one transaction, on disk
/// (`synchronous = FULL`) when it returns. One process may write at a time while any number read. Everything a view
/// needs stands in the file; nothing here loads a language model or a codebook.
///
/// All offsets are Unicode code points. Every function throws ``DossierError``, whose message names the file.
///
/// ## Topics
/// - Making and opening: ``create(at:)``, ``open(at:readOnly:patience:keeping:)``
/// - Filling: ``needsReports(toAdd:original:format:found:described:)``,
///   ``add(_:original:format:found:described:reports:stamp:)``, ``describe(named:as:)``, ``remove(named:)``,
///   ``replaceCoding(of:reports:stamp:)``, ``reconcile(batchSize:)``
/// - Reading: ``documents()``, ``document(named:)``, ``reports(matching:)``, ``entries(matching:)``,
///   ``item(withID:)``, ``successors(ofEntry:)``, ``participants(matching:)``, ``search(_:limit:)``
/// - Proof: ``verify()``, ``export(_:)``
/// - Decisions: ``record(_:)``, ``decisions()``, ``rulings()``
public final class Dossier: Sendable {
    /// The path of the file, as it was given.
    public let path: String
    /// Whether the dossier was opened for reading only.
    public let isReadOnly: Bool
    let pool: DatabasePool
    /// Whether this reader is the first to need SQLite's files beside the dossier, and is to take them away again.
    private let tidies: Bool
    private let isOpen = Mutex(true)
    let knownRulings = Mutex<KnownRulings?>(nil)
    /// Lines that were decoded before.
    let decoded: DecodedRecord

    private init(path: String, isReadOnly: Bool, pool: DatabasePool, tidies: Bool, keeping mostBytes: Int) {
        self.path = path
        self.isReadOnly = isReadOnly
        self.pool = pool
        self.tidies = tidies
        decoded = DecodedRecord(mostBytes: mostBytes)
        OpenFiles.add(path)
    }

    deinit { try? close() }

    /// The format this program writes.
    public static let formatVersion = Schema.version

    /// Makes an empty dossier.
    ///
    /// - Throws: ``DossierError`` with `alreadyExists` where a file is already there, which is left as it is.
    public static func create(at path: String) throws(DossierError) -> Dossier {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        guard FileManager.default.fileExists(atPath: folder) else { throw .folderNotFound(path, folder: folder) }
        guard !FileManager.default.fileExists(atPath: path) else { throw .alreadyExists(path) }
        // Made under another name and moved when it is whole: a kill or a full disk leaves no half dossier.
        let draft = path + ".making-\(ProcessInfo.processInfo.processIdentifier)"
        defer { for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: draft + suffix) } }
        do {
            let dossier = try connect(draft, readOnly: false, patience: 2)
            try Schema.migrator.migrate(dossier.pool)
            try dossier.pool.close()
            try FileManager.default.moveItem(atPath: draft, toPath: path)
            return try connect(path, readOnly: false, patience: 2)
        } catch {
            throw .from(error, file: path)
        }
    }

    /// Opens a dossier; for writing, one of an older format is brought up to date.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - readOnly: Whether nothing is to be written; several processes can read at once, also while one writes.
    ///   - patience: How many seconds to wait for another process that holds the dossier.
    ///   - mostBytes: How many bytes of lines are kept with what they say, for who reads a dossier again and again.
    /// - Throws: ``DossierError`` with `fileNotFound`, `notADossier`, `newerVersion`, `locked`, `corrupt` or
    ///   `notPermitted`; the file is then left as it is.
    public static func open(
        at path: String, readOnly: Bool = false, patience: Double = 2, keeping mostBytes: Int = 0
    ) throws(DossierError) -> Dossier {
        // Before SQLite sees the file: opening another program's database must not turn it into one of ours. Not where this process
        // has it open: closing a file takes away all locks that the process holds on it, SQLite's too
        // (<https://www.sqlite.org/howtocorrupt.html>, section 2.2).
        if !OpenFiles.contain(path) { try FileHeader.check(path) }
        do {
            return try checked(try connect(path, readOnly: readOnly, patience: patience, keeping: mostBytes))
        } catch {
            let error = DossierError.from(error, file: path)
            if !readOnly, error.code == .readOnly { throw .notPermitted(path, to: "write") }
            guard readOnly, error.code == .readOnly || error.code == .notPermitted, FileHeader.isWhole(path) else {
                throw error
            }
            return try openUnchanging(path, keeping: mostBytes)
        }
    }

    /// Opens a dossier in a folder where nothing can be written, such as a mounted archive: without the files that
    /// SQLite wants beside it, so nobody may be writing it.
    static func openUnchanging(_ path: String, keeping mostBytes: Int = 0) throws(DossierError) -> Dossier {
        let absolute = URL(fileURLWithPath: path).path
        let escaped = absolute.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? absolute
        do {
            let uri = "file:\(escaped)?immutable=1"
            return try checked(try connect(path, readOnly: true, patience: 0, location: uri, keeping: mostBytes))
        } catch {
            throw .from(error, file: path)
        }
    }

    private static func connect(
        _ path: String, readOnly: Bool, patience: Double, location: String? = nil, keeping mostBytes: Int = 0
    ) throws -> Dossier {
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(patience)
        // GRDB gives readers ten seconds of their own, which is long for somebody who waits at a terminal.
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA busy_timeout = \(Int(patience * 1000))")
            // SQLite's own 2 MB hold the index of a small dossier: a view of a large one would read its pages again and again.
            try db.execute(sql: "PRAGMA cache_size = -32768")
        }
        configuration.label = "dossier"
        let tidies = readOnly && location == nil && !FileManager.default.fileExists(atPath: path + "-wal")
        let pool = try DatabasePool(path: location ?? path, configuration: configuration)
        // GRDB lowers it to NORMAL with the write-ahead log, which may lose the last transactions at a power cut.
        if !readOnly { try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") } }
        return Dossier(path: path, isReadOnly: readOnly, pool: pool, tidies: tidies, keeping: mostBytes)
    }

    /// Gives a dossier back if this program knows its format; for writing, brought up to date.
    private static func checked(_ dossier: Dossier) throws -> Dossier {
        try dossier.checkVersion()
        if !dossier.isReadOnly { try Schema.migrator.migrate(dossier.pool) }
        return dossier
    }

    private func checkVersion() throws {
        let (version, isSuperseded) = try pool.read { db in
            (try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0, try Schema.migrator.hasBeenSuperseded(db))
        }
        if version > Schema.version || isSuperseded {
            throw DossierError.newerVersion(path, found: max(version, Schema.version + 1), known: Schema.version)
        }
        if isReadOnly && version < Schema.version {
            throw DossierError.olderVersion(path, found: version, known: Schema.version)
        }
    }

    /// Closes the file, so that it alone holds everything; without this call it is closed when the last reference goes.
    public func close() throws(DossierError) {
        // Readers first: the writer, closed last, folds the log into the file and removes it.
        pool.invalidateReadOnlyConnections()
        do { try pool.close() } catch { throw DossierError.from(error, file: path) }
        guard
            isOpen.withLock({
                let was = $0; $0 = false; return was
            })
        else { return }
        OpenFiles.remove(path)
        if tidies { tidy() }
    }

    /// Takes away the empty log and index that SQLite puts beside a file in this mode, which a reader must not remove
    /// itself: the last connection that may write does. Where nobody may, or somebody else goes on, they stay.
    private func tidy() {
        var configuration = Configuration()
        configuration.busyMode = .immediateError
        guard let queue = try? DatabaseQueue(path: path, configuration: configuration) else { return }
        _ = try? queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM meta") }
        try? queue.close()
    }

    func reading<Value>(_ body: (Database) throws -> Value) throws(DossierError) -> Value {
        do { return try pool.read(body) } catch { throw DossierError.from(error, file: path) }
    }

    /// Runs one transaction: all of it is stored, or nothing.
    func writing<Value>(_ body: (Database) throws -> Value) throws(DossierError) -> Value {
        guard !isReadOnly else { throw .readOnly(path) }
        do { return try pool.write(body) } catch { throw DossierError.from(error, file: path) }
    }
}

/// The dossiers that this process has open, by their paths.
private enum OpenFiles {
    private static let counts = Mutex<[String: Int]>([:])

    private static func name(_ path: String) -> String {
        URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    }

    static func contain(_ path: String) -> Bool { counts.withLock { $0[name(path)] ?? 0 > 0 } }

    static func add(_ path: String) { counts.withLock { $0[name(path), default: 0] += 1 } }

    static func remove(_ path: String) {
        counts.withLock { counts in
            let left = (counts[name(path)] ?? 1) - 1
            counts[name(path)] = left > 0 ? left : nil
        }
    }
}

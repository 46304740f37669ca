import ChanceryCore
import Foundation
import GRDB
import Testing

@testable import DossierStore

@Suite struct OpeningTests {
    private func code(_ body: () throws -> Void) -> DossierError.Code? {
        do {
            try body()
            return nil
        } catch let error as DossierError {
            #expect(error.message.contains(error.file), "the message names no file: \(error.message)")
            return error.code
        } catch {
            Issue.record("not a DossierError: \(error)")
            return nil
        }
    }

    @Test func aFileThatIsThereIsNotOverwritten() throws {
        let path = try Sample.path()
        try Data("notes".utf8).write(to: URL(fileURLWithPath: path))
        #expect(code { _ = try Dossier.create(at: path) } == .alreadyExists)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data("notes".utf8))
    }

    @Test func aMissingFileOrFolderIsSaid() throws {
        let path = try Sample.path()
        #expect(code { _ = try Dossier.open(at: path) } == .fileNotFound)
        #expect(code { _ = try Dossier.open(at: path, readOnly: true) } == .fileNotFound)
        #expect(!FileManager.default.fileExists(atPath: path))
        #expect(code { _ = try Dossier.create(at: path + "/below/it.dossier") } == .fileNotFound)
    }

    @Test(arguments: ["", "not a database", String(repeating: "SQLite format 2\0", count: 100)])
    func aFileThatIsNoDatabaseIsLeftAsItIs(content: String) throws {
        let path = try Sample.path()
        try Data(content.utf8).write(to: URL(fileURLWithPath: path))
        #expect(code { _ = try Dossier.open(at: path) } == .notADossier)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data(content.utf8))
    }

    @Test func anotherProgramsDatabaseIsLeftAsItIs() throws {
        let path = try Sample.path()
        let queue = try DatabaseQueue(path: path)
        try queue.write { try $0.execute(sql: "CREATE TABLE t (x)") }
        try queue.close()
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(code { _ = try Dossier.open(at: path) } == .notADossier)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }

    @Test func aFolderIsNoDossier() throws {
        let path = URL(fileURLWithPath: try Sample.path()).deletingLastPathComponent().path
        #expect(code { _ = try Dossier.open(at: path) } == .notADossier)
    }

    @Test(arguments: [true, false])
    func aNewerDossierIsRefusedUntouched(readOnly: Bool) throws {
        let path = try Sample.path()
        try Sample.filled(at: path).close()
        try VerifyTests.alter(
            path, "INSERT INTO grdb_migrations VALUES ('99'); PRAGMA user_version = \(Dossier.formatVersion + 3)")
        #expect(code { _ = try Dossier.open(at: path, readOnly: readOnly) } == .newerVersion)
        let version = try DatabaseQueue(path: path).read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
        #expect(version == Dossier.formatVersion + 3)
    }

    @Test func aTruncatedDossierIsCorrupt() throws {
        let path = try Sample.path()
        try Sample.filled(at: path).close()
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        try whole.prefix(whole.count / 2).write(to: URL(fileURLWithPath: path))
        #expect(code { _ = try Dossier.open(at: path, readOnly: true).verify() } == .corrupt)
    }

    @Test(arguments: [true, false])
    func aDossierHeldByAnotherConnectionIsLocked(readOnly: Bool) throws {
        let path = try Sample.path()
        try Sample.filled(at: path).close()
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let holder = try DatabaseQueue(path: path, configuration: configuration)
        try holder.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
            try db.execute(sql: "BEGIN EXCLUSIVE")
            try db.execute(sql: "INSERT INTO meta VALUES ('held', '1')")
        }
        #expect(code { _ = try Dossier.open(at: path, readOnly: readOnly, patience: 0.05) } == .locked)
        try holder.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
        try holder.close()
        #expect(try Dossier.open(at: path, readOnly: readOnly).verify().isEmpty)
    }

    @Test func readingGoesOnWhileAnotherConnectionWritesAndWritingIsLocked() throws {
        let path = try Sample.path()
        let dossier = try Sample.filled(at: path)
        let exported = try Sample.export(dossier)
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let writer = try DatabaseQueue(path: path, configuration: configuration)
        try writer.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE; DELETE FROM entries") }
        let reader = try Dossier.open(at: path, readOnly: true)
        #expect(try Sample.export(reader) == exported)
        let second = try Dossier.open(at: path, patience: 0.05)
        #expect(
            code { try second.record([Sample.decision(.note, Sample.briefReports[0], reason: "later")]) } == .locked)
        try writer.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
        try second.record([Sample.decision(.note, Sample.briefReports[0], reason: "later")])
        #expect(try reader.decisions().count == 3)
    }

    @Test func writingThroughAReaderIsRefused() throws {
        let path = try Sample.path()
        try Sample.filled(at: path).close()
        let reader = try Dossier.open(at: path, readOnly: true)
        #expect(code { try reader.remove(named: "brief.txt") } == .readOnly)
        #expect(try reader.documents().count == 2)
    }

    @Test func aReaderLeavesTheFileAsItIs() throws {
        let path = try Sample.path()
        try Sample.filled(at: path).close()
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        let reader = try Dossier.open(at: path, readOnly: true)
        _ = try reader.entries()
        _ = try reader.search("Osk")
        try reader.close()
        try reader.close()
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["test.dossier"])
    }

    @Test func aDossierInAFolderThatCannotBeWrittenIsRead() throws {
        let path = try Sample.path("a #1?%.dossier")
        let dossier = try Sample.filled(at: path)
        let exported = try Sample.export(dossier)
        try dossier.close()
        #expect(try Sample.export(Dossier.openUnchanging(path)) == exported)
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a #1?%.dossier"])
        // Root may write everywhere, so only others come to this on their own.
        try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder)
        #expect(try Sample.export(Dossier.open(at: path, readOnly: true)) == exported)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder)
    }

    @Test func makingADossierLeavesNothingElse() throws {
        let path = try Sample.path()
        try Dossier.create(at: path).close()
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["test.dossier"])
    }

    @Test func aReaderThatLeavesDisturbsNobodyWhoStays() throws {
        let path = try Sample.path()
        try Sample.filled(at: path).close()
        let first = try Dossier.open(at: path, readOnly: true)
        let second = try Dossier.open(at: path, readOnly: true)
        let writer = try Dossier.open(at: path)
        _ = try second.entries()
        try first.close()
        try writer.record([Sample.decision(.note, Sample.briefReports[0], reason: "later")])
        #expect(try second.decisions().count == 3)
        try writer.close()
        #expect(try second.decisions().count == 3)
        try second.close()
        #expect(try Dossier.open(at: path).verify().isEmpty)
    }

    @Test func everyTransactionIsOnDiskWhenItReturns() throws {
        let dossier = try Dossier.create(at: try Sample.path())
        let state = try dossier.writing { db in
            [
                try String.fetchOne(db, sql: "PRAGMA journal_mode"), try String.fetchOne(db, sql: "PRAGMA synchronous"),
                try String.fetchOne(db, sql: "PRAGMA foreign_keys"),
            ]
        }
        #expect(state == ["wal", "2", "1"])
    }

    /// What a kill leaves is the file and its log as they stand: a copy of them, taken while a transaction is open.
    @Test func anOpenTransactionIsGoneAndAllBeforeItIsThereAfterAKill() throws {
        let path = try Sample.path()
        let dossier = try Sample.filled(at: path)
        let exported = try Sample.export(dossier)
        let copy = try Sample.path("after.dossier")
        try dossier.writing { db in
            try db.execute(sql: "PRAGMA cache_size = 1")
            for number in 0..<200 {
                try db.execute(
                    sql: "INSERT INTO meta VALUES (?, ?)",
                    arguments: ["k\(number)", String(repeating: "x", count: 4000)])
            }
            for suffix in ["", "-wal"] {
                try FileManager.default.copyItem(atPath: path + suffix, toPath: copy + suffix)
            }
        }
        let log = try FileManager.default.attributesOfItem(atPath: copy + "-wal")[.size] as? Int
        #expect(try #require(log) > 400_000, "the open transaction never reached the log")
        let after = try Dossier.open(at: copy)
        #expect(try Sample.export(after) == exported)
        #expect(try after.verify().isEmpty)
        #expect(try after.writing { try Int.fetchOne($0, sql: "SELECT count(*) FROM meta WHERE key LIKE 'k%'") } == 0)
    }

    @Test func aFullDiskIsSaidAndWhatWasAddedBeforeIsIntact() throws {
        let path = try Sample.path()
        let dossier = try Sample.filled(at: path)
        let exported = try Sample.export(dossier)
        // SQLite treats the page limit as it treats a full disk.
        try dossier.writing { db in
            let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            try db.execute(sql: "PRAGMA max_page_count = \(pages + 2)")
        }
        let large = Sample.text("large.txt", String(repeating: "Nothing of note happened. ", count: 4000))
        #expect(
            code { try dossier.add(large, original: Data(large.text.utf8), reports: [], stamp: Sample.stamp) }
                == .diskFull)
        #expect(try Sample.export(dossier) == exported)
        try dossier.close()
        #expect(try Dossier.open(at: path).verify().isEmpty)
    }

    @Test func errorsAreEqualByCode() {
        #expect(DossierError.locked("a") == DossierError.locked("b"))
        #expect(DossierError.locked("a") != DossierError.diskFull("a"))
    }
}

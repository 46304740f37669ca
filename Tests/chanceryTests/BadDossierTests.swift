import Foundation
import GRDB
import Testing

/// A dossier that cannot be used is one clear message, and stays as it is.
@Suite struct BadDossierTests {
    private func change(_ dossier: String, _ sql: String) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: dossier, configuration: configuration)
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
        try queue.close()
    }

    @Test(arguments: [["timeline"], ["verify"], ["add"]]) func newerDossierIsLeftAlone(command: [String]) throws {
        let scratch = try Scratch()
        let dossier = try scratch.dossier()
        try change(dossier, "PRAGMA user_version = 9999")
        let files = command == ["add"] ? [try scratch.file("a.txt", BadInputTests.good)] : []
        let run = try ChanceryProcess(command + [dossier] + files)
        #expect(run.status == 1)
        #expect(run.messages.count == 1, "\(run.errors)")
        #expect(run.errors.contains("9999") && run.errors.contains("newer"), "\(run.errors)")
    }

    @Test func lockedDossierIsOneMessage() throws {
        let scratch = try Scratch()
        let dossier = try scratch.dossier(of: [try scratch.file("a.txt", BadInputTests.good)])
        let queue = try DatabaseQueue(path: dossier)
        let run = try queue.inDatabase { db in
            try db.execute(sql: "BEGIN IMMEDIATE")
            defer { try? db.execute(sql: "ROLLBACK") }
            return try ChanceryProcess(["remove", dossier, "a.txt"])
        }
        #expect(run.status == 1)
        #expect(run.messages.count == 1, "\(run.errors)")
        #expect(run.errors.contains("another process"), "\(run.errors)")
        #expect(try ChanceryProcess(["documents", dossier]).output.contains("a.txt"))
    }

    @Test func otherDatabaseIsNotADossier() throws {
        let scratch = try Scratch()
        let path = scratch.path("other.db")
        try change(path, "CREATE TABLE mine(a)")
        for command in ["timeline", "verify"] {
            let run = try ChanceryProcess([command, path])
            #expect(run.status == 1)
            #expect(run.messages.count == 1)
            #expect(run.errors.contains("not a dossier"))
        }
    }

    @Test func aColumnThatHoldsNothingIsOneMessage() throws {
        let scratch = try Scratch()
        let dossier = try scratch.dossier(of: [try scratch.file("a.txt", BadInputTests.good)])
        // Another program, or a byte of the disk, may put there what the format forbids.
        try change(
            dossier,
            "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, ' NOT NULL', ' CHECK (1)')")
        try change(dossier, "UPDATE reports SET words = NULL")
        try change(
            dossier,
            "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, ' CHECK (1)', ' NOT NULL')")
        for command in [["timeline"], ["search", "Osk"], ["relation", "Osk", "Veldania"], ["verify"]] {
            let run = try ChanceryProcess([command[0], dossier] + command.dropFirst())
            #expect(run.status == 1, "\(command): \(run.output)")
            let told = command == ["verify"] ? run.output + run.errors : run.errors
            #expect(told.contains("'words'"), "\(command): \(told)")
            if command != ["verify"] { #expect(run.messages.count == 1, "\(run.errors)") }
        }
    }

    @Test(.enabled(if: SmallDisk.canMount, "no small disk: only root may mount one, and not everywhere"))
    func fullDiskIsOneMessageAndWhatWasAddedIsIntact() throws {
        let scratch = try Scratch()
        let disk = try SmallDisk(scratch.path("disk"), kilobytes: 600)
        let dossier = disk.path + "/a.dossier"
        #expect(try ChanceryProcess(["new", dossier]).status == 0)
        let first = try scratch.file("first.txt", BadInputTests.good)
        #expect(try ChanceryProcess(["add", dossier, first]).status == 0)
        let long = (0..<20_000).map { "Osk recognised Veldania in \(1000 + $0 % 1000), case \($0).\n\n" }.joined()
        let run = try ChanceryProcess(
            ["add", dossier, try scratch.file("long.txt", long), "--language", "xx"])
        #expect(run.status == 1)
        #expect(run.messages.filter { $0.contains("disk") }.count == 1, "\(run.errors)")
        let copy = scratch.path("copy.dossier")
        for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: dossier + suffix) {
            try FileManager.default.copyItem(atPath: dossier + suffix, toPath: copy + suffix)
        }
        #expect(try ChanceryProcess(["verify", copy]).status == 0)
        #expect(try ChanceryProcess(["documents", copy]).output.contains("first.txt"))
    }
}

/// A disk of a few kilobytes in memory.
final class SmallDisk {
    let path: String

    static let canMount: Bool = {
        guard geteuid() == 0, let scratch = try? Scratch() else { return false }
        return (try? SmallDisk(scratch.path("probe"), kilobytes: 64)) != nil
    }()

    init(_ path: String, kilobytes: Int) throws {
        self.path = path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        let mount = try ChanceryProcess(shell: "mount -t tmpfs -o size=\(kilobytes)k chancery-test \(path)")
        guard mount.status == 0 else { throw CocoaError(.fileWriteNoPermission) }
    }

    deinit { _ = try? ChanceryProcess(shell: "umount \(path)") }
}

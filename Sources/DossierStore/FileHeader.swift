import Foundation

/// The first hundred bytes of an SQLite file, read without SQLite (<https://www.sqlite.org/fileformat.html>).
enum FileHeader {
    /// Makes sure that a file is there, can be read and says that it is a dossier.
    static func check(_ path: String) throws(DossierError) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw .fileNotFound(path) }
        if isFolder.boolValue { throw .notADossier(path, because: "it is a folder") }
        let header: Data
        do {
            let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? file.close() }
            header = try file.read(upToCount: 100) ?? Data()
        } catch {
            throw .notPermitted(path, to: "read")
        }
        if header.isEmpty { throw .notADossier(path, because: "the file is empty") }
        guard header.starts(with: Data("SQLite format 3\0".utf8)), header.count == 100 else {
            throw .notADossier(path, because: "not an SQLite file")
        }
        let application = header[68..<72].reduce(0) { $0 << 8 | Int($1) }
        guard application == Schema.applicationID else {
            throw .notADossier(path, because: "an SQLite file of another program")
        }
    }

    /// Whether the file holds everything: there is no log beside it with transactions of its own.
    static func isWhole(_ path: String) -> Bool {
        let log = try? FileManager.default.attributesOfItem(atPath: path + "-wal")
        return (log?[.size] as? NSNumber)?.intValue ?? 0 == 0
    }
}

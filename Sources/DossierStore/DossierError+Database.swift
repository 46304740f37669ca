import Foundation
import GRDB

extension DossierError {
    /// Says what a failure of the database means for the dossier at a path.
    static func from(_ error: any Error, file: String) -> DossierError {
        if let error = error as? DossierError { return error }
        if let error = error as? DecodingError { return corrupt(file, "a stored line cannot be read: \(place(error))") }
        if let error = error as? DamagedValue { return corrupt(file, "\(error)") }
        if error is EncodingError { return invalid(file, "a value cannot be written as JSON.") }
        guard let error = error as? DatabaseError else { return failed(file, "\(error)") }
        let detail = error.message ?? "SQLite code \(error.extendedResultCode.rawValue)"
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: return locked(file)
        case .SQLITE_FULL: return diskFull(file)
        case .SQLITE_NOTADB: return notADossier(file, because: "not an SQLite file")
        // The program's own statements fit the format: where one does not, a table, a column or stored JSON is damaged.
        case .SQLITE_CORRUPT, .SQLITE_ERROR, .SQLITE_MISMATCH: return corrupt(file, detail)
        case .SQLITE_READONLY: return readOnly(file)
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: return notPermitted(file, to: "open")
        case .SQLITE_CONSTRAINT, .SQLITE_TOOBIG:
            return invalid(file, "what was handed over cannot be kept (\(detail)).")
        case .SQLITE_IOERR where isFull(file): return diskFull(file)
        default: return failed(file, detail)
        }
    }

    /// Whether the file's disk has no room; the shared-memory file of a full disk fails as a plain I/O error.
    private static func isFull(_ file: String) -> Bool {
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder)
        guard let free = attributes?[.systemFreeSize] as? NSNumber else { return false }
        return free.intValue < 64 * 1024
    }

    /// The place in the JSON at fault, without the document's words.
    private static func place(_ error: DecodingError) -> String {
        let path: [any CodingKey] =
            switch error {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
                .dataCorrupted(let context):
                context.codingPath
            @unknown default: []
            }
        return path.isEmpty ? "not the expected JSON" : path.map(\.stringValue).joined(separator: ".")
    }
}

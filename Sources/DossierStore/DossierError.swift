import ChanceryCore
import Foundation

/// What went wrong with a dossier: names the file, says why, and what to do about it.
///
/// Two errors are equal where their codes are.
public struct DossierError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What sort of failure it is.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        /// The code's name, which is stable and can be searched for.
        public let description: String
        private init(_ description: String) { self.description = description }

        /// The file or its folder does not exist.
        public static let fileNotFound = Code("file-not-found")
        /// A new dossier was to be made where a file already is.
        public static let alreadyExists = Code("already-exists")
        /// The file is no dossier.
        public static let notADossier = Code("not-a-dossier")
        /// A later version of the program made or changed the dossier.
        public static let newerVersion = Code("newer-version")
        /// The dossier was made by an earlier version and was opened for reading only.
        public static let olderVersion = Code("older-version")
        /// Another process holds the dossier.
        public static let locked = Code("locked")
        /// The disk is full.
        public static let diskFull = Code("disk-full")
        /// The user may not read or write the file or its folder.
        public static let notPermitted = Code("not-permitted")
        /// The dossier was opened for reading and was to be written.
        public static let readOnly = Code("read-only")
        /// The file is damaged.
        public static let corrupt = Code("corrupt")
        /// Reading or writing the file failed in another way.
        public static let failed = Code("failed")
        /// The dossier holds no such document, report or entry.
        public static let noSuchItem = Code("no-such-item")
        /// Several documents, reports or entries fit.
        public static let ambiguous = Code("ambiguous")
        /// A value handed over to be stored contradicts itself.
        public static let invalid = Code("invalid")
    }

    /// What sort of failure it is.
    public let code: Code
    /// The dossier's file.
    public let file: String
    /// The whole message: what, which, and what to do.
    public let message: String

    /// The whole message.
    public var description: String { message }

    /// Compares the codes alone.
    public static func == (a: DossierError, b: DossierError) -> Bool { a.code == b.code }

    static func fileNotFound(_ file: String) -> DossierError {
        DossierError(
            code: .fileNotFound, file: file,
            message: "\(file): no such dossier. Check the path, or make one with 'chancery new'.")
    }

    static func folderNotFound(_ file: String, folder: String) -> DossierError {
        DossierError(
            code: .fileNotFound, file: file,
            message: "\(file): the folder '\(folder)' does not exist. Make it first, or choose another path.")
    }

    static func alreadyExists(_ file: String) -> DossierError {
        DossierError(
            code: .alreadyExists, file: file,
            message: "\(file): a file of that name is already there, and is not overwritten. "
                + "Choose another name, or add to it with 'chancery add'.")
    }

    static func notADossier(_ file: String, because reason: String) -> DossierError {
        DossierError(
            code: .notADossier, file: file,
            message: "\(file): not a dossier (\(reason)). Name a file made with 'chancery new'.")
    }

    static func newerVersion(_ file: String, found: Int, known: Int) -> DossierError {
        DossierError(
            code: .newerVersion, file: file,
            message: "\(file): the dossier has format \(found), and this program knows formats up to \(known). "
                + "Use a newer chancery; the file was not touched.")
    }

    static func olderVersion(_ file: String, found: Int, known: Int) -> DossierError {
        DossierError(
            code: .olderVersion, file: file,
            message: "\(file): the dossier has format \(found), older than this program's \(known). "
                + "Open it once for writing, for example with 'chancery add', and it is brought up to date.")
    }

    static func locked(_ file: String) -> DossierError {
        DossierError(
            code: .locked, file: file,
            message: "\(file): another process is using the dossier. Wait until it has finished, then try again.")
    }

    static func diskFull(_ file: String) -> DossierError {
        DossierError(
            code: .diskFull, file: file,
            message: "\(file): the disk is full. Make room and run again; what was added before is intact.")
    }

    static func notPermitted(_ file: String, to verb: String) -> DossierError {
        DossierError(
            code: .notPermitted, file: file,
            message: "\(file): no permission to \(verb) the file or its folder. Change its rights, or copy it.")
    }

    static func readOnly(_ file: String) -> DossierError {
        DossierError(
            code: .readOnly, file: file,
            message: "\(file): the dossier is open for reading only. Open it for writing, and check the file's rights.")
    }

    static func corrupt(_ file: String, _ detail: String) -> DossierError {
        DossierError(
            code: .corrupt, file: file,
            message: "\(file): the dossier is damaged (\(detail)). "
                + "Run 'chancery verify' on it, and restore it from a copy.")
    }

    static func failed(_ file: String, _ detail: String) -> DossierError {
        DossierError(
            code: .failed, file: file,
            message: "\(file): the dossier could not be read or written (\(detail)). Check the disk, then try again.")
    }

    static func noSuchItem(_ file: String, what: String, name: String, nearest: [String] = []) -> DossierError {
        DossierError(
            code: .noSuchItem, file: file,
            message: "\(file): no \(what) '\(name)'. \(nearest.isEmpty ? hint(what) : Nearest.question(nearest))")
    }

    /// An entry that is no more, and of which no report is left.
    public static func formerEntry(_ file: String, id: String) -> DossierError {
        DossierError(
            code: .noSuchItem, file: file,
            message: "\(file): the entry '\(id)' is no more: none of its reports is there. "
                + "'chancery timeline', 'statements', 'figures' and 'search' print the ids there are.")
    }

    /// Several things fit a name.
    public static func ambiguous(_ file: String, what: String, name: String, candidates: [String]) -> DossierError {
        let shown = candidates.prefix(5).joined(separator: ", ") + (candidates.count > 5 ? ", …" : "")
        return DossierError(
            code: .ambiguous, file: file,
            message: "\(file): '\(name)' fits more than one \(what): \(shown). Give more of it.")
    }

    static func invalid(_ file: String, _ detail: String) -> DossierError {
        DossierError(code: .invalid, file: file, message: "\(file): \(detail)")
    }

    /// The same of a document that was handed over: a value of it that cannot be kept is its own failure.
    func of(document name: String) -> DossierError {
        guard code == .invalid, !message.contains("'\(name)'") else { return self }
        let detail = message.hasPrefix(file + ": ") ? String(message.dropFirst(file.count + 2)) : message
        return .invalid(file, "the document '\(name)' was not kept: \(detail)")
    }

    private static func hint(_ what: String) -> String {
        what == "document"
            ? "'chancery documents' lists what there is."
            : "'chancery timeline', 'statements', 'figures' and 'search' print the ids there are."
    }
}

import Foundation

/// The files below what the user gave, in order.
struct FileWalk {
    /// One file to read, or what could not be looked into.
    struct Entry {
        /// Where it is.
        var path: String
        /// Its path below the folder that was given; the path itself where it was given as a file.
        var relative: String
        /// The last component of its path.
        var fileName: String { String(path.split(separator: "/").last ?? Substring(path)) }
        /// What is wrong with it, found before it is opened.
        var fault: IntakeError?
        /// Whether a folder holds it and its name says nothing of how it is read.
        var isUnknown = false
        /// The name its document gets.
        var name = ""
    }

    /// What is recognised and not read.
    let formats: ForeignFormats
    /// What was found, in order.
    private(set) var entries: [Entry] = []
    /// How many files of the folders were passed over without a word: hidden ones, and what pages and desktops leave.
    private(set) var passedOver = 0

    /// Finds the files. A path that is a file is taken as it is; of a folder, and the folders in it, every file that is not
    /// hidden, in the order of their names' bytes: one whose extension says nothing is named and not read. Symbolic links
    /// in a folder are not followed, since they could lead out of it or in a circle; a link that was itself given is.
    init(_ paths: [String], formats: ForeignFormats) {
        self.formats = formats
        for path in paths {
            var status = stat()
            guard stat(path, &status) == 0 else {
                let fault = ByteSource.fault(errno, place: path, isFolder: false)
                entries.append(Entry(path: path, relative: path, fault: fault))
                continue
            }
            guard status.st_mode & S_IFMT == S_IFDIR else {
                entries.append(Entry(path: path, relative: path))
                continue
            }
            let before = entries.count
            walk(path, relative: "")
            if entries.count == before {
                entries.append(Entry(path: path, relative: path, fault: IntakeError.nothingToRead(path)))
            }
        }
        Self.giveNames(&entries)
    }

    private mutating func walk(_ folder: String, relative: String) {
        guard let handle = opendir(folder) else {
            let fault = ByteSource.fault(errno, place: folder, isFolder: true)
            entries.append(Entry(path: folder, relative: relative, fault: fault))
            return
        }
        var names: [String] = []
        while let item = readdir(handle) {
            let name = withUnsafePointer(to: &item.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) } else if name != ".", name != ".." { passedOver += 1 }
        }
        closedir(handle)
        // By bytes, so that the order is the same under every locale.
        names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        for name in names {
            let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
            let below = relative.isEmpty ? name : "\(relative)/\(name)"
            var status = stat()
            guard lstat(path, &status) == 0 else { continue }
            switch status.st_mode & S_IFMT {
            case S_IFDIR where Self.isOfPage(name, names): passedOver += 1
            case S_IFDIR: walk(path, relative: below)
            case S_IFREG where formats.isQuiet(name): passedOver += 1
            case S_IFREG: entries.append(Entry(path: path, relative: below, isUnknown: !Self.isRead(name)))
            case S_IFLNK: refuse(path, below, "a symbolic link")
            default: refuse(path, below, "neither file nor folder")
            }
        }
    }

    private mutating func refuse(_ path: String, _ relative: String, _ what: String) {
        entries.append(Entry(path: path, relative: relative, fault: IntakeError.notAFile(path, what)))
    }

    /// Whether a folder holds what a browser saved beside a page: "visit_files" of "visit.html".
    private static func isOfPage(_ folder: String, _ names: [String]) -> Bool {
        guard folder.hasSuffix("_files") else { return false }
        return [".html", ".htm"].contains { names.contains(folder.dropLast(6) + $0) }
    }

    private static func isRead(_ name: String) -> Bool {
        ForeignFormats.ending(name).map { DocumentFormat.knownExtensions.contains($0) } ?? false
    }

    /// The last component, unless two files of the run share it; then the path below the folder, or the whole path.
    private static func giveNames(_ entries: inout [Entry]) {
        let byName = entries.reduce(into: [String: Int]()) { $0[$1.fileName, default: 0] += 1 }
        let byRelative = entries.reduce(into: [String: Int]()) { $0[$1.relative, default: 0] += 1 }
        for index in entries.indices {
            let entry = entries[index]
            entries[index].name =
                byName[entry.fileName] == 1
                ? entry.fileName : (byRelative[entry.relative] == 1 ? entry.relative : entry.path)
        }
    }
}

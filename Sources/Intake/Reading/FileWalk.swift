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
        /// The name its document gets.
        var name = ""
    }

    /// Finds the files. A path that is a file is taken as it is; of a folder, and the folders in it, the files whose
    /// extension is known, in the order of their names' bytes. Hidden files and folders are passed over, and so are
    /// symbolic links, which could lead out of the folder or in a circle; a link that was itself given is followed.
    static func entries(_ paths: [String]) -> [Entry] {
        var entries: [Entry] = []
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
            walk(path, relative: "", into: &entries)
            if entries.count == before {
                entries.append(Entry(path: path, relative: path, fault: IntakeError.nothingToRead(path)))
            }
        }
        giveNames(&entries)
        return entries
    }

    private static func walk(_ folder: String, relative: String, into entries: inout [Entry]) {
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
            if !name.hasPrefix(".") { names.append(name) }
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
            case S_IFDIR: walk(path, relative: below, into: &entries)
            case S_IFREG where isRead(name): entries.append(Entry(path: path, relative: below))
            default: continue
            }
        }
    }

    private static func isRead(_ name: String) -> Bool {
        guard let dot = name.lastIndex(of: ".") else { return false }
        return DocumentFormat.knownExtensions.contains(name[name.index(after: dot)...].lowercased())
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

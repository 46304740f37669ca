public import Foundation

extension Codebook {
    /// The program's own codebook, extended or replaced in part by files that were read before.
    ///
    /// - Parameter hasExamples: whether the program's own examples are read: whoever codes asks for none, and they are half of
    ///   the files.
    /// - Throws: ``CodebookError`` with every fault of the files, or what reading the program's own throws.
    public static func standard(
        extendedBy sources: [CodebookReader.Source] = [], hasExamples: Bool = true
    ) throws -> Codebook {
        let ours = try ownSources()
        return try CodebookReader.read(sources, extending: ours, hasExamplesOfBase: hasExamples)
    }
}

extension Codebook {
    /// The files of the program's own codebook.
    static func ownSources() throws -> [CodebookReader.Source] {
        // Asked first, since the message says what to do when a program was copied without its resources.
        _ = try ModuleResources.data("codebook/concepts.yaml")
        return try sources(inFolder: ModuleResources.folder("codebook"))
    }

    /// The files of a codebook folder, by name.
    ///
    /// - Throws: ``CodebookError`` where there is no such folder.
    public static func sources(inFolder folder: URL) throws -> [CodebookReader.Source] {
        guard let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        else {
            throw CodebookError(faults: [
                .init(file: folder.path, line: 1, message: "not found, or no folder; name a folder of codebook files")
            ])
        }
        return try files.filter { $0.pathExtension == "yaml" }.sorted { $0.lastPathComponent < $1.lastPathComponent }
            .map {
                CodebookReader.Source(name: $0.lastPathComponent, text: try String(contentsOf: $0, encoding: .utf8))
            }
    }

    /// One codebook file, or the files of a codebook folder, by name.
    public static func sources(at url: URL) throws -> [CodebookReader.Source] {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder), isFolder.boolValue {
            return try sources(inFolder: url)
        }
        return [CodebookReader.Source(name: url.lastPathComponent, text: try String(contentsOf: url, encoding: .utf8))]
    }
}

extension Codebook {
    /// The names of the concepts that come with the program, as its table lists them; much faster than reading the rules.
    public static func listedConcepts() throws -> [String] {
        String(decoding: try ModuleResources.data("codebook/concepts.yaml"), as: UTF8.self)
            .split(separator: "\n").compactMap { line in
                guard let colon = line.range(of: ": {type:"), !line.hasPrefix("#") else { return nil }
                return String(line[..<colon.lowerBound])
            }
    }
}

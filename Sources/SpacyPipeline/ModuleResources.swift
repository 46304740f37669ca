internal import Foundation

/// The module's data files.
enum ModuleResources {
    /// The folder that the build makes for this module's resources.
    private static let folderName = "chancery_SpacyPipeline.resources"

    /// The bytes of a file in `Resources/`: beside the running executable, so that a copied binary works, otherwise in
    /// the sources of the checkout that the executable was built in.
    static func data(_ name: String) throws(ModelError) -> Data {
        let executable = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        let beside = executable.deletingLastPathComponent().appendingPathComponent(folderName)
        var candidates = [beside.appendingPathComponent("Resources"), beside]
        var folder = executable.deletingLastPathComponent()
        while folder.pathComponents.count > 1 {
            candidates.append(folder.appendingPathComponent("Sources/SpacyPipeline/Resources"))
            folder.deleteLastPathComponent()
        }
        for candidate in candidates {
            if let data = try? Data(contentsOf: candidate.appendingPathComponent(name)) { return data }
        }
        throw ModelError.missing(beside.appendingPathComponent("Resources/\(name)").path)
    }

    /// The two columns of a tab-separated file, comment lines left out.
    static func table(_ name: String) throws(ModelError) -> [(String, String)] {
        let text = String(decoding: try data(name), as: UTF8.self)
        return text.split(separator: "\n").compactMap { line in
            if line.hasPrefix("#") { return nil }
            let fields = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
            return fields.count == 2 ? (String(fields[0]), String(fields[1])) : nil
        }
    }
}

import ChanceryCore
import Foundation

/// Finds the module's resource files, beside the running program or where the package was built.
enum ModuleResources {
    private static let folder = ResourceFolder(module: "Intake")

    /// The bytes of a resource, named by its path below `Resources/` such as `en/furniture.txt`.
    static func data(_ name: String) throws(IntakeError) -> Data {
        do {
            return try folder.data(name)
        } catch {
            throw IntakeError.missingResource(name)
        }
    }

    /// The lines of a resource that hold data, with their line numbers; blank lines and comments (`# `) are left out.
    static func lines(_ name: String) throws(IntakeError) -> [(number: Int, text: String)] {
        let text = String(decoding: try data(name), as: UTF8.self)
        var lines: [(number: Int, text: String)] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let trimmed = line.trimmingCharacters(in: .whitespaces)
            if trimmed.isEmpty || trimmed == "#" || trimmed.hasPrefix("# ") { continue }
            lines.append((index + 1, trimmed))
        }
        return lines
    }
}

import ChanceryCore
import Foundation

/// Reads the files of this module's `Resources` folder.
enum ModuleResources {
    private static let folder = ResourceFolder(module: "Reconciling")

    /// The lines of a resource, such as `act-families.txt`, without comments and empty ones.
    static func lines(_ name: String) throws(ResourceFolder.Missing) -> [String] {
        String(decoding: try folder.data(name), as: UTF8.self).split(whereSeparator: \.isNewline).map { line in
            line.prefix { $0 != "#" }.trimmingCharacters(in: .whitespaces)
        }.filter { !$0.isEmpty }
    }

    /// The lists of words of a resource, such as `dispute-words.txt`.
    ///
    /// - Throws: `ResourceFolder.Missing` where it is not there, `WordLists.Fault` with the line at fault.
    static func words(_ name: String) throws -> WordLists {
        try WordLists(text: String(decoding: try folder.data(name), as: UTF8.self), file: path(name))
    }

    /// Where a resource lies, for messages.
    static func path(_ name: String) -> String { folder.url(name).path }
}

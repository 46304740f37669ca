public import Foundation

/// The reviewable files of one module, beside the running program.
///
/// The package's builds and tests put `chancery_MODULE.resources` beside the executable, and a copied program finds the
/// folders copied with it. `Bundle.module` is not asked: it ends the program where its folder is missing.
public struct ResourceFolder: Hashable, Sendable {
    /// A file that is not where it should be.
    public struct Missing: Error, Hashable, Sendable, CustomStringConvertible {
        /// Where it should be.
        public var path: String

        /// What is missing and what to do.
        public var description: String {
            "\(path): not found; copy the chancery_*.resources folders along with the program"
        }
    }

    private let root: URL

    /// The files of a module, such as `Coding`.
    public init(module: String) {
        let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        root = program.deletingLastPathComponent()
            .appendingPathComponent("chancery_\(module).resources/Resources", isDirectory: true)
    }

    /// Where a file or folder lies, such as `codebook`; it need not be there.
    public func url(_ name: String) -> URL { root.appendingPathComponent(name) }

    /// The bytes of a file, such as `en/months.txt`.
    ///
    /// - Throws: ``Missing`` where it cannot be read.
    public func data(_ name: String) throws(Missing) -> Data {
        let file = url(name)
        guard let data = try? Data(contentsOf: file) else { throw Missing(path: file.path) }
        return data
    }
}

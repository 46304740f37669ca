import Foundation

/// Where the tables of this program lie.
enum EvaluationResources {
    /// A table's place: beside the running executable, else in the build's bundle.
    static func url(_ name: String) -> URL {
        let executable = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let beside = URL(fileURLWithPath: executable).deletingLastPathComponent()
            .appendingPathComponent("chancery_chancery-evaluate.resources/Resources/\(name)")
        return FileManager.default.fileExists(atPath: beside.path)
            ? beside : Bundle.module.bundleURL.appendingPathComponent("Resources/\(name)")
    }
}

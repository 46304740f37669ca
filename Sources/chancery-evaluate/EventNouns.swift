import Foundation

/// Nouns that tell of events, from `event-nouns.txt`.
enum EventNouns {
    /// The list that comes with the program.
    ///
    /// - Throws: what reading the file throws where it is missing.
    static func standard() throws -> Set<String> {
        let text = try EvaluationResource.text("event-nouns.txt")
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
        return Set(lines.flatMap { $0.split(separator: " ") }.map(String.init))
    }
}

/// Files that come with the tool.
enum EvaluationResource {
    /// A file's text: from the folder beside the program, else from where it was built.
    ///
    /// - Throws: what reading the file throws where it is missing.
    static func text(_ name: String) throws -> String {
        let executable = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let beside = URL(fileURLWithPath: executable).deletingLastPathComponent()
            .appendingPathComponent("chancery_chancery-evaluate.resources/Resources/\(name)")
        let url =
            FileManager.default.fileExists(atPath: beside.path)
            ? beside : Bundle.module.bundleURL.appendingPathComponent("Resources/\(name)")
        return try String(contentsOf: url, encoding: .utf8)
    }
}

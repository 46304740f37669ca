import Foundation
import Testing

/// The real command, run as a user runs it.
struct ChanceryProcess {
    /// How it ended.
    let status: Int32
    /// What it wrote to standard output.
    let output: String
    /// What it wrote to standard error.
    let errors: String

    /// Its messages, one a line.
    var messages: [Substring] { errors.split(separator: "\n") }

    /// Runs the command with the given words.
    ///
    /// - Parameters:
    ///   - input: what it reads on standard input.
    ///   - environment: what is added to the test's own environment.
    ///   - launcher: a command that starts it with less rights or memory.
    init(
        _ arguments: [String], input: String = "", environment: [String: String] = [:], launcher: [String] = []
    ) throws {
        try self.init(
            launcher + [try Self.binary().path] + arguments, input: Data(input.utf8), environment: environment)
    }

    /// Runs a line of bash, in which `$chancery` is the command.
    init(shell line: String) throws {
        try self.init(["/bin/bash", "-c", line], input: Data(), environment: ["chancery": try Self.binary().path])
    }

    private init(_ words: [String], input: Data, environment: [String: String]) throws {
        let scratch = try Scratch()
        let (into, out, err) = (scratch.path("in"), scratch.path("out"), scratch.path("err"))
        // Files rather than pipes: nothing can fill up and wait.
        try input.write(to: URL(fileURLWithPath: into))
        for path in [out, err] { try Data().write(to: URL(fileURLWithPath: path)) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: words[0].hasPrefix("/") ? words[0] : "/usr/bin/env")
        process.arguments = words[0].hasPrefix("/") ? Array(words.dropFirst()) : words
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: into))
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: out))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: err))
        try process.run()
        process.waitUntilExit()
        status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
        output = String(decoding: try Data(contentsOf: URL(fileURLWithPath: out)), as: UTF8.self)
        errors = String(decoding: try Data(contentsOf: URL(fileURLWithPath: err)), as: UTF8.self)
    }

    /// The command as the build made it, beside the test's own program.
    static func binary() throws -> URL {
        let places =
            [URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()] + Bundle.allBundles.map(\.bundleURL)
        let found = places.map { $0.deletingLastPathComponent().appendingPathComponent("chancery") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
        return try #require(found, "the command is not built beside the tests")
    }

    /// The project's folder.
    static var project: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
    }

    /// The five accounts of the example, by name.
    static var example: [String] {
        get throws {
            let folder = project.appendingPathComponent("Examples/adriatic")
            return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
                .map { folder.appendingPathComponent($0).path }
        }
    }
}

/// A folder that is there for one test.
final class Scratch: Sendable {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("chancery-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The path of a name in the folder.
    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    /// Writes a file and gives its path.
    func file(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
        try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
        return path(name)
    }

    /// Writes a text file and gives its path.
    func file(_ name: String, _ text: String) throws -> String { try file(name, text.utf8) }

    /// Makes a dossier of files and gives its path.
    func dossier(_ name: String = "test.dossier", of files: [String] = [], threads: Int = 1) throws -> String {
        let made = try ChanceryProcess(["new", path(name)])
        #expect(made.status == 0, "\(made.errors)")
        if !files.isEmpty {
            let added = try ChanceryProcess(["add", path(name)] + files + ["--threads", "\(threads)"])
            #expect(added.status == 0, "\(added.errors)")
        }
        return path(name)
    }
}

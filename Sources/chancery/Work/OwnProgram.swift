import ChanceryCore
import Foundation
import ReadingRoom
import Record
import Synchronization

/// This program, run again for work that needs the language model: the room stays small, and what a hostile file does to the
/// one that reads it does nothing to the room.
struct OwnProgram: Sendable {
    /// The dossier that files are added to.
    let dossier: String

    /// How a run ended.
    private struct Result {
        var status: Int32
        var output: String
        var errors: String
    }

    /// Longer than this no sentence takes to be read, in seconds.
    private static let patience = 60.0

    /// What the room asks for.
    var helpers: Helpers {
        Helpers(code: { try code($0) }, add: { add($0, $1) })
    }

    private func code(_ sentence: String) throws -> [Report] {
        let line = try JSONLine.encode(["id": "claim", "text": sentence]) + "\n"
        let result = try run(["code"], input: line, within: Self.patience)
        guard result.status == 0 else { throw Refusal("The sentence was not read: \(Self.plain(result.errors))") }
        return try result.output.split(separator: "\n").compactMap { line in
            // The first line is the document's own.
            try JSONLine.kind(of: String(line)) == "document" ? nil : JSONLine.decode(Report.self, from: String(line))
        }
    }

    private func add(_ files: [URL], _ known: Helpers.Known) -> [Helpers.Outcome] {
        var words = ["add", dossier] + files.map(\.path)
        if !known.publisher.isEmpty { words += ["--publisher", known.publisher] }
        if !known.published.isEmpty { words += ["--published-on", known.published] }
        let result: Result
        do {
            result = try run(words)
        } catch {
            return [Helpers.Outcome(name: "all files", words: "\(error)", isFault: true)]
        }
        let faults = result.errors.split(separator: "\n").map { Self.plain(String($0)) }
        var outcomes = files.map { file in
            let own = faults.filter { $0.contains(file.lastPathComponent) }
            return Helpers.Outcome(
                name: file.lastPathComponent,
                words: own.isEmpty
                    ? "read" : own.joined(separator: " ").replacing(file.path, with: file.lastPathComponent),
                isFault: !own.isEmpty && result.status != 0)
        }
        let others = faults.filter { fault in !files.contains { fault.contains($0.lastPathComponent) } }
        let summary = ([result.output.trimmingCharacters(in: .whitespacesAndNewlines)] + others)
            .filter { !$0.isEmpty }.joined(separator: " ")
        if !summary.isEmpty {
            outcomes.append(
                Helpers.Outcome(name: "in all", words: summary, isFault: result.status != 0 && result.output.isEmpty))
        }
        return outcomes
    }

    private static func plain(_ message: String) -> String {
        message.split(separator: "\n").map { line in
            line.hasPrefix("chancery: ") ? String(line.dropFirst("chancery: ".count)) : String(line)
        }.joined(separator: " ")
    }

    private func run(_ words: [String], input: String = "", within seconds: Double? = nil) throws -> Result {
        let process = Process()
        process.executableURL = Self.executable
        process.arguments = words
        let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
        process.standardInput = stdin
        process.standardOutput = stdout
        process.standardError = stderr
        try process.run()
        if let seconds {
            DispatchQueue.global().asyncAfter(deadline: .now() + seconds) {
                if process.isRunning { process.terminate() }
            }
        }
        try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try stdin.fileHandleForWriting.close()
        // Both are read at once: a full pipe would stop the other.
        let errors = Collected()
        let isRead = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            let read = stderr.fileHandleForReading.readDataToEndOfFile()
            errors.bytes.withLock { $0 = read }
            isRead.signal()
        }
        let output = stdout.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        isRead.wait()
        return Result(
            status: process.terminationStatus, output: String(decoding: output, as: UTF8.self),
            errors: String(decoding: errors.bytes.withLock { $0 }, as: UTF8.self))
    }

    private final class Collected: Sendable { let bytes = Mutex(Data()) }

    /// The file that runs here.
    private static var executable: URL {
        let link = URL(fileURLWithPath: "/proc/self/exe")
        let own = link.resolvingSymlinksInPath()
        return FileManager.default.isExecutableFile(atPath: own.path)
            ? own : URL(fileURLWithPath: CommandLine.arguments[0])
    }
}

import Foundation
import Testing

/// Whatever is killed at whatever instant: what was there before is there after, and nothing stands half.
@Suite struct KillTests {
    /// How many times a command is killed; `CHANCERY_KILLS` sets another number.
    static let count = ProcessInfo.processInfo.environment["CHANCERY_KILLS"].flatMap { Int($0) } ?? 6

    @Test func nothingIsLostAndNothingStandsHalf() throws {
        let scratch = try Scratch()
        let first = try scratch.file("first.txt", "Norway recognised Ghana in 1957. Ghana invited Norway in 1960.")
        let dossier = try scratch.dossier(of: [first])
        let report = try #require(try Self.reports(dossier).first)
        // As long as the commands take when nothing disturbs them.
        let whole = (
            add: try Self.time { try Self.run(["add", dossier] + Self.documents(0, scratch)) },
            decide: try Self.time { try Self.run(Self.note(report, 0, dossier)) }
        )
        for number in 1...Self.count {
            let before = (try Self.lines("document", dossier), try Self.lines("decision", dossier))
            if number % 2 == 0 {
                try Self.kill(
                    ["add", dossier] + Self.documents(number, scratch), after: Double.random(in: 0...whole.add))
            } else {
                try Self.kill(Self.note(report, number, dossier), after: Double.random(in: 0...whole.decide))
            }
            let verified = try ChanceryProcess(["verify", dossier])
            #expect(verified.status == 0, "\(verified.output) \(verified.errors)")
            #expect(before.0.subtracting(try Self.lines("document", dossier)).isEmpty)
            #expect(before.1.subtracting(try Self.lines("decision", dossier)).isEmpty)
        }
        // What was killed can be done again, and all comes up to date.
        for number in stride(from: 2, through: Self.count, by: 2) {
            try Self.run(["add", dossier] + Self.documents(number, scratch))
        }
        #expect(try Self.lines("document", dossier).count == 1 + 4 * (1 + Self.count / 2))
        try Self.run(["verify", dossier])
    }

    /// The paths of four small documents.
    private static func documents(_ number: Int, _ scratch: Scratch) throws -> [String] {
        try (1...4).map { part in
            try scratch.file(
                "\(number)-\(part).txt",
                "Chile and Peru signed a treaty in \(1900 + number % 100). "
                    + "Peru sent \(number * 4 + part) teachers to Chile.")
        }
    }

    private static func note(_ report: String, _ number: Int, _ dossier: String) -> [String] {
        ["decide", "note", dossier, report, "--reason", "note \(number)", "--author", "Ana"]
    }

    private static func run(_ words: [String]) throws {
        let done = try ChanceryProcess(words)
        try #require(done.status == 0, "\(words): \(done.errors)")
    }

    private static func time(_ body: () throws -> Void) rethrows -> Double {
        let start = Date()
        try body()
        return Date().timeIntervalSince(start)
    }

    /// Starts the command and ends it without warning.
    private static func kill(_ words: [String], after seconds: Double) throws {
        let process = Process()
        process.executableURL = try ChanceryProcess.binary()
        process.arguments = words
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        Thread.sleep(forTimeInterval: seconds)
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// The lines of a kind in the export.
    private static func lines(_ kind: String, _ dossier: String) throws -> Set<Substring> {
        Set(try exported(dossier).filter { $0.contains("\"kind\":\"\(kind)\"") })
    }

    private static func reports(_ dossier: String) throws -> [String] {
        try exported(dossier).filter { $0.contains("\"kind\":\"event\"") }.compactMap { line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            return object?["id"] as? String
        }
    }

    private static func exported(_ dossier: String) throws -> [Substring] {
        let done = try ChanceryProcess(["export", dossier, "--format", "jsonl"])
        try #require(done.status == 0, "\(done.errors)")
        return done.output.split(separator: "\n")
    }
}

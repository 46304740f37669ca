import Foundation
import Record

/// What is said beside the result, on standard error.
enum StandardError {
    /// One message, `chancery: …`, a line for each of its own; a document's words in it are made harmless.
    static func say(_ message: String) {
        for line in message.split(whereSeparator: \.isNewline) {
            write("chancery: \(SafeText.oneLine(String(line)))\n")
        }
    }

    private static func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}

/// Says how far a run has come, where somebody watches and has waited for two seconds.
struct Progress {
    private let isWatched: Bool
    private let unit: String
    private let clock = ContinuousClock()
    private let started: ContinuousClock.Instant
    private var next: ContinuousClock.Instant
    private var hasSpoken = false
    private(set) var count = 0

    /// Makes a report on things of a sort, in the plural.
    init(_ unit: String, isWatched: Bool = Terminal.hasWatchedErrors) {
        self.unit = unit
        self.isWatched = isWatched
        started = clock.now
        next = started + .seconds(2)
    }

    /// One more is done.
    mutating func advance() {
        count += 1
        guard isWatched, clock.now >= next else { return }
        next = clock.now + .milliseconds(200)
        hasSpoken = true
        FileHandle.standardError.write(Data("\r\(Wording.number(Double(count))) \(unit) …".utf8))
    }

    /// Takes the line away again.
    func end() {
        guard hasSpoken else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    }
}

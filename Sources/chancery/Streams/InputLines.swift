import ChanceryCore
import Foundation

/// The lines of files or of standard input, one at a time.
enum InputLines {
    /// What is wrong with an input of lines.
    struct Fault: InputFault, Hashable {
        /// The file or stream.
        let place: String
        /// The line, counted from 1; nil of a file as a whole.
        let line: Int?
        /// The message, with the place.
        let description: String

        /// A line that is not what it should be.
        static func malformed(_ place: String, _ number: Int, _ what: String) -> Fault {
            Fault(place: place, line: number, description: "\(place):\(number): \(what). The line was left out.")
        }

        /// A file that cannot be read.
        static func unreadable(_ place: String) -> Fault {
            let reason = String(cString: strerror(errno))
            return Fault(place: place, line: nil, description: "\(place): cannot be opened (\(reason)).")
        }
    }

    /// Hands over every line of a file to the byte, without its line end; nil where it is not UTF-8.
    static func exactly(of path: String, _ body: (String?) throws -> Void) throws {
        guard let file = fopen(path, "re") else {
            throw Fault.unreadable(path)
        }
        defer { fclose(file) }
        var buffer: UnsafeMutablePointer<CChar>?
        var capacity = 0
        defer { free(buffer) }
        while true {
            let count = getline(&buffer, &capacity, file)
            guard count >= 0, let start = buffer else { return }
            var bytes = UnsafeRawBufferPointer(start: start, count: count)
            if bytes.last == UInt8(ascii: "\n") { bytes = UnsafeRawBufferPointer(rebasing: bytes.dropLast()) }
            try body(String(validating: bytes, as: UTF8.self))
        }
    }

    /// Hands over every line that is not blank, with its place and its number from 1.
    ///
    /// - Parameters:
    ///   - paths: The files; none is standard input.
    ///   - failed: Takes what could not be opened, or a line that is not UTF-8.
    ///   - body: Takes a line without its line end.
    static func each(
        of paths: [String], failed: (Fault) throws -> Void,
        _ body: (_ place: String, _ number: Int, String) throws -> Void
    ) throws {
        for path in paths.isEmpty ? ["standard input"] : paths {
            guard let file = paths.isEmpty ? fdopen(dup(STDIN_FILENO), "r") : fopen(path, "re") else {
                try failed(.unreadable(path))
                continue
            }
            defer { fclose(file) }
            var buffer: UnsafeMutablePointer<CChar>?
            var capacity = 0
            defer { free(buffer) }
            var number = 0
            while true {
                let count = getline(&buffer, &capacity, file)
                guard count >= 0, let start = buffer else { break }
                number += 1
                let bytes = UnsafeRawBufferPointer(start: start, count: count)
                guard let line = String(validating: bytes, as: UTF8.self) else {
                    try failed(.malformed(path, number, "not UTF-8"))
                    continue
                }
                let trimmed = line.trimmingBlanks()
                if !trimmed.isEmpty { try body(path, number, trimmed) }
            }
        }
    }
}

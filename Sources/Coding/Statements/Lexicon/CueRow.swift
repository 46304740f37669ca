import ChanceryCore
import Foundation

/// One line of a file of cues: fields between colons, with its place for messages.
struct CueRow {
    var fields: [String]
    private var file: String
    private var line: Int

    /// The fields of a line of verbs, for messages.
    static let ofVerbs = "complements, a colon, verbs"

    /// The lines of a resource.
    ///
    /// - Throws: a Foundation error where it is missing, ``StatementError`` where it is not UTF-8 or a line has another
    ///   number of fields.
    static func rows(_ file: String, fields: Int, _ expected: String) throws -> [CueRow] {
        guard let text = String(data: try ModuleResources.data("statements/\(file)"), encoding: .utf8) else {
            throw StatementError.unreadable("statements/\(file)")
        }
        return try rows(in: text, file, fields: fields, expected)
    }

    /// The lines of a file's text; comments and empty ones are left out.
    static func rows(in text: String, _ file: String, fields: Int, _ expected: String) throws -> [CueRow] {
        var found: [CueRow] = []
        for (number, line) in text.pieces(partedBy: "\n", keepsEmpty: true).enumerated() {
            let line = line.trimmingBlanks()
            if line.isEmpty || line.hasPrefix("#") { continue }
            let parts = parts(of: line).map { $0.trimmingBlanks() }
            let row = CueRow(fields: parts, file: "statements/\(file)", line: number + 1)
            guard parts.count == fields else { throw row.fault(expected) }
            found.append(row)
        }
        return found
    }

    /// What stands between colons that a blank follows.
    private static func parts(of line: String) -> [Substring] {
        var parts: [Substring] = []
        let bytes = line.utf8
        var (start, place) = (bytes.startIndex, bytes.startIndex)
        while place < bytes.endIndex {
            let next = bytes.index(after: place)
            if bytes[place] == UInt8(ascii: ":"), next < bytes.endIndex, bytes[next] == UInt8(ascii: " ") {
                parts.append(line[start..<place])
                place = bytes.index(after: next)
                start = place
            } else {
                place = next
            }
        }
        return parts + [line[start...]]
    }

    /// The words of a file that is one list.
    static func words(_ file: String) throws -> Set<String> {
        Set(try rows(file, fields: 1, "words separated by commas").flatMap { $0.list(0) })
    }

    func fault(_ expected: String) -> StatementError {
        .malformedLine(file, line, fields.joined(separator: ": "), expected: expected)
    }

    /// The words of a field, which commas part.
    func list(_ field: Int) -> [String] {
        fields[field].pieces(partedBy: ",").map { $0.trimmingBlanks() }.filter { !$0.isEmpty }
    }

    /// The phrases of a field, each in its words.
    func phrases(_ field: Int) -> [[String]] { list(field).map { $0.split(separator: " ").map(String.init) } }

    /// The class that the first field names.
    func cueClass() throws -> CueClass {
        guard let found = CueClass(rawValue: fields[0]) else {
            throw fault("one of the classes \(CueClass.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return found
    }

    /// Adds what the line says of its words, with the complements in the field before them.
    func add(_ cueClass: CueClass, to entries: inout [String: CueEntry]) throws {
        var frames: [CueFrame] = []
        var marks: [CueEntry.Mark] = []
        for word in fields[fields.count - 2].split(separator: " ") {
            if let mark = CueEntry.Mark(rawValue: String(word)) {
                marks.append(mark)
            } else if let frame = CueFrame(written: word) {
                frames.append(frame)
            } else {
                throw fault("only complements that Documentation/statements.md explains")
            }
        }
        for word in list(fields.count - 1) { entries[word, default: CueEntry()].add(frames, cueClass, marks) }
    }
}

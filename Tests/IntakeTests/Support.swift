import ChanceryCore
import Foundation
import Intake

/// A folder of its own for one test, removed with the value.
final class Scratch {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "chancery-intake-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file and gives its path.
    @discardableResult
    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        let file = "\(path)/\(name)"
        let folder = (file as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        return file
    }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }
}

/// All items of a run.
func read(_ paths: String..., options: DocumentReader.Options = .init()) throws -> [DocumentReader.Element] {
    Array(try DocumentReader(paths: paths, options: options))
}

extension Result where Success == LoadedDocument, Failure == IntakeError {
    var document: Document? { try? get().document }
    var error: IntakeError? {
        if case .failure(let error) = self { return error }
        return nil
    }
}

/// Loaded once: the word lists take a while in a debug build.
let sharedBuilder = Result { try DocumentBuilder() }

/// The document of a text in memory.
func document(_ text: String, _ format: DocumentFormat = .plainText, given: DocumentMetadata = .init()) throws
    -> Document
{
    try sharedBuilder.get().document(named: "test", text: text, format: format, given: given)
}

extension Document {
    /// The words of a span.
    func words(_ span: ByteSpan) -> String {
        String(decoding: Array(text.utf8)[span.start..<span.end], as: UTF8.self)
    }

    /// `kind: body` of every block, for comparison with a table.
    var outline: [String] { blocks.map { "\($0.kind.rawValue): \(words($0.body))" } }

    /// The kinds of the blocks, in order.
    var kinds: [Block.Kind] { blocks.map(\.kind) }

    /// What is wrong with the document's spans: every span lies on code point boundaries, blocks come in order, do not
    /// overlap and hold all that is not blank; bodies, marks and labels lie inside the text.
    var spanFaults: [String] {
        let bytes = Array(text.utf8)
        var faults: [String] = []
        func check(_ span: ByteSpan, _ what: String) {
            guard span.start >= 0, span.end <= bytes.count else { return faults.append("\(what) \(span) is outside") }
            for offset in [span.start, span.end] where offset < bytes.count && bytes[offset] & 0xC0 == 0x80 {
                faults.append("\(what) \(span) cuts a code point")
            }
        }
        var end = 0
        for block in blocks {
            check(block.span, "block")
            check(block.body, "body")
            if let speaker = block.speaker { check(speaker, "speaker") }
            if block.span.isEmpty { faults.append("empty block at \(block.span.start)") }
            if !block.span.contains(block.body) { faults.append("body \(block.body) leaves \(block.span)") }
            for mark in block.noteMarks where !block.span.contains(mark) {
                faults.append("mark \(mark) leaves its block")
            }
            if block.noteMarks != block.noteMarks.sorted() { faults.append("marks out of order") }
            if block.span.start < end { faults.append("block \(block.span) overlaps") }
            if !isBlank(bytes[end..<max(end, block.span.start)]) { faults.append("words lost before \(block.span)") }
            end = max(end, block.span.end)
        }
        if !isBlank(bytes[end...]) { faults.append("words lost at the end") }
        for mark in originMarks { check(mark.span, "origin") }
        return faults
    }

    private func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
        String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy {
            $0.value <= 0x20 || $0.properties.isWhitespace || $0.properties.generalCategory == .format
                || $0.value == 0x7F
        }
    }
}

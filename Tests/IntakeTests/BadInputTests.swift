import CMarkup
import ChanceryCore
import Foundation
import Testing

@testable import Intake

/// Every way a file can be bad that the contract names, and a few more.
@Suite struct BadInputTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var bytes: [UInt8]
        var code: IntakeError.Code
        var offset: Int?
        var says: String
        var testDescription: String { name }
    }

    @Test(arguments: [
        Case(name: "empty.txt", bytes: [], code: .empty, says: "no text"),
        Case(name: "blank.txt", bytes: Array(" \n\t\r\n\u{00A0}".utf8), code: .empty, says: "no text"),
        Case(name: "only-mark.txt", bytes: [0xEF, 0xBB, 0xBF], code: .empty, says: "no text"),
        Case(name: "latin1.txt", bytes: Array("Tiran".utf8) + [0xEB, 0x20], code: .notUTF8, offset: 5, says: "iconv"),
        Case(name: "cut.md", bytes: Array("Tiran".utf8) + [0xC3], code: .notUTF8, offset: 5, says: "byte 5"),
        Case(name: "overlong.txt", bytes: [0x41, 0xC0, 0x80], code: .notUTF8, offset: 1, says: "byte 1"),
        Case(name: "surrogate.txt", bytes: [0x41, 0xED, 0xA0, 0x80], code: .notUTF8, offset: 1, says: "byte 1"),
        Case(
            name: "picture.txt", bytes: [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 13], code: .binary, offset: 4,
            says: "not text"),
        Case(
            name: "archive.txt", bytes: [0x1F, 0x8B, 8, 1, 2, 3, 4, 5, 6, 1, 2, 3], code: .binary, offset: 1,
            says: "not text"),
        Case(
            name: "utf16-unmarked.txt", bytes: Array("Osk and Veldania".utf16).flatMap { [UInt8($0), 0] },
            code: .binary,
            says: "UTF-16LE"),
        Case(name: "utf16-cut.txt", bytes: [0xFF, 0xFE, 0x41, 0, 0x42], code: .notUTF16, offset: 4, says: "byte 4"),
        Case(
            name: "utf16-surrogate.txt", bytes: [0xFE, 0xFF, 0, 0x41, 0xD8, 0, 0, 0x42], code: .notUTF16, offset: 4,
            says: "byte 4"),
        Case(
            name: "charset.html", bytes: Array("<meta charset=klingon><p>Osk".utf8), code: .unknownEncoding,
            says: "klingon"),
        Case(name: "no-words.html", bytes: Array("<script>var a</script>".utf8), code: .empty, says: "no text"),
        Case(name: "report.pdf", bytes: Array("%PDF-1.7".utf8), code: .unsupportedFormat, says: "PDF"),
    ])
    func givesOneClearError(_ bad: Case) throws {
        let scratch = try Scratch()
        let path = try scratch.write(bad.name, bad.bytes)
        let items = try read(path)
        let error = try #require(items.first?.error)
        #expect(items.count == 1)
        #expect(error.code == bad.code)
        #expect(error.byteOffset == bad.offset)
        #expect(error.description.hasPrefix(path + ": "))
        #expect(error.description.contains(bad.says))
    }

    @Test func malformedLinesAreNamedAndTheRunGoesOn() throws {
        let scratch = try Scratch()
        let path = try scratch.write(
            "stream.jsonl",
            Array(
                """
                {"id":"a","text":"Osk spoke."}
                {"id":"b"
                {"id":"c"}
                {"text":"Osk."}
                {"id":"d","text":7}
                [1]

                {"id":"e","text":"Osk.","authors":"Roe"}
                {"id":"f","text":"Osk.","published_on":"last March"}
                {"id":"","text":"Osk."}
                {"id":"g","text":" "}
                {"id":"h","text":"a\\u0000b"}
                {"id":"i","text":"Veldania answered."}
                """.utf8) + [0x0A] + Array("{\"id\":\"j\",\"text\":\"".utf8) + [0xFF] + Array("\"}".utf8))
        let items = try read(path)
        #expect(items.compactMap(\.document?.name) == ["a", "i"])
        let faults = items.compactMap(\.error).map { "\($0.line ?? 0) \($0.code)" }
        #expect(
            faults == [
                "2 malformed-line", "3 malformed-line", "4 malformed-line", "5 malformed-line", "6 malformed-line",
                "8 malformed-line", "9 malformed-line", "10 malformed-line", "11 empty", "12 binary", "14 not-utf8",
            ])
        #expect(items.compactMap(\.error).allSatisfy { $0.description.hasPrefix("\(path):\($0.line ?? 0): ") })
        #expect(items[3].error?.description.contains("\"id\" is missing") == true)
    }

    /// The file is sparse, so writing it costs nothing; its size alone refuses it.
    @Test func hugeFileIsRefusedBeforeItIsRead() throws {
        let scratch = try Scratch()
        let path = try scratch.write("huge.txt", "Osk ")
        #expect(truncate(path, 200 << 20) == 0)
        let items = try read(path)
        #expect(items.map(\.error?.code) == [.tooLarge])
        #expect(items[0].error?.description.contains("64 MiB") == true)
    }

    @Test func hugeLineIsPassedOverInBoundedMemory() throws {
        let scratch = try Scratch()
        let path = try scratch.write("huge.jsonl", "{\"id\":\"a\",\"text\":\"Osk spoke.\"}\n")
        #expect(truncate(path, 200 << 20) == 0)
        let file = try #require(FileHandle(forWritingAtPath: path))
        try file.seekToEnd()
        try file.write(contentsOf: Data("\n{\"id\":\"b\",\"text\":\"Veldania answered.\"}\n".utf8))
        let before = peakMemory()
        let items = try read(path)
        #expect(items.map { $0.document?.name ?? "\($0.error?.line ?? 0)" } == ["a", "2", "b"])
        #expect(items[1].error?.code == .tooLarge)
        #expect(peakMemory() - before < 120 << 20)
    }

    /// The most memory the process ever held, in bytes.
    private func peakMemory() -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return (line?.split(separator: " ").compactMap { Int($0) }.first ?? 0) * 1024
    }

    @Test func lineOverTheLimitIsPassedOver() throws {
        let scratch = try Scratch()
        let long = String(repeating: "x", count: 300)
        let path = try scratch.write(
            "a.jsonl", "{\"id\":\"a\",\"text\":\"\(long)\"}\r\n{\"id\":\"b\",\"text\":\"Osk.\"}")
        let items = try read(path, options: .init(lineLimit: 100))
        #expect(items.map { $0.document?.name ?? "\($0.error?.code.description ?? "")" } == ["too-large", "b"])
    }

    /// Rights bind nobody who is root, so the thread's file system user is changed for the while.
    @Test func folderAndFileWithoutRightsAreNamed() throws {
        let scratch = try Scratch()
        let file = try scratch.write("open/closed.txt", "Osk spoke.")
        try scratch.write("open/readable.txt", "Osk spoke.")
        try scratch.write("open/shut/inside.txt", "Osk spoke.")
        #expect(chmod(scratch.path, 0o755) == 0 && chmod(scratch.path + "/open", 0o755) == 0)
        #expect(chmod(file, 0) == 0 && chmod(scratch.path + "/open/shut", 0) == 0)
        let before = cmarkup_set_file_user(getuid() == 0 ? 65534 : getuid())
        let items = try read(scratch.path + "/open")
        _ = cmarkup_set_file_user(UInt32(bitPattern: before))
        _ = chmod(scratch.path + "/open/shut", 0o755)
        #expect(
            items.map { $0.document?.name ?? $0.error?.place ?? "" } == [
                file, "readable.txt", scratch.path + "/open/shut",
            ])
        #expect(items.compactMap(\.error?.code) == [.unreadable, .unreadable])
        #expect(items[2].error?.description.contains("folder: Permission denied") == true)
    }

    @Test func missingPathAndFolderWithNothingToReadAreNamed() throws {
        let scratch = try Scratch()
        try scratch.write("sub/notes.docx", "x")
        let items = try read(scratch.path + "/absent.txt", scratch.path + "/sub")
        #expect(items.compactMap(\.error?.code) == [.missing, .nothingToRead])
        #expect(items[1].error?.description.contains(".jsonl") == true)
    }
}

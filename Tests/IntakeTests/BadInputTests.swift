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
        Case(
            name: "russian.txt", bytes: [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2], code: .notUTF8, offset: 0,
            says: "--encoding WINDOWS-1251"),
        Case(
            name: "damaged.md", bytes: Array("Tiranë, Gjirokastër, Durrës".utf8) + [0xFF, 0x41], code: .notUTF8,
            offset: 30, says: "byte 30"),
        Case(
            name: "damaged-mark.txt", bytes: [0xEF, 0xBB, 0xBF, 0x41, 0xEB], code: .notUTF8, offset: 4, says: "damaged"),
        Case(name: "overlong.txt", bytes: [0x41, 0xC0, 0x80], code: .notUTF8, offset: 1, says: "byte 1"),
        Case(name: "control.txt", bytes: Array("Osk\u{1} left.".utf8), code: .binary, offset: 3, says: "byte 3"),
        Case(name: "control.md", bytes: Array("Osk\u{B} left.".utf8), code: .binary, offset: 3, says: "byte 3"),
        Case(name: "control.wiki", bytes: Array("Osk\u{1B} left.".utf8), code: .binary, offset: 3, says: "byte 3"),
        Case(name: "surrogate.txt", bytes: [0x41, 0xED, 0xA0, 0x80], code: .notUTF8, offset: 1, says: "byte 1"),
        Case(
            name: "program.txt", bytes: [0x7F, 0x45, 0x4C, 0x46, 0, 0, 0, 13], code: .binary, offset: 4,
            says: "not text"),
        Case(
            name: "utf16-unmarked.txt", bytes: Array("Osk and Veldania".utf16).flatMap { [UInt8($0), 0] },
            code: .binary,
            says: "UTF-16LE"),
        Case(name: "utf16-cut.txt", bytes: [0xFF, 0xFE, 0x41, 0, 0x42], code: .notUTF16, offset: 4, says: "byte 4"),
        Case(
            name: "utf16-surrogate.txt", bytes: [0xFE, 0xFF, 0, 0x41, 0xD8, 0, 0, 0x42], code: .notUTF16, offset: 4,
            says: "byte 4"),
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

                {"id":"e","text":null}
                {"id":"f","text":["Osk."]}
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

    struct Foreign: CustomTestStringConvertible, Sendable {
        var name: String
        var bytes: [UInt8]
        var says: String
        var testDescription: String { name }
    }

    /// By its name and by what it begins with: no other format is read as prose.
    @Test(arguments: [
        Foreign(name: "a.pdf", bytes: Array("%PDF-1.7".utf8), says: "PDF; convert it with pdftotext"),
        Foreign(name: "b.txt", bytes: Array("%PDF-1.7".utf8), says: "pdftotext"),
        Foreign(name: "c.html", bytes: Array("%PDF-1.7".utf8), says: "pdftotext"),
        Foreign(name: "a.docx", bytes: Array("PK\u{3}\u{4}x word/document.xml".utf8), says: "Word document"),
        Foreign(name: "b.txt", bytes: Array("PK\u{3}\u{4}x word/document.xml".utf8), says: "Word document"),
        Foreign(name: "c", bytes: Array("PK\u{3}\u{4}x xl/workbook.xml".utf8), says: "spreadsheet"),
        Foreign(name: "d.txt", bytes: Array("PK\u{3}\u{4}other".utf8), says: "ZIP"),
        Foreign(name: "e.txt", bytes: Array("{\\rtf1 Osk bombed Veldania.}".utf8), says: "RTF"),
        Foreign(name: "f.txt", bytes: [0x1F, 0x8B, 8, 1], says: "unpack"),
        Foreign(name: "g.txt", bytes: [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 13], says: "picture"),
        Foreign(name: "h.eml", bytes: Array("Osk left.".utf8), says: "e-mail"),
        Foreign(
            name: "i.txt", bytes: Array("Received: from osk\r\nFrom: Jana Roe\r\n\r\nOsk bombed Veldania.".utf8),
            says: "e-mail"),
        Foreign(
            name: "j.txt", bytes: Array("From: Jana <jana@osk.example>\nSubject: Osk\n\nOsk left.".utf8), says: "e-mail"
        ),
        Foreign(name: "k.txt", bytes: Array("From jana@osk.example Mon May 4\nTo: x\n\nOsk".utf8), says: "mailbox"),
        Foreign(
            name: "l.txt", bytes: Array("<?xml version=\"1.0\"?>\n<rss><item>Osk left.</item></rss>".utf8), says: "feed"
        ),
        Foreign(name: "m.txt", bytes: Array("<?xml version=\"1.0\"?>\n<TEI>Osk left.</TEI>".utf8), says: "XML"),
        Foreign(name: "n.txt", bytes: Array("{\"id\": \"a\", \"text\": \"Osk left.\"}".utf8), says: "JSON"),
        Foreign(name: "o.json", bytes: Array("[{\"text\": \"Osk left.\"}]".utf8), says: ".jsonl"),
        Foreign(name: "p.csv", bytes: Array("name\nOsk".utf8), says: "comma-separated"),
        Foreign(name: "q.txt", bytes: Array("1,Osk\n2,Veldania\n3,\"Tarn, the city\"\n".utf8), says: "comma-separated"),
        Foreign(name: "r.txt", bytes: Array("id\tname\n1\tOsk\n2\tVeldania\n".utf8), says: "tab-separated"),
    ])
    func otherFormatIsNamedWithWhatToDo(_ file: Foreign) throws {
        let scratch = try Scratch()
        let path = try scratch.write(file.name, file.bytes)
        for given in [path, scratch.path] {
            let items = try read(given)
            #expect(items.map(\.error?.code) == [.unsupportedFormat])
            #expect(items[0].error?.description.hasPrefix(path + ": not read: ") == true)
            #expect(items[0].error?.description.contains(file.says) == true)
        }
    }

    @Test(arguments: [
        "From: the Minister\nTo: the Envoy\nSubject: Osk\n\nOsk left.",
        "Osk, Veldania, Tarn\nleft, came, stayed\nand, so, on",
        "{Osk} left.", "[Osk] left.", "<Osk> left.", "Osk left,\nand came,\nand stayed, and left.",
        "1. Osk\n2. Tarn\n3. Veldania",
    ])
    func proseThatBeginsLikeAnotherFormatIsRead(text: String) throws {
        let scratch = try Scratch()
        #expect(try read(scratch.write("a.txt", text)).first?.document?.text == text)
    }

    @Test func pageAndStreamUnderAnotherNameAreRead() throws {
        let scratch = try Scratch()
        let page = try read(scratch.write("a.txt", "<!DOCTYPE html><html><body><p>Osk left.</p></body></html>")).first?
            .get()
        #expect(page?.document.text == "Osk left.")
        #expect(page?.format == .html)
        let lines = "{\"id\":\"a\",\"text\":\"Osk left.\"}\n{\"id\":\"b\",\"text\":\"Osk came.\"}\n"
        #expect(try read(scratch.write("b.json", lines)).map(\.document?.name) == ["a", "b"])
    }

    @Test func undeclaredWindows1252IsReadAndSaid() throws {
        let scratch = try Scratch()
        let bytes =
            Array("Tiran".utf8) + [0xEB] + Array(" said ".utf8) + [0x93] + Array("no".utf8) + [0x94] + Array(".".utf8)
        let loaded = try #require(try read(scratch.write("a.txt", bytes)).first).get()
        #expect(loaded.document.text == "Tiranë said “no”.")
        #expect(loaded.assumedEncoding == "WINDOWS-1252")
        let named = try #require(
            try read(scratch.write("b.txt", bytes), options: .init(encoding: "windows-1252")).first
        ).get()
        #expect(named.document.text == loaded.document.text)
        #expect(named.assumedEncoding == nil)
        #expect(
            try read(scratch.write("c.txt", bytes), options: .init(encoding: "utf-8")).first?.error?.code == .notUTF8)
    }

    @Test(arguments: [
        ("\"published_on\":\"\"", ""), ("\"published_on\":null", ""), ("\"title\":\" \"", ""), ("\"authors\":[]", ""),
        ("\"authors\":[\"\",null]", ""), ("\"authors\":\"Jana Roe\"", ""),
        ("\"language\":\"\",\"url\":\"\",\"via\":null", ""),
        ("\"published_on\":2024", ""), ("\"published_on\":\"2024-03-09T10:00:00Z\"", ""),
        ("\"language\":\"en_US\"", ""),
        ("\"published_on\":\"last March\"", "published_on"), ("\"published_on\":[1]", "published_on"),
        ("\"published_on\":\"2024-13-41\"", "published_on"), ("\"title\":7", "title"), ("\"authors\":{}", "authors"),
        ("\"language\":\"English\"", "language"),
    ])
    func optionalFieldThatIsWrongIsLeftOut(field: String, fault: String) throws {
        let scratch = try Scratch()
        let path = try scratch.write("a.jsonl", "{\"id\":\"a\",\"text\":\"Osk left.\",\(field)}\n")
        let loaded = try #require(try read(path).first).get()
        #expect(loaded.document.text == "Osk left.")
        #expect(loaded.leftOut.map(\.code) == (fault.isEmpty ? [] : [.malformedField]))
        for error in loaded.leftOut { #expect(error.description.hasPrefix("\(path):1: \"\(fault)\" ")) }
    }

    /// Nested as deep as nobody writes: no reader goes deeper for it.
    @Test(arguments: [
        "> ", "- ", "* ", "{{a|", "[[a|", "{|", "(", "“", "''", "<div>", "<blockquote>", "#", ":", "*", "&amp;", "— ",
        "[", "<ref>",
    ])
    func deepNestingIsReadOrRefused(opening: String) throws {
        for text in [
            String(repeating: opening, count: 4000) + "Osk left.",
            "Osk\n\n" + String(repeating: opening + "Osk\n", count: 2000),
        ] {
            for format in [DocumentFormat.plainText, .markdown, .wikitext] {
                let document = try document(text, format)
                #expect(document.spanFaults == [])
                #expect(DocumentReading(document).texts.count == document.blocks.count)
            }
        }
    }

    /// A label without words behind it ended the program.
    @Test(arguments: [
        "Strength:\u{A0}", "Strength: \u{200B}", "Q:", "Q: ", "A:\u{A0}", "“", "“:”", "Osk —", "— ", ":",
        "“Osk” —\u{A0}",
    ])
    func labelWithNothingBehindItIsText(text: String) throws {
        for before in ["", "Osk left.\n\n", "Osk said:\n\n"] {
            #expect(try document(before + text).spanFaults == [])
        }
    }

    /// The file is sparse, so writing it costs nothing; its size alone refuses it.
    @Test func hugeFileIsRefusedBeforeItIsRead() throws {
        let scratch = try Scratch()
        let path = try scratch.write("huge.txt", "Osk ")
        #expect(truncate(path, 200 << 20) == 0)
        let items = try read(path)
        #expect(items.map(\.error?.code) == [.tooLarge])
        #expect(items[0].error?.description.contains("32 MiB") == true)
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
        try scratch.write("sub/.hidden", "x")
        let items = try read(scratch.path + "/absent.txt", scratch.path + "/sub")
        #expect(items.compactMap(\.error?.code) == [.missing, .nothingToRead])
        #expect(items[1].error?.description.contains(".jsonl") == true)
    }
}

import ChanceryCore
import Foundation
import Testing

@testable import Intake

@Suite struct ReadingTests {
    static let text = "Tiranë heard Osk.\nIt answered."

    struct Encoded: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var bytes: [UInt8]
        var encoding: String?
    }

    @Test(arguments: [
        Encoded(testDescription: "UTF-8", bytes: Array(text.utf8)),
        Encoded(testDescription: "UTF-8 with a mark", bytes: [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
        Encoded(
            testDescription: "UTF-16 LE with a mark",
            bytes: [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
        Encoded(
            testDescription: "UTF-16 BE with a mark",
            bytes: [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }),
        Encoded(
            testDescription: "UTF-16 LE by option", bytes: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
            encoding: "UTF-16LE"),
        Encoded(
            testDescription: "Windows-1252 by option", bytes: text.unicodeScalars.map { UInt8($0.value) },
            encoding: "windows-1252"),
        Encoded(
            testDescription: "a mark stands above the option", bytes: [0xEF, 0xBB, 0xBF] + Array(text.utf8),
            encoding: "windows-1252"),
    ])
    func decodesToTheSameText(_ encoded: Encoded) throws {
        let scratch = try Scratch()
        let path = try scratch.write("a.txt", encoded.bytes)
        let items = try read(path, options: .init(encoding: encoded.encoding))
        let loaded = try #require(try items.first?.get())
        #expect(loaded.document.text == Self.text)
        #expect(loaded.document.hash == Digest.sha256(Self.text))
        #expect(loaded.original == Data(encoded.bytes))
    }

    @Test func lineEndsAndFormsAreKept() throws {
        let scratch = try Scratch()
        let text = "Osk\r\n\r\nCafe\u{301} \u{FB01}n.\r\u{2028}End.\n"
        let path = try scratch.write("a.txt", text)
        let document = try #require(try read(path).first?.document)
        #expect(Array(document.text.unicodeScalars) == Array(text.unicodeScalars))
        #expect(document.spanFaults == [])
    }

    @Test func folderIsWalkedInOrderAndWhatIsNotReadIsNamed() throws {
        let scratch = try Scratch()
        for name in [
            "b.md", "a.txt", "Z.TXT", ".hidden.txt", "c/d.html", "c/a.wiki", ".git/x.txt", "e.docx", "c/a.txt", "notes",
            "c/style.css", "page.html", "page_files/x.txt",
        ] {
            try scratch.write(name, "Osk heard Veldania.")
        }
        let outside = try scratch.write("outside/secret.txt", "Osk.")
        try FileManager.default.createDirectory(atPath: scratch.path + "/in", withIntermediateDirectories: true)
        try scratch.write("in/own.txt", "Osk.")
        try FileManager.default.createSymbolicLink(atPath: scratch.path + "/in/link.txt", withDestinationPath: outside)
        try FileManager.default.createSymbolicLink(atPath: scratch.path + "/in/loop", withDestinationPath: scratch.path)
        func names(_ items: [DocumentReader.Element]) -> [String] {
            items.map { $0.document?.name ?? ($0.error?.place ?? "").replacing(scratch.path + "/", with: "not ") }
        }
        #expect(try names(read(scratch.path + "/in")) == ["not in/link.txt", "not in/loop", "own.txt"])
        // Two files of the run are called a.txt, so both carry their paths below the folder.
        #expect(
            try names(read(scratch.path)) == [
                "Z.TXT", "a.txt", "b.md", "c/a.txt", "a.wiki", "d.html", "not e.docx", "not in/link.txt", "not in/loop",
                "own.txt", "not notes", "secret.txt", "page.html",
            ])
        #expect(try read(scratch.path + "/in/link.txt").map(\.document?.name) == ["link.txt"])
        #expect(try read(scratch.path + "/notes").map(\.document?.name) == ["notes"])
        // Two hidden ones, a style sheet, and what a browser saved beside its page.
        #expect(try DocumentReader(paths: [scratch.path]).makeIterator().passedOver == 4)
    }

    @Test func jsonLinesCarryTheirMetadata() throws {
        let scratch = try Scratch()
        let line = """
            {"id":"a","text":"By Ole Dam\\n\\nOsk heard Veldania on the day of the treaty.","title":"Osk","authors":["Jana Roe"],\
            "publisher":"Osk Herald","published_on":"2024-03","url":"https://osk.example/a","via":"list","language":"en","x":1}
            """
        let path = try scratch.write("a.jsonl", line + "\n")
        let loaded = try #require(try read(path).first?.get())
        #expect(
            loaded.document.metadata
                == DocumentMetadata(
                    title: "Osk", authors: ["Jana Roe"], publisher: "Osk Herald", publishedOn: "2024-03",
                    url: "https://osk.example/a", via: "list", language: "en"))
        #expect(loaded.line == 1)
        #expect(loaded.original == Data(line.utf8))
        #expect(loaded.format == .jsonLines)
    }

    @Test func streamIsReadFromADescriptor() throws {
        let pipe = Pipe()
        try pipe.fileHandleForWriting.write(contentsOf: Data("{\"id\":1,\"text\":\"Osk.\"}\n{\"id\"".utf8))
        try pipe.fileHandleForWriting.close()
        let reader = try DocumentReader(descriptor: pipe.fileHandleForReading.fileDescriptor)
        let items = Array(reader)
        #expect(items.map { $0.document?.name ?? $0.error?.place ?? "" } == ["1", "standard input"])
    }

    @Test func sameFileGivesTheSameDocument() throws {
        let scratch = try Scratch()
        let path = try scratch.write("a.txt", "Osk\n\n" + String(repeating: "Veldania wrote to Osk again. ", count: 40))
        #expect(try read(path).first?.document == read(path).first?.document)
    }
}

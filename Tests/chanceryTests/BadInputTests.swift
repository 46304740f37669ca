import Foundation
import GRDB
import Testing

/// Bad input is one clear message each; what was added before is intact.
@Suite struct BadInputTests {
    static let good = "Osk recognised Veldania in 1988. The two states exchanged ambassadors in May 1990."

    /// The name of a file and its bytes, and what its message must tell.
    static let files: [(name: String, bytes: [UInt8], tells: String)] = [
        ("empty.txt", [], "empty"),
        ("blank.txt", Array(" \n \n".utf8), "no text"),
        ("latin.txt", Array("Osk caf".utf8) + [0xE9, 0x20, 0x61], "UTF-8"),
        ("program.txt", [0x7F, 0x45, 0x4C, 0x46, 0, 0, 1, 2, 0, 0, 0, 3] + [UInt8](repeating: 0, count: 200), "text"),
        ("odd.txt", [0xFF, 0xFE, 0x41, 0x00, 0x42], "UTF-16"),
        ("lines.jsonl", Array("{\"id\": \"a\", \"text\": ".utf8), "lines.jsonl:1"),
        ("keys.jsonl", Array("{\"id\": \"a\"}\n".utf8), "text"),
    ]

    @Test(arguments: files.indices) func badFileIsOneMessageAndTheRunGoesOn(index: Int) throws {
        let (name, bytes, tells) = Self.files[index]
        let scratch = try Scratch()
        let bad = try scratch.file(name, bytes)
        let good = try scratch.file("good.txt", Self.good)
        let dossier = try scratch.dossier()
        let run = try ChanceryProcess(["add", dossier, bad, good])
        #expect(run.status == 1)
        #expect(run.messages.count == 1, "\(run.errors)")
        #expect(run.errors.hasPrefix("chancery: ") && run.errors.contains(name), "\(run.errors)")
        #expect(run.errors.lowercased().contains(tells.lowercased()), "\(run.errors)")
        #expect(run.output.hasPrefix("1 document added"))
        #expect(try ChanceryProcess(["verify", dossier]).status == 0)
    }

    /// A document that cannot be kept is named, and those behind it are added.
    @Test func whatCannotBeKeptIsADocumentsOwnFailure() throws {
        let scratch = try Scratch()
        let lines = """
            {"id":"first","text":"Osk recognised Veldania in 1988."}
            {"id":"odd","text":"Veldania left.","title":"A\\u0000B"}
            {"id":"last","text":"Veldania recognised Osk in 1990."}

            """
        let dossier = try scratch.dossier()
        let run = try ChanceryProcess(["add", dossier, try scratch.file("in.jsonl", lines)])
        #expect(run.status == 1)
        #expect(
            run.messages.count == 1 && run.errors.contains("'odd'") && !run.errors.contains("disk"), "\(run.errors)")
        #expect(run.output.hasPrefix("2 documents added"))
        #expect(try ChanceryProcess(["verify", dossier]).status == 0)
    }

    /// Numbers too long to be finite are no figures, and whatever stands around them is kept.
    @Test func aNumberThatIsNotFiniteIsNoFigure() throws {
        let scratch = try Scratch()
        let long = "Norway sent 1" + String(repeating: ",000", count: 110) + " teachers to Ghana. \(Self.good)"
        let dossier = try scratch.dossier()
        let run = try ChanceryProcess([
            "add", dossier, try scratch.file("long.txt", long), try scratch.file("good.txt", Self.good),
        ])
        #expect(run.status == 0 && run.output.hasPrefix("2 documents added"), "\(run.errors)")
        let exported = try ChanceryProcess(["export", dossier]).output
        #expect(!exported.contains("\"value\":inf") && exported.contains("long.txt"))
    }

    @Test func strictStopsAtTheFirst() throws {
        let scratch = try Scratch()
        let lines = "{\"id\":\"a\",\"text\":\"Osk left.\"}\nnot json\n{\"id\":\"b\",\"text\":\"Osk left.\"}\n"
        let run = try ChanceryProcess(["annotate", "--strict"], input: lines)
        #expect(run.status == 1)
        #expect(run.output.split(separator: "\n").count == 1)
        let lenient = try ChanceryProcess(["annotate"], input: lines)
        #expect(lenient.status == 1)
        #expect(lenient.output.split(separator: "\n").count == 2)
        #expect(lenient.messages.count == 1 && lenient.errors.contains(":2"))
        _ = scratch
    }

    @Test func textWithAUTF16MarkIsRead() throws {
        let scratch = try Scratch()
        var bytes: [UInt8] = [0xFF, 0xFE]
        for unit in Self.good.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        let run = try ChanceryProcess(["annotate", try scratch.file("wide.txt", bytes)])
        #expect(run.status == 0)
        #expect(run.output.hasPrefix("{\"id\":\"wide.txt\",\"tokens\":[{\"start\":0,\"end\":3,\"text\":\"Osk\""))
    }

    @Test(arguments: ["line.txt", "line.jsonl"]) func hugeLineIsRefusedInBoundedMemory(name: String) throws {
        let scratch = try Scratch()
        let path = try scratch.file(name, "")
        let file = try #require(FileHandle(forWritingAtPath: path))
        let piece = Data(String(repeating: "word ", count: 200_000).utf8)
        for _ in 0..<200 { file.write(piece) }
        try file.close()
        let run = try ChanceryProcess(
            ["annotate", path], launcher: ["/bin/bash", "-c", "ulimit -v 3000000; exec \"$0\" \"$@\""])
        #expect(run.status == 1)
        #expect(run.messages.count == 1, "\(run.errors)")
        #expect(run.errors.contains("MiB") || run.errors.contains("limit"), "\(run.errors)")
        #expect(run.output.isEmpty)
    }

    @Test func otherLanguageIsKeptMarkedAndNotCoded() throws {
        let scratch = try Scratch()
        let french = """
            Le gouvernement a annoncé hier que les relations entre les deux pays seraient rétablies dans les prochains \
            mois, et que le ministre se rendrait dans la capitale avec une délégation pour signer un accord.
            """
        let dossier = try scratch.dossier()
        let run = try ChanceryProcess(["add", dossier, try scratch.file("fr.txt", french)])
        #expect(run.status == 0)
        #expect(run.messages.count == 1, "\(run.errors)")
        #expect(run.errors.contains("fr.txt (fr)"))
        let documents = try ChanceryProcess(["documents", dossier])
        #expect(documents.output.contains("fr (kept, not coded)"))
        #expect(documents.output.contains("1 document, 0 reports"))
    }

    /// Root may read everything, so its rights are dropped first.
    @Test(.enabled(if: Launcher.withoutRights != nil, "no rights to drop: neither an ordinary user nor setpriv"))
    func folderWithoutRightsIsOneMessage() throws {
        let scratch = try Scratch()
        let folder = scratch.path("closed")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        _ = try scratch.file("closed/a.txt", Self.good)
        try FileManager.default.setAttributes([.posixPermissions: 0o000], ofItemAtPath: folder)
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder) }
        let run = try ChanceryProcess(["code", folder], launcher: try #require(Launcher.withoutRights))
        #expect(run.status == 1)
        #expect(run.messages.count == 1, "\(run.errors)")
        #expect(run.errors.contains("closed"))
    }
}

/// Ways to start the command with less than the tests may do.
enum Launcher {
    /// The words that start a program without root's rights; nil where that is not possible.
    static let withoutRights: [String]? = {
        guard geteuid() == 0 else { return [] }
        let words = ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
        let canStart = (try? ChanceryProcess(["--version"], launcher: words))?.status == 0
        return canStart ? words : nil
    }()
}

import ChanceryCore
import Foundation
import GRDB
import Testing

/// The whole way on the five accounts of the example.
@Suite struct ExampleTests {
    @Test func reportsAreTheSameTwiceAndOnAnyNumberOfThreads() throws {
        let files = try ChanceryProcess.example
        let once = try ChanceryProcess(["code", "--threads", "1"] + files)
        #expect(once.status == 0, "\(once.errors)")
        #expect(once.output.split(separator: "\n").count > files.count)
        #expect(try ChanceryProcess(["code", "--threads", "2"] + files).output == once.output)
        // Another order of the documents gives the same lines in another order.
        let reversed = try ChanceryProcess(["code", "--threads", "2"] + files.reversed()).output
        #expect(reversed.split(separator: "\n").sorted() == once.output.split(separator: "\n").sorted())
        let entries = try ChanceryProcess(["reconcile"], input: once.output)
        #expect(entries.status == 0 && !entries.output.isEmpty)
        #expect(try ChanceryProcess(["reconcile"], input: reversed).output == entries.output)
    }

    @Test func exportDoesNotDependOnOrderOrThreads() throws {
        let scratch = try Scratch()
        let files = try ChanceryProcess.example
        let one = try scratch.dossier("one.dossier", of: files, threads: 1)
        let two = try scratch.dossier("two.dossier", of: files.reversed(), threads: 2)
        let export = try ChanceryProcess(["export", one])
        #expect(export.status == 0)
        #expect(try ChanceryProcess(["export", two]).output == export.output)
        #expect(try ChanceryProcess(["timeline", one]).output == ChanceryProcess(["timeline", two]).output)

        // Adding all of it again changes nothing; a copy under another name is kept beside the document.
        let again = try ChanceryProcess(["add", one] + files)
        #expect(again.status == 0 && again.output.hasPrefix("0 documents added, 5 known already"), "\(again.output)")
        #expect(try ChanceryProcess(["export", one]).output == export.output)
        let essay = try #require(files.first { $0.hasSuffix("essay.txt") })
        let copy = try scratch.file("copy.txt", try String(contentsOfFile: essay, encoding: .utf8))
        let added = try ChanceryProcess(["add", one, copy])
        #expect(added.output.hasPrefix("0 documents added, 1 copy of known texts"), "\(added.output)")
        #expect(try ChanceryProcess(["documents", one]).output.contains("copy.txt"))
        // Taking the copy out again leads back to the same record.
        #expect(try ChanceryProcess(["remove", one, "copy.txt"]).status == 0)
        #expect(try ChanceryProcess(["export", one]).output == export.output)
        // So does coding everything again.
        #expect(try ChanceryProcess(["recode", one]).status == 0)
        #expect(try ChanceryProcess(["export", one]).output == export.output)
    }

    @Test func everyViewOfTheExampleIsPrintedAndProved() throws {
        let scratch = try Scratch()
        let dossier = try scratch.dossier(of: try ChanceryProcess.example)
        #expect(try ChanceryProcess(["verify", dossier]).status == 0)
        let export = try ChanceryProcess(["export", dossier, "--format", "jsonl"]).output
        #expect(try ChanceryProcess(["verify", try scratch.file("export.jsonl", export)]).status == 0)

        for command in [
            ["timeline", dossier], ["relation", dossier, "Albania", "Palestine"], ["statements", dossier],
            ["figures", dossier], ["entities", dossier], ["documents", dossier], ["search", dossier, "embassy"],
        ] {
            let text = try ChanceryProcess(command)
            #expect(text.status == 0 && text.errors.isEmpty, "\(command): \(text.errors)")
            #expect(!text.output.contains("Nothing here matches"), "\(command)")
            for line in text.output.split(separator: "\n") {
                #expect(line.count <= 80, "\(line)")
            }
            let markdown = try ChanceryProcess(command + ["--format", "markdown"])
            #expect(markdown.output.hasPrefix("## "))
            let json = try ChanceryProcess(command + ["--format", "json"])
            let items = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
            #expect(items?.isEmpty == false, "\(command)")
        }
    }

    @Test func relationOpensWithTheStandingOfTheTwo() throws {
        let scratch = try Scratch()
        let dossier = try scratch.dossier(of: try ChanceryProcess.example)
        let json = try ChanceryProcess(["relation", dossier, "Albania", "Palestine", "--format", "json"]).output
        let items = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
        let standing = items.prefix { $0["kind"] as? String == "standing" }
        #expect(items.dropFirst(standing.count).allSatisfy { $0["kind"] as? String != "standing" })
        func line(_ what: String) throws -> [String: Any] {
            try #require(standing.first { $0["what"] as? String == what }, "no line \(what)")
        }
        let recognition = try line("recognition of Palestine by Albania")
        #expect(recognition["from"] as? String == "1988")
        #expect((recognition["documents"] as? [String])?.count == 4)
        let embassy = try line("embassy of Palestine in Albania · in Tirana")
        #expect(embassy["when"] as? String == "since 1989")
        #expect((embassy["tellings"] as? [[String: Any]])?.count == 3)
        #expect(try line("embassy of Albania in Palestine")["modality"] as? [String] == ["negated"])
        #expect(try line("relations between Albania and Palestine")["from"] as? String == "1990")
        _ = try line("Albania and Palestine, members of Organisation of Islamic Cooperation")

        let text = try ChanceryProcess(["relation", dossier, "Albania", "Iran"]).output
        #expect(
            text.hasPrefix("Albania and Iran\n\n") && text.contains("\n\nRelations\n\nuntil Sep 2022\n"),
            "\(text.prefix(200))")
        let markdown = try ChanceryProcess(["relation", dossier, "Albania", "Iran", "--format", "markdown"]).output
        #expect(markdown.contains("- **until Sep 2022**: relations between Albania and Iran, broken off;"))
    }

    /// `make demo` shows an entry that two documents tell.
    @Test func twoDocumentsTellOfOneThingAndShowExplainsIt() throws {
        let scratch = try Scratch()
        let dossier = try scratch.dossier(of: try ChanceryProcess.example)
        let json = try ChanceryProcess(["timeline", dossier, "--format", "json"]).output
        let items = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
        let shared = items.first { ($0["documents"] as? [String] ?? []).count > 1 && $0["when"] as? String != "" }
        let id = try #require(shared?["id"] as? String, "no dated entry is told by two documents")
        let show = try ChanceryProcess(["show", dossier, String(id.prefix(10))])
        #expect(show.status == 0)
        #expect(show.output.contains("Telling 1 of") && show.output.contains("because"))
        #expect(try ChanceryProcess(["show", dossier, "ffffffffffff"]).status == 1)
    }

    /// What is altered in a copy of the dossier, and what verify must name.
    static let damages: [(sql: String, check: String)] = [
        ("UPDATE documents SET text = replace(text, 'Palestine', 'Palestina') WHERE name = 'essay.txt'", "text"),
        ("UPDATE reports SET line = replace(line, '\"asserted\"', '\"denied\"') WHERE row = 3", "row-hash"),
        ("UPDATE reports SET words = 'other words' WHERE row = 2", "columns"),
        ("DELETE FROM reports WHERE row = 1", "reports"),
        ("UPDATE copies SET original = x'00' WHERE row = 1", "original"),
        ("UPDATE entries SET line = replace(line, '19', '18') WHERE line LIKE '%19%'", "row-hash"),
    ]

    @Test func everyDamageIsNamed() throws {
        let scratch = try Scratch()
        let dossier = try scratch.dossier(of: try ChanceryProcess.example)
        for (place, damage) in Self.damages.enumerated() {
            let copy = scratch.path("copy\(place).dossier")
            try FileManager.default.copyItem(atPath: dossier, toPath: copy)
            let queue = try DatabaseQueue(path: copy)
            try queue.write { try $0.execute(sql: damage.sql) }
            try queue.close()
            let run = try ChanceryProcess(["verify", copy])
            #expect(run.status == 1, "\(damage.sql)")
            #expect(run.output.contains(": \(damage.check): "), "\(damage.sql): \(run.output)")
        }
    }
}

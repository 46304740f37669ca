import Foundation
import Testing

/// What is known of a document is given, corrected and taken away, and what depends on it follows.
@Suite struct DescribeTests {
    @Test func whatDependsOnADocumentsDateFollows() throws {
        let scratch = try Scratch()
        let text = "Norway recognised Ghana last year. Ghana invited Norway."
        let file = try scratch.file("note.txt", text)
        let dossier = try scratch.dossier(of: [file])
        #expect(try !ChanceryProcess(["timeline", dossier]).output.contains("1957"))

        let run = try ChanceryProcess([
            "describe", dossier, "note.txt", "--published-on", "1958-03-01", "--publisher", "The Harbour Review",
            "--author", "Jana Roe", "--author", "Ole Dam",
        ])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("note.txt: published by: not known → The Harbour Review"))
        #expect(run.output.contains("note.txt: by: not known → Jana Roe, Ole Dam"))
        #expect(run.output.contains("Coded again: "))
        #expect(try ChanceryProcess(["timeline", dossier]).output.contains("1957"))
        #expect(try ChanceryProcess(["documents", dossier]).output.contains("The Harbour Review"))
        #expect(try ChanceryProcess(["verify", dossier]).status == 0)

        // The same as if it had been told when it was added.
        #expect(try ChanceryProcess(["add", dossier, file]).output.contains("1 known already"))
        let told = try ChanceryProcess(["describe", dossier, "note.txt", "--publisher", ""])
        #expect(told.output.contains("published by: The Harbour Review → not known"))
        #expect(
            try ChanceryProcess(["describe", dossier, "note.txt", "--publisher", ""]).output.contains("nothing changed")
        )
    }

    @Test func withoutAModelNothingThatIsCodedChanges() throws {
        let scratch = try Scratch()
        let dossier = try scratch.dossier(of: [try scratch.file("note.txt", "Norway recognised Ghana last year.")])
        let before = try ChanceryProcess(["export", dossier]).output
        let none = ["--model", "/nonexistent"]
        let refused = try ChanceryProcess(
            ["describe", dossier, "note.txt", "--publisher", "The Harbour Review"] + none)
        #expect(refused.status != 0)
        #expect(try ChanceryProcess(["export", dossier]).output == before)
        // Where it was found is no part of what is coded.
        let place = try ChanceryProcess(["describe", dossier, "note.txt", "--url", "https://example.org/note"] + none)
        #expect(place.status == 0, "\(place.errors)")
    }

    @Test func sayingMoreOfAKnownTextIsRecorded() throws {
        let scratch = try Scratch()
        let file = try scratch.file("note.txt", "Norway recognised Ghana last year.")
        let dossier = try scratch.dossier(of: [file])
        let run = try ChanceryProcess(["add", dossier, file, "--published-on", "1958", "--publisher", "The Review"])
        #expect(
            run.status == 0 && run.output.contains("1 known document described anew"), "\(run.output) \(run.errors)")
        #expect(try ChanceryProcess(["timeline", dossier]).output.contains("1957"))
        let atOnce = try scratch.dossier("other.dossier")
        _ = try ChanceryProcess(["add", atOnce, file, "--published-on", "1958", "--publisher", "The Review"])
        #expect(try ChanceryProcess(["export", dossier]).output == (try ChanceryProcess(["export", atOnce]).output))
        #expect(try ChanceryProcess(["verify", dossier]).status == 0)
    }

    @Test(arguments: [["--published-on", "soon"], []]) func whatCannotBeSaidIsWrongUsage(words: [String]) throws {
        let scratch = try Scratch()
        let dossier = try scratch.dossier()
        let run = try ChanceryProcess(["describe", dossier, "note.txt"] + words)
        #expect(run.status == 2)
        #expect(try ChanceryProcess(["describe", dossier, "note.txt", "--url", "u"]).status == 1)
    }

    /// The id of an entry that a ruling made obsolete leads on.
    @Test func showLeadsOnFromAFormerEntry() throws {
        let scratch = try Scratch()
        let dossier = try scratch.dossier(of: [
            try scratch.file("a.txt", "Norway recognised Ghana in 1957."),
            try scratch.file("b.txt", "Ghana invited Norway in 1960."),
        ])
        let ids = try ChanceryProcess(["timeline", dossier, "--format", "json"]).output.split(separator: "\n")
            .compactMap { line -> String? in
                let text = line.hasSuffix(",") ? String(line.dropLast()) : String(line)
                let object = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
                return object?["id"] as? String
            }
        try #require(ids.count == 2)
        let merged = try ChanceryProcess(["decide", "merge", dossier] + ids + ["--reason", "one", "--author", "Ana"])
        #expect(merged.status == 0, "\(merged.errors)")
        let shown = try ChanceryProcess(["show", dossier, ids[0]])
        #expect(shown.status == 0 && shown.errors.contains("is now e"), "\(shown.errors)")
        #expect(shown.output.contains("1957") && shown.output.contains("1960"))
    }
}

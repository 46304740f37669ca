import Foundation
import Testing

/// Rulings from the command line, on the five accounts of the example.
@Suite struct DecideTests {
    /// One object a line of a view's JSON.
    private func items(_ words: [String]) throws -> [[String: Any]] {
        let run = try ChanceryProcess(words + ["--format", "json"])
        #expect(run.status == 0, "\(run.errors)")
        return try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
    }

    private func ids(_ dossier: String, _ filters: String...) throws -> [String] {
        try items(["timeline", dossier] + filters).compactMap { $0["id"] as? String }
    }

    private func decide(_ words: [String], by author: String = "Ana Dol") throws -> ChanceryProcess {
        let run = try ChanceryProcess(["decide"] + words + ["--reason", "seen in the archive", "--author", author])
        #expect(run.status == 0, "\(words): \(run.errors)")
        #expect(run.output.hasPrefix("Recorded k"), "\(run.output)")
        return run
    }

    /// The id of the decision that a run recorded.
    private func recorded(_ run: ChanceryProcess) -> String {
        String(run.output.dropFirst("Recorded ".count).prefix { $0 != "," })
    }

    @Test func everyRulingIsRecordedToldAndTakenBack() throws {
        let scratch = try Scratch()
        let dossier = try scratch.dossier(of: try ChanceryProcess.example)
        let before = try ChanceryProcess(["timeline", dossier]).output
        let entries = try items(["timeline", dossier]).filter { $0["kind"] as? String == "event" }
        let events = try entries.prefix(3).map { try #require($0["id"] as? String) }
        let essay = "essay.txt"
        let cases: [([String], String)] = [
            (["accept", dossier, events[0]], "is accepted: entry \(events[0])."),
            (["correct", dossier, events[0], "date", "1987-02"], "date is Feb 1987"),
            (["correct", dossier, events[0], "type", "aid"], "type is AID"),
            (["correct", dossier, events[0], "modality", "claimed"], "modality is claimed"),
            (["correct", dossier, events[0], "actors", "Albania"], "actors are Albania"),
            (["correct", dossier, events[0], "recipients", "Tarn (state TRN)"], "recipients are Tarn (state TRN)"),
            (["merge", dossier, events[1], events[2]], "one entry now: e"),
            (["alias", dossier, "Palestine", "State of Palestine"], "stands for State of Palestine"),
            (["same-origin", dossier, essay, "brief.txt"], "2 documents are of one origin."),
            (["reliability", dossier, "The Harbour Review", "b"], "of reliability B."),
            (["note", dossier, essay], "Noted with 1 document."),
        ]
        var made: [String] = []
        for (words, said) in cases {
            let id = words.count > 2 && words[0] == "correct" ? try home(of: events[0], in: dossier, entries) : ""
            let run = try decide(words.map { $0 == events[0] && !id.isEmpty ? id : $0 })
            #expect(run.output.contains(said), "\(run.output)")
            made.append(recorded(run))
        }
        let timeline = try ChanceryProcess(["timeline", dossier]).output.split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
        #expect(timeline.contains("accepted by Ana Dol") && timeline.contains("corrected by Ana Dol: date is Feb 1987"))
        #expect(timeline.contains("put together by Ana Dol") && timeline.contains("State of Palestine"))
        let show = try ChanceryProcess(["show", dossier, try home(of: events[0], in: dossier, entries)]).output
        #expect(show.contains("Feb 1987: by decision") && show.contains("seen in the archive"))
        // What was coded stands beside it.
        let coded = try #require(show.range(of: "as coded"))
        #expect(show[coded.upperBound...].prefix(300).contains("SUPPORT"))
        #expect(try ChanceryProcess(["documents", dossier]).output.contains("of one origin, by Ana Dol"))
        let origins = try ChanceryProcess(["origins", dossier]).output.split(whereSeparator: \.isWhitespace)
        #expect(origins.joined(separator: " ").contains("reliability of The Harbour Review: B, by Ana Dol"))
        #expect(try ChanceryProcess(["verify", dossier]).status == 0)
        let listed = try items(["decisions", dossier])
        #expect(listed.compactMap { $0["id"] as? String } == made)
        #expect(listed.allSatisfy { $0["standing"] as? String == "in-force" && $0["orphaned"] as? Bool == false })
        // Taken back, all is as it was.
        for id in made.reversed() { #expect(try decide(["undo", dossier, id]).output.contains("Taken back: \(id)")) }
        #expect(try ChanceryProcess(["timeline", dossier]).output == before)
        let last = try #require(try items(["decisions", dossier]).last?["id"] as? String)
        #expect(try decide(["undo", dossier, last]).output.contains("In force again: \(made[0])"))
        #expect(try ChanceryProcess(["verify", dossier]).status == 0)
    }

    /// The entry that now holds the first report of an entry as it was.
    private func home(of entry: String, in dossier: String, _ entries: [[String: Any]]) throws -> String {
        let old = try #require(entries.first { $0["id"] as? String == entry })
        let report = try #require((old["tellings"] as? [[String: Any]])?.first?["report"] as? String)
        let now = try items(["timeline", dossier]).first { item in
            (item["tellings"] as? [[String: Any]])?.contains { $0["report"] as? String == report } == true
        }
        return try #require(now?["id"] as? String)
    }

    @Test func whatIsRejectedIsShownOnlyWhenAskedFor() throws {
        let scratch = try Scratch()
        let dossier = try scratch.dossier(of: try ChanceryProcess.example)
        let entry = try #require(try ids(dossier, "--type", "establish-relations").first)
        // The dossier may come before the ruling, as it does in the other commands.
        let told = try decide([dossier, "reject", entry]).output
        #expect(told.contains("1 report is rejected: entry \(entry); views leave it out."), "\(told)")
        #expect(try !ids(dossier).contains(entry))
        #expect(try ids(dossier, "--rejected").contains(entry))
        #expect(try ChanceryProcess(["timeline", dossier, "--rejected"]).output.contains("rejected by Ana Dol"))
        #expect(try ChanceryProcess(["show", dossier, entry]).output.contains("rejected, by Ana Dol"))
    }

    @Test func aReportIsTakenOutOfItsEntry() throws {
        let scratch = try Scratch()
        let dossier = try scratch.dossier(of: try ChanceryProcess.example)
        let entry = try #require(
            try items(["timeline", dossier]).first { ($0["tellings"] as? [[String: Any]])?.count == 2 })
        let id = try #require(entry["id"] as? String)
        let reports = try #require(entry["tellings"] as? [[String: Any]]).compactMap { $0["report"] as? String }
        #expect(try decide(["split", dossier, id, reports[1]]).output.contains("1 report stands apart now: e"))
        #expect(try !ids(dossier).contains(id))
        let wrong = try ChanceryProcess(["decide", "split", dossier, reports[0], reports[1], "--reason", "x"])
        #expect(wrong.status == 1 && wrong.messages.count == 1 && wrong.errors.contains("is a report"))
    }

    /// What cannot be ruled, and the word that says what can.
    static let refused: [([String], String)] = [
        (["correct", "D", "E", "type", "FIGHT"], "ASSAULT"), (["correct", "D", "E", "date", "soon"], "1996-12"),
        (["correct", "D", "E", "modality", "sure"], "asserted"),
        (["correct", "D", "E", "actors", "Nobody Known"], "(person)"), (["accept", "D", "zzz"], "zzz"),
        (["merge", "D", "E"], "two"), (["reliability", "D", "X", "G"], "A, B, C"),
        (["same-origin", "D", "essay.txt"], "two documents"), (["undo", "D", "k0"], "chancery decisions"),
        (["note", "D", "nothing.txt"], "nothing.txt"), (["alias", "D", "a", "b", "--code", "xy"], "ALB"),
    ]

    @Test func whatCannotBeRuledIsOneMessageThatSaysWhatCan() throws {
        let scratch = try Scratch()
        let dossier = try scratch.dossier(of: try ChanceryProcess.example.filter { $0.hasSuffix(".txt") })
        let entry = try #require(
            try items(["timeline", dossier]).first {
                $0["kind"] as? String == "event" && ($0["tellings"] as? [Any])?.count == 1
            }?["id"] as? String)
        for (words, said) in Self.refused {
            let run = try ChanceryProcess(
                ["decide"] + words.map { $0 == "D" ? dossier : $0 == "E" ? entry : $0 } + ["--reason", "x"])
            #expect(run.status == 1 && run.messages.count == 1 && run.errors.contains(said), "\(words): \(run.errors)")
        }
        #expect(try items(["decisions", dossier]).isEmpty)
        let field = try ChanceryProcess(["decide", "correct", dossier, entry, "actor", "Osk", "--reason", "x"])
        #expect(field.status == 2 && field.errors.contains("Did you mean 'actors'"), "\(field.errors)")
        let silent = try ChanceryProcess(["decide", "accept", dossier, entry])
        #expect(silent.status == 2 && silent.errors.contains("--reason"))
    }

    @Test func copiesAreMergedInEitherOrderAndConflictsAreShown() throws {
        let scratch = try Scratch()
        let hers = try scratch.dossier("hers.dossier", of: try ChanceryProcess.example)
        let his = scratch.path("his.dossier")
        try FileManager.default.copyItem(atPath: hers, toPath: his)
        let told = try items(["timeline", hers, "--type", "open-mission"]).first?["tellings"] as? [[String: Any]]
        let entry = try #require(told?.first?["report"] as? String)
        _ = try decide(["correct", hers, entry, "date", "1989-03"])
        _ = try decide(["accept", hers, entry])
        _ = try decide(["correct", his, entry, "date", "1990"], by: "Ben")
        let files = [scratch.path("hers.jsonl"), scratch.path("his.jsonl")]
        #expect(try ChanceryProcess(["decisions", hers, "--export", files[0]]).output.hasPrefix("2 decisions written"))
        // A whole export will do as well.
        let whole = try ChanceryProcess(["export", his]).output
        _ = try scratch.file("his.jsonl", whole)
        let taken = try ChanceryProcess(["decide", "import", hers, files[1]])
        #expect(taken.status == 0 && taken.output.hasPrefix("1 decision read, 1 new, 1 in conflict"), "\(taken)")
        #expect(try ChanceryProcess(["decide", "import", his, files[0]]).status == 0)
        let export = try ChanceryProcess(["export", hers]).output
        #expect(try ChanceryProcess(["export", his]).output == export)
        // Once more changes nothing.
        #expect(try ChanceryProcess(["decide", "import", his] + files).output.contains(" 0 new"))
        #expect(try ChanceryProcess(["export", his]).output == export)
        let conflicts = try ChanceryProcess(["decisions", hers, "--conflicts"]).output
        #expect(conflicts.contains("Mar 1989") && conflicts.contains("date is 1990") && conflicts.contains("by Ben"))
        #expect(try items(["decisions", hers, "--author", "ben"]).count == 1)
        // What stands in the dossier is what the filter gives from the same lines.
        let lines = export.split(separator: "\n").filter {
            !$0.contains(#""kind":"e"#) || $0.contains(#""kind":"event""#)
        }
        .filter { !$0.contains(#""kind":"copy""#) && !$0.contains(#""kind":"dispute""#) }
        let filtered = try ChanceryProcess(["reconcile"], input: lines.joined(separator: "\n")).output
        let entries = filtered.split(separator: "\n").filter { $0.contains(#""kind":"entry""#) }
        #expect(entries.count == export.split(separator: "\n").count { $0.contains(#""kind":"entry""#) })
        #expect(entries.contains { $0.contains(#""status":"accepted""#) })
    }

    @Test func hostileLinesAreEachOneMessageAndTheRestGoesOn() throws {
        let scratch = try Scratch()
        let dossier = try scratch.dossier(of: try ChanceryProcess.example.filter { $0.hasSuffix("brief.txt") })
        let other = scratch.path("other.dossier")
        try FileManager.default.copyItem(atPath: dossier, toPath: other)
        _ = try decide(["reliability", other, "The Gazette", "B"])
        let sound = try ChanceryProcess(["decisions", other, "--export", "-"]).output
        let line = sound.trimmingCharacters(in: .whitespacesAndNewlines)
        let bad = [
            "no JSON", #"{"kind":"decision"}"#, #"{"kind":"joke"}"#, "[1,2]",
            line.replacing("seen in the archive", with: "forged"),
            line.replacing(#""value":"B""#, with: #""value":"Z""#),
            #"{"kind":"decision","id":"k1","ruling":"destroy","reason":"x","author":"y","recorded_at":"z"}"#,
            String(repeating: "[", count: 20_000),
        ]
        let file = try scratch.file("hostile.jsonl", bad.joined(separator: "\n") + "\n" + line + "\n" + line)
        let run = try ChanceryProcess(["decide", "import", dossier, file])
        #expect(run.status == 1 && run.messages.count == bad.count, "\(run.errors)")
        for number in 1...bad.count { #expect(run.errors.contains("hostile.jsonl:\(number): ")) }
        #expect(run.output.hasPrefix("1 decision read, 1 new"), "\(run.output)")
        #expect(try ChanceryProcess(["verify", dossier]).status == 0)
        #expect(try ChanceryProcess(["decide", "import", dossier, scratch.path("none")]).status == 1)
    }

    @Test func rulingsWhoseWordsAreGoneSaySo() throws {
        let scratch = try Scratch()
        let files = try ChanceryProcess.example.filter { $0.hasSuffix(".txt") }
        let dossier = try scratch.dossier(of: files)
        let told = try items(["figures", dossier]) + items(["statements", dossier])
        let report = try #require(told.first { $0["document"] as? String == "essay.txt" })
        let id = try #require(report["id"] as? String)
        _ = try decide(["accept", dossier, id])
        #expect(try items(["decisions", dossier, "--orphaned"]).isEmpty)
        #expect(try ChanceryProcess(["remove", dossier, "essay.txt"]).status == 0)
        let page = try ChanceryProcess(["decisions", dossier, "--orphaned"]).output
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(page.contains("orphaned: not in the dossier any more: essay.txt") && page.contains("1 orphaned"))
        let grounds = try #require(
            try items(["decisions", dossier]).first?["grounds"] as? [[String: Any]])
        #expect(grounds.first?["missing"] as? String == "document-gone")
        #expect((grounds.first?["words"] as? String)?.isEmpty == false)
        #expect(try ChanceryProcess(["verify", dossier]).status == 0)
    }
}

import Foundation
import Testing

/// What somebody wants to know in the first hour, on the five accounts of the example: the command that answers it, and
/// what the answer must hold.
@Suite struct NewcomerTests {
    /// One thing to find out.
    struct Task: Sendable, CustomTestStringConvertible {
        /// What is wanted.
        var wanted: String
        /// The command's words; `D` stands for the dossier.
        var words: [String]
        /// What the answer holds, without regard to how its lines are broken.
        var holds: [String]
        /// What it must not hold.
        var lacks: [String] = []
        /// How the command ends.
        var status: Int32 = 0
        /// What it says beside the answer.
        var says = ""

        var testDescription: String { wanted }

        init(
            _ wanted: String, _ words: [String], holds: [String] = [], lacks: [String] = [], status: Int32 = 0,
            says: String = ""
        ) {
            self.wanted = wanted
            self.words = words
            self.holds = holds
            self.lacks = lacks
            self.status = status
            self.says = says
        }
    }

    static let tasks: [Task] = [
        Task(
            "how Albania dealt with the PLO, by the short name the texts use", ["relation", "D", "Albania", "PLO"],
            holds: ["Albania and Palestine Liberation Organization", "1970"],
            says: "'PLO' is read as Palestine Liberation Organization."),
        Task(
            "how two capitals dealt with each other", ["relation", "D", "Tirana", "Tehran"],
            holds: ["Albania and Iran", "severed diplomatic relations"], says: "'Tehran' is read as Iran."),
        Task(
            "what Albanians and Israelis did, asked by adjectives",
            ["timeline", "D", "--entity", "Albanian", "--entity", "Israeli", "--to", "1950"],
            holds: ["Albania had recognised Israel in 1949"]),
        Task(
            "what there is on a movement under another name", ["timeline", "D", "--entity", "MEK"],
            holds: ["the MEK, since 2013"], says: "'MEK' is read as People's Mojahedin Organization of Iran."),
        Task(
            "the same under its name with a typographic apostrophe",
            ["timeline", "D", "--entity", "people’s mojahedin"],
            holds: ["the MEK, since 2013"]),
        Task("what a person did, by surname", ["timeline", "D", "--entity", "Arafat"], holds: ["visit"]),
        Task(
            "what there is on a name that was mistyped", ["timeline", "D", "--entity", "Palestne"], status: 1,
            says: "Nobody in this record is called 'Palestne'. Did you mean 'Palestine'"),
        Task(
            "what there is on a state that no text names", ["timeline", "D", "--entity", "Portugal"],
            holds: ["Nothing here matches."], says: "Portugal takes no part in this record."),
        Task(
            "what happened, without what nothing dates", ["timeline", "D", "--undated", "no"],
            holds: ["1949"], lacks: ["No date told", "Some of them were arrested"]),
        Task(
            "what nothing dates", ["timeline", "D", "--undated", "only"],
            holds: ["No date told", "Some of them were arrested"], lacks: ["1949"]),
        Task(
            "who said what about Palestine", ["statements", "D", "--entity", "Palestine", "--sort", "speaker"],
            holds: ["Ilir Vasha", "“Albania recognised Palestine in 1988"]),
        Task(
            "which documents come from one place", ["origins", "D"],
            holds: ["5 documents of 5 origins", "Originally published by The Strait Quarterly"]),
        Task(
            "what one document tells, by a part of its title", ["timeline", "D", "--document", "two embassies"],
            holds: ["invited Ahmad Shuqayri"], lacks: ["Board of Peace"]),
        Task(
            "what two documents both tell", ["compare", "D", "essay", "encyclopedia"],
            holds: [
                "“Two Embassies and a Harbour”", "“Albania–Palestine relations”", "trained thirty Palestinian fighters",
            ]),
        Task(
            "who held which office", ["states", "D", "--type", "holds-office"], holds: ["Fatos Nano", "Prime Minister"]),
        Task(
            "the largest number that can be cited", ["figures", "D", "--sort", "value", "--limit", "1"],
            holds: ["68,700", "Oil Change International", "1 of "]),
        Task(
            "what the texts call a state", ["names", "D", "Iranian"], holds: ["What accounts call Iran", "578–582"]),
        Task(
            "where a phrase stands", ["search", "D", "\"diplomatic relations\""],
            holds: ["established diplomatic relations in 1990"]),
        Task(
            "an event type that was mistyped", ["timeline", "D", "--type", "recognize"], status: 2,
            says: "Did you mean 'recognise'?"),
        Task("a command that was mistyped", ["timelin", "D"], status: 2, says: "Did you mean 'timeline'?"),
        Task(
            "a range that was turned around", ["timeline", "D", "--from", "1990", "--to", "1980"], status: 2,
            says: "Swap them."),
        Task("where accounts differ", ["disputes", "D"], holds: ["dispute d"]),
        Task(
            "what one person said", ["statements", "D", "--by", "Vasha"], holds: ["Ilir Vasha"],
            lacks: ["Ismail Haniyeh"]),
        Task("who has most to do with one another", ["network", "D", "--limit", "1"], holds: ["Albania", "1 of "]),
        Task(
            "a paragraph of a text", ["read", "D", "essay", "--paragraph", "1"],
            holds: ["paragraph 1", "1 part of the text"], lacks: ["paragraph 2"]),
        Task("a paragraph that is none", ["read", "D", "essay", "--paragraph", "999"], holds: ["No such paragraph."]),
    ]

    /// The dossier that the questions are asked of; made once.
    private static let made = Result {
        let scratch = try Scratch()
        let dossier = try scratch.dossier(of: try ChanceryProcess.example)
        // What is doubtful raises no dispute until somebody accepts it.
        let text = try ChanceryProcess(["timeline", dossier, "--format", "json"]).output
        let items = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
        let doubtful = items.filter { $0["doubtful"] as? Bool == true }.compactMap { $0["id"] as? String }
        let accepted = try ChanceryProcess(
            ["decide", "accept", dossier] + doubtful + ["--reason", "read", "--author", "Ana Dol"])
        #expect(doubtful.isEmpty || accepted.status == 0, "\(accepted.errors)")
        return (scratch, dossier)
    }

    private static func dossier() throws -> String { try made.get().1 }

    @Test(arguments: tasks) func aQuestionIsAnswered(task: Task) throws {
        let dossier = try Self.dossier()
        let run = try ChanceryProcess(task.words.map { $0 == "D" ? dossier : $0 })
        #expect(run.status == task.status, "\(run.errors)")
        let output = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for words in task.holds { #expect(output.contains(words), "\(words) in \(run.output)") }
        for words in task.lacks { #expect(!output.contains(words), "\(words) in \(run.output)") }
        #expect(task.says.isEmpty || run.errors.contains(task.says), "\(run.errors)")
        if task.status != 0 { #expect(run.output.isEmpty && run.messages.count == 1, "\(run.errors)") }
    }

    /// Whatever has an id can be cited if words stand behind it, in the form that is wanted.
    @Test func anEntryIsCited() throws {
        let dossier = try Self.dossier()
        let text = try ChanceryProcess(["timeline", dossier, "--format", "json", "--limit", "1"]).output
        let id = try #require(text.firstMatch(of: /"id":"(e[0-9a-f]+)"/)).1
        let footnote = try ChanceryProcess(["cite", dossier, String(id)])
        #expect(footnote.status == 0)
        #expect(footnote.output.contains("“"))
        #expect(try ChanceryProcess(["cite", dossier, String(id), "--style", "bibtex"]).output.hasPrefix("@misc{"))
        let csl = try ChanceryProcess(["cite", dossier, String(id), "--style", "csl"]).output
        let items = try JSONSerialization.jsonObject(with: Data(csl.utf8)) as? [[String: Any]]
        #expect(items?.isEmpty == false)
        #expect(items?.allSatisfy { $0["title"] is String } == true)
        let wrong = try ChanceryProcess(["cite", dossier, String(id), "--style", "ris"])
        #expect(wrong.status == 2)
        let dispute = try #require(
            try ChanceryProcess(["disputes", dossier, "--format", "json"]).output
                .firstMatch(of: /"id":"(d[0-9a-f]+)"/)
        ).1
        let refused = try ChanceryProcess(["cite", dossier, String(dispute)])
        #expect(refused.status == 2)
        #expect(refused.errors.contains("entries and reports can be cited"), "\(refused.errors)")
    }

    /// An entry is found, cited in Markdown, and asked why it was coded so.
    @Test func anEntryIsCitedAndExplained() throws {
        let dossier = try Self.dossier()
        let id = try id(in: ["timeline", dossier, "--entity", "Shuqayri"])
        let cited = try ChanceryProcess(["timeline", dossier, "--entity", "Shuqayri", "--format", "markdown"]).output
        #expect(cited.contains("[^1]: “In 1967 Foreign Minister Behar Shtylla invited Ahmad Shuqayri"))
        #expect(cited.contains("The Harbour Review, 14 May 2025, characters 332–464"))
        let shown = try ChanceryProcess(["show", dossier, String(id.prefix(6))]).output
        #expect(shown.contains("AGREE-invite-01") && shown.contains("“invited”"))
    }

    /// Every id that a view prints is taken by `show`.
    @Test func everyPrintedIDIsShown() throws {
        let dossier = try Self.dossier()
        let views = ["timeline", "states", "statements", "figures", "disputes", "origins", "documents"]
        for view in views {
            let text = try ChanceryProcess([view, dossier, "--format", "json"]).output
            let items = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
            let ids = items.compactMap { ($0["id"] ?? $0["hash"]) as? String }
            let first = try #require(ids.first, "\(view)")
            for id in Set([first, ids.last ?? first]) {
                let run = try ChanceryProcess(["show", dossier, id, "--format", "json"])
                #expect(run.status == 0, "\(view) \(id): \(run.errors)")
                #expect(run.output.contains(id))
            }
        }
    }

    /// A wrong entry is rejected, found among what was rejected, and brought back.
    @Test func aRejectionIsTakenBack() throws {
        let scratch = try Scratch()
        let dossier = try scratch.dossier(of: try ChanceryProcess.example.filter { $0.hasSuffix("essay.txt") })
        let before = try ChanceryProcess(["timeline", dossier]).output
        let id = try id(in: ["timeline", dossier, "--entity", "Shuqayri"])
        let reason = ["--reason", "a slip of the pen", "--author", "Ana Dol"]
        #expect(try ChanceryProcess(["decide", "reject", dossier, String(id.prefix(5))] + reason).status == 0)
        #expect(try !ChanceryProcess(["timeline", dossier]).output.contains("Shuqayri · invite"))
        #expect(try ChanceryProcess(["timeline", dossier, "--rejected"]).output.contains("rejected by Ana Dol"))
        let decision = try self.id(in: ["decisions", dossier])
        let shown = try ChanceryProcess(["show", dossier, String(decision.prefix(5))])
        #expect(shown.status == 0 && shown.output.contains("a slip of the pen"), "\(shown.errors)")
        #expect(try ChanceryProcess(["decide", "undo", dossier, String(decision.prefix(5))] + reason).status == 0)
        #expect(try ChanceryProcess(["timeline", dossier]).output == before)
    }

    /// What was exported is proved without the dossier.
    @Test func anExportIsProved() throws {
        let scratch = try Scratch()
        let export = try ChanceryProcess(["export", try Self.dossier()])
        let file = try scratch.file("export.jsonl", export.output)
        #expect(try ChanceryProcess(["verify", file]).status == 0)
        #expect(try ChanceryProcess(["verify", try Self.dossier()]).status == 0)
    }

    /// The id of the first item of a view.
    private func id(in words: [String]) throws -> String {
        let text = try ChanceryProcess(words + ["--format", "json"]).output
        let items = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
        return try #require(items.first?["id"] as? String)
    }
}

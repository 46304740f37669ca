import Foundation
import Testing

/// Exit statuses and messages: 0 done, 1 some input failed, 2 wrong usage.
@Suite struct UsageTests {
    @Test(arguments: [
        ["--nonsense"], ["nonsense"], ["timeline"], ["timeline", "a.dossier", "--from", "yesterday"],
        ["timeline", "a.dossier", "--format", "xml"], ["add", "a.dossier"], ["code", "--threads", "0"],
        ["relation", "a.dossier", "Osk"], ["add", "a.dossier", "b.txt", "--published-on", "May"],
        ["search", "a.dossier", "word", "--limit", "0"],
    ]) func wrongUsageIsTwoAndSaidOnStandardError(words: [String]) throws {
        let run = try ChanceryProcess(words)
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix("chancery: "))
    }

    @Test func versionIsPrinted() throws {
        let run = try ChanceryProcess(["--version"])
        #expect(run.status == 0)
        #expect(run.output.contains("."))
    }

    @Test(arguments: ["timeline", "documents", "verify", "export"])
    func dossierThatIsNotThereIsOneMessage(command: String) throws {
        let run = try ChanceryProcess([command, "/nowhere/at-all.dossier"])
        #expect(run.status == 1)
        #expect(run.messages.count == 1)
        #expect(run.errors.contains("/nowhere/at-all.dossier"))
    }

    @Test func newDoesNotOverwrite() throws {
        let scratch = try Scratch()
        let file = try scratch.file("mine.txt", "mine")
        let run = try ChanceryProcess(["new", file])
        #expect(run.status == 1)
        #expect(run.messages.count == 1)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
    }

    @Test func missingModelIsOneMessageThatSaysWhatToDo() throws {
        let scratch = try Scratch()
        let text = try scratch.file("a.txt", "Osk left.")
        for run in [
            try ChanceryProcess(["annotate", text, "--model", scratch.path("none")]),
            try ChanceryProcess(["annotate", text], environment: ["CHANCERY_MODEL": scratch.path("none")]),
        ] {
            #expect(run.status == 1)
            #expect(run.messages.count == 1)
            #expect(run.errors.contains("make setup"))
        }
    }

    @Test func closedPipeIsAQuietSuccess() throws {
        let scratch = try Scratch()
        let text = try scratch.file("a.txt", String(repeating: "Osk recognised Veldania in 1988. ", count: 2000))
        let run = try ChanceryProcess(shell: "$chancery annotate \(text) | head -c 10; echo \" ${PIPESTATUS[0]}\"")
        #expect(run.output.hasSuffix(" 0\n"))
        #expect(run.errors.isEmpty)
    }

    @Test func outputThatCannotBeWrittenIsOneMessage() throws {
        let scratch = try Scratch()
        let text = try scratch.file("a.txt", "Osk recognised Veldania in 1988.")
        let run = try ChanceryProcess(shell: "$chancery annotate \(text) > /dev/full")
        #expect(run.status == 1)
        #expect(run.messages.count == 1)
        #expect(run.errors.contains("standard output"))
    }

    @Test func viewsHaveNoColourInAPipe() throws {
        let scratch = try Scratch()
        let run = try ChanceryProcess(["timeline", try scratch.dossier()], environment: ["TERM": "xterm-256color"])
        #expect(run.status == 0)
        #expect(!run.output.contains("\u{1B}"))
    }

    @Test func codebookCheckNamesEveryFaultWithFileAndLine() throws {
        let scratch = try Scratch()
        let bad = try scratch.file("bad.yaml", "- id: AID-mine-01\n  concept: nonsense\n  verbs: [frob]\n")
        let run = try ChanceryProcess(["codebook", "check", bad])
        #expect(run.status == 1)
        #expect(!run.messages.isEmpty && run.messages.allSatisfy { $0.hasPrefix("chancery: bad.yaml:1: ") })
        #expect(run.errors.contains("'nonsense'"))

        let ours = ChanceryProcess.project.appendingPathComponent("Sources/Coding/Resources/codebook/aid.yaml").path
        #expect(try ChanceryProcess(["codebook", "check", ours]).status == 0)
        let missing = try ChanceryProcess(["codebook", "check", scratch.path("none.yaml")])
        #expect(missing.status == 1)
        #expect(missing.messages.count == 1 && missing.errors.contains("none.yaml"), "\(missing.errors)")
    }
}

import ArgumentParser
import Foundation
import Testing

@testable import Record
@testable import chancery

@Suite struct HelpTests {
    /// Every command, as its words.
    static let commands: [[String]] = paths(of: Chancery.self, [])

    private static func paths(of command: any ParsableCommand.Type, _ words: [String]) -> [[String]] {
        let configuration = command.configuration
        return [words]
            + configuration.subcommands.flatMap { paths(of: $0, words + [$0.configuration.commandName ?? ""]) }
    }

    @Test func commandsAreThoseOfTheDesign() {
        let names = Set(Self.commands.compactMap(\.first))
        #expect(
            names == [
                "annotate", "code", "reconcile", "new", "add", "describe", "remove", "recode", "timeline", "relation",
                "states",
                "statements",
                "figures", "entities", "documents", "search", "show", "disputes", "origins", "names", "compare",
                "network", "read", "cite",
                "verify", "codebook", "export", "decide", "decisions",
                "serve",
            ])
    }

    @Test(arguments: commands) func helpSaysWhatItIsAndGivesAnExample(command: [String]) throws {
        let help = try ChanceryProcess(command + ["--help"])
        #expect(help.status == 0)
        #expect(help.errors.isEmpty)
        #expect(help.output.contains("OVERVIEW: "))
        let name = (["chancery"] + command).joined(separator: " ")
        let example = try #require(help.output.range(of: "Example:\n  chancery "), "\(name)")
        #expect(help.output[example.lowerBound...].contains(name), "\(name)")
    }

    /// Every command line of an example is one that the program takes.
    @Test(arguments: commands) func theExamplesAreTaken(command: [String]) throws {
        // As it was written: the help itself breaks long lines where the terminal ends.
        var type: any ParsableCommand.Type = Chancery.self
        for word in command {
            type = try #require(type.configuration.subcommands.first { $0.configuration.commandName == word })
        }
        let lines = HelpExample.commandLines(in: type.configuration.discussion)
        #expect(!lines.isEmpty)
        for words in lines {
            let words = DecideCommand.ordered(words)
            try CommandWords.check(words)
            _ = try Chancery.parseAsRoot(words)
        }
    }

    @Test(arguments: commands) func manualNamesTheCommand(command: [String]) throws {
        let text = try manual("commands.md")
        #expect(command.isEmpty || text.contains("`\(command.joined(separator: " "))"), "\(command)")
    }

    /// The reference says what the options themselves say, no more and no less. It is written anew by
    /// `CHANCERY_RECORD=1 swift test --filter HelpTests`.
    @Test func everyCommandArgumentAndOptionStandsInTheManual() throws {
        let reference = try ManualReference().markdown
        if ProcessInfo.processInfo.environment["CHANCERY_RECORD"] == "1" {
            try Data(reference.utf8).write(to: Self.documentation.appendingPathComponent("options.md"))
        }
        let written = try manual("options.md")
        let differing = zip(
            reference.split(separator: "\n", omittingEmptySubsequences: false),
            written.split(separator: "\n", omittingEmptySubsequences: false)
        ).first { $0 != $1 }
        #expect(
            reference == written,
            "Documentation/options.md is not as the options are, from \(differing?.0 ?? "its end") on: write it anew")
    }

    /// What the pages tell of exists.
    @Test(arguments: ["commands.md", "decisions.md", "formats.md", "intake.md", "dossier.md"])
    func everyOptionThatAPageNamesExists(page: String) throws {
        let known = try ManualReference().options.union(["--help", "--version"])
        let named = try manual(page).matches(of: /--[a-z][a-z-]+/).map { String($0.output) }
        #expect(Set(named).subtracting(known).sorted() == [])
    }

    /// What the options of a filter are for stands on the page as well as in the reference.
    @Test func theManualExplainsTheOptionsOfViews() throws {
        let text = try manual("commands.md")
        let views = [
            "timeline", "relation", "states", "statements", "figures", "entities", "search", "disputes", "show",
        ]
        let reference = try ManualReference()
        for (words, command) in reference.commands where views.contains(String(words.dropFirst("chancery ".count))) {
            for name in (command.arguments ?? []).flatMap({ $0.names ?? [] }) where name.kind == "long" {
                #expect(
                    text.contains("--\(name.name)") || ["help", "version"].contains(name.name),
                    "\(words) --\(name.name)")
            }
        }
    }

    private static let documentation = ChanceryProcess.project.appendingPathComponent("Documentation")

    private func manual(_ page: String) throws -> String {
        try String(contentsOf: Self.documentation.appendingPathComponent(page), encoding: .utf8)
    }
}

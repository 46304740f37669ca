import ArgumentParser
import Foundation
import Testing

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
                "annotate", "code", "reconcile", "new", "add", "describe", "remove", "recode",
                "timeline", "relation", "statements",
                "figures", "entities", "documents", "search", "show", "disputes", "origins", "names", "compare",
                "verify", "codebook", "export", "decide", "decisions",
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

    /// Every command and option stands in the manual.
    @Test(arguments: commands) func manualNamesTheCommand(command: [String]) throws {
        let manual = try String(
            contentsOf: ChanceryProcess.project.appendingPathComponent("Documentation/commands.md"), encoding: .utf8)
        #expect(command.isEmpty || manual.contains("`\(command.joined(separator: " "))"), "\(command)")
    }
}

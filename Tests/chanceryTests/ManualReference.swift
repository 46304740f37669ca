import ArgumentParser
import Foundation

@testable import Record
@testable import chancery

/// Every command with its arguments and options, as the argument library knows them: what the manual's reference says.
struct ManualReference {
    /// One argument or option.
    struct Argument: Decodable {
        struct Name: Decodable {
            var kind: String
            var name: String
        }

        var kind: String
        var abstract: String?
        var valueName: String?
        var names: [Name]?
        var isOptional: Bool
        var isRepeating: Bool
        var shouldDisplay: Bool

        /// As it is typed: `--from DATE`, `DOSSIER`.
        var typed: String {
            let value = (valueName ?? "").uppercased().replacing(" ", with: "-")
            guard kind != "positional" else { return value }
            let options = (names ?? []).map { ($0.kind == "long" ? "--" : "-") + $0.name }.joined(separator: ", ")
            return kind == "flag" ? options : "\(options) \(value)"
        }
    }

    /// One command.
    struct Command: Decodable {
        var commandName: String
        var abstract: String?
        var arguments: [Argument]?
        var subcommands: [Command]?
    }

    private struct Dump: Decodable {
        var command: Command
    }

    /// The commands by their words, in the order of the help, without those that only group others.
    let commands: [(words: String, command: Command)]

    /// Asks the real command.
    init() throws {
        let dump = try ChanceryProcess(["--experimental-dump-help"]).output
        let root = try JSONDecoder().decode(Dump.self, from: Data(dump.utf8)).command
        commands = Self.all(root, []).filter { $0.words != "chancery" && $0.words != "chancery help" }
    }

    private static func all(_ command: Command, _ above: [String]) -> [(words: String, command: Command)] {
        let words = above + [command.commandName]
        return [(words.joined(separator: " "), command)] + (command.subcommands ?? []).flatMap { all($0, words) }
    }

    /// Every option of every command: `--from`.
    var options: Set<String> {
        Set(commands.flatMap { $0.command.arguments ?? [] }.flatMap { $0.names ?? [] }.map { "--" + $0.name })
    }

    /// The reference as the manual has it.
    var markdown: String {
        var lines = [
            "# Every command and option", "",
            "Written from the program's own list of options, and checked against it; [commands.md](commands.md) says what",
            "they are for. `--help` is an option of every command.", "",
        ]
        for (words, command) in commands {
            lines += ["## `\(words)`", "", command.abstract ?? "", ""]
            let arguments = (command.arguments ?? []).filter {
                $0.shouldDisplay && !["help", "version"].contains($0.names?.last?.name ?? "")
            }
            guard !arguments.isEmpty else { continue }
            lines += ["| argument or option | |", "|---|---|"]
            for argument in arguments {
                let more = argument.isRepeating ? " (may be given again)" : ""
                let must = !argument.isOptional && argument.kind == "option" ? " (must be given)" : ""
                let words = (argument.abstract ?? "").replacing("|", with: "\\|")
                lines.append("| `\(argument.typed)`\(more)\(must) | \(words) |")
            }
            lines.append("")
        }
        return lines.joined(separator: "\n")
    }
}

/// The examples that a command's help gives.
enum HelpExample {
    /// The command lines of an example, each as its words, without what the shell does with their output.
    static func commandLines(in help: String) -> [[String]] {
        guard let start = help.range(of: "Example:\n") else { return [] }
        let lines = help[start.upperBound...].split(separator: "\n", omittingEmptySubsequences: false)
            .prefix { $0.hasPrefix("  ") }
        return lines.flatMap { parts(String($0)) }.filter { $0.first == "chancery" }.map { Array($0.dropFirst()) }
    }

    /// A line's commands: what stands between pipes and `&&`, up to a redirection.
    private static func parts(_ line: String) -> [[String]] {
        var parts: [[String]] = [[]]
        var isRedirected = false
        for (word, isQuoted) in words(line) {
            switch word {
            case "|", "&&":
                parts.append([])
                isRedirected = false
            case ">", "<": isRedirected = true
            default:
                if isRedirected, !isQuoted {
                    isRedirected = false
                } else {
                    parts[parts.count - 1].append(word)
                }
            }
        }
        return parts
    }

    /// Words as a shell splits them, with both sorts of quotation marks.
    private static func words(_ line: String) -> [(String, Bool)] {
        var words: [(String, Bool)] = []
        var word = ""
        var quote: Character?
        var isQuoted = false
        for character in line {
            if let open = quote {
                if character == open { quote = nil } else { word.append(character) }
            } else if character == "\"" || character == "'" {
                quote = character
                isQuoted = true
            } else if character == " " {
                if !word.isEmpty || isQuoted { words.append((word, isQuoted)) }
                (word, isQuoted) = ("", false)
            } else {
                word.append(character)
            }
        }
        if !word.isEmpty || isQuoted { words.append((word, isQuoted)) }
        return words
    }
}

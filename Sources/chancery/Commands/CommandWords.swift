import ArgumentParser
import ChanceryCore
import Record

/// What the words of a command line are wrong about, on one line.
enum CommandWords {
    /// Refuses a word that stands where a command or subcommand must.
    ///
    /// - Throws: ``WrongUsage`` with the nearest command.
    static func check(_ words: [String]) throws {
        var command: any ParsableCommand.Type = Chancery.self
        var path = ["chancery"]
        for (place, word) in words.enumerated() {
            let subcommands = command.configuration.subcommands
            if subcommands.isEmpty || word.hasPrefix("-") || word == "help" { return }
            let names = subcommands.compactMap { $0.configuration.commandName }
            guard let next = subcommands.first(where: { $0.configuration.commandName == word }) else {
                var word = word
                var nearest = Nearest.of(word, among: names)
                // 'decide DOSSIER RULING' is another order of the same words.
                if nearest.isEmpty, path.count > 1, place + 1 < words.count {
                    nearest = Nearest.of(words[place + 1], among: names)
                    if !nearest.isEmpty { word = words[place + 1] }
                }
                let what = path.count == 1 ? "command" : "subcommand of '\(path.joined(separator: " "))'"
                throw WrongUsage(
                    "There is no \(what) '\(word)'. "
                        + (nearest.isEmpty ? "" : Nearest.question(nearest) + " ")
                        + "'\(path.joined(separator: " ")) --help' lists them.")
            }
            command = next
            path.append(word)
        }
    }

    /// What the argument library says of wrong usage, on one line: what is wrong, and where help is.
    ///
    /// Its message has the error in the first lines, then usage or the whole help, then which command's help to see.
    static func oneLine(_ message: String) -> String {
        let lines = message.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let opening = "Error: "
        var what = lines.first.map { $0.hasPrefix(opening) ? String($0.dropFirst(opening.count)) : $0 } ?? ""
        if !".?!".contains(what.last ?? " ") { what += "." }
        let command = lines.last { $0.contains("See '") }?.split(separator: "'").dropFirst().first
        return "\(what) '\(command ?? "chancery --help")' tells more."
    }
}

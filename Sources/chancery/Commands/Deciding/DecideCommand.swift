import ArgumentParser

/// Records people's rulings.
struct DecideCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide", abstract: "Records a ruling on the record, with its reason, author and time.",
        discussion: """
            Rulings are only ever added; 'undo' takes one back, and another 'undo' that. They survive coding and \
            reconciling anew. Where two people rule differently on one thing, neither takes effect and both are shown.

            Example:
              chancery decide accept adriatic.dossier e3f91c --reason "read in the archive"
              chancery decide adriatic.dossier accept e3f91c --reason "read in the archive"
            """,
        subcommands: [
            Accept.self, Reject.self, Merge.self, Split.self, Correct.self, Alias.self, SameOrigin.self,
            Reliability.self, Note.self, Undo.self, Import.self,
        ])

    /// The words in the order the parser knows: 'decide DOSSIER accept …' means 'decide accept DOSSIER …'.
    static func ordered(_ words: [String]) -> [String] {
        let names = Set(configuration.subcommands.compactMap { $0.configuration.commandName })
        guard words.count > 2, words[0] == configuration.commandName, !names.contains(words[1]),
            !words[1].hasPrefix("-"), names.contains(words[2])
        else { return words }
        return [words[0], words[2], words[1]] + words.dropFirst(3)
    }
}

import ArgumentParser
import ChanceryCore
import DossierStore
import Record
import Foundation
import Reconciling

/// Prints people's rulings.
struct DecisionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decisions",
        abstract: "Prints the rulings: what, on which words, why, by whom, when, and how each stands.",
        discussion: """
            A ruling is in force, taken back, replaced by a later one of its author, or in conflict with another's. \
            Where words it rests on are gone it is orphaned: shown with them, and never moved onto others.

            Example:
              chancery decisions adriatic.dossier --author "Ana Dol"
              chancery decisions adriatic.dossier --export mine.jsonl
            """)

    @OptionGroup var source: DossierArgument

    @Option(help: ArgumentHelp("Only what this person decided.", valueName: "name"))
    var author: String?

    @Flag(help: "Only rulings whose words are gone.")
    var orphaned = false

    @Flag(help: "Only rulings in conflict, side by side.")
    var conflicts = false

    @Option(help: ArgumentHelp("Write them to a new file as JSON Lines instead; '-' prints them.", valueName: "file"))
    var export: String?

    @OptionGroup var length: LimitOption
    @OptionGroup var form: FormatOption

    func run() throws {
        let dossier = try source.read()
        let rulings = try dossier.rulings()
        var view = try RecordReader(dossier).decisions()
        if let author {
            let folded = NameFolding.fold(author)
            let authors = Set(view.items.map(\.author)).sorted()
            guard authors.contains(where: { NameFolding.fold($0) == folded }) else {
                throw UnknownName.unknown(
                    "Nobody called '\(author)' decided anything here", Nearest.of(author, among: authors),
                    otherwise: authors.isEmpty ? "There is no decision yet." : "There is \(listed(authors)).")
            }
            view.keep { NameFolding.fold($0.author) == folded }
        }
        if orphaned { view.keep { $0.isOrphaned || !$0.missing.isEmpty } }
        if conflicts { view.keep { !$0.conflictsWith.isEmpty } }
        if let export { return try write(view.items.compactMap { rulings.decision($0.id) }, to: export) }
        if conflicts { return try form.print(view.pageOfConflicts(), view.items) }
        try form.print(view, limit: length.limit)
    }

    private func write(_ decisions: [Decision], to path: String) throws {
        let lines = try decisions.map { try JSONLine.encode($0) + "\n" }.joined()
        let output = StandardOutput()
        if path == "-" {
            try output.write(lines)
        } else {
            let file = URL(fileURLWithPath: path)
            guard !FileManager.default.fileExists(atPath: path) else {
                throw Refusal("'\(path)' is already there, and is not overwritten. Choose another name.")
            }
            try Data(lines.utf8).write(to: file, options: .atomic)
            let what = Wording.count(decisions.count, "decision", "decisions")
            try output.line("\(what) written to \(SafeText.oneLine(path)).")
        }
        try output.flush()
    }
}

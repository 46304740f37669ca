import ArgumentParser
import ChanceryCore
import DossierStore
import Record

/// Takes documents out of a dossier.
struct RemoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Takes documents out of a dossier, with their reports.",
        discussion: """
            A name or URL takes out the copy of that name, and the document with its last copy; a hash or a title takes \
            out the document. Decisions stay.

            Example:
              chancery remove adriatic.dossier brief.txt
            """)

    @OptionGroup var target: DossierArgument

    @Argument(
        help: ArgumentHelp(
            "Documents: names, titles, URLs or hashes, or parts that fit no other.", valueName: "document"))
    var names: [String]

    @OptionGroup var run: RunOptions
    @OptionGroup var coding: CodingOptions

    mutating func run() async throws {
        let dossier = try Dossier.open(at: target.dossier)
        var faults = Faults(isStrict: run.strict)
        var removed = 0
        for name in names {
            do {
                let removal = try dossier.remove(named: name)
                if removal.name != name { StandardError.say("'\(name)' is read as \(removal.name).") }
                removed += 1
            } catch {
                // A name that is not there, or that fits several, is bad input; all else ends the run.
                let codes: [DossierError.Code] = [.noSuchItem, .ambiguous]
                guard codes.contains(error.code) else { throw error }
                try faults.tell(error)
            }
        }
        // Where another copy leads now, its date anchors relative dates: only then is the model needed.
        let changed = try dossier.documentsNeedingCoding()
        if !changed.isEmpty {
            _ = try await Recoding(dossier: dossier, coder: try coding.load(), threads: run.threads).run(
                changed, &faults)
        }
        let entries = try dossier.reconcile()
        let output = StandardOutput()
        let count = Wording.count(removed, "document or copy", "documents or copies")
        try output.line("\(count) taken out, \(Wording.count(entries, "entry", "entries")) left.")
        try output.flush()
        try faults.end()
    }
}

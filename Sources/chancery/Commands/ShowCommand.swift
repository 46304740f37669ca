import ArgumentParser
import ChanceryCore
import DossierStore
import Record

/// Prints one thing of the record in full.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract:
            "Prints one entry or report: its words, its rule, and why it was coded so; or whatever else has an id.",
        discussion: """
            Ids stand at the end of every entry of a view; their first four letters are enough where no other id begins \
            so. The id of an entry that is no more, because of a ruling or a further document, leads on to what holds its \
            reports now. Disputes, origins, documents and decisions are shown as their own views show them; a document may be \
            named too, and comes with its footnotes.

            Example:
              chancery show adriatic.dossier e3f91c
              chancery show adriatic.dossier essay.txt
            """)

    @OptionGroup var source: DossierArgument

    @Argument(
        help: ArgumentHelp(
            "The id of an entry, report, dispute, origin, document or decision, or a document's name.", valueName: "id")
    )
    var id: String

    @OptionGroup var form: FormatOption

    func run() throws {
        let dossier = try source.read()
        let reader = RecordReader(dossier)
        let thing = try ShownThing.find(id, in: dossier) { StandardError.say($0) }
        switch thing.kind {
        case .entry, .report:
            let view = try reader.item(id: thing.id)
            try form.print(view.page(), [view])
        case .dispute: try form.print(try reader.dispute(id: thing.id))
        case .origin:
            var view = try reader.origins()
            view.items = view.items.filter { $0.id == thing.id }
            try form.print(view)
        case .document: try form.print(try reader.document(hash: thing.id))
        case .decision:
            var view = try reader.decisions()
            view.keep { $0.id == thing.id }
            try form.print(view)
        }
    }
}

import ArgumentParser
import ChanceryCore
import DossierStore

/// Prints one thing of the record in full.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract:
            "Prints one entry or report: its words, its rule, and why it was coded so; or whatever else has an id.",
        discussion: """
            Ids stand at the end of every entry of a view; their first four letters are enough where no other id begins \
            so. Disputes, origins, documents and decisions are shown as their own views show them; a document may be \
            named too.

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
        let thing = try ShownThing.find(id, in: dossier)
        switch thing.kind {
        case .entry, .report:
            let item = try dossier.item(withID: thing.id)
            let view = ShowView(
                item, texts: try DossierTexts.of(item, in: dossier),
                publishers: try DossierTexts.publishers(of: item, in: dossier), rulings: try dossier.rulings())
            try form.print(view.page(), [view])
        case .dispute: try form.print(DisputesView(of: [try dossier.dispute(withID: thing.id)].compactMap { $0 }))
        case .origin:
            var view = try OriginsCommand.view(of: dossier)
            view.items = view.items.filter { $0.id == thing.id }
            try form.print(view)
        case .document:
            let documents = try dossier.documents().filter { $0.hash == thing.id }
            try form.print(DocumentsView(of: documents, rulings: try dossier.rulings()))
        case .decision:
            var view = try DecisionsCommand.view(of: dossier)
            view.keep { $0.id == thing.id }
            try form.print(view)
        }
    }
}

/// Finds what an id, or the beginning of one, stands for.
enum ShownThing {
    /// The one thing that is meant: what bears the id now, otherwise the document of that name.
    ///
    /// - Throws: ``UnknownName`` where nothing is meant, or more than one thing.
    static func find(_ id: String, in dossier: Dossier) throws -> IdentifiedThing {
        let things = try dossier.things(withID: id)
        if let only = things.first, things.count == 1 { return only }
        if !things.isEmpty {
            let shown = things.prefix(8).map { "\($0.kind.rawValue) \($0.id)" }.joined(separator: ", ")
            throw UnknownName(
                description: "'\(id)' begins \(shown)\(things.count > 8 ? ", …" : ""). Give more of the id.")
        }
        do throws(DossierError) {
            return IdentifiedThing(kind: .document, id: try dossier.document(named: id).document.hash)
        } catch {
            guard error.code == .noSuchItem else { throw error }
            if id.count < Dossier.shortestID {
                throw UnknownName(
                    description: "'\(id)' is too short for an id. Give at least \(Dossier.shortestID) letters of it.")
            }
            throw UnknownName(
                description: "Nothing in this record has an id that begins '\(id)', and no document is called so. "
                    + "Views print the id at the end of every item; 'chancery documents' lists the documents.")
        }
    }
}

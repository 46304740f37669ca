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
        let thing = try ShownThing.find(id, in: dossier)
        switch thing.kind {
        case .entry, .report:
            let item = try dossier.item(withID: thing.id)
            let view = ShowView(
                item, texts: try DossierTexts.of(item, in: dossier),
                publishers: try DossierTexts.publishers(of: item, in: dossier), rulings: try dossier.rulings(),
                try Shelf.of(item.reports, in: dossier))
            try form.print(view.page(), [view])
        case .dispute:
            let disputes = [try dossier.dispute(withID: thing.id)].compactMap { $0 }
            try form.print(DisputesView(of: disputes, try Shelf.of(disputes.flatMap(\.entries), in: dossier)))
        case .origin:
            var view = try OriginsCommand.view(of: dossier)
            view.items = view.items.filter { $0.id == thing.id }
            try form.print(view)
        case .document:
            try form.print(try document(thing.id, in: dossier))
        case .decision:
            var view = try DecisionsCommand.view(of: dossier)
            view.keep { $0.id == thing.id }
            try form.print(view)
        }
    }

    /// What is known of a document, with its footnotes.
    private func document(_ hash: String, in dossier: Dossier) throws -> DocumentsView {
        let held = try dossier.layout(ofHash: hash).map { StoredLayout($0.text, blocks: $0.blocks) }
        let notes = (held?.footnotes ?? []).map {
            Shelf.Footnote(mark: $0.label, words: SafeText.oneLine($0.words))
        }
        return DocumentsView(
            of: try dossier.documents().filter { $0.hash == hash }, rulings: try dossier.rulings(),
            Shelf(try dossier.sources()), footnotes: [hash: notes])
    }
}

/// Finds what an id, or the beginning of one, stands for.
enum ShownThing {
    /// What holds the reports of an entry that is no more; of several all are named.
    private static func successor(of id: String, in dossier: Dossier) throws -> IdentifiedThing? {
        guard id.count >= Dossier.shortestID, let found = try dossier.successors(ofEntry: id) else { return nil }
        guard let first = found.entries.first else {
            throw DossierError.formerEntry(dossier.path, id: found.former)
        }
        guard found.entries.count == 1 else {
            throw DossierError.ambiguous(
                dossier.path, what: "entry into which it went", name: found.former, candidates: found.entries)
        }
        StandardError.say("\(found.former) is now \(first)")
        return IdentifiedThing(kind: .entry, id: first)
    }

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
        if let former = try successor(of: id, in: dossier) { return former }
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

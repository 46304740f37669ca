import ChanceryCore
package import DossierStore

/// Finds what an id, or the beginning of one, stands for.
package enum ShownThing {
    /// What holds the reports of an entry that is no more; of several all are named.
    private static func successor(
        of id: String, in dossier: Dossier, say: (String) -> Void
    ) throws -> IdentifiedThing? {
        guard id.count >= Dossier.shortestID, let found = try dossier.successors(ofEntry: id) else { return nil }
        guard let first = found.entries.first else {
            throw DossierError.formerEntry(dossier.path, id: found.former)
        }
        guard found.entries.count == 1 else {
            throw DossierError.ambiguous(
                dossier.path, what: "entry into which it went", name: found.former, candidates: found.entries)
        }
        say("\(found.former) is now \(first)")
        return IdentifiedThing(kind: .entry, id: first)
    }

    /// The one thing that is meant: what bears the id now, otherwise the document of that name.
    ///
    /// - Throws: ``UnknownName`` where nothing is meant, or more than one thing.
    package static func find(
        _ id: String, in dossier: Dossier, say: (String) -> Void = { _ in }
    ) throws -> IdentifiedThing {
        let things = try dossier.things(withID: id)
        if let only = things.first, things.count == 1 { return only }
        if !things.isEmpty {
            let shown = things.prefix(8).map { "\($0.kind.rawValue) \($0.id)" }.joined(separator: ", ")
            throw UnknownName(
                fact: "'\(id)' begins \(shown)\(things.count > 8 ? ", …" : "").", advice: "Give more of the id.")
        }
        if let former = try successor(of: id, in: dossier, say: say) { return former }
        do throws(DossierError) {
            return IdentifiedThing(kind: .document, id: try dossier.hash(ofDocument: id))
        } catch {
            guard error.code == .noSuchItem else { throw error }
            if id.count < Dossier.shortestID {
                throw UnknownName(
                    fact: "'\(id)' is too short for an id.",
                    advice: "Give at least \(Dossier.shortestID) letters of it.")
            }
            throw UnknownName(
                fact: "Nothing in this record has an id that begins '\(id)', and no document is called so.",
                advice: "Views print the id at the end of every item; 'chancery documents' lists the documents.")
        }
    }
}

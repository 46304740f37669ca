public import ChanceryCore
import GRDB
import Reconciling

/// What describing a document did.
public struct Describing: Hashable, Sendable {
    /// The hash of the document.
    public var documentHash: String
    /// The name of the copy, or copies, that were described.
    public var name: String
    /// What was known of it before.
    public var before: DocumentMetadata
    /// What is known of it now.
    public var after: DocumentMetadata
    /// Whether the document is to be coded again, because it is known by other metadata now (see
    /// ``Dossier/documentsNeedingCoding()``).
    public var needsCoding: Bool
}

extension Dossier {
    /// Says what is known of a document, above what was found when it was read, in one transaction.
    ///
    /// What is said belongs to the copies of the name; where the name is a document's hash, to those of its leading name.
    /// An empty value takes away what was found. What is said stays whatever is added later, and the same copy added
    /// again changes nothing of it.
    ///
    /// - Throws: ``DossierError`` with `noSuchItem`, `ambiguous`, or `invalid` where a date is no EDTF value or a value
    ///   holds a NUL character.
    @discardableResult
    public func describe(named name: String, as description: DocumentDescription) throws(DossierError) -> Describing {
        for (field, value) in [("published_on", description.publishedOn), ("retrieved_on", description.retrievedOn)] {
            if let value, !value.isEmpty, EDTF(value) == nil {
                throw .invalid(path, "'\(value)' is no date for '\(field)'. Write 1996, 1996-12 or 1996-12-05.")
            }
        }
        guard !description.applied(to: DocumentMetadata()).holdsNUL else {
            throw .invalid(path, "a value for '\(name)' holds a NUL character; leave it out.")
        }
        return try writing { db in
            let found = try self.locate(db, document: name)
            let copies = try DocumentCopy.fetchAll(db, documentRow: found.row)
            guard let leader = copies.first else {
                throw DossierError.noSuchItem(self.path, what: "document", name: name)
            }
            let target = copies.contains { $0.name == name } ? name : leader.name
            var kept = copies.filter { $0.name != target }
            for copy in copies where copy.name == target {
                var said = copy
                said.describe(description)
                // Copies that only what was said told apart are one from now on.
                if kept.contains(where: { $0.covers(said) }) {
                    try Self.delete(db, copy: copy, documentRow: found.row)
                    continue
                }
                if said != copy { try Self.replace(db, copy: copy, by: said, documentRow: found.row) }
                kept.append(said)
            }
            let own = { (copies: [DocumentCopy]) in DocumentCopy.leading(copies.filter { $0.name == target })?.metadata
            }
            let needsCoding = try Self.settleCopies(db, documentRow: found.row, rulings: try self.rulings(db))
            return Describing(
                documentHash: found.hash, name: target, before: own(copies) ?? leader.metadata,
                after: own(kept) ?? leader.metadata, needsCoding: needsCoding)
        }
    }
}

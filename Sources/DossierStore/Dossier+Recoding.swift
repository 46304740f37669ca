public import ChanceryCore
import GRDB
import Reconciling

extension Dossier {
    /// Replaces a document's reports, blocks and marks after it was coded again (`recode`), in one transaction.
    ///
    /// - Parameters:
    ///   - document: The document as it is read now from the leading copy's original bytes, under that copy's name;
    ///     what is found of metadata now replaces what was found before.
    ///   - reports: What was coded from it.
    ///   - stamp: The versions it was coded with.
    /// - Returns: The faults of the reports that were not stored.
    /// - Throws: ``DossierError`` with `noSuchItem` where the dossier does not hold this text, and `invalid` where the
    ///   name is not the leading copy's.
    @discardableResult
    public func replaceCoding(
        of document: Document, reports: [Report], stamp: CodingStamp
    ) throws(DossierError) -> [VerificationFault] {
        do {
            return try putCoding(of: document, reports: reports, stamp: stamp)
        } catch {
            throw error.of(document: document.name)
        }
    }

    private func putCoding(
        of document: Document, reports: [Report], stamp: CodingStamp
    ) throws(DossierError) -> [VerificationFault] {
        let checked = try proved(reports, of: document)
        return try writing { db in
            guard let known = try KnownDocument.fetch(db, hash: document.hash), let leader = known.copies.first else {
                throw DossierError.noSuchItem(self.path, what: "document", name: document.name)
            }
            guard leader.name == document.name else {
                throw DossierError.invalid(
                    self.path, "'\(document.name)' does not lead its document, '\(leader.name)' does; recode that.")
            }
            try Self.replace(
                db, document: document, row: known.row, reports: try self.rows(db, of: checked.items), stamp: stamp,
                rulings: try self.rulings(db))
            try Self.updateMetadata(db, known, leader: leader, document: document)
            try Self.settleCopies(db, documentRow: known.row, rulings: try self.rulings(db))
            return checked.faults
        }
    }

    /// A better reader may find a date or publisher that was overlooked: the copy has it from now on, under what was said
    /// of it.
    private static func updateMetadata(
        _ db: Database, _ known: KnownDocument, leader: DocumentCopy, document: Document
    ) throws {
        guard let before = DocumentCopy.leading(known.copies), before.metadata != document.metadata else { return }
        var copy = leader
        copy.read(again: document.metadata)
        guard copy != leader else { return }
        if known.copies.contains(copy) {
            try delete(db, copy: leader, documentRow: known.row)
        } else {
            try replace(db, copy: leader, by: copy, documentRow: known.row)
        }
    }
}

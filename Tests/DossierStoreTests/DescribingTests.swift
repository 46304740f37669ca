import ChanceryCore
import Foundation
import GRDB
import Testing

@testable import DossierStore

@Suite struct DescribingTests {
    private func said(_ change: (inout DocumentDescription) -> Void) -> DocumentDescription {
        var description = DocumentDescription()
        change(&description)
        return description
    }

    /// As a command does: what is known by other metadata is coded again.
    private func describe(_ dossier: Dossier, _ name: String, _ description: DocumentDescription) throws -> Describing {
        let outcome = try dossier.describe(named: name, as: description)
        for hash in try dossier.documentsNeedingCoding() {
            let document = try dossier.document(named: hash).document
            let reports = (document.text == Sample.brief.text ? Sample.briefReports : Sample.essayReports).map {
                report in
                var report = report
                report.document = document.name
                return report
            }
            try dossier.replaceCoding(of: document, reports: reports, stamp: Sample.stamp)
        }
        try dossier.reconcile()
        #expect(try dossier.verify() == [])
        return outcome
    }

    @Test func whatIsSaidStandsAboveWhatWasFound() throws {
        let dossier = try Sample.filled(at: try Sample.path())
        let description = said {
            $0.publisher = "The Herald"
            $0.publishedOn = "1994-02"
            $0.authors = ["Jana Roe"]
            $0.archiveURL = "https://archive.example/1"
            $0.retrievedOn = "2026-01-02"
        }
        let outcome = try describe(dossier, "brief.txt", description)
        #expect(outcome.needsCoding && outcome.before.publisher == "The Gazette")
        let stored = try dossier.document(named: "brief.txt")
        #expect(stored.document.metadata == outcome.after && stored.anchor == "1994-02")
        #expect(stored.document.metadata.publisher == "The Herald" && stored.document.metadata.title == "On brief.txt")
        #expect(stored.document.metadata.archiveURL == "https://archive.example/1")
        #expect(try dossier.documents().first?.line.publisher == "The Herald")
        #expect(Sample.prove(try Sample.export(dossier)) == [])
    }

    @Test func anEmptyValueTakesAwayWhatWasFound() throws {
        let dossier = try Sample.filled(at: try Sample.path())
        _ = try describe(dossier, "brief.txt", said { $0.publisher = "" })
        #expect(try dossier.document(named: "brief.txt").document.metadata.publisher == nil)
        _ = try describe(dossier, "brief.txt", said { $0.publisher = "The Herald" })
        #expect(try dossier.document(named: "brief.txt").document.metadata.publisher == "The Herald")
    }

    @Test func whereACopyWasFoundChangesNothingThatIsCoded() throws {
        let dossier = try Sample.filled(at: try Sample.path())
        let entries = try dossier.entries()
        let outcome = try dossier.describe(named: "brief.txt", as: said { $0.url = "https://osk.example" })
        #expect(try !outcome.needsCoding && !dossier.needsReconciling())
        #expect(try dossier.entries() == entries)
        #expect(try dossier.verify() == [])
    }

    @Test func theSameCopyAddedAgainChangesNothingOfWhatWasSaid() throws {
        let dossier = try Sample.filled(at: try Sample.path())
        _ = try describe(dossier, "brief.txt", said { $0.publisher = "The Herald" })
        let before = try Sample.export(dossier)
        let again = try dossier.add(
            Sample.brief, original: Data(Sample.brief.text.utf8), format: "txt", reports: nil, stamp: Sample.stamp)
        #expect(again.outcome == .unchanged)
        #expect(try Sample.export(dossier) == before)
    }

    @Test func sayingMoreOfAKnownTextIsRecorded() throws {
        let dossier = try Sample.filled(at: try Sample.path())
        var essay = Sample.essay
        essay.metadata.publisher = "Osk Herald"
        let addition = try dossier.add(
            essay, original: Data(essay.text.utf8), format: "txt", found: Sample.essay.metadata,
            described: said { $0.publisher = "Osk Herald" }, reports: Sample.essayReports, stamp: Sample.stamp)
        #expect(addition.outcome == .described && addition.storedReports)
        let summary = try dossier.documents()[1]
        #expect(summary.line.publisher == "Osk Herald" && summary.copies.count == 1)
        try dossier.reconcile()
        #expect(try dossier.verify() == [])
    }

    /// Whatever is said of a text while it is added, and in whatever order.
    @Test func whatIsSaidWhileAddingDependsOnNoOrder() throws {
        let sayings: [DocumentDescription] = [
            said { _ in }, said { $0.publisher = "A" }, said { $0.publisher = "B" }, said { $0.url = "u" },
            said {
                $0.publisher = "A"
                $0.publishedOn = "1990"
            },
        ]
        var exports: Set<[String]> = []
        for turn in sayings.indices {
            let dossier = try Dossier.create(at: try Sample.path())
            let order = sayings.indices.map { ($0 * (turn % 2 == 0 ? 1 : 4) + turn) % sayings.count }
            for index in order {
                var document = Sample.brief
                document.metadata = sayings[index].applied(to: Sample.brief.metadata)
                try dossier.add(
                    document, original: Data(document.text.utf8), format: "txt", found: Sample.brief.metadata,
                    described: sayings[index], reports: Sample.briefReports, stamp: Sample.stamp)
            }
            for hash in try dossier.documentsNeedingCoding() {
                let document = try dossier.document(named: hash).document
                try dossier.replaceCoding(of: document, reports: Sample.briefReports, stamp: Sample.stamp)
            }
            try dossier.reconcile()
            #expect(try dossier.verify() == [])
            exports.insert(try Sample.export(dossier))
        }
        #expect(exports.count == 1)
    }

    /// Two lines of a stream tell of one text under one name; where the leading one is silent the other speaks.
    @Test func copiesOfOneNameFillEachOther() throws {
        let dossier = try Dossier.create(at: try Sample.path())
        var bare = Sample.brief
        bare.metadata.publisher = nil
        bare.metadata.title = nil
        try dossier.add(bare, original: Data("1".utf8), reports: Sample.briefReports, stamp: Sample.stamp)
        let addition = try dossier.add(
            Sample.brief, original: Data("2".utf8), reports: Sample.briefReports, stamp: Sample.stamp)
        #expect(addition.outcome == .copyAdded)
        #expect(try dossier.document(named: "brief.txt").document.metadata.publisher == "The Gazette")
        try dossier.reconcile()
        #expect(try dossier.verify() == [])
    }

    @Test func aFaultySayingIsRefused() throws {
        let dossier = try Sample.filled(at: try Sample.path())
        for description in [said { $0.publishedOn = "soon" }, said { $0.title = "a\0b" }] {
            #expect(throws: DossierError.self) { try dossier.describe(named: "brief.txt", as: description) }
        }
        #expect(throws: DossierError.self) { try dossier.describe(named: "none.txt", as: said { $0.title = "T" }) }
    }

    @Test func theIDOfAnEntryThatIsNoMoreLeadsOn() throws {
        let dossier = try Sample.filled(at: try Sample.path())
        let figure = Sample.teachers()
        let quotation = Sample.quotation()
        let before = try dossier.entryIDs(ofReports: [figure.id])
        let old = try #require(before[figure.id])
        #expect(try dossier.successors(ofEntry: old) == nil)
        var second = Sample.brief
        second.name = "second.txt"
        second.text += " Tiranë sent 1,200 teachers again."
        let document = Sample.text("second.txt", second.text)
        try dossier.add(
            document, original: Data(), reports: [Sample.teachers(in: document)], stamp: Sample.stamp)
        try dossier.record([
            Decision(
                .merge,
                reports: [figure, Sample.teachers(in: document)].map {
                    Decision.Cited(report: $0.id, doc: $0.document, docHash: $0.documentHash, words: "w")
                }, reason: "one", author: "Ana", recordedAt: "2026-01-05T11:00:00Z")
        ])
        try dossier.reconcile()
        let now = try #require(try dossier.entryIDs(ofReports: [figure.id])[figure.id])
        #expect(now != old)
        let found = try #require(try dossier.successors(ofEntry: String(old.prefix(9))))
        #expect(found.former == old && found.entries == [now])
        #expect(try dossier.verify() == [])
        try dossier.remove(named: "brief.txt")
        try dossier.reconcile()
        #expect(try dossier.successors(ofEntry: old)?.entries == [])
        #expect(try dossier.successors(ofEntry: quotation.id) == nil)
        #expect(try dossier.verify() == [])
    }

    /// A dossier of the first format, which knew neither, is brought up to date when it is opened for writing.
    @Test func theFirstFormatIsBroughtUpToDate() throws {
        let path = try Sample.path()
        let dossier = try Sample.filled(at: path)
        let export = try Sample.export(dossier)
        try dossier.close()
        let queue = try DatabaseQueue(path: path)
        try queue.write { db in
            try Sample.forgetQuestions(db)
            try db.execute(sql: "DROP TABLE former_entries")
            try db.execute(sql: "ALTER TABLE reports DROP COLUMN confidence")
            try db.execute(sql: "DELETE FROM grdb_migrations WHERE identifier > '1'")
            try db.execute(sql: "DELETE FROM meta WHERE key = 'record-head'")
            for row in try Row.fetchAll(db, sql: "SELECT row, line FROM documents") {
                var line = try JSONLine.decode(DocumentLine.self, from: row["line"])
                line.copiesHash = nil
                let text = try JSONLine.encode(line)
                try db.execute(
                    sql: "UPDATE documents SET line = ?, row_hash = ? WHERE row = ?",
                    arguments: [text, Digest.sha256(text), row["row"] as Int64])
            }
            try db.execute(sql: "PRAGMA user_version = 1")
        }
        try queue.close()
        #expect(throws: DossierError.self) { try Dossier.open(at: path, readOnly: true) }
        let again = try Dossier.open(at: path)
        #expect(try again.verify() == [])
        try again.reconcile()
        #expect(try again.verify() == [])
        #expect(try Sample.export(again) == export)
    }
}

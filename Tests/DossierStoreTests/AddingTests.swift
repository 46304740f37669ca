import ChanceryCore
import Foundation
import Testing

@testable import DossierStore

@Suite struct AddingTests {
    let bytes = Data(Sample.brief.text.utf8)

    private func add(_ document: Document, to dossier: Dossier) throws -> Addition {
        let reports = document.text == Sample.brief.text ? Sample.briefReports : Sample.essayReports
        let own = reports.map { report in
            var report = report
            report.document = document.name
            return report
        }
        return try dossier.add(
            document, original: Data(document.text.utf8), format: "txt", reports: own, stamp: Sample.stamp)
    }

    @Test func whatWasAddedIsReadBackAsItWas() throws {
        let dossier = try Dossier.create(at: try Sample.path())
        var document = Sample.brief
        document.originMarks = [OriginMark(kind: .agency, name: "Tiranë", span: ByteSpan(33, 40))]
        let addition = try dossier.add(document, original: bytes, reports: Sample.briefReports, stamp: Sample.stamp)
        #expect(addition.outcome == .added && addition.refused.isEmpty && addition.storedReports)
        let stored = try dossier.document(named: "brief.txt")
        #expect(stored.document == document)
        #expect(stored.stamp == Sample.stamp)
        #expect(stored.anchor == "1995-03-01")
        #expect(try dossier.original(of: stored.copies[0]) == bytes)
        #expect(Set(try dossier.reports()) == Set(Sample.briefReports))
    }

    @Test func theSameCopyAgainChangesNothing() throws {
        let dossier = try Sample.filled(at: try Sample.path())
        let before = try Sample.export(dossier)
        #expect(try !dossier.needsReports(toAdd: Sample.brief, original: bytes, format: "txt"))
        let again = try add(Sample.brief, to: dossier)
        #expect(again.outcome == .unchanged && !again.storedReports)
        #expect(try Sample.export(dossier) == before)
        #expect(try !dossier.needsReconciling())
    }

    @Test func theSameTextAgainAddsACopyAndNothingElse() throws {
        let dossier = try Sample.filled(at: try Sample.path())
        let reports = try dossier.reports()
        let entries = try dossier.entries()
        var reprint = Sample.brief
        reprint.name = "reprint.txt"
        reprint.metadata.publishedOn = "1999"
        #expect(try !dossier.needsReports(toAdd: reprint, original: bytes, format: "txt"))
        #expect(try add(reprint, to: dossier).outcome == .copyAdded)
        #expect(try dossier.documents().map(\.copies.count) == [2, 1])
        #expect(try dossier.reports() == reports)
        #expect(try dossier.entries() == entries)
        #expect(try dossier.verify().isEmpty)
    }

    @Test func theEarliestCopyLeadsWhateverTheOrder() throws {
        var first = Sample.brief
        first.name = "original.txt"
        first.metadata.publishedOn = "1991-12"
        var undated = Sample.brief
        undated.name = "a-scrap.txt"
        undated.metadata.publishedOn = nil
        let copies = [Sample.brief, first, undated, Sample.essay]
        var exports: Set<[String]> = []
        for order in [[0, 1, 2, 3], [1, 0, 3, 2], [2, 3, 0, 1], [3, 2, 1, 0]] {
            let dossier = try Dossier.create(at: try Sample.path())
            for index in order { _ = try add(copies[index], to: dossier) }
            try dossier.reconcile()
            #expect(try dossier.document(named: "brief.txt").document.name == "original.txt")
            #expect(try dossier.verify().isEmpty)
            exports.insert(try Sample.export(dossier))
        }
        #expect(exports.count == 1)
    }

    @Test func whatCannotBeProvedIsNotStored() throws {
        let dossier = try Dossier.create(at: try Sample.path())
        let wrong = Sample.teachers(value: 1300)
        let addition = try dossier.add(
            Sample.brief, original: bytes, reports: [Sample.briefReports[0], wrong], stamp: Sample.stamp)
        #expect(addition.refused.map(\.check) == [.number])
        #expect(addition.refused.map(\.item) == [wrong.id])
        #expect(try dossier.reports() == [Sample.briefReports[0]])
        #expect(try dossier.verify().isEmpty)
    }

    @Test func reportsOfAnotherDocumentAreRefusedAndNothingIsStored() throws {
        let dossier = try Dossier.create(at: try Sample.path())
        let error = #expect(throws: DossierError.self) {
            try dossier.add(Sample.brief, original: bytes, reports: Sample.essayReports, stamp: Sample.stamp)
        }
        #expect(error?.code == .invalid)
        #expect(try dossier.documents().isEmpty)
    }

    @Test func aDocumentWhoseTextWasChangedAfterItWasMadeIsRefused() throws {
        let dossier = try Dossier.create(at: try Sample.path())
        var document = Sample.brief
        document.text += " More."
        let error = #expect(throws: DossierError.self) {
            try dossier.add(document, original: bytes, reports: [], stamp: Sample.stamp)
        }
        #expect(error?.code == .invalid)
    }

    @Test func aTextWithNulIsRefused() throws {
        let dossier = try Dossier.create(at: try Sample.path())
        let error = #expect(throws: DossierError.self) {
            try dossier.add(Sample.text("x", "a\0b"), original: Data(), reports: [], stamp: Sample.stamp)
        }
        #expect(error?.code == .invalid)
    }

    @Test func aDocumentGoesWithItsLastCopy() throws {
        let dossier = try Sample.filled(at: try Sample.path())
        var reprint = Sample.brief
        reprint.name = "reprint.txt"
        reprint.metadata.publishedOn = "1999"
        _ = try add(reprint, to: dossier)

        let first = try dossier.remove(named: "brief.txt")
        #expect(!first.removedDocument && first.needsCoding)
        #expect(try dossier.documentsNeedingCoding() == [Sample.brief.hash])
        let stored = try dossier.document(named: "reprint.txt")
        #expect(stored.document.name == "reprint.txt" && stored.anchor == "1999")
        #expect(try dossier.reports(matching: ItemFilter(document: "reprint.txt")).count == 2)
        #expect(try dossier.verify().isEmpty)

        let second = try dossier.remove(named: "reprint.txt")
        #expect(second.removedDocument)
        #expect(try dossier.documents().map(\.name) == ["essay.txt"])
        #expect(try dossier.reports().count == 2)
        #expect(try dossier.search("teachers").reports.isEmpty)
        #expect(try dossier.decisions().count == 2)
        #expect(try dossier.verify().isEmpty)
    }

    @Test func recodingReplacesReportsAndStamp() throws {
        let dossier = try Sample.filled(at: try Sample.path())
        let stamp = CodingStamp(program: "0.2.0", model: "test 1", codebook: "test 2")
        var read = Sample.brief
        read.metadata.publishedOn = "1994"
        let faults = try dossier.replaceCoding(of: read, reports: [Sample.teachers()], stamp: stamp)
        #expect(faults.isEmpty)
        #expect(try dossier.needsReconciling())
        let stored = try dossier.document(named: "brief.txt")
        #expect(stored.stamp == stamp && stored.anchor == "1994" && stored.copies.count == 1)
        #expect(try dossier.reports(matching: ItemFilter(document: "brief.txt")).map(\.report) == [Sample.teachers()])
        #expect(try dossier.verify().isEmpty)
    }

    @Test func aNameOfTwoTextsIsAmbiguous() throws {
        let dossier = try Sample.filled(at: try Sample.path())
        _ = try dossier.add(
            Sample.text("brief.txt", "Other words."), original: Data(), reports: [], stamp: Sample.stamp)
        let error = #expect(throws: DossierError.self) { try dossier.remove(named: "brief.txt") }
        #expect(error?.code == .ambiguous)
        #expect(error?.message.contains(String(Sample.brief.hash.prefix(12))) == true)
        #expect(try dossier.remove(named: String(Sample.brief.hash.prefix(10))).removedDocument)
    }
}

import ChanceryCore
import Foundation
import Testing

@testable import DossierStore

/// A document is found by whatever names it alone, and a thing by the beginning of its id.
@Suite struct LocatingTests {
    private func filled() throws -> Dossier {
        let dossier = try Sample.filled(at: try Sample.path())
        var copy = Sample.brief
        copy.name = "reprint of spring.html"
        copy.metadata.url = "https://www.gazette.example/1995/spring/"
        let reports = Sample.briefReports.map { report in
            var report = report
            report.document = copy.name
            return report
        }
        try dossier.add(
            copy, original: Data(copy.text.utf8), format: "html", reports: reports, stamp: Sample.stamp)
        return dossier
    }

    @Test(arguments: [
        "brief.txt", "brief", "BRIEF.TXT", "spring", "On brief.txt", "on brief", "gazette.example/1995/spring",
        "http://gazette.example/1995/spring", "gazette", String(Sample.brief.hash.prefix(4)), Sample.brief.hash,
    ]) func oneDocumentIsMeant(typed: String) throws {
        #expect(try filled().document(named: typed).document.hash == Sample.brief.hash)
    }

    @Test(arguments: [
        (".txt", DossierError.Code.ambiguous), ("on", .ambiguous), ("nothing.txt", .noSuchItem), ("", .noSuchItem),
        ("%", .noSuchItem), ("b", .noSuchItem),
    ]) func severalOrNoneAreAnError(typed: String, code: DossierError.Code) throws {
        let dossier = try filled()
        let error = #expect(throws: DossierError.self) { try dossier.document(named: typed) }
        #expect(error?.code == code, "\(error?.message ?? "")")
    }

    @Test func theNearestNameIsOffered() throws {
        let dossier = try filled()
        let error = #expect(throws: DossierError.self) { try dossier.document(named: "breif.txt") }
        #expect(error?.message.contains("Did you mean 'brief.txt'") == true)
    }

    @Test func aCopysNameTakesOutTheCopyAndATitleTheDocument() throws {
        let dossier = try filled()
        let copy = try dossier.remove(named: "spring")
        #expect(!copy.removedDocument && copy.name == "reprint of spring.html")
        let document = try dossier.remove(named: "On brief.txt")
        #expect(document.removedDocument && document.name == "brief.txt")
    }

    @Test func aPartThatFitsTwoCopiesOfOneDocumentTakesNeitherOut() throws {
        let dossier = try filled()
        let error = #expect(throws: DossierError.self) { try dossier.remove(named: "r") }
        #expect(error?.code == .noSuchItem)
        #expect(throws: DossierError.self) { try dossier.remove(named: "ri") }
        #expect(try dossier.documents().first { $0.hash == Sample.brief.hash }?.copies.count == 2)
    }

    @Test func everythingThatHasAnIDIsFoundByItsBeginning() throws {
        let dossier = try filled()
        let entry = try #require(try dossier.entries().first)
        let dispute = try #require(try dossier.disputes().first)
        let wanted: [(String, IdentifiedThing.Kind)] = [
            (entry.id, .entry), (Sample.briefReports[0].id, .report), (dispute.id, .dispute),
            (try #require(try dossier.origins().first).id, .origin), (Sample.essay.hash, .document),
            (try #require(try dossier.decisions().first).id, .decision),
        ]
        for (id, kind) in wanted {
            for typed in [id, String(id.prefix(8)).uppercased()] {
                #expect(try dossier.things(withID: typed) == [IdentifiedThing(kind: kind, id: id)])
            }
        }
        #expect(try dossier.dispute(withID: dispute.id)?.dispute.id == dispute.id)
        #expect(try dossier.dispute(withID: "d0") == nil)
        for typed in ["", "e", String(entry.id.prefix(3)), "%%%%", "é1234"] {
            #expect(try dossier.things(withID: typed).isEmpty)
        }
    }
}

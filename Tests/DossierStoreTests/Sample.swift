import ChanceryCore
import Foundation
import GRDB

@testable import DossierStore

/// Small documents with reports made by hand, of invented places.
enum Sample {
    static let stamp = CodingStamp(program: "0.1.0", model: "test 1", codebook: "test 1")

    /// Veldania recognises Osk, with one event and one figure.
    static let brief = text(
        "brief.txt", "In 1991 Veldania recognised Osk. Tiranë sent 1,200 teachers.", publisher: "The Gazette",
        date: "1995-03-01")
    /// The same event told elsewhere under another date, and a statement.
    static let essay = text(
        "essay.txt", "Veldania recognised Osk in 1992. \"We waited long,\" said Ana Vel of Osk.", date: "2001")

    static func text(_ name: String, _ text: String, publisher: String? = nil, date: String? = nil) -> Document {
        Document(
            name: name, text: text,
            metadata: DocumentMetadata(title: "On \(name)", publisher: publisher, publishedOn: date, language: "en"),
            blocks: [Block(kind: .paragraph, span: ByteSpan(0, text.utf8.count))], sketch: [1, 2, 3])
    }

    /// The span of words in a document, in code points.
    static func span(_ words: String, in document: Document) -> CodePointSpan {
        let map = OffsetMap(document.text)
        guard let range = document.text.range(of: words) else { return CodePointSpan(-1, -1) }
        let start = document.text.utf8.distance(from: document.text.startIndex, to: range.lowerBound)
        return map.codePoints(ByteSpan(start, start + words.utf8.count))
    }

    static func party(
        _ name: String, _ code: String, words: String, in document: Document, kind: EntityKind = .state
    ) -> Participant {
        Participant(name: name, code: code, kind: kind, span: span(words, in: document))
    }

    static func recognition(in document: Document, clause: String, year: String) -> Report {
        Report(
            document: document.name, documentHash: document.hash, span: span(clause, in: document),
            content: .event(
                Event(
                    type: "SUPPORT", contexts: ["diplomatic"], concept: "recognise",
                    actors: [party("Veldania", "VEL", words: "Veldania", in: document)],
                    recipients: [party("Osk", "OSK", words: "Osk", in: document)])),
            trigger: span("recognised", in: document),
            date: ReportDate(edtf: year, basis: .stated, evidence: Evidence(span(year, in: document))),
            rule: "SUPPORT-recognise-01", key: "event|SUPPORT")
    }

    static func teachers(in document: Document = brief, value: Double = 1200) -> Report {
        Report(
            document: document.name, documentHash: document.hash,
            span: span("Tiranë sent 1,200 teachers", in: document),
            content: .figure(Figure(value: value, unit: "people", of: "teachers")),
            trigger: span("1,200", in: document), rule: "FIGURE-01", key: "figure|people")
    }

    static func quotation() -> Report {
        let speaker = party("Ana Vel", "OSK", words: "Ana Vel", in: essay, kind: .person)
        return Report(
            document: essay.name, documentHash: essay.hash,
            span: span("\"We waited long,\" said Ana Vel of Osk", in: essay),
            content: .statement(
                Statement(
                    speaker: speaker, form: .direct, cue: "said", cueSpan: span("said", in: essay),
                    contentSpan: span("We waited long,", in: essay))),
            trigger: span("We waited long,", in: essay), rule: "STATEMENT-direct-01", key: "statement|ana vel")
    }

    static var briefReports: [Report] {
        [recognition(in: brief, clause: "In 1991 Veldania recognised Osk", year: "1991"), teachers()]
    }

    static var essayReports: [Report] {
        [recognition(in: essay, clause: "Veldania recognised Osk in 1992", year: "1992"), quotation()]
    }

    /// A path in a folder of its own.
    static func path(_ name: String = "test.dossier") throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dossier-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder.appendingPathComponent(name).path
    }

    /// A dossier with both documents, one dispute about the date, and two decisions.
    static func filled(at path: String) throws -> Dossier {
        let dossier = try Dossier.create(at: path)
        try dossier.add(brief, original: Data(brief.text.utf8), format: "txt", reports: briefReports, stamp: stamp)
        try dossier.add(essay, original: Data(essay.text.utf8), format: "txt", reports: essayReports, stamp: stamp)
        try dossier.record([
            decision(.accept, briefReports[0], reason: "read in the archive"),
            decision(.note, quotation(), reason: "not checked yet"),
        ])
        try dossier.reconcile()
        return dossier
    }

    /// A ruling on one report.
    static func decision(
        _ ruling: Decision.Ruling, _ report: Report, reason: String, author: String = "Ana", at minute: Int = 0
    ) -> Decision {
        Decision(
            ruling,
            reports: [
                Decision.Cited(
                    report: report.id, doc: report.document, docHash: report.documentHash, words: "as it was then")
            ], reason: reason, author: author, recordedAt: "2026-01-05T10:\(minute < 10 ? "0" : "")\(minute):00Z")
    }

    /// Makes a file one of the third format, which knew no questions.
    static func forgetQuestions(_ db: Database) throws {
        for sql in [
            "DROP TABLE report_questions", "DROP TABLE stale_questions", "DROP INDEX disputes_question",
            "ALTER TABLE disputes DROP COLUMN question", "DELETE FROM grdb_migrations WHERE identifier = '4'",
            "PRAGMA user_version = 3",
        ] {
            try db.execute(sql: sql)
        }
    }

    /// The lines of an export.
    static func export(_ dossier: Dossier) throws -> [String] {
        var lines: [String] = []
        try dossier.export { lines.append($0) }
        return lines
    }

    /// Proves the lines of an export.
    static func prove(_ lines: [String]) -> [VerificationFault] {
        var proof = ExportProof()
        for line in lines { proof.read(line) }
        return proof.finish()
    }
}

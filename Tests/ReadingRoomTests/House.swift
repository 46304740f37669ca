import ChanceryCore
import DossierStore
import Foundation
import Testing

@testable import ReadingRoom

/// A room over a small dossier made by hand, about invented places, in documents that mean harm.
struct House {
    let room: Room
    let path: String
    let brief: Document
    let essay: Document

    /// What a hostile document brings: script, handlers, addresses that run, escapes, characters that turn the line around.
    static let hostile =
        "</blockquote><script>alert(1)</script> <img src=x onerror=alert(2)> javascript:alert(3) {{shell.token}} "
        + "{{{shell.token}}} \u{202E}drawkcab\u{202C} \u{1B}[31m &amp; \"'"

    init(pass: String? = nil, helpers: Helpers? = nil) throws {
        brief = Self.document(
            "brief\"><script>.txt", "In 1991 Veldania recognised Osk. \(Self.hostile)", publisher: Self.hostile,
            date: "1995-03-01", url: "javascript:alert(4)")
        essay = Self.document(
            "essay.txt", "Veldania recognised Osk in 1992. \u{1F600} In 1993 Osk thanked Veldania.", publisher: nil,
            date: nil, url: "https://example.org/a?b=1&c=2")
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("room-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.appendingPathComponent("house.dossier").path
        let dossier = try Dossier.create(at: path)
        let stamp = CodingStamp(program: "0", model: "test", codebook: "test")
        for (document, reports) in [
            (brief, [Self.recognition(in: brief, "In 1991 Veldania recognised Osk", "1991")]),
            (
                essay,
                [
                    Self.recognition(in: essay, "Veldania recognised Osk in 1992", "1992"),
                    Self.event("thanked", "AGREE", in: essay, "In 1993 Osk thanked Veldania", "1993", confidence: 0.2),
                ]
            ),
        ] {
            try dossier.add(
                document, original: Data(document.text.utf8), format: "txt", reports: reports, stamp: stamp)
        }
        try dossier.reconcile()
        room = try Room(
            Room.Settings(
                path: path, author: "Ana Dol", pass: pass, helpers: helpers,
                now: { Date(timeIntervalSince1970: 1_770_000_000) }))
    }

    private static func document(
        _ name: String, _ text: String, publisher: String?, date: String?, url: String
    ) -> Document {
        Document(
            name: name, text: text,
            metadata: DocumentMetadata(
                title: "On \(name)", publisher: publisher, publishedOn: date, url: url, language: "en"),
            blocks: [Block(kind: .paragraph, span: ByteSpan(0, text.utf8.count))], sketch: [1, 2, 3])
    }

    private static func span(_ words: String, in document: Document) -> CodePointSpan {
        let map = OffsetMap(document.text)
        guard let range = document.text.range(of: words) else { return CodePointSpan(0, 0) }
        let start = document.text.utf8.distance(from: document.text.startIndex, to: range.lowerBound)
        return map.codePoints(ByteSpan(start, start + words.utf8.count))
    }

    private static func party(_ name: String, _ code: String, in clause: CodePointSpan, of document: Document)
        -> Participant
    {
        let scalars = Array(document.text.unicodeScalars)
        let words = Array(name.unicodeScalars)
        let start = (clause.start..<clause.end).first { scalars[$0...].starts(with: words) } ?? clause.start
        return Participant(
            name: name, code: code, kind: .state, span: CodePointSpan(start, start + words.count))
    }

    static func recognition(in document: Document, _ clause: String, _ year: String) -> Report {
        event("recognised", "SUPPORT", in: document, clause, year, confidence: nil)
    }

    private static func event(
        _ verb: String, _ type: String, in document: Document, _ clause: String, _ year: String, confidence: Double?
    ) -> Report {
        let span = span(clause, in: document)
        let veldania = party("Veldania", "VEL", in: span, of: document)
        let osk = party("Osk", "OSK", in: span, of: document)
        let isThanks = verb == "thanked"
        var report = Report(
            document: document.name, documentHash: document.hash, span: span,
            content: .event(
                Event(
                    type: type, contexts: ["diplomatic"], concept: isThanks ? "thank" : "recognise",
                    actors: [isThanks ? osk : veldania], recipients: [isThanks ? veldania : osk])),
            trigger: self.span(verb, in: document),
            date: ReportDate(edtf: year, basis: .stated, evidence: Evidence(self.span(year, in: document))),
            rule: "TEST-01", key: "event|\(type)")
        report.confidence = confidence
        return report
    }

    /// What a browser of this machine asks.
    func get(_ target: String, _ headers: [String: String] = [:]) -> Answer {
        guard
            let request = Request(
                method: "GET", target: target, headers: headers.merging(["host": "127.0.0.1:8080"]) { own, _ in own })
        else { return Answer(400) }
        return room.answer(request)
    }

    /// What a form of the room sends.
    func post(_ target: String, _ fields: [(String, String)], _ headers: [String: String] = [:]) -> Answer {
        let form = Fields(fields.map { Fields.Field(name: $0.0, value: $0.1) }).encoded
        let own = [
            "host": "127.0.0.1:8080", "origin": "http://127.0.0.1:8080",
            "content-type": "application/x-www-form-urlencoded",
        ]
        guard
            let request = Request(
                method: "POST", target: target, headers: headers.merging(own) { given, _ in given },
                body: Data(form.utf8))
        else { return Answer(400) }
        return room.answer(request)
    }

    /// The id of the first entry of a query of the timeline.
    func entry(_ query: String = "") throws -> String {
        let text = get("/api/v1/timeline\(query)").text
        let found = text.firstMatch(of: /"id":"(e[0-9a-f]+)"/)
        return try #require(found.map { String($0.1) })
    }
}

extension Answer {
    /// What is sent, as text.
    var text: String { String(decoding: body, as: UTF8.self) }
}

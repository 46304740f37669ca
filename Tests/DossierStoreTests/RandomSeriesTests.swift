import ChanceryCore
import Foundation
import Testing

@testable import DossierStore

/// Whatever was added, taken out, replaced, decided and taken back, in whatever order: the record is the same as that
/// of a dossier into which what is left was put at once.
@Suite struct RandomSeriesTests {
    /// How many series are tried; `CHANCERY_SERIES` sets another number.
    static let count = ProcessInfo.processInfo.environment["CHANCERY_SERIES"].flatMap { Int($0) } ?? 60

    @Test func everySeriesEndsAsACleanRebuild() throws {
        var disputes = 0
        for seed in 1...Self.count {
            var series = try Series(seed: UInt64(seed))
            let steps = 4 + Int.random(in: 0..<10, using: &series.random)
            for _ in 0..<steps {
                try series.step()
                try series.readersAgree(seed)
            }
            try series.dossier.reconcile()
            let rebuilt = try series.rebuilt()
            let differing = Set(try Sample.export(series.dossier)).symmetricDifference(try Sample.export(rebuilt))
            try #require(
                differing.isEmpty,
                "series \(seed) differs: \(series.steps)\n\(differing.sorted().map { String($0.prefix(300)) })")
            try #require(try series.dossier.verify() == [], "series \(seed): \(series.steps)")
            disputes += try rebuilt.disputes().count { !$0.about.isEmpty }
            try series.end(rebuilt)
        }
        // Accounts of different entries were held against one another, too.
        #expect(disputes > 0)
    }
}

/// A dossier to which things happen at random, and a plain account of what must be in it.
private struct Series {
    var random: Chance
    let dossier: Dossier
    /// Those who keep what they decoded: one as much as it wants, one little of it.
    private let readers: [Dossier]
    private(set) var steps: [String] = []
    /// What is in the dossier, by name of the copy.
    private var held: [String: InventedText] = [:]
    private var decisions: [Decision] = []

    init(seed: UInt64) throws {
        random = Chance(seed: seed)
        dossier = try Dossier.create(at: try Sample.path("series.dossier"))
        let path = dossier.path
        readers = try [1 << 20, 2000].map { try Dossier.open(at: path, readOnly: true, keeping: $0) }
    }

    mutating func step() throws {
        switch Int.random(in: 0..<12, using: &random) {
        case 0..<4: try add(InventedText.names.randomElement(using: &random) ?? "a.txt")
        case 4: try remove()
        case 5: try replace()
        case 6: try dossier.reconcile()
        case 7: try undo()
        default: try decide()
        }
    }

    /// Whoever keeps what he decoded of a dossier reads of it what one does who keeps nothing.
    func readersAgree(_ seed: Int) throws {
        for reader in readers {
            try #require(try reader.reports() == dossier.reports(), "series \(seed): \(steps)")
            try #require(try reader.entries() == dossier.entries(), "series \(seed): \(steps)")
            try #require(try reader.disputes(matching: ItemFilter()) == dossier.disputes(matching: ItemFilter()))
        }
    }

    private mutating func add(_ name: String) throws {
        guard held[name] == nil else { return }
        let text = InventedText(named: name, &random)
        try dossier.add(text.document, original: text.bytes, reports: text.reports, stamp: Sample.stamp)
        held[name] = text
        steps.append("add \(name) \(text.document.hash.prefix(6))")
    }

    private mutating func remove() throws {
        guard let name = held.keys.sorted().randomElement(using: &random), let text = held[name] else { return }
        let removal = try dossier.remove(named: name)
        held[name] = nil
        steps.append("remove \(name)")
        if removal.needsCoding {
            // As the command does: where another copy leads now, the document is coded again.
            let document = try dossier.document(named: text.document.hash).document
            try dossier.replaceCoding(
                of: document, reports: text.reports(named: document.name), stamp: Sample.stamp)
        }
    }

    private mutating func replace() throws {
        guard let name = held.keys.sorted().randomElement(using: &random) else { return }
        try remove()
        try add(name)
    }

    private mutating func decide() throws {
        let reports = try dossier.reports().map(\.id).sorted()
        guard reports.count > 2, held.count > 1 else { return }
        let all = Dictionary(uniqueKeysWithValues: try dossier.reports().map { ($0.id, $0) })
        func cited(_ count: Int) -> [Decision.Cited] {
            reports.shuffled(using: &random).prefix(count).compactMap { all[$0] }.map {
                Decision.Cited(report: $0.id, doc: $0.document, docHash: $0.documentHash, words: "as it was then")
            }
        }
        let author = ["Ana", "Ben"].randomElement(using: &random) ?? "Ana"
        let time = "2026-01-05T10:\(10 + decisions.count):00Z"
        let decision: Decision =
            switch Int.random(in: 0..<10, using: &random) {
            case 0: Decision(.accept, reports: cited(1), reason: "seen", author: author, recordedAt: time)
            case 1: Decision(.reject, reports: cited(1), reason: "misread", author: author, recordedAt: time)
            case 2, 3: Decision(.merge, reports: cited(3), reason: "one thing", author: author, recordedAt: time)
            case 4: split(cited(3), author, time)
            case 5:
                Decision(
                    .correct, reports: cited(1), field: "date", value: "199\(Int.random(in: 0...9, using: &random))",
                    reason: "a slip", author: author, recordedAt: time)
            case 6:
                Decision(
                    .correct, reports: cited(1), field: "type", value: "CONSULT", reason: "a slip", author: author,
                    recordedAt: time)
            case 7:
                Decision(
                    .alias, name: "Osk", value: "Veldania", code: "VEL", reason: "renamed", author: author,
                    recordedAt: time)
            case 8:
                Decision(
                    .sameOrigin, documents: Set(held.values.map(\.document.hash)).sorted().suffix(2),
                    reason: "one desk", author: author, recordedAt: time)
            default:
                Decision(
                    .reliability, name: "The Gazette", value: "B", reason: "as known", author: author, recordedAt: time)
            }
        try dossier.record([decision])
        decisions.append(decision)
        steps.append("\(decision.ruling.rawValue) by \(author) \(decision.reports.map { $0.report.prefix(6) })")
    }

    private func split(_ cited: [Decision.Cited], _ author: String, _ time: String) -> Decision {
        Decision(
            .split, reports: Array(cited.prefix(1)), apart: Array(cited.dropFirst()), reason: "two things",
            author: author, recordedAt: time)
    }

    private mutating func undo() throws {
        guard let undone = decisions.randomElement(using: &random) else { return }
        let decision = Decision(
            .undo, undoes: undone.id, reason: "on second thought", author: "Ana",
            recordedAt: "2026-01-06T10:\(10 + decisions.count):00Z")
        try dossier.record([decision])
        decisions.append(decision)
        steps.append("undo \(undone.ruling.rawValue)")
    }

    /// A new dossier with what is left, put in at random.
    mutating func rebuilt() throws -> Dossier {
        let clean = try Dossier.create(at: try Sample.path("clean.dossier"))
        let early = Bool.random(using: &random)
        if early { try clean.record(decisions.shuffled(using: &random)) }
        for text in held.values.sorted(by: { $0.document.name < $1.document.name }).shuffled(using: &random) {
            try clean.add(text.document, original: text.bytes, reports: text.reports, stamp: Sample.stamp)
        }
        if !early { try clean.record(decisions.shuffled(using: &random)) }
        try clean.reconcile(batchSize: Int.random(in: 1...8, using: &random))
        return clean
    }

    /// Takes both files away again.
    func end(_ rebuilt: Dossier) throws {
        for dossier in [dossier, rebuilt] {
            try dossier.close()
            try FileManager.default.removeItem(
                at: URL(fileURLWithPath: dossier.path).deletingLastPathComponent())
        }
    }
}

/// Random numbers that a seed gives again (SplitMix64: Steele, Lea and Flood 2014).
struct Chance: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

/// A text of a few invented sentences with its reports.
struct InventedText {
    static let names = ["a.txt", "b.txt", "c.txt", "d.txt", "e.txt"]

    private struct Sentence {
        var text: String
        var content: (Document) -> (content: Report.Content, trigger: String)
        var key: String
        var year: String
    }

    private let sentences: [Sentence]
    let document: Document

    var bytes: Data { Data(document.text.utf8) }
    var reports: [Report] { reports(named: document.name) }

    /// Few sentences, so that texts tell of the same things, and now and then are the same.
    init(named name: String, _ random: inout Chance) {
        var sentences: [Sentence] = []
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let sentence = Self.sentence(&random)
            if !sentences.contains(where: { $0.text == sentence.text }) { sentences.append(sentence) }
        }
        self.sentences = sentences
        let publishers: [String?] = [nil, "The Gazette", "Osk Herald"]
        var document = Sample.text(
            name, sentences.map(\.text).joined(separator: " "),
            publisher: publishers.randomElement(using: &random) ?? nil,
            date: ["1995-03", "2001", "2003-02-01"].randomElement(using: &random))
        // A sketch follows from the text; many texts are near to one another.
        let own = UInt32(document.hash.utf8.first ?? 0)
        let seed = own % 4
        document.sketch = (0..<64).map { $0 < 60 ? seed * 1000 + $0 : own + $0 }
        document.passages = [
            SketchedPassage(span: ByteSpan(0, sentences[0].text.utf8.count), sketch: [seed, 2, 3, 4, 5, 6, 7, 8])
        ]
        self.document = document
    }

    private static func sentence(_ random: inout Chance) -> Sentence {
        let year = "199\(Int.random(in: 0...3, using: &random))"
        let parties = [("Veldania", "VEL"), ("Osk", "OSK"), ("Harland", "HAR")].shuffled(using: &random)
        let (one, other) = (parties[0], parties[1])
        switch Int.random(in: 0..<7, using: &random) {
        case 0:
            let count = [1200, 1300].randomElement(using: &random) ?? 1200
            return Sentence(
                text: "\(one.0) sent \(count) teachers in \(year).",
                content: { _ in
                    (.figure(Figure(value: Double(count), unit: "people", of: "teachers")), "\(count)")
                }, key: "figure|people", year: year)
        case 1:
            return Sentence(
                text: "\(one.0) met \(other.0) in \(year).",
                content: { document in (event("CONSULT", "meet", one, other, document), "met") },
                key: "event|CONSULT", year: year)
        case 2...4:
            // What texts of different entries may differ about.
            let told =
                [
                    ("AID", "was the only time that", "armed"), ("AID", "for a second time", "armed"),
                    ("ASSAULT", "in an incursion", "entered"), ("ASSAULT", "in an invasion", "entered"),
                ].randomElement(using: &random) ?? ("AID", "then", "armed")
            return Sentence(
                text: "In \(year) \(told.1) \(one.0) \(told.2) \(other.0).",
                content: { document in (event(told.0, "", one, other, document), told.2) },
                key: "event|\(told.0)", year: year)
        default:
            return Sentence(
                text: "In \(year) \(one.0) recognised \(other.0).",
                content: { document in (event("SUPPORT", "recognise", one, other, document), "recognised") },
                key: "event|SUPPORT", year: year)
        }
    }

    private static func event(
        _ type: String, _ concept: String, _ one: (String, String), _ other: (String, String), _ document: Document
    ) -> Report.Content {
        .event(
            Event(
                type: type, concept: concept,
                actors: [Sample.party(one.0, one.1, words: one.0, in: document)],
                recipients: [Sample.party(other.0, other.1, words: other.0, in: document)]))
    }

    /// The reports as they are coded under the name of a copy.
    func reports(named name: String) -> [Report] {
        var start = 0
        return sentences.map { sentence in
            let own = Sample.text(name, sentence.text)
            let made = sentence.content(own)
            let trigger = Sample.span(made.trigger, in: own)
            let year = Sample.span(sentence.year, in: own)
            func moved(_ span: CodePointSpan) -> CodePointSpan { CodePointSpan(span.start + start, span.end + start) }
            var content = made.content
            if case .event(var event) = content {
                for index in event.actors.indices { event.actors[index].span = moved(event.actors[index].span) }
                for index in event.recipients.indices {
                    event.recipients[index].span = moved(event.recipients[index].span)
                }
                content = .event(event)
            }
            let length = sentence.text.unicodeScalars.count
            defer { start += length + 1 }
            var report = Report(
                document: name, documentHash: document.hash, span: CodePointSpan(start, start + length - 1),
                content: content, trigger: moved(trigger),
                date: ReportDate(edtf: sentence.year, basis: .stated, evidence: Evidence(moved(year))), rule: "r-01",
                key: sentence.key)
            report.terms = ContentWords.words(sentence.text).sorted()
            report.wording = WordingReader.wording(of: sentence.text, from: start, telling: content)
            return report
        }
    }
}

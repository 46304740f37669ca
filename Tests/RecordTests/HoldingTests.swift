import ChanceryCore
import DossierStore
import Foundation
import Synchronization
import Testing

@testable import Record

/// Whoever holds what was read is told what one is who reads all of it each time.
@Suite struct HoldingTests {
    /// Holds everything.
    private final class Shelves: Holding {
        private let held = Mutex<[String: any Sendable]>([:])
        let names = Mutex<[String]>([])

        func value<Value: Sendable>(_ name: String, _ read: () throws -> Value) rethrows -> Value {
            names.withLock { $0.append(name) }
            if let known = held.withLock({ $0[name] }) as? Value { return known }
            let value = try read()
            held.withLock { $0[name] = value }
            return value
        }
    }

    private static let text = """
        Osk and Tarn met in 1991.[1] Osk recognised Tarn in 1992.

        [1] So the minutes of Osk.
        """

    private static func dossier() throws -> Dossier {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("holding-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let dossier = try Dossier.create(at: folder.appendingPathComponent("a.dossier").path)
        let document = Document(
            name: "a.txt", text: text, metadata: DocumentMetadata(publisher: "The Gazette", publishedOn: "2001"),
            blocks: [Block(kind: .paragraph, span: ByteSpan(0, 58))], sketch: [1, 2, 3])
        func event(_ verb: String, _ span: CodePointSpan, _ year: String) -> Report {
            func party(_ name: String, _ start: Int) -> Participant {
                Participant(name: name, code: "", kind: .state, span: CodePointSpan(start, start + name.count))
            }
            let scalars = Array(text.unicodeScalars)
            func place(_ word: String) -> CodePointSpan {
                let wanted = Array(word.unicodeScalars)
                let start = (span.start..<span.end).first { scalars[$0...].starts(with: wanted) } ?? span.start
                return CodePointSpan(start, start + wanted.count)
            }
            return Report(
                document: "a.txt", documentHash: document.hash, span: span,
                content: .event(
                    Event(
                        type: "CONSULT", concept: verb, actors: [party("Osk", place("Osk").start)],
                        recipients: [party("Tarn", place("Tarn").start)])),
                trigger: place(verb), date: ReportDate(edtf: year, basis: .stated, evidence: Evidence(place(year))),
                rule: "TEST-01", key: "event|\(verb)")
        }
        try dossier.add(
            document, original: Data(text.utf8), format: "txt",
            reports: [
                event("met", CodePointSpan(0, 24), "1991"), event("recognised", CodePointSpan(29, 57), "1992"),
            ], stamp: CodingStamp(program: "0", model: "test", codebook: "test"))
        try dossier.reconcile()
        return dossier
    }

    @Test func whatIsHeldIsWhatIsRead() throws {
        let dossier = try Self.dossier()
        let shelves = Shelves()
        let (plain, holding) = (RecordReader(dossier), RecordReader(dossier, held: shelves))
        for _ in 0..<2 {
            let timeline = try holding.timeline(Filters())
            #expect(timeline.items.count == 2)
            #expect(try timeline == plain.timeline(Filters()))
            #expect(try holding.relation("Osk", "Tarn") == plain.relation("Osk", "Tarn"))
            #expect(try holding.names(of: "Osk") == plain.names(of: "Osk"))
            #expect(try holding.documents() == plain.documents())
            #expect(try holding.origins() == plain.origins())
        }
        #expect(Set(shelves.names.withLock { $0 }).isSuperset(of: ["shelf", "layouts", "lines", "quoted", "lookup"]))
    }

    @Test func aKeeperKeepsAsMuchAsThereIsRoomFor() {
        let kept = Kept<Int>(most: 2)
        kept.keep([(id: "a", value: 1), (id: "b", value: 2), (id: "c", value: 3)])
        kept.keep([(id: "a", value: 4)])
        #expect([kept["a"], kept["b"], kept["c"]] == [4, 2, nil])
    }

    /// Blocks are found by halving: as one finds them who looks at each.
    @Test func everyPlaceLiesInTheBlockThatHoldsIt() {
        let text = "Heading\n\nOsk met Tarn.\n\n- one\n- two\n\nAn end."
        let spans = [(0, 7), (9, 22), (24, 29), (30, 35), (37, 44)]
        let kinds: [Block.Kind] = [.heading, .paragraph, .listItem, .listItem, .paragraph]
        let layout = StoredLayout(
            text, blocks: zip(kinds, spans).map { Block(kind: $0, span: ByteSpan($1.0, $1.1)) })
        var counted = 0
        let numbers: [Int?] = kinds.map { kind in
            guard kind != .heading else { return nil }
            counted += 1
            return counted
        }
        for place in 0...46 {
            let index = spans.firstIndex { $0.0 <= place && place < $0.1 }
            #expect(layout.paragraph(at: place)?.kind == index.map { kinds[$0] }, "\(place)")
            #expect(layout.paragraph(at: place)?.number == index.flatMap { numbers[$0] }, "\(place)")
            #expect(layout.part(at: place).span.start == (index.map { spans[$0].0 } ?? 0), "\(place)")
        }
    }
}

import ChanceryCore
import Foundation
import Intake
import Testing

/// The folder of real articles beside the project; not part of it.
private let seeds = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/seeds").path

/// Real articles in five genres: kinds and counts only, as the texts are others'.
@Suite(.enabled(if: FileManager.default.fileExists(atPath: seeds), "needs the five articles of ../shared/seeds"))
struct SeedTests {
    struct Expected: Sendable {
        var prefix: String
        var counts: [Block.Kind: Int]
        var marks: [OriginMark.Kind]
    }

    @Test(arguments: [
        Expected(prefix: "000", counts: [.paragraph: 28, .blockQuote: 8, .footnote: 4], marks: []),
        Expected(
            prefix: "001",
            counts: [.paragraph: 26, .heading: 3, .question: 2, .answer: 11, .metadata: 2, .furniture: 2],
            marks: [.originallyPublished, .appearedFirst]),
        Expected(
            prefix: "002", counts: [.title: 1, .heading: 3, .infobox: 3, .paragraph: 11, .listItem: 4], marks: []),
        Expected(
            prefix: "003",
            counts: [.furniture: 3, .title: 1, .heading: 1, .metadata: 1, .caption: 4, .paragraph: 22],
            marks: [.reprint]),
        Expected(prefix: "004", counts: [.title: 1, .heading: 3, .blockQuote: 2, .paragraph: 6], marks: []),
    ])
    func kindsOfBlocks(_ expected: Expected) throws {
        let documents = try read(seeds).compactMap(\.document)
        #expect(documents.count == 5)
        let document = try #require(documents.first { $0.name.hasPrefix(expected.prefix) })
        #expect(document.blocks.reduce(into: [:]) { $0[$1.kind, default: 0] += 1 } == expected.counts)
        #expect(document.originMarks.map(\.kind) == expected.marks)
        #expect(document.spanFaults == [])
        #expect(document.metadata.language == "en")
        #expect(document.sketch.count == Sketch.size)
    }

    @Test func notesTurnsAndLabelsAreTied() throws {
        let documents = try read(seeds).compactMap(\.document)
        let essay = try #require(documents.first { $0.name.hasPrefix("000") })
        #expect(essay.blocks.flatMap { $0.noteMarks.map { essay.words($0) } } == ["1", "2", "3", "4", "5"])
        let interview = try #require(documents.first { $0.name.hasPrefix("001") })
        let speakers = Set(
            interview.blocks.filter { $0.kind == .answer }.map { $0.speaker.map { interview.words($0).count } })
        #expect(speakers == [8])
        let brief = try #require(documents.first { $0.name.hasPrefix("004") })
        #expect(brief.blocks.filter { $0.kind == .blockQuote }.allSatisfy { $0.speaker != nil })
        let reprint = try #require(documents.first { $0.name.hasPrefix("003") })
        #expect(reprint.metadata.authors.count == 1)
    }
}

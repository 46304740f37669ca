import Foundation
import Testing

@testable import Grammar

/// Predicates × constructions: the arguments that a construction must give are read from the real parse.
///
/// `CHANCERY_MATRIX_CELLS=FILE` writes every cell, `CHANCERY_MATRIX_PAGE=FILE` puts the tables into a page of the
/// documentation.
@Suite struct MatrixTests {
    private static let loaded = Result { try cells() }

    private static func cells() throws -> [MatrixCell] {
        let predicates = try MatrixPredicate.read(fixture("predicates.tsv"), lights: fixture("light-verbs.tsv"))
        let constructions = try MatrixConstruction.read(fixture("constructions.tsv"))
        var made: [(MatrixConstruction, MatrixPredicate, MatrixSentence)] = []
        for construction in constructions {
            for (turn, predicate) in predicates.enumerated() where construction.fits(predicate) {
                made.append((construction, predicate, try MatrixSentence(construction, predicate, turn: turn)))
            }
        }
        let parsed = try ParsedSentence.all(made.map(\.2.text))
        return zip(made, parsed).map { MatrixCell($0.0, $0.1, $0.2, $1) }
    }

    private static func fixture(_ name: String) throws -> String {
        try String(
            contentsOf: Bundle.module.bundleURL.appendingPathComponent("Fixtures").appendingPathComponent(name),
            encoding: .utf8)
    }

    @Test func theMatrixIsWide() throws {
        let cells = try Self.loaded.get()
        let table = MatrixTable(cells)
        #expect(table.predicates.count >= 80)
        #expect(table.constructions.count >= 40)
    }

    @Test func argumentsAreRightInEveryConstruction() throws {
        let cells = try Self.loaded.get()
        let table = MatrixTable(cells)
        let environment = ProcessInfo.processInfo.environment
        if let path = environment["CHANCERY_MATRIX_CELLS"] {
            try cells.map(\.line).joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
        }
        if let path = environment["CHANCERY_MATRIX_PAGE"] { try table.write(to: URL(fileURLWithPath: path)) }
        #expect(table.all.shareWhereParsed >= Self.floorWhereParsed)
        #expect(table.all.share >= Self.floorOverAll)
        let floors = Dictionary(
            cells.map { ($0.construction.name, $0.construction.floor) }, uniquingKeysWith: { first, _ in first })
        for (name, tally) in table.constructions {
            let floor = floors[name] ?? 1
            #expect(tally.shareWhereParsed >= floor, "\(name): \(tally.shareWhereParsed) is below its floor")
        }
    }

    private static let floorWhereParsed = 0.99
    private static let floorOverAll = 0.97
}

extension MatrixCell {
    /// The cell as one line: how it came out, what it is, its words.
    fileprivate var line: String {
        [
            isRight ? "right" : "wrong", isParsed ? "parsed" : "spoiled", construction.name, predicate.verb.base,
            sentence.text, fault, arcs,
        ].joined(separator: "\t")
    }
}

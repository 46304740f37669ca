import ChanceryCore
import Foundation
import SpacyPipeline
import Testing

@testable import Coding

/// One line of `figures/examples.txt`.
struct FigureExample: CustomTestStringConvertible, Sendable {
    struct Told: Equatable, Sendable {
        var value: String
        var unit: String
        var of: String
        var qualifier: String
    }

    var rule: String
    var text: String
    var told: [Told]
    var testDescription: String { "\(rule): \(text)" }

    static func all() throws -> [FigureExample] {
        let text = String(decoding: try ModuleResources.data("figures/examples.txt"), as: UTF8.self)
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let rule = line.prefix { $0 != " " }
            let halves = line.dropFirst(rule.count + 1).components(separatedBy: " => ")
            let figures = halves.count > 1 ? halves[1].components(separatedBy: " ; ") : []
            let told = figures.map { figure in
                let parts = figure.components(separatedBy: "|").map { $0.trimmingCharacters(in: .whitespaces) }
                return Told(value: parts[0], unit: parts[1], of: parts[2], qualifier: parts[3])
            }
            return FigureExample(rule: String(rule), text: halves[0], told: told)
        }
    }
}

@Suite struct FiguresTests {
    static let examples = (try? FigureExample.all()) ?? []
    static let finder = Result { try FigureFinder() }
    static let numbers = Result { try FigureLexicon().numbers }

    private static func plain(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : String(value)
    }

    @Test func theExamplesAreRead() { #expect(Self.examples.count >= 50) }

    @Test(arguments: examples) func anExampleGivesItsFigures(_ example: FigureExample) throws {
        let parsed = try FixtureParses.shared.get().parsed(example.text)
        let found = try Self.finder.get().figures(in: parsed, timexes: [])
            .filter { example.rule == "none" || $0.rule == example.rule }
        let told = found.map { figure in
            let range = figure.low.flatMap { low in figure.high.map { "\(Self.plain(low))-\(Self.plain($0))" } }
            return FigureExample.Told(
                value: range ?? Self.plain(figure.value), unit: figure.unit, of: figure.of,
                qualifier: figure.qualifier)
        }
        #expect(told == example.told)
    }

    @Test(arguments: examples.filter { !$0.told.isEmpty })
    func theNumberCanBeReadAgainFromItsWords(_ example: FigureExample) throws {
        let parsed = try FixtureParses.shared.get().parsed(example.text)
        for figure in try Self.finder.get().figures(in: parsed, timexes: []) {
            let read = try #require(Numeral.value(of: parsed.text(figure.number)))
            #expect(Numeral.same(read, figure.value))
            #expect(figure.clause.contains(figure.number))
        }
    }

    @Test func everyRuleHasAnExample() throws {
        let rules = Set(Self.examples.map(\.rule))
        let known = [
            "PEOPLE", "COUNT", "MEASURE", "PERCENT", "MONEY", "DURATION", "AGE", "RANK", "RANK-VERB", "STRONG",
            "PARTITIVE", "LEVEL", "TIMES", "VOTES", "CASUALTIES", "CARRIED",
        ]
        for name in known { #expect(rules.contains("FIGURE-\(name)"), "no example of FIGURE-\(name)") }
    }

    @Test func aNumberInsideADateIsNoFigure() throws {
        let text = "After 75 years of civil war the talks began."
        let parsed = try FixtureParses.shared.get().parsed(text)
        // A duration in an expression of time still measures; the same tokens without a unit would not.
        #expect(try Self.finder.get().figures(in: parsed, timexes: [1..<3]).map(\.unit) == ["years"])
        let fleet = try FixtureParses.shared.get().parsed("Up to 60 villages were flooded.")
        #expect(try Self.finder.get().figures(in: fleet, timexes: [2..<3]).isEmpty)
    }

    @Test(
        arguments: [
            ("12,000,000", 12_000_000), ("1,000,000,000,000,000,000", 1e18),
            ("1" + String(repeating: ",000", count: 110), nil),
            ("9" + String(repeating: ",999", count: 102) + "bn", nil),
            ("inf", nil), ("nan", nil), ("1e400", nil),
        ] as [(String, Double?)])
    func aNumberIsFiniteOrNone(written: String, value: Double?) throws {
        switch try Self.numbers.get().atom(written) {
        case .digits(let read): #expect(read == value)
        case let atom: #expect(value == nil && atom == nil)
        }
    }

    @Test(arguments: ["small\tsix", "small\tsix\tVI", "little\tsix\t6"])
    func aFaultOfANumberIsToldWithItsLine(_ line: String) throws {
        let lines = [
            FigureResourceLine(number: 7, text: "small\tfive\t5"), FigureResourceLine(number: 8, text: line),
        ]
        let error = #expect(throws: FigureResourceError.self) { try NumberWords(lines, ordinalEnds: []) }
        #expect(error?.code == .badNumber)
        #expect(error?.description.hasPrefix("numbers.tsv:8:") == true)
    }

    @Test func furnitureHoldsNoFigures() throws {
        let parsed = try FixtureParses.shared.get().parsed("Up to 60 villages were flooded.", kind: .furniture)
        #expect(try Self.finder.get().figures(in: parsed, timexes: []).isEmpty)
    }

    @Test func aScaleAfterARangeHoldsForBothBounds() throws {
        let parsed = try FixtureParses.shared.get().parsed("The camp held 3 to 4 million tons of grain.")
        let found = try Self.finder.get().figures(in: parsed, timexes: [])
        #expect(found.map(\.low) == [3_000_000])
        #expect(found.map(\.high) == [4_000_000])
        #expect(found.map { parsed.text($0.number) } == ["3 to 4 million"])
    }

    @Test(arguments: [
        ("68,700", NumberAtom.digits(68_700)), ("36.5", .digits(36.5)), ("53–66", .bounds(53, 66)),
        ("64th", .ordinal(64)), ("16-year", .compound(16, "year")), ("Thirty", .word(30)),
        ("million", .scale(1_000_000)),
    ])
    func aTokenIsReadAsANumber(_ text: String, _ atom: NumberAtom) throws {
        #expect(try Self.numbers.get().atom(text) == atom)
    }

    @Test(arguments: [
        "1980s", "67/19", "Ashraf-3", "10.1080/03", "6,87", "1,23,456", "", "-", "0377919X", "movement,1",
    ])
    func aNameOrDateIsNoNumber(_ text: String) throws { #expect(try Self.numbers.get().atom(text) == nil) }
}

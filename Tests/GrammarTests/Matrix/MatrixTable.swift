import Foundation

/// The matrix's figures, per construction and per predicate.
struct MatrixTable {
    /// Counts over some cells.
    struct Tally {
        var cells = 0
        var parsed = 0
        var rightWhereParsed = 0
        var right = 0

        mutating func add(_ cell: MatrixCell) {
            cells += 1
            right += cell.isRight ? 1 : 0
            guard cell.isParsed else { return }
            parsed += 1
            rightWhereParsed += cell.isRight ? 1 : 0
        }

        /// The share right where the parse is right; 1 where it never is.
        var shareWhereParsed: Double { parsed == 0 ? 1 : Double(rightWhereParsed) / Double(parsed) }
        /// The share right over all cells.
        var share: Double { cells == 0 ? 1 : Double(right) / Double(cells) }

        fileprivate var row: String {
            let spoiled = cells - parsed
            return "\(cells) | \(spoiled) | \(Self.percent(shareWhereParsed)) | \(Self.percent(share))"
        }

        private static func percent(_ share: Double) -> String { String(format: "%.1f", share * 100) }
    }

    private(set) var all = Tally()
    private(set) var constructions: [(name: String, tally: Tally)] = []
    private(set) var predicates: [(name: String, tally: Tally)] = []

    /// Counts cells, in the order of their first mention.
    init(_ cells: [MatrixCell]) {
        for cell in cells {
            all.add(cell)
            Self.add(cell, as: cell.construction.name, to: &constructions)
            Self.add(cell, as: "\(cell.predicate.verb.base) (\(cell.predicate.type))", to: &predicates)
        }
    }

    private static func add(_ cell: MatrixCell, as name: String, to rows: inout [(name: String, tally: Tally)]) {
        let place = rows.firstIndex { $0.name == name } ?? rows.endIndex
        if place == rows.endIndex { rows.append((name, Tally())) }
        rows[place].tally.add(cell)
    }

    /// The tables as Markdown.
    var markdown: String {
        let head = "cells | spoiled by the parser | right where the parse is right, % | right over all, % |\n"
        let line = "---|---:|---:|---:|---:|\n"
        func table(_ what: String, _ rows: [(name: String, tally: Tally)]) -> String {
            "| \(what) | " + head + "|" + line + rows.map { "| \($0.name) | \($0.tally.row) |\n" }.joined()
        }
        return table("", [("all", all)]) + "\n" + table("construction", constructions) + "\n"
            + table("predicate", predicates)
    }

    /// Puts the tables between the marks of a page.
    func write(to page: URL) throws {
        let text = try String(contentsOf: page, encoding: .utf8)
        let marks = ["<!-- matrix -->\n", "<!-- end of matrix -->\n"]
        guard let start = text.range(of: marks[0]), let end = text.range(of: marks[1]) else {
            throw MatrixFault(reason: "\(page.path) lacks the marks \(marks)")
        }
        try (text[..<start.upperBound] + markdown + text[end.lowerBound...])
            .write(to: page, atomically: true, encoding: .utf8)
    }
}

import ChanceryCore
import DossierStore
import Record

/// The text of a document in its blocks, each cut where something that was read from it begins or ends.
///
/// Offsets are code points in the record and in addresses, as W3C's Web Annotation has them; a page's script counts UTF-16.
/// Here, and nowhere else, one becomes the other.
struct DocumentText: Sendable {
    /// A block of the page.
    struct Block: Sendable {
        var isHeading: Bool
        var isFurniture: Bool
        /// `speech` where somebody else than the author speaks.
        var tint: String
        var speaker: String
        /// Which paragraph it is, and the first code point of it.
        var locator: String
        var runs: [Run]
        var margin: [Note]
    }

    /// Words of one run.
    struct Run: Sendable {
        /// By what it is opened: `lit` of the first words that somebody came for, otherwise `c` and its place.
        var id: String
        /// Where it begins, in UTF-16 code units of the text.
        var at: Int
        var text: String
        var marks: String
        var href: String
        var title: String
        /// Whether nothing was read from it.
        var quiet: Bool
    }

    /// What stands in the margin.
    struct Note: Sendable {
        var label: String
        var href: String
        var kind: String
    }

    private struct Told {
        var span: CodePointSpan
        var kind: String
        var what: String
        var id: String
    }

    private let scalars: [Unicode.Scalar]
    /// Before each code point, how many UTF-16 code units there are.
    private let units: [Int]
    private let layout: StoredLayout
    private let told: [Told]

    /// Reads a document with all that was coded from it.
    init(_ hash: String, from reader: RecordReader) throws {
        let dossier = reader.dossier
        guard let layout = try reader.layouts.layout(ofHash: hash, in: dossier) else { throw Missing() }
        self.layout = layout
        scalars = layout.scalars
        var units: [Int] = [0]
        units.reserveCapacity(scalars.count + 1)
        for scalar in scalars { units.append(units[units.count - 1] + (scalar.value > 0xFFFF ? 2 : 1)) }
        self.units = units
        let items = try dossier.reports(matching: ItemFilter(document: hash))
        let entries = try dossier.entryIDs(ofReports: items.map(\.id))
        told = items.map { item in
            let report = item.report
            let caveat = ModalityWords.caveat(ModalityWords.caveat(report), isDoubtful: item.isDoubtful)
            let what = SafeText.oneLine(Wording.headline(report))
            return Told(
                span: report.span, kind: report.kind.rawValue, what: caveat.isEmpty ? what : "\(caveat): \(what)",
                id: entries[item.id] ?? item.id)
        }.sorted { ($0.span.start, -$0.span.end, $0.id) < ($1.span.start, -$1.span.end, $1.id) }
    }

    /// The code points between two places that a script counts in UTF-16; nil where these are none of the text.
    func codePoints(fromUTF16 start: Int, to end: Int) -> CodePointSpan? {
        func place(_ unit: Int) -> Int? {
            // The units rise: half of what is left holds the place.
            var (low, high) = (0, units.count - 1)
            while low < high {
                let middle = (low + high) / 2
                if units[middle] < unit { low = middle + 1 } else { high = middle }
            }
            return unit >= 0 && units[low] >= unit ? low : nil
        }
        guard let first = place(start), let last = place(end), first < last else { return nil }
        return CodePointSpan(first, last)
    }

    /// The blocks, with some words lit that somebody came for.
    func blocks(lit: CodePointSpan?) -> [Block] {
        let parts = layout.parts.isEmpty ? [layout.part(at: 0)] : layout.parts
        var from = told.startIndex
        var isFirst = true
        return parts.map { part in
            // What is told in a block begins in it, or in one before: what ended there is of no block behind.
            while from < told.endIndex, told[from].span.end <= part.span.start { from += 1 }
            let here = told[from...].prefix { $0.span.start < part.span.end }.filter { $0.span.end > part.span.start }
            let begun = here.filter { $0.span.start >= part.span.start }
            let runs = runs(in: part, here, lit: lit, isFirst: &isFirst)
            let paragraph = layout.paragraph(at: part.span.start)
            let furniture = part.kind == .furniture || part.kind == .metadata
            return Block(
                isHeading: part.kind == .title || part.kind == .heading, isFurniture: furniture,
                tint: [.question, .answer, .blockQuote].contains(part.kind) ? "speech" : "",
                speaker: part.kind == .question ? "question" : part.kind == .answer ? "answer" : "",
                locator: [paragraph?.number.map { String($0) }, String(part.span.start)].compactMap { $0 }
                    .joined(separator: " · "),
                runs: runs,
                margin: begun.map { Note(label: $0.what, href: Link.thing($0.id), kind: $0.kind) })
        }
    }

    private func runs(in part: StoredLayout.Part, _ told: [Told], lit: CodePointSpan?, isFirst: inout Bool) -> [Run] {
        let span = part.span
        // Markup is not the document's words: a reader sees what stands for it. Marks of footnotes stay.
        let markup = part.marks.filter { mark in
            !part.notes.contains(mark.span)
                && !scalars[mark.span.start..<mark.span.end].contains { $0.properties.numericType != nil }
        }
        var cuts: Set<Int> = [span.start, span.end]
        let places =
            told.flatMap { [$0.span.start, $0.span.end] } + [lit?.start, lit?.end].compactMap { $0 }
            + markup.flatMap { [$0.span.start, $0.span.end] }
        for place in places where place > span.start && place < span.end { cuts.insert(place) }
        let ends = cuts.sorted()
        return zip(ends, ends.dropFirst()).map { start, end in
            let here = told.filter { $0.span.start <= start && $0.span.end >= end }
            // Of what overlaps the narrowest is meant.
            let narrowest = here.min { ($0.span.count, $0.id) < ($1.span.count, $1.id) }
            let isLit = lit.map { $0.start < end && $0.end > start } ?? false
            var marks = narrowest.map { "mark mark-\($0.kind)" } ?? ""
            if isLit { marks += marks.isEmpty ? "lit" : " lit" }
            let replaced = markup.first { $0.span.start <= start && $0.span.end >= end }
            let text =
                replaced.map { start == $0.span.start ? $0.text : "" }
                ?? String(String.UnicodeScalarView(scalars[start..<end]))
            let isOpened = isLit && isFirst
            if isOpened { isFirst = false }
            return Run(
                id: isOpened ? "lit" : "c\(units[start])", at: units[start], text: text, marks: marks,
                href: narrowest.map { Link.thing($0.id) } ?? "",
                title: narrowest?.what ?? "", quiet: narrowest == nil && text.contains(where: \.isLetter))
        }
    }
}

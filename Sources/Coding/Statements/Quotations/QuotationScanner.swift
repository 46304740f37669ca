import ChanceryCore
import SpacyPipeline

/// Pairs the quotation marks of a document, block by block.
///
/// Reads “ ” ‘ ’ " ' „ « » and doubled single marks. A mark between letters is an apostrophe; a straight mark opens
/// after a blank or an opening bracket and closes otherwise. A double mark still open at a block's end runs to that
/// end, as typographers leave it open when the next paragraph goes on.
struct QuotationScanner {
    private struct Open {
        var family: Character
        var outerStart: Int
        var innerStart: Int
    }

    private let parsed: ParsedDocument

    init(_ parsed: ParsedDocument) { self.parsed = parsed }

    /// Every quotation, in order of its opening mark.
    func quotations() -> [Quotation] {
        var found: [Quotation] = []
        let bytes = Array(parsed.document.text.utf8)
        for (number, block) in parsed.document.blocks.enumerated() where !parsed.blockSentences[number].isEmpty {
            let spans = scan(bytes, block.body)
            for span in spans {
                found.append(
                    Quotation(
                        outer: span.outer, inner: span.inner, tokens: tokens(in: span.inner, block: number),
                        block: number, depth: spans.count { $0.outer != span.outer && $0.outer.contains(span.outer) },
                        goesOn: !span.isClosed))
            }
        }
        return found.filter { !$0.tokens.isEmpty }.sorted {
            ($0.outer.start, -$0.outer.end) < ($1.outer.start, -$1.outer.end)
        }
    }

    private func tokens(in span: ByteSpan, block: Int) -> Range<Int> {
        let sentences = parsed.blockSentences[block]
        let first = parsed.sentences[sentences.lowerBound].tokens.lowerBound
        let last = parsed.sentences[sentences.upperBound - 1].tokens.upperBound
        var low = first
        while low < last, parsed.tokens[low].start < span.start { low += 1 }
        var high = low
        while high < last, parsed.tokens[high].end <= span.end { high += 1 }
        return low..<high
    }

    private struct Marked {
        var outer: ByteSpan
        var inner: ByteSpan
        var isClosed: Bool
    }

    private func scan(_ bytes: [UInt8], _ body: ByteSpan) -> [Marked] {
        let stretch = bytes[body.start..<min(body.end, bytes.count)]
        // Many paragraphs have no mark at all.
        guard stretch.contains(where: { $0 >= 0x80 || $0 == 0x22 || $0 == 0x27 || $0 == 0x60 }) else { return [] }
        let text = String(decoding: stretch, as: UTF8.self)
        var scalars: [(scalar: Unicode.Scalar, at: Int)] = []
        var at = body.start
        for scalar in text.unicodeScalars {
            scalars.append((scalar, at))
            at += UTF8.width(scalar)
        }
        let end = at
        var open: [Open] = []
        var found: [Marked] = []
        var index = 0
        while index < scalars.count {
            var width = 1
            var mark = scalars[index].scalar
            guard Self.isMark(mark) else {
                index += 1
                continue
            }
            if index + 1 < scalars.count, scalars[index + 1].scalar == mark {
                switch mark {
                case "'": (mark, width) = ("\"", 2)
                case "‘", "`": (mark, width) = ("“", 2)
                case "’": (mark, width) = ("”", 2)
                default: break
                }
            }
            let before = index > 0 ? scalars[index - 1].scalar : " "
            let after = index + width < scalars.count ? scalars[index + width].scalar : " "
            let start = scalars[index].at
            let stop = index + width < scalars.count ? scalars[index + width].at : end
            if let role = Self.role(of: mark, before: before, after: after, open: open.map(\.family)) {
                switch role {
                case .opens(let family):
                    // A straight mark that opens while one is open: the earlier one was never closed.
                    if family == "s", let last = open.lastIndex(where: { $0.family == family }) {
                        open.removeSubrange(last...)
                    }
                    open.append(Open(family: family, outerStart: start, innerStart: stop))
                case .closes(let family):
                    if let place = open.lastIndex(where: { $0.family == family }) {
                        found.append(
                            Marked(
                                outer: ByteSpan(open[place].outerStart, stop),
                                inner: ByteSpan(open[place].innerStart, start), isClosed: true))
                        open.removeSubrange(place...)
                    }
                }
            }
            index += width
        }
        if let first = open.first(where: { $0.family != "'" }) {
            found.append(
                Marked(
                    outer: ByteSpan(first.outerStart, end), inner: ByteSpan(first.innerStart, end), isClosed: false))
        }
        return found
    }

    /// Whether a scalar is a quotation mark, or the half of one ("``").
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "„", "“", "”", "«", "»", "\"", "‘", "’", "'", "`": true
        default: false
        }
    }

    private enum Role {
        case opens(Character)
        case closes(Character)
    }

    /// What a mark does between its neighbours; families: `d` double, `s` straight double, `g` guillemets, `'` single.
    private static func role(
        of mark: Unicode.Scalar, before: Unicode.Scalar, after: Unicode.Scalar, open: [Character]
    ) -> Role? {
        let opensHere =
            (before.properties.isWhitespace || "([{—–-/“‘\"'„«:".unicodeScalars.contains(before))
            && !after.properties.isWhitespace
        let insideWord = isWord(before) && isWord(after)
        switch mark {
        case "„": return .opens("d")
        case "“": return open.contains("d") && !opensHere ? .closes("d") : .opens("d")
        case "”":
            // Typed for an opening mark, or closing what a straight mark opened.
            if open.contains("d") { return .closes("d") }
            if opensHere { return .opens("d") }
            return open.contains("s") ? .closes("s") : nil
        case "«": return .opens("g")
        case "»": return .closes("g")
        case "\"":
            if open.contains("s"), !opensHere { return .closes("s") }
            if open.contains("d"), !opensHere, !("0"..."9").contains(before) { return .closes("d") }
            // A number before it makes it an inch mark.
            return opensHere ? .opens("s") : nil
        case "‘":
            return insideWord || !opensHere ? nil : .opens("'")
        case "’", "'":
            if insideWord { return nil }
            if open.contains("'"), !before.properties.isWhitespace { return isWord(after) ? nil : .closes("'") }
            return mark == "'" && opensHere && isWord(after) && !("0"..."9").contains(after) ? .opens("'") : nil
        default: return nil
        }
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
    }
}

public import ChanceryCore

/// The parts of a text in which words that were searched for stand, each cut between words.
///
/// Every different word that was found stands in one of the parts, however far apart the words are.
public struct Excerpt: Hashable, Sendable {
    /// A run of the text.
    public struct Part: Hashable, Sendable {
        /// The words of the run, as the text has them.
        public var text: String
        /// Where it stands, in code points.
        public var span: CodePointSpan
        /// The words found in it, in code points.
        public var matches: [CodePointSpan]
    }

    /// The parts, in the order of the text; none overlaps another.
    public let parts: [Part]
    /// Which of the parts holds most of what was found.
    public let main: Int
    /// Whether words of the text stand before the first part.
    public let isCutBefore: Bool
    /// Whether words of the text stand after the last part.
    public let isCutAfter: Bool

    /// The length of the main part, in code points; of the others half of it.
    public static let length = 240
    /// How many parts there are at most.
    private static let most = 5

    /// Takes the parts from a text.
    ///
    /// - Parameters:
    ///   - matches: the places found, in code points of the document, in order.
    ///   - start: where the text begins in its document, in code points.
    public init(of text: String, matches: [CodePointSpan], at start: Int = 0) {
        let scalars = Array(text.unicodeScalars)
        let whole = CodePointSpan(start, start + scalars.count)
        let matches = matches.filter { whole.contains($0) }
        func words(_ span: CodePointSpan) -> String {
            var cut = String.UnicodeScalarView()
            cut.append(contentsOf: scalars[(span.start - start)..<(span.end - start)])
            return String(cut)
        }
        let best = Self.window(matches, from: start)
        var windows = [Self.cut(scalars, around: best, length: Self.length, offset: start)]
        // Forms of a word begin alike: "recognised", "recognition".
        func key(_ match: CodePointSpan) -> String { String(NameFolding.fold(words(match)).prefix(5)) }
        var found = Set(matches.filter { windows[0].contains($0) }.map(key))
        for match in matches where windows.count < Self.most {
            guard found.insert(key(match)).inserted else { continue }
            windows.append(Self.cut(scalars, around: match.start, length: Self.length / 2, offset: start))
        }
        let main = windows[0]
        let joined = Self.joined(windows)
        parts = joined.map { span in
            Part(text: words(span), span: span, matches: matches.filter { span.contains($0) })
        }
        self.main = joined.firstIndex { $0.contains(main) } ?? 0
        isCutBefore = (joined.first?.start ?? start) > start
        isCutAfter = (joined.last?.end ?? whole.end) < whole.end
    }

    /// The start of the match from which most others lie within one length.
    private static func window(_ matches: [CodePointSpan], from start: Int) -> Int {
        var best = (start: matches.first?.start ?? start, count: 0)
        var end = 0
        for (index, match) in matches.enumerated() {
            while end < matches.count, matches[end].end <= match.start + length * 3 / 4 { end += 1 }
            if end - index > best.count { best = (match.start, end - index) }
        }
        return best.start
    }

    /// A run of about a length, a quarter of it before a place; cut between words, within a fifth of the length.
    private static func cut(
        _ scalars: [Unicode.Scalar], around place: Int, length: Int, offset: Int
    ) -> CodePointSpan {
        let place = place - offset
        var start = max(0, min(place - length / 4, scalars.count - length))
        var end = min(scalars.count, start + length)
        let slack = length / 5
        if start > 0,
            let blank = (start..<min(start + slack, place)).first(where: { scalars[$0].properties.isWhitespace })
        {
            start = blank + 1
        }
        if end < scalars.count,
            let blank = (max(end - slack, start)..<end).last(where: { scalars[$0].properties.isWhitespace })
        {
            end = blank
        }
        return CodePointSpan(start + offset, max(start, end) + offset)
    }

    /// Runs in the order of the text, those that meet as one.
    private static func joined(_ windows: [CodePointSpan]) -> [CodePointSpan] {
        windows.sorted { $0.start < $1.start }.reduce(into: []) { joined, window in
            if let last = joined.last, window.start <= last.end + 1 {
                joined[joined.count - 1] = CodePointSpan(last.start, max(last.end, window.end))
            } else {
                joined.append(window)
            }
        }
    }
}

package import ChanceryCore

/// A document's text as views quote from it: its blocks, sentences and statements, all in code points.
package struct StoredLayout: Sendable {
    /// One block of the text.
    package struct Part: Hashable, Sendable {
        /// The part it plays.
        package var kind: Block.Kind
        /// All of it.
        package var span: CodePointSpan
        /// Its words, without a label before them.
        package var body: CodePointSpan
        /// The marks of footnotes inside it.
        package var notes: [CodePointSpan]
        /// What inside it is not read as it stands: these, markup, character references; in order.
        package var marks: [Mark]
    }

    /// Something that is not read as it stands.
    package struct Mark: Hashable, Sendable {
        /// Its place.
        package var span: CodePointSpan
        /// What is read instead; empty of most.
        package var text: String
    }

    /// The text.
    package let scalars: [Unicode.Scalar]
    /// Its blocks in order; without any, all of it is one.
    package let parts: [Part]
    /// Where somebody's words stand, from the statements coded from it.
    package let contents: [CodePointSpan]
    /// Before each block, how many are counted as paragraphs.
    private let counted: [Int]

    /// Reads a text.
    package init(_ text: String, blocks: [Block] = [], contents: [CodePointSpan] = []) {
        let map = OffsetMap(text)
        let scalars = Array(text.unicodeScalars)
        self.scalars = scalars
        parts = blocks.map { block in
            var body = map.codePoints(block.body)
            // A label of one letter ("Q: …") is no word of a question or answer.
            if [.question, .answer].contains(block.kind), body.count > 2, body.end <= scalars.count,
                scalars[body.start].properties.isUppercase, [":", "."].contains(scalars[body.start + 1])
            {
                body.start += 2
            }
            return Part(
                kind: block.kind, span: map.codePoints(block.span), body: body,
                notes: block.noteMarks.map { map.codePoints($0) },
                marks: (block.noteMarks.map { Mark(span: map.codePoints($0), text: "") }
                    + block.substitutions.map { Mark(span: map.codePoints($0.span), text: $0.text) })
                    .sorted { $0.span < $1.span })
        }
        self.contents = contents
        var counted = [0]
        counted.reserveCapacity(parts.count + 1)
        for part in parts { counted.append(counted[counted.count - 1] + (Paragraph.isCounted(part.kind) ? 1 : 0)) }
        self.counted = counted
    }

    /// The first block that ends behind a place: blocks stand in order, and none in another.
    private func first(endingBehind place: Int) -> Int {
        var (low, high) = (0, parts.count)
        while low < high {
            let middle = (low + high) / 2
            if parts[middle].span.end <= place { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Which block a place lies in.
    private func index(at place: Int) -> Int? {
        let index = first(endingBehind: place)
        return index < parts.count && parts[index].span.start <= place ? index : nil
    }

    /// The block a place lies in; where no block holds it, the whole text.
    package func part(at place: Int) -> Part {
        let whole = CodePointSpan(0, scalars.count)
        return index(at: place).map { parts[$0] }
            ?? Part(kind: .paragraph, span: whole, body: whole, notes: [], marks: [])
    }

    /// A part of a text as a reader finds it.
    package struct Paragraph: Hashable, Sendable {
        /// The part it plays.
        package var kind: Block.Kind
        /// Which paragraph it is, counted from 1 through running text, quoted paragraphs, turns and list items; nil of
        /// whatever else.
        package var number: Int?

        static func isCounted(_ kind: Block.Kind) -> Bool {
            [.paragraph, .blockQuote, .question, .answer, .listItem].contains(kind)
        }

        /// `paragraph 12`; of what is not counted what it is.
        package var words: String {
            if let number { return "paragraph \(number)" }
            return switch kind {
            case .infobox: "infobox"
            case .metadata: "words about the text"
            case .furniture: "words beside the text"
            default: kind.rawValue
            }
        }
    }

    /// The part of the text a place lies in; nil where no block holds it.
    package func paragraph(at place: Int) -> Paragraph? {
        guard let index = index(at: place) else { return nil }
        let kind = parts[index].kind
        return Paragraph(kind: kind, number: Paragraph.isCounted(kind) ? counted[index + 1] : nil)
    }

    /// The words of a range, as they stand.
    package func words(_ span: CodePointSpan) -> String {
        let start = min(max(span.start, 0), scalars.count)
        let end = min(max(span.end, start), scalars.count)
        return String(String.UnicodeScalarView(scalars[start..<end]))
    }

    /// The words of a range as they are read: without marks of footnotes and markup, references as what they stand for.
    package func cleanWords(_ span: CodePointSpan) -> String {
        var out = ""
        var at = span.start
        for part in parts[first(endingBehind: span.start)...] {
            if part.span.start >= span.end { break }
            for mark in part.marks where span.contains(mark.span) && mark.span.start >= at {
                out += words(CodePointSpan(at, mark.span.start)) + mark.text
                at = mark.span.end
            }
        }
        return out + words(CodePointSpan(at, span.end))
    }

    // MARK: Sentences

    /// The sentence around a range, inside its block: from the first word to the mark that ends it.
    package func sentence(around given: CodePointSpan) -> CodePointSpan {
        let span = trimmed(given)
        let floor = max(part(at: span.start).body.start, 0)
        let ceiling = min(part(at: max(span.end - 1, span.start)).body.end, scalars.count)
        var start = min(span.start, scalars.count)
        while start > floor, !endsSentence(before: start) { start -= 1 }
        var end = max(span.end, start)
        // The range may take in the mark that ends its sentence.
        while end < ceiling, !endsSentence(before: end, isEnd: true) { end += 1 }
        while start < end, scalars[start].properties.isWhitespace { start += 1 }
        return CodePointSpan(max(start, floor), max(end, start))
    }

    /// A range without the blanks at its ends.
    package func trimmed(_ span: CodePointSpan) -> CodePointSpan {
        var (start, end) = (min(max(span.start, 0), scalars.count), min(max(span.end, 0), scalars.count))
        while start < end, scalars[start].properties.isWhitespace { start += 1 }
        while start < end, scalars[end - 1].properties.isWhitespace { end -= 1 }
        return CodePointSpan(start, end)
    }

    /// Whether a sentence ends before a place: a mark that ends one, perhaps closed by quotation marks or brackets, and a
    /// blank with a new beginning behind it. The mark after one letter ("U.S.") or after a short word with a capital
    /// ("Jan.", "Mr.") ends none.
    private func endsSentence(before place: Int, isEnd: Bool = false) -> Bool {
        var at = place - 1
        if !isEnd {
            guard at >= 0, scalars[at].properties.isWhitespace else { return false }
            while at >= 0, scalars[at].properties.isWhitespace { at -= 1 }
        } else if place < scalars.count, !scalars[place].properties.isWhitespace {
            return false
        }
        while at >= 0, Self.closers.contains(scalars[at]) || isMark(at) { at -= 1 }
        guard at >= 0, Self.stops.contains(scalars[at]) else { return false }
        var next = place
        while next < scalars.count, scalars[next].properties.isWhitespace { next += 1 }
        if next < scalars.count, scalars[next].properties.isLowercase { return false }
        guard scalars[at] == "." else { return true }
        var first = at
        while first > 0, scalars[first - 1].properties.isAlphabetic { first -= 1 }
        let word = scalars[first..<at]
        if word.count == 1 { return false }
        let isShortName =
            (2...3).contains(word.count) && word.first?.properties.isUppercase == true
            && word.dropFirst().allSatisfy(\.properties.isLowercase)
        return !isShortName
    }

    private func isMark(_ place: Int) -> Bool {
        part(at: place).marks.contains { $0.span.start <= place && place < $0.span.end }
    }

    /// The nearest place at or before the given one where a part of a sentence begins; nil where none does.
    package func clauseStart(before place: Int, notBefore floor: Int) -> Int? {
        var at = min(place, scalars.count)
        while at > floor {
            if divides(at - 1) || Self.openers.contains(scalars[at - 1]) { return at }
            at -= 1
        }
        return nil
    }

    /// The nearest place at or after the given one where a part of a sentence ends; nil where none does.
    package func clauseEnd(after place: Int, notAfter ceiling: Int) -> Int? {
        var at = place
        while at < min(ceiling, scalars.count) {
            if divides(at) || Self.closers.contains(scalars[at]) { return at }
            at += 1
        }
        return nil
    }

    /// Whether a mark divides a sentence; the one in a number or a date ("7 October, 2023", "October 7, 2023") does not.
    private func divides(_ place: Int) -> Bool {
        guard Self.dividers.contains(scalars[place]) else { return false }
        let next = scalars[(place + 1)...].first { !$0.properties.isWhitespace }
        return next?.properties.numericType == nil
    }

    /// Marks that end a sentence.
    package static let stops: Set<Unicode.Scalar> = [".", "!", "?", "…"]
    /// Marks that divide a sentence.
    package static let dividers: Set<Unicode.Scalar> = [",", ";", ":", "—", "–"]
    /// Quotation marks and brackets that open, and those that close.
    package static let openers: Set<Unicode.Scalar> = ["“", "«", "(", "[", "„"]
    package static let closers: Set<Unicode.Scalar> = ["”", "»", ")", "]", "\"", "’", "'"]

    // MARK: Footnotes and questions

    /// The text of the footnote that a mark points to; nil where it points to none that is here.
    package func footnote(of mark: CodePointSpan) -> String? {
        let label = Self.label(words(mark))
        guard !label.isEmpty else { return nil }
        let notes = parts.filter { $0.kind == .footnote }
        let labelled = notes.first { note in
            note.body.start > note.span.start
                && Self.label(words(CodePointSpan(note.span.start, note.body.start))) == label
        }
        // Notes without labels of their own stand in the order of the marks.
        let unlabelled = Int(label).flatMap { number in
            notes.allSatisfy { $0.body == $0.span } && notes.indices.contains(number - 1) ? notes[number - 1] : nil
        }
        return (labelled ?? unlabelled).map { words($0.body) }
    }

    /// The footnotes that the sentence around a range bears, in order, with their marks.
    package func footnotes(around span: CodePointSpan) -> [(label: String, words: String)] {
        let sentence = sentence(around: span)
        let reach = CodePointSpan(sentence.start, sentence.end + 1)
        return part(at: span.start).notes.filter { reach.overlaps($0) }.compactMap { mark in
            footnote(of: mark).map { (Self.label(words(mark)), $0) }
        }
    }

    /// All footnotes, in order, each with the mark that points to it where one does.
    package var footnotes: [(label: String, words: String)] {
        let marks = parts.flatMap(\.notes).sorted()
        var labels: [String: String] = [:]
        for mark in marks {
            if let note = footnote(of: mark), labels[note] == nil { labels[note] = Self.label(words(mark)) }
        }
        return parts.filter { $0.kind == .footnote }.map { note in
            let text = words(note.body)
            return (labels[text] ?? "", text)
        }
    }

    /// The digits or letters of a mark: `4` of `[4]`, of `4` and of `⁴`.
    private static func label(_ mark: String) -> String {
        guard mark.unicodeScalars.count <= 12 else { return "" }
        return String(
            mark.compactMap { character -> Character? in
                if let digit = character.wholeNumberValue { return Character("\(digit % 10)") }
                return character.isLetter ? character : nil
            })
    }

    /// The question to which the words at a place are the answer: the one before the answer that begins there.
    package func question(answeredAt place: Int) -> CodePointSpan? {
        guard let index = index(at: place), parts[index].kind == .answer, place <= parts[index].body.start + 1
        else { return nil }
        guard let asked = parts[..<index].last(where: { $0.kind != .answer }), asked.kind == .question else {
            return nil
        }
        return asked.body
    }
}

import ChanceryCore

extension Structurer {
    /// Finds footnotes and the marks that point to them.
    ///
    /// Marks are superscript or bracketed numbers, or digits glued to a word or to its punctuation ("… in the treaty.2 The
    /// …"). Glued digits could be anything, so they count only as a run in order, 1, 2, 3 …, and a lone 1 only where
    /// notes stand at the end.
    mutating func markNotes() {
        let headed = markHeadedNotes()
        let run = gluedRun()
        let tail = tailUnits(after: run.last?.index ?? units.count)
        let numbered = headed ? 0 : markNumberedNotes(run.count, tail)
        let unnumbered = headed || numbered > 0 || run.isEmpty ? 0 : markUnnumberedNotes(run.count, tail)
        if run.count >= 2 || (run.count == 1 && (headed || numbered + unnumbered > 0)) {
            for (index, mark) in run where units[index].kind != .footnote { units[index].noteMarks.append(mark) }
        }
        for index in units.indices where canHoldMarks(units[index]) {
            units[index].noteMarks += explicitMarks(in: units[index].body)
            units[index].noteMarks = Set(units[index].noteMarks).sorted()
        }
    }

    func canHoldMarks(_ unit: Unit) -> Bool {
        switch unit.kind {
        case nil, .paragraph, .question, .answer, .blockQuote, .listItem, .caption, .title, .heading: true
        default: false
        }
    }

    /// Units under a heading "Notes" or "References" are notes, up to the next heading.
    private mutating func markHeadedNotes() -> Bool {
        var isInside = false
        var found = false
        for index in units.indices {
            let unit = units[index]
            if unit.kind == .heading || (unit.kind == nil && isLoneLine(index)) {
                let words = lineWords(unit)
                isInside = lexicon.labels.contains("notes", words.map(\.folded).joined(separator: " "))
                if isInside { units[index].kind = .heading }
                if unit.kind == .heading || isInside { continue }
            }
            guard isInside, unit.kind == nil || unit.kind == .listItem else { continue }
            units[index].kind = .footnote
            units[index].body = afterNumber(unit.body)?.body ?? unit.body
            found = true
        }
        return found
    }

    /// The last units of the text that begin with 1, 2, 3 …, if there are no more marks than that; returns how many.
    private mutating func markNumberedNotes(_ marks: Int, _ tail: [Int]) -> Int {
        guard marks > 0 else { return 0 }
        for start in tail.indices {
            guard let first = afterNumber(units[tail[start]].span), first.number == 1 else { continue }
            var expected = 1
            var found: [(index: Int, body: ByteSpan)] = []
            for index in tail[start...] {
                if let (number, body) = afterNumber(units[index].span), number == expected {
                    found.append((index, body))
                    expected += 1
                } else {
                    found.append((index, units[index].body))
                }
            }
            guard expected - 1 >= marks, found.count <= 2 * (expected - 1) else { continue }
            for (index, body) in found {
                units[index].kind = .footnote
                units[index].body = body
            }
            return expected - 1
        }
        return 0
    }

    /// As many last paragraphs as there are marks, if one of them reads like a citation; a paragraph that a colon introduces
    /// counts with the one before it. Returns how many.
    private mutating func markUnnumberedNotes(_ marks: Int, _ tail: [Int]) -> Int {
        var groups: [[Int]] = []
        for index in tail {
            if let last = groups.last?.last, last == index - 1, text.bytes[units[last].body.end - 1] == 0x3A {
                groups[groups.count - 1].append(index)
            } else {
                groups.append([index])
            }
        }
        guard
            let start = groups.indices.suffix(marks).first(where: { isCitation(units[groups[$0][0]]) })
        else { return 0 }
        for group in groups[start...] { for index in group { units[index].kind = .footnote } }
        return groups.count - start
    }

    /// The running units after the last mark and the last heading, furniture and words about the text left out.
    private func tailUnits(after mark: Int) -> [Int] {
        let heading = units.lastIndex { $0.kind == .heading || $0.kind == .title } ?? -1
        return units.indices.filter {
            $0 > max(mark, heading) && (units[$0].kind == nil || units[$0].kind == .listItem)
        }
    }

    /// Whether a paragraph reads like a citation: "See …", "Ibid.", a volume with its year and pages, a DOI.
    private func isCitation(_ unit: Unit) -> Bool {
        let words = text.words(in: unit.body, limit: 60)
        let cues = words.reduce(0) { count, word in
            count + (lexicon.labels.contains("citation", word.folded) ? 1 : 0)
        }
        let hasIbid = words.contains { $0.folded == "ibid" || $0.folded == "doi" }
        let beginsSee =
            words.count > 1 && (words[0].folded == "see" || words[0].folded == "cf") && words[1].isCapitalised
        let hasPages = words.contains { word in
            let parts = word.folded.split(whereSeparator: { $0 == "–" || $0 == "-" })
            return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.count <= 4 && Int($0) != nil }
        }
        return hasIbid || beginsSee || cues >= 3 || (cues >= 1 && hasPages)
    }
}

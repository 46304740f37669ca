import ChanceryCore

extension Structurer {
    /// How many units from the top, and from the end, lines about the text are looked for.
    private static let reach = (top: 10, end: 6)

    /// Finds the lines that tell of the text itself: byline, date of publication, dateline, who published it first.
    mutating func markProvenance() {
        let open = units.indices.filter { units[$0].kind == nil || units[$0].kind == .heading && !units[$0].isMarked }
        let top = Set(open.prefix(Self.reach.top))
        let end = Set(open.suffix(Self.reach.end))
        for index in open where top.contains(index) { markDateline(index) }
        let chronology = datedLines(open)
        for index in open where chronology.contains(index) { units[index].kind = .heading }
        for index in open where !chronology.contains(index) {
            let words = lineWords(units[index])
            if words.isEmpty { continue }
            let isEdge = top.contains(index) || end.contains(index)
            if markOrigin(index, words, isEdge: isEdge) { continue }
            if isEdge, markByline(index, words, isAtTop: top.contains(index)) { continue }
            if isEdge, let date = publicationDate(words) {
                units[index].kind = .metadata
                if metadata.publishedOn == nil { metadata.publishedOn = date }
            }
        }
    }

    /// The lines of a chronology: two or more that are nothing but a date, each another and with text below it. One alone
    /// is when the text was published; so are those of a web page, where dated comments may follow.
    private func datedLines(_ open: [Int]) -> Set<Int> {
        guard format != .html else { return [] }
        var dates: Set<String> = []
        var lines: Set<Int> = []
        for index in open where index + 1 < units.count && units[index + 1].kind == nil {
            let words = lineWords(units[index])
            guard words.count <= 4, let date = lexicon.months.date(in: words, at: 0), date.count == words.count else {
                continue
            }
            dates.insert(date.edtf)
            lines.insert(index)
        }
        return dates.count > 1 ? lines : []
    }

    /// A line that one of the rules of `en/origins.txt` matches.
    private mutating func markOrigin(_ index: Int, _ words: [Word], isEdge: Bool) -> Bool {
        guard let first = words.first else { return false }
        for rule in lexicon.origins.candidates(first) {
            guard let match = rule.pattern.match(words, months: lexicon.months) else { continue }
            let kindName = rule.id.prefix { $0 != ":" }
            guard let kind = OriginMark.Kind(rawValue: String(kindName)) else { continue }
            // "Source: …" and the like say so only at a text's edge.
            if !isEdge, kind != .originallyPublished, kind != .appearedFirst { continue }
            let name = match.captures["name"].map { text.string($0) } ?? ""
            if let span = match.captures["name"], !isPublisher(span) { continue }
            units[index].kind = .metadata
            originMarks.append(OriginMark(kind: kind, name: name, span: units[index].span))
            if let title = match.captures["title"], metadata.title == nil { metadata.title = text.string(title) }
            if kind == .appearedFirst || (kind == .originallyPublished && metadata.publisher == nil) {
                metadata.publisher = name
            }
            if let date = match.date, metadata.publishedOn == nil { metadata.publishedOn = date }
            if kind == .reprint { findAuthor(before: index, words) }
            return true
        }
        return false
    }

    /// Whether a span can name a publication: at most eight words, capitalised but for the small ones.
    private func isPublisher(_ span: ByteSpan) -> Bool {
        let words = text.words(in: span, limit: 9)
        return words.count <= 8
            && words.allSatisfy { word in
                word.isCapitalised || word.folded.contains(".") || word.core.count <= 3
                    || lexicon.labels.contains("particles", word.folded) || Int(word.folded) != nil
            }
    }

    /// "Following is a part of his article": "his" is the person whom the paragraph before begins with.
    private mutating func findAuthor(before index: Int, _ words: [Word]) {
        guard metadata.authors.isEmpty, index > 0, words.contains(where: { $0.folded == "his" || $0.folded == "her" }),
            units[index - 1].isRunning
        else { return }
        let opening = text.words(in: units[index - 1].body, limit: 6)
        guard let last = opening.firstIndex(where: { text.bytes[$0.raw.end - 1] == 0x2C }), (1...3).contains(last),
            isName(Array(opening[...last]))
        else { return }
        metadata.authors = [text.string(opening[0].core.union(opening[last].core))]
    }

    /// A line of nothing but a date, with "Published" or "Updated" before it and a time of day after it.
    func publicationDate(_ words: [Word]) -> String? {
        for start in 0..<min(words.count, 4) {
            guard let date = lexicon.months.date(in: words, at: start) else { continue }
            let label = words[..<start].map(\.folded).joined(separator: " ")
            guard start == 0 || lexicon.labels.contains("published", label) else { return nil }
            let rest = words[(start + date.count)...]
            // "7 May 2005 at 10:30 am GMT" is a line about the text, "7 May 2005 the treaty lapsed" a sentence.
            let isTime = rest.allSatisfy { word in
                word.core.count <= 5 && (word.folded.contains { $0.isNumber || $0 == "|" } || word.isUpper)
                    || lexicon.labels.contains("time-of-day", word.folded)
            }
            return rest.count <= 6 && isTime ? date.edtf : nil
        }
        return nil
    }
}

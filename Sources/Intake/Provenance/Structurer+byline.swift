import ChanceryCore

extension Structurer {
    /// A line that names who wrote the text, and lines "Publisher: …", "Published: …" at the top.
    mutating func markByline(_ index: Int, _ words: [Word], isAtTop: Bool) -> Bool {
        if isAtTop, let label = splitLabel(units[index]), markField(index, label) { return true }
        guard let (names, date) = bylineNames(words) else { return false }
        units[index].kind = .metadata
        if metadata.authors.isEmpty { metadata.authors = names.map { text.string($0) } }
        if metadata.publishedOn == nil { metadata.publishedOn = date }
        for name in names { originMarks.append(OriginMark(kind: .byline, name: text.string(name), span: name)) }
        return true
    }

    private mutating func markField(_ index: Int, _ label: LabelledLine) -> Bool {
        let words = text.words(in: label.rest, limit: 20)
        guard words.count < 20, let first = words.first, let last = words.last else { return false }
        let value = text.string(first.core.union(last.core))
        if lexicon.labels.contains("published", label.folded), let date = lexicon.months.date(in: words, at: 0) {
            metadata.publishedOn = metadata.publishedOn ?? date.edtf
        } else if lexicon.labels.contains("publisher", label.folded) || lexicon.labels.contains("source", label.folded),
            first.isCapitalised, words.count <= 8
        {
            metadata.publisher = metadata.publisher ?? value
            if lexicon.labels.contains("source", label.folded) {
                originMarks.append(OriginMark(kind: .reprint, name: value, span: units[index].span))
            }
        } else if lexicon.labels.contains("title", label.folded) {
            metadata.title = value
        } else if lexicon.labels.contains("place", label.folded), first.isCapitalised, words.count <= 5 {
        } else {
            return false
        }
        units[index].kind = .metadata
        return true
    }

    /// The names in "By Jana Roe and Ole Dam, Osk Herald | May 7, 2005", and the date; nil where the line is no byline.
    func bylineNames(_ words: [Word]) -> (names: [ByteSpan], date: String?)? {
        guard words.count <= 24 else { return nil }
        var start = 0
        for length in 1...3 where words.count > length {
            let head = words[..<length].map(\.folded).joined(separator: " ")
            if lexicon.labels.contains("byline", head) { start = length }
        }
        guard start > 0, words[0].isCapitalised else { return nil }
        var names: [ByteSpan] = []
        var current: [Word] = []
        var index = start
        var isClosed = false
        func close() {
            if let first = current.first, let last = current.last, (1...5).contains(current.count) {
                names.append(first.core.union(last.core))
            }
            current = []
        }
        while index < words.count, !isClosed {
            let word = words[index]
            if lexicon.months.date(in: words, at: index) != nil { break }
            if lexicon.labels.contains("conjunctions", word.folded) {
                close()
            } else if word.isCapitalised || (!current.isEmpty && lexicon.labels.contains("particles", word.folded)) {
                current.append(word)
                let comma = text.bytes[word.raw.end - 1] == 0x2C
                // After a comma another author, if an "and" comes later; else what the author is, or for whom they write.
                if comma {
                    close()
                    isClosed = !words[(index + 1)...].contains { lexicon.labels.contains("conjunctions", $0.folded) }
                }
            } else if ["|", "-", "–", "—", "·", "•", "/"].contains(word.folded) {
                break
            } else {
                // A small word inside is a sentence: "By the end of the year …".
                return nil
            }
            index += 1
        }
        close()
        guard !names.isEmpty,
            !(names.count == 1 && start + 1 == words.count && words[start].isUpper && words[0].folded != "by")
        else { return nil }
        // What follows must not be a sentence either.
        let rest = words[min(index, words.count)...]
        let small = rest.filter { !$0.isCapitalised && $0.core.count > 3 }.count
        guard small <= 2, names.allSatisfy({ text.words(in: $0).count >= 2 }) || rest.isEmpty else { return nil }
        var date: String?
        for position in rest.indices where date == nil { date = lexicon.months.date(in: words, at: position)?.edtf }
        return (names, date)
    }
}

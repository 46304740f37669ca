import ChanceryCore

extension Structurer {
    /// Finds a dateline at the start of a paragraph: "OSK CITY, May 7, 2005 (Agency) – The …". The paragraph's own words
    /// begin after it.
    ///
    /// Told by its dash between blanks, its few words, all of them names, dates or in brackets, and either a place in capitals
    /// or an agency in brackets.
    mutating func markDateline(_ index: Int) {
        guard units[index].kind == nil else { return }
        let words = text.words(in: units[index].body, limit: 14)
        guard words.count > 2, let dash = words.firstIndex(where: { isDash($0) || endsInDash($0) || isColon($0) }),
            (1...10).contains(dash),
            dash + 1 < words.count
        else { return }
        let isWord = !isDash(words[dash]) && text.string(words[dash].raw) != ":"
        let end = isWord ? dash + 1 : dash
        var position = 0
        var date: String?
        var agency: ByteSpan?
        while position < end {
            if let found = lexicon.months.date(in: words, at: position), position + found.count <= end {
                date = found.edtf
                position += found.count
                continue
            }
            if text.bytes[words[position].raw.start] == 0x28 {
                guard let close = words[position..<end].firstIndex(where: { text.string($0.raw).contains(")") })
                else { return }
                agency = words[position].core.union(words[close].core)
                position = close + 1
                continue
            }
            let word = words[position]
            guard word.isCapitalised || Int(word.folded) != nil || lexicon.labels.contains("particles", word.folded)
            else { return }
            position += 1
        }
        // A colon follows an agency only: "OSK (Agency): The …".
        guard agency != nil || (!isColon(words[dash]) && words[0].isUpper && words[0].core.count >= 3) else { return }
        if let agency {
            let mark = OriginMark(
                kind: .agency, name: text.string(agency), span: ByteSpan(units[index].span.start, words[dash].raw.end))
            originMarks.append(mark)
        }
        if metadata.publishedOn == nil { metadata.publishedOn = date }
        units[index].body = ByteSpan(words[dash + 1].raw.start, units[index].body.end)
    }

    /// "OSK CITY-- The …": the dash hangs on the last word.
    private func endsInDash(_ word: Word) -> Bool {
        text.string(word.raw).hasSuffix("--") && word.core.end < word.raw.end
    }

    private func isColon(_ word: Word) -> Bool { text.string(word.raw) == ":" || text.string(word.raw).hasSuffix("):") }

    private func isDash(_ word: Word) -> Bool {
        var offset = word.raw.start
        while offset < word.raw.end {
            let (value, end) = text.scalar(at: offset)
            guard Punctuation.isDash(value) else { return false }
            offset = end
        }
        return true
    }
}

import ChanceryCore

extension Structurer {
    /// Tells headings from captions among short lines that are no sentences, and finds pull quotes.
    ///
    /// A heading names what follows it. A caption stands between paragraphs by accident of the page: it carries a picture's
    /// credit, or comes doubled (the picture's alternative text and the words under it), or repeats the text.
    mutating func markShortLines() {
        comparisons = 0
        markDeck()
        markCredits()
        var index = units.startIndex
        while index < units.endIndex {
            guard isCandidate(index) else {
                index += 1
                continue
            }
            var end = index + 1
            while end < units.endIndex, isCandidate(end) { end += 1 }
            decide(index..<end)
            index = end
        }
        markPullQuotes()
    }

    private func isCandidate(_ index: Int) -> Bool {
        guard units[index].kind == nil, !Punctuation.isDash(text.scalar(at: units[index].span.start).value) else {
            return false
        }
        let words = lineWords(units[index])
        return (1...16).contains(words.count) && !text.endsSentence(units[index].span)
    }

    /// The line under a title that sums the text up, without a full stop.
    private mutating func markDeck() {
        guard let title = units.firstIndex(where: { $0.kind == .title }) else { return }
        let next = title + 1
        guard next < units.count, units[next].kind == nil, !text.endsSentence(units[next].span),
            (1...40).contains(lineWords(units[next]).count), next + 1 < units.count
        else { return }
        units[next].kind = .heading
    }

    /// Lines that name a picture or its source: "Photo: …", "… (AFP)", "… / Reuters".
    private mutating func markCredits() {
        for index in units.indices where units[index].kind == nil {
            let words = lineWords(units[index])
            guard let first = words.first, let last = words.last, words.count <= 45 else { continue }
            let isLabelled = text.bytes[first.raw.end - 1] == 0x3A && lexicon.labels.contains("caption", first.folded)
            let opener = words.lastIndex { text.bytes[$0.raw.start] == 0x28 || $0.folded == "/" || $0.folded == "©" }
            var isSourced = false
            if let opener, opener > 0, words.count - opener <= 7,
                text.bytes[words[opener].raw.start] != 0x28 || text.bytes[last.raw.end - 1] == 0x29
            {
                isSourced = words[opener...].contains { lexicon.labels.contains("caption-source", $0.folded) }
            }
            if isLabelled || isSourced { units[index].kind = .caption }
        }
    }

    private mutating func decide(_ lines: Range<Int>) {
        let next = lines.upperBound
        let isFollowed =
            next < units.count
            && [nil, .paragraph, .question, .answer, .listItem, .blockQuote].contains(units[next].kind)
        if lines.count == 2, doubled(lines.lowerBound, lines.lowerBound + 1) {
            for index in lines { units[index].kind = .caption }
        } else if lines.count <= 2 {
            for index in lines {
                if isRepeated(index) || isNameAside(index, followedBy: next) {
                    units[index].kind = .caption
                } else if isFollowed {
                    units[index].kind = .heading
                }
            }
        }
    }

    /// Whether another line may be looked for through the whole text: a text of a million short lines gets no more than this.
    private mutating func mayCompare() -> Bool {
        comparisons += 1
        return comparisons <= 200
    }

    /// Whether one line begins with all the words of the other.
    private func doubled(_ a: Int, _ b: Int) -> Bool {
        let first = lineWords(units[a]).map(\.folded)
        let second = lineWords(units[b]).map(\.folded)
        return first.starts(with: second) || second.starts(with: first)
    }

    /// Whether a line of five words or more stands in the running text too, word for word.
    private mutating func isRepeated(_ index: Int) -> Bool {
        let span = units[index].span
        guard lineWords(units[index]).count >= 5, mayCompare() else { return false }
        let needle = text.string(span)
        return units.contains {
            $0.isRunning && $0.span != span && $0.span.count > span.count && text.string($0.span).contains(needle)
        }
    }

    /// Whether a line is nothing but a name of two or three words that what follows does not mention.
    private mutating func isNameAside(_ index: Int, followedBy next: Int) -> Bool {
        let words = lineWords(units[index])
        guard (2...3).contains(words.count), isName(words), mayCompare(), words.allSatisfy({ !$0.isUpper }) else {
            return false
        }
        guard next < units.count, let surname = words.last?.folded else { return true }
        let following = text.words(in: units[next].body, limit: 400)
        let isKnown = units.contains {
            $0.isRunning && $0.span != units[index].span
                && text.string($0.span).contains(text.string(units[index].span))
        }
        return isKnown && !following.contains { $0.folded == surname || $0.folded.hasPrefix(surname + "'") }
    }
}

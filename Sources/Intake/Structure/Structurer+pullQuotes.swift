import ChanceryCore

extension Structurer {
    /// Marks pull quotes: single sentences among long paragraphs that say again, in part word for word, what a paragraph
    /// says. They would else be read as a second telling.
    mutating func markPullQuotes() {
        let running = units.indices.filter { units[$0].isRunning }
        let lengths = running.map { text.words(in: units[$0].body, limit: 200).count }.sorted()
        // Where paragraphs are short, as in agency news, a single sentence is one of them.
        guard running.count >= 8, lengths[lengths.count / 2] >= 45 else { return }
        var pairs: [String: Set<Int>] = [:]
        var stems: [String: Set<Int>] = [:]
        for index in running {
            let words = contentWords(units[index].body)
            for word in words { stems[stem(word.folded), default: []].insert(index) }
            for (first, second) in zip(words, words.dropFirst()) where !first.isCapitalised && !second.isCapitalised {
                pairs["\(first.folded) \(second.folded)", default: []].insert(index)
            }
        }
        for index in running where isSingleSentence(index) {
            let words = contentWords(units[index].body)
            guard (4...16).contains(words.count) else { continue }
            let shared = zip(words, words.dropFirst()).contains { first, second in
                let others = pairs["\(first.folded) \(second.folded)"]?.subtracting([index]) ?? []
                return !first.isCapitalised && !second.isCapitalised && (1...2).contains(others.count)
            }
            let known = words.filter { !(stems[stem($0.folded)]?.subtracting([index]).isEmpty ?? true) }.count
            if shared, known * 10 >= words.count * 8 { units[index].kind = .caption }
        }
    }

    private func isSingleSentence(_ index: Int) -> Bool {
        let words = lineWords(units[index])
        guard (5...26).contains(words.count) else { return false }
        // A stop inside, other than of an abbreviation such as "U.S.", begins a second sentence.
        return !zip(words, words.dropFirst()).contains { word, next in
            let last = text.bytes[word.raw.end - 1]
            return (last == 0x2E || last == 0x3F || last == 0x21) && next.isCapitalised && word.core.count > 4
                && !word.folded.contains(".")
        }
    }

    private func contentWords(_ span: ByteSpan) -> [Word] {
        text.words(in: span, limit: 2000).filter { !lexicon.languages.isFunctionWord($0.folded) && $0.core.count > 2 }
    }

    /// The first letters of a word, by which "train" and "training" are one.
    private func stem(_ word: String) -> String { String(word.prefix(5)) }
}

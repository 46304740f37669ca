import ChanceryCore

extension Structurer {
    /// Marks pull quotes: single sentences among long paragraphs that say again, in part word for word, what a paragraph
    /// says. They would else be read as a second telling.
    mutating func markPullQuotes() {
        let running = units.indices.filter { units[$0].isRunning }
        guard running.count >= 8 else { return }
        let single = running.filter(isSingleSentence)
        guard !single.isEmpty else { return }
        let lengths = running.map { text.wordCount(in: units[$0].body, limit: 200) }.sorted()
        // Where paragraphs are short, as in agency news, a single sentence is one of them.
        guard lengths[lengths.count / 2] >= 45 else { return }
        // Nothing but the words of single sentences is looked for among the others.
        let wanted = Set(single.flatMap { text.words(in: units[$0].body) }.map(\.folded))
        var places: [String: Set<Int>] = [:]
        var pairs: [String: Set<Int>] = [:]
        var runs: [String: Set<Int>] = [:]
        for index in running {
            let words = text.words(in: units[index].body, limit: 2000)
            for stretch in words.split(omittingEmptySubsequences: true, whereSeparator: { !wanted.contains($0.folded) })
            {
                for word in stretch { places[word.folded, default: []].insert(index) }
                for (first, second) in zip(stretch, stretch.dropFirst()) {
                    pairs[pair(first, second), default: []].insert(index)
                }
                for run in fives(Array(stretch)) { runs[run, default: []].insert(index) }
            }
        }
        for index in single {
            let words = text.words(in: units[index].body)
            let repeatsRun = longestRun(fives(words), runs, besides: index) * 2 >= words.count
            // Two plain words side by side that the text has here and in one other paragraph near by, and nowhere else.
            let repeatsPair = zip(words, words.dropFirst()).contains { first, second in
                guard !first.isCapitalised, !second.isCapitalised, first.core.count > 4, second.core.count > 4,
                    let shared = pairs[pair(first, second)], shared.count == 2,
                    places[first.folded] == shared, places[second.folded] == shared
                else { return false }
                return shared.allSatisfy { abs($0 - index) <= 2 }
            }
            if repeatsRun || repeatsPair { units[index].kind = .caption }
        }
    }

    /// The number of words of the longest stretch of a sentence that another paragraph has too.
    private func longestRun(_ fives: [String], _ runs: [String: Set<Int>], besides index: Int) -> Int {
        var longest = 0
        var current = 0
        for five in fives {
            current = (runs[five]?.subtracting([index]).isEmpty ?? true) ? 0 : current + 1
            if current > 0 { longest = max(longest, current + 4) }
        }
        return longest
    }

    private func pair(_ first: Word, _ second: Word) -> String { "\(first.folded) \(second.folded)" }

    private func fives(_ words: [Word]) -> [String] {
        guard words.count >= 5 else { return [] }
        return (0...(words.count - 5)).map { start in words[start..<(start + 5)].map(\.folded).joined(separator: " ") }
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
}

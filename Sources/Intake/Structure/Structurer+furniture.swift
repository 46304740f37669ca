import ChanceryCore

extension Structurer {
    /// Marks what a page carries besides its text, by the rules of `en/furniture.txt`.
    ///
    /// A rule whose id begins with `list-` heads a list of links, so the short lines without a full stop that follow it
    /// are furniture too.
    mutating func markFurniture() {
        var inList = false
        for index in units.indices {
            if units[index].isMarked, units[index].kind != .heading, units[index].kind != .listItem { continue }
            let words = lineWords(units[index])
            if units[index].isMarked, units[index].kind == .heading, isSection(words) {
                inList = false
            } else if let rule = furnitureRule(words) {
                units[index].kind = .furniture
                inList = rule.hasPrefix("list-")
            } else if inList, (1...25).contains(words.count), !text.endsSentence(units[index].span) {
                units[index].kind = .furniture
            } else {
                inList = false
            }
        }
    }

    /// Whether a marked heading names a section that texts have of their own: an encyclopedia's "See also".
    private func isSection(_ words: [Word]) -> Bool {
        lexicon.labels.contains("section", words.map(\.folded).joined(separator: " "))
    }

    /// The id of the first furniture rule that matches a whole line.
    func furnitureRule(_ words: [Word]) -> String? {
        guard let first = words.first else { return nil }
        if isBreadcrumb(words) { return "breadcrumb" }
        // A long line is furniture only by a rule that is made for sentences.
        return lexicon.furniture.candidates(first).first { rule in
            (words.count <= 10 || rule.id.hasPrefix("prose-"))
                && rule.pattern.match(words, months: lexicon.months) != nil
        }?.id
    }

    /// A path of page names: two or more of one separator with words between them, and no sentence.
    private func isBreadcrumb(_ words: [Word]) -> Bool {
        // Nearly all words begin with a letter of ASCII.
        let separators = words.filter {
            ($0.folded.utf8.first ?? 0) >= 0x80 && ["»", "›", "→"].contains($0.folded)
        }
        guard separators.count >= 2, separators.allSatisfy({ $0.folded == separators[0].folded }) else { return false }
        return words.first?.folded != separators[0].folded && words.last?.folded != separators[0].folded
    }
}

import ChanceryCore

extension Structurer {
    /// Finds the title: the one that was given, a first heading, or a first line that is short and no sentence.
    mutating func markTitle() {
        let candidates = units.indices.filter { units[$0].kind != .furniture && units[$0].kind != .infobox }
        guard let first = candidates.first else { return }
        let given = givenTitle.map { key($0) } ?? ""
        if !given.isEmpty,
            let index = candidates.prefix(4).first(where: { key(plain(units[$0].body)) == given })
        {
            units[index].kind = .title
            return
        }
        let unit = units[first]
        if unit.kind == .heading, unit.level <= 1 || isFollowedByText(first) {
            units[first].kind = .title
        } else if format != .wikitext, unit.isRunning, isTitleLine(unit), isFollowedByText(first), !isTurn(first),
            !isAttributed(first)
        {
            units[first].kind = .title
        } else {
            return
        }
        metadata.title = plain(units[first].body)
    }

    /// The letters and digits of a line, by which two spellings of one title are known to be the same.
    private func key(_ line: String) -> String {
        String(
            String.UnicodeScalarView(
                line.lowercased().unicodeScalars.filter {
                    $0.properties.isAlphabetic || $0.properties.numericType != nil
                }))
    }

    /// Whether the text says more than this unit.
    private func isFollowedByText(_ index: Int) -> Bool {
        units[(index + 1)...].contains { $0.kind != .furniture }
    }

    private func isTitleLine(_ unit: Unit) -> Bool {
        let words = lineWords(unit)
        guard (1...30).contains(words.count), text.length(unit.span) <= 200 else { return false }
        if bylineNames(words) != nil || publicationDate(words) != nil || isCueLine(unit) { return false }
        guard let (last, _) = text.scalar(before: unit.span.end, floor: unit.span.start) else { return false }
        switch last {
        case 0x3A, 0x2C, 0x3B: return false
        case 0x2E: return words.count <= 20 && isTitleCase(words)
        default: return true
        }
    }

    /// Whether a line begins with a label that no title has: "Q:", "Published:", "N.B.:".
    private func isCueLine(_ unit: Unit) -> Bool {
        guard let label = splitLabel(unit) else { return false }
        return ["question", "answer", "byline", "published", "publisher", "opening-note"].contains { list in
            lexicon.labels.contains(list, label.folded)
        }
    }

    /// Whether nearly all longer words begin with a capital letter.
    private func isTitleCase(_ words: [Word]) -> Bool {
        let long = words.filter { $0.core.count >= 4 }
        return long.count >= 3 && long.filter(\.isCapitalised).count * 10 >= long.count * 8
    }
}

import ChanceryCore

extension Structurer {
    /// Finds the title: a first heading, or a first line that is short and no sentence.
    mutating func markTitle() {
        guard let first = units.firstIndex(where: { $0.kind != .furniture && $0.kind != .infobox }) else { return }
        let unit = units[first]
        if unit.kind == .heading, unit.level <= 1 || isFollowedByText(first) {
            units[first].kind = .title
        } else if unit.isRunning, isTitleLine(unit), isFollowedByText(first) {
            units[first].kind = .title
        } else {
            return
        }
        metadata.title = text.string(units[first].body)
    }

    /// Whether the text says more than this unit.
    private func isFollowedByText(_ index: Int) -> Bool {
        units[(index + 1)...].contains { $0.kind != .furniture }
    }

    private func isTitleLine(_ unit: Unit) -> Bool {
        let words = lineWords(unit)
        guard (1...30).contains(words.count), text.length(unit.span) <= 200 else { return false }
        if let (last, _) = text.scalar(before: unit.span.end, floor: unit.span.start) {
            if last == 0x2E || last == 0x3A || last == 0x2C || last == 0x3B { return false }
        }
        return true
    }
}

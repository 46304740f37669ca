import ChanceryCore

extension Structurer {
    /// Marks lines whose label names a speaker ("Jana Roe, minister: “…”") as block quotes, and parts the labels that head
    /// their paragraphs ("Context: …") from them where a text does so more than once.
    mutating func markLabels() {
        var headed: [(index: Int, label: LabelledLine)] = []
        for index in units.indices where units[index].kind == nil {
            guard let label = splitLabel(units[index]) else { continue }
            if isQuotedWhole(label.rest), isSpeaker(label) {
                units[index].kind = .blockQuote
                units[index].speaker = label.label
                units[index].body = label.rest
            } else if isRunInHeading(label) {
                headed.append((index, label))
            }
        }
        guard Set(headed.map(\.label.folded)).count >= 2 else { return }
        for (index, label) in headed.reversed() {
            let unit = units[index]
            var heading = Unit(
                text.trimmed(ByteSpan(unit.span.start, label.rest.start)), kind: .heading, body: label.label)
            heading.afterBlank = unit.afterBlank
            units[index] = heading
            units.insert(Unit(ByteSpan(label.rest.start, unit.span.end)), at: index + 1)
        }
    }

    /// Whether a stretch begins with an opening quotation mark and ends with a closing one, or is left open.
    func isQuotedWhole(_ span: ByteSpan) -> Bool {
        guard !span.isEmpty, Punctuation.opensQuote(text.scalar(at: span.start).value) else { return false }
        var end = span.end
        while let (value, start) = text.scalar(before: end, floor: span.start) {
            if Punctuation.closesQuote(value) { return true }
            guard Punctuation.endsSentence(value) || (0x30...0x39).contains(value) else { return false }
            end = start
        }
        return false
    }

    /// Whether a label is a name, alone or with a description after a comma or in brackets, and no clause of saying.
    private func isSpeaker(_ label: LabelledLine) -> Bool {
        if label.words.contains(where: { lexicon.labels.contains("saying", $0.folded) }) { return false }
        let name = label.words.prefix { $0.isCapitalised || lexicon.labels.contains("particles", $0.folded) }
        guard isName(Array(name.prefix(5))), !lexicon.languages.isFunctionWord(name[0].folded),
            !lexicon.labels.contains("not-names", name[0].folded)
        else { return false }
        if name.count == label.words.count { return name.count <= 8 }
        // What follows the name must be set off from it: "Roe, minister of trade", "Roe (minister)".
        guard let break_ = label.words.prefix(6).firstIndex(where: { text.bytes[$0.raw.end - 1] == 0x2C }) else {
            return text.bytes[label.words[name.count].raw.start] == 0x28
        }
        return break_ < name.count
    }

    /// Whether a label heads its paragraph: a few words, no pronoun first, and a sentence after it.
    private func isRunInHeading(_ label: LabelledLine) -> Bool {
        guard label.words.count <= 6, let first = label.words.first, first.isCapitalised,
            !lexicon.labels.contains("pronouns", first.folded),
            !lexicon.labels.contains("opening-note", label.folded), !lexicon.labels.contains("caption", label.folded),
            !label.words.contains(where: {
                lexicon.labels.contains("saying", $0.folded)
                    || $0.raw.end < label.label.end && text.bytes[$0.raw.end - 1] == 0x2E && $0.core.count > 3
            })
        else { return false }
        let rest = text.words(in: label.rest, limit: 6)
        return rest.count >= 6 && rest[0].isCapitalised
    }
}

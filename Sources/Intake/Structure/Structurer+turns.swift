import ChanceryCore

extension Structurer {
    /// Whose turn it is in a conversation.
    private enum Turn {
        case nobody
        case question(speaker: ByteSpan?)
        case answer(speaker: ByteSpan?)
    }

    /// Marks the turns of an interview: "Q: …" and "A: …", names before a colon after a question, and names that come back
    /// through the text. A paragraph without a label belongs to the turn before it; a heading, a separator, furniture or
    /// words about the text end it.
    mutating func markTurns() {
        let labels = openLabels()
        let names = recurringNames(labels)
        let emphasised = names.isEmpty ? setOffQuestions() : []
        let dashed = names.isEmpty && emphasised.isEmpty ? dashedTurns() : [:]
        let isInterview =
            labels.values.contains { lexicon.labels.contains("question", $0.folded) } || names.count >= 2
            || !emphasised.isEmpty || !dashed.isEmpty
        guard isInterview else { return }
        let labelsAnswers = labels.values.contains { lexicon.labels.contains("answer", $0.folded) } || names.count >= 1
        var named: [String: ByteSpan] = [:]
        var turn = Turn.nobody
        for index in units.indices {
            let unit = units[index]
            guard unit.kind == nil || emphasised.contains(index) else {
                if unit.kind != .listItem, unit.kind != .blockQuote, unit.kind != .caption { turn = .nobody }
                continue
            }
            if emphasised.contains(index) {
                turn = .question(speaker: nil)
                units[index].kind = .question
                units[index].body = emphasis(of: unit) ?? unit.body
            } else if let asks = dashed[index] {
                turn = asks ? .question(speaker: nil) : .answer(speaker: nil)
                apply(turn, to: index)
            } else if let label = labels[index], let next = self.turn(label, after: turn, names, &named) {
                turn = next
                units[index].body = label.rest
                apply(turn, to: index)
            } else if isLoneLine(index) {
                turn = .nobody
            } else if case .question = turn, !labelsAnswers {
                turn = .answer(speaker: nil)
                apply(turn, to: index)
            } else {
                apply(turn, to: index)
            }
        }
    }

    private func openLabels() -> [Int: LabelledLine] {
        var labels: [Int: LabelledLine] = [:]
        for index in units.indices where units[index].kind == nil {
            if let label = splitLabel(units[index]) { labels[index] = label }
        }
        let named = recurringNames(labels)
        if !named.isEmpty { return labels }
        var dashed: [Int: LabelledLine] = [:]
        for index in units.indices where units[index].kind == nil {
            if let label = splitDashLabel(units[index]) { dashed[index] = label }
        }
        let speakers = recurringNames(dashed)
        return labels.merging(dashed.filter { speakers[$0.value.folded] != nil }) { colon, _ in colon }
    }

    /// Whether a unit is a turn of a conversation, so that it is not the text's title.
    func isTurn(_ index: Int) -> Bool {
        if emphasis(of: units[index]) != nil, setOffQuestions().contains(index) { return true }
        guard let label = splitLabel(units[index]) ?? splitDashLabel(units[index]), isName(label.words) else {
            return false
        }
        let labels = openLabels()
        return labels[index] != nil && recurringNames(labels)[label.folded] != nil
    }

    private mutating func apply(_ turn: Turn, to index: Int) {
        switch turn {
        case .nobody: return
        case .question(let speaker):
            units[index].kind = .question
            units[index].speaker = speaker
        case .answer(let speaker):
            units[index].kind = .answer
            units[index].speaker = speaker
        }
    }

    /// The turn a label opens; nil where it is no speaker's.
    private func turn(
        _ label: LabelledLine, after turn: Turn, _ names: [String: Bool], _ named: inout [String: ByteSpan]
    ) -> Turn? {
        if lexicon.labels.contains("question", label.folded) { return .question(speaker: nil) }
        if lexicon.labels.contains("answer", label.folded) {
            // "A" names nobody; where one person alone was named as answering before, it is that person.
            return .answer(speaker: named.count == 1 ? named.values.first : nil)
        }
        guard isName(label.words) else { return nil }
        if let asks = names[label.folded] {
            if asks { return .question(speaker: label.label) }
            named[label.folded] = named[label.folded] ?? label.label
            return .answer(speaker: label.label)
        }
        switch turn {
        case .question: break
        case .answer where label.words.count >= 2 && !Punctuation.opensQuote(text.scalar(at: label.rest.start).value):
            break
        default: return nil
        }
        named[label.folded] = named[label.folded] ?? label.label
        return .answer(speaker: label.label)
    }

    /// Names before a colon that take turns, true for one that asks: at least two that each come twice, of which one mostly
    /// asks or which together come six times (a debate); or at least two in capitals, as transcripts set them, or one where questions
    /// have a label of their own.
    private func recurringNames(_ labels: [Int: LabelledLine]) -> [String: Bool] {
        var counts: [String: (all: Int, asking: Int)] = [:]
        var inCapitals: Set<String> = []
        for label in labels.values where isName(label.words) && !lexicon.labels.contains("question", label.folded) {
            if lexicon.labels.contains("answer", label.folded) { continue }
            let asks = text.bytes[label.rest.end - 1] == 0x3F
            let (all, asking) = counts[label.folded] ?? (0, 0)
            counts[label.folded] = (all + 1, asking + (asks ? 1 : 0))
            if label.words.allSatisfy(\.isUpper) { inCapitals.insert(label.folded) }
        }
        let recurring = counts.filter { $0.value.all >= 2 }
        let asks = { (count: (all: Int, asking: Int)) in count.asking * 2 > count.all }
        if recurring.count >= 2,
            recurring.values.contains(where: asks) || recurring.values.reduce(0, { $0 + $1.all }) >= 6
        {
            return recurring.mapValues(asks)
        }
        let transcript = counts.filter { inCapitals.contains($0.key) }
        let least = labels.values.contains { lexicon.labels.contains("question", $0.folded) } ? 1 : 2
        return transcript.count >= least && transcript.values.contains { $0.all >= 2 }
            ? transcript.mapValues(asks) : [:]
    }

    /// Whether a unit is a line of its own that is no sentence: a heading inside the conversation.
    func isLoneLine(_ index: Int) -> Bool {
        let words = lineWords(units[index])
        return (1...14).contains(words.count) && !text.endsSentence(units[index].span)
    }
}

import ChanceryCore

/// Finds the sentences by which a text declares its own stance, by the rules of `en/stances.txt`.
///
/// They are looked for in running text, headings, notes and words about the text; what stands in quotation marks, in
/// a block quote or in an interview's turns is somebody else's. Nothing is judged: the sentence is shown as it stands.
struct DeclaredStances {
    let text: SourceText
    let rules: RuleSet
    let months: Months

    /// The bytes of each such sentence, in order.
    func spans(in units: [Unit]) -> [ByteSpan] {
        units.filter { unit in
            switch unit.kind {
            case .blockQuote, .question, .answer, .listItem, .infobox: false
            default: true
            }
        }.flatMap { unit in sentences(of: unit).filter(declares) }
    }

    /// Longer sentences are running text whose words prove little.
    private static let longest = 60

    private func declares(_ sentence: ByteSpan) -> Bool {
        let words = text.words(in: sentence, limit: Self.longest + 1)
        guard !words.isEmpty, words.count <= Self.longest else { return false }
        let candidates = rules.candidates(words)
        guard !candidates.isEmpty, !opensQuotation(sentence) else { return false }
        return candidates.contains { $0.pattern.match(words, months: months) != nil }
    }

    private func opensQuotation(_ sentence: ByteSpan) -> Bool {
        var offset = sentence.start
        while offset < sentence.end {
            let (value, end) = text.scalar(at: offset)
            if Punctuation.opensQuote(value) { return true }
            offset = end
        }
        return false
    }

    /// The sentences of a unit: a full stop, a question or an exclamation mark with a blank behind it ends one.
    private func sentences(of unit: Unit) -> [ByteSpan] {
        var found: [ByteSpan] = []
        var start = unit.body.start
        var offset = start
        while offset < unit.body.end {
            let isStop = [0x2E, 0x21, 0x3F].contains(text.bytes[offset])
            offset += 1
            guard offset == unit.body.end || isStop && text.blank(at: offset, limit: unit.body.end) > 0 else {
                continue
            }
            let sentence = text.trimmed(ByteSpan(start, offset))
            if sentence.count > 0 { found.append(sentence) }
            start = offset
        }
        return found
    }
}

import ChanceryCore

/// Runs the stages in order: number phrases, those that are no figures, units, and what a number hands on to the next.
struct FigureComposer: FigureStage {
    let context: FigureContext

    /// Every figure of the coded blocks, in text order.
    func findings() -> [FigureFinding] {
        let numbers = NumberReader(parsed: parsed, words: lexicon.numbers, lists: lists)
        var found: [FigureFinding] = []
        for sentence in parsed.sentences where parsed.document.blocks[sentence.block].isCoded {
            found += findings(numbers.phrases(in: sentence.tokens))
        }
        return found
    }

    /// The figures of one sentence, in order.
    private func findings(_ phrases: [NumberPhrase]) -> [FigureFinding] {
        let names = NumberNameTest(context: context)
        let carrier = CarriedFigureReader(context: context)
        let isName = phrases.map { names.isName($0) }
        var read = zip(phrases, isName).map { phrase, isName in isName ? nil : finding(phrase) }
        for (place, phrase) in phrases.enumerated() where read[place] == nil && !isName[place] {
            // Only what has a unit of its own hands it on, so carried units do not travel on through a list of numbers.
            let before = read[..<place].last { $0 != nil } ?? nil
            let after = place + 1 < read.count ? read[place + 1] : nil
            read[place] = carrier.figure(phrase, before: before, after: after)
        }
        return read.compactMap { $0 }
    }

    /// A number with a unit of its own: of the first reader that finds one.
    private func finding(_ phrase: NumberPhrase) -> FigureFinding? {
        if phrase.form == .ordinal { return RankReader(context: context).figure(phrase) }
        return PercentReader(context: context).figure(phrase)
            ?? MoneyReader(context: context).figure(phrase)
            ?? AgeReader(context: context).figure(phrase)
            ?? JoinedUnitReader(context: context).figure(phrase)
            ?? CountReader(context: context).figure(phrase)
            ?? PartitiveReader(context: context).figure(phrase)
            ?? BareNumberReader(context: context).figure(phrase)
    }
}

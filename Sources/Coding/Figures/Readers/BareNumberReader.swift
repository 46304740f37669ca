import ChanceryCore

/// Reads numbers that no noun follows: votes, levels, and people as a verb or adjective tells.
struct BareNumberReader: FigureStage {
    let context: FigureContext

    func figure(_ phrase: NumberPhrase) -> FigureFinding? {
        guard !phrase.isYearLike, phrase.value > 1 else { return nil }
        let votes = VoteReader(context: context)
        let casualties = CasualtyReader(context: context)
        return votes.cast(phrase) ?? casualties.described(phrase) ?? votes.tally(phrase)
            ?? LevelReader(context: context).figure(phrase) ?? casualties.told(phrase)
    }
}

import ChanceryCore
import SpacyPipeline

/// Finds the statements of one document, in passes that each add drafts.
///
/// The passes are in extensions: verbs, nouns and adjectives, phrases beside a clause, quotation marks, layout.
struct StatementBuilder: StatementStage {
    let context: StatementContext
    var drafts: [StatementDraft] = []

    init(context: StatementContext) { self.context = context }

    mutating func build() -> [StatementFinding] {
        findVerbCues()
        findSecondHand()
        findNounCues()
        findPhraseCues()
        findAsides()
        attachQuotations()
        findQuoters()
        readLayout()
        return carryingAddressees(resolvingFirstPersons(resolvingByTopic(resolvingTellers(drafts.compactMap(finish)))))
    }
}

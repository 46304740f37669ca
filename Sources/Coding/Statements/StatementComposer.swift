import ChanceryCore

/// Runs the stages in order: cues in the parse, those at second hand, quotation marks, layout, and what the text tells of
/// the tellers from one statement to the next.
struct StatementComposer: StatementStage {
    let context: StatementContext

    /// Every finding of the document.
    func findings() -> [StatementFinding] {
        let cues = CueReader(context: context)
        let secondhand = SecondhandReader(context: context)
        var drafts = secondhand.addingQuoters(to: cues.ofVerbs())
        drafts = cues.addingPhrases(to: cues.addingNouns(to: drafts))
        drafts = QuotationJoiner(context: context).joining(drafts)
        drafts = LayoutReader(context: context).reading(secondhand.addingCited(to: drafts))
        var findings = drafts.compactMap(FindingComposer(context: context).finding)
        findings = TellerResolver(context: context).resolving(findings)
        findings = TopicResolver(context: context).resolving(findings)
        findings = FirstPersonResolver(context: context).resolving(findings)
        findings = AddresseeCarrier(context: context).carrying(findings)
        return ContinuationReader(context: context).reading(findings)
    }
}

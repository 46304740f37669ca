import ChanceryCore

/// Drops what says the same again: two rules on one trigger, a class told twice, an office told before.
struct RetellingFilter: StateStage {
    let context: StateFindingContext

    /// The findings without those that tell again what an earlier one told.
    func once(_ findings: [StateFinding]) -> [StateFinding] {
        var seen: Set<[String]> = []
        return findings.filter { finding in
            let place = lists.toldOnce.contains(finding.concept) ? "" : String(finding.triggerSpan.start)
            // A person in an office is told once, whatever later words call the body.
            let isOfRule = ConceptRole(finding.concept) == .office && finding.rule != StateRule.officeTitle
            let object = isOfRule ? [] : finding.object
            let key = [
                finding.concept, place, finding.subject.map(\.name).joined(separator: "|"),
                object.map(\.name).joined(separator: "|"), object.isEmpty ? String(finding.relation.suffix(12)) : "",
            ]
            return seen.insert(key).inserted
        }
    }
}

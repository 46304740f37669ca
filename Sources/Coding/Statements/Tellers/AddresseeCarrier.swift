import ChanceryCore
import Grammar

/// Names whom a saying is addressed to where the sentence said so before it.
struct AddresseeCarrier: StatementStage {
    let context: StatementContext

    /// Names whom a saying is addressed to where the sentence said so before it: "told the council that … , adding
    /// that …", "told the council that … and said that …", and the sentence that goes on with "she added".
    func carrying(_ findings: [StatementFinding]) -> [StatementFinding] {
        var findings = findings
        let order = findings.indices.filter { findings[$0].cueClass.isSpeech && !findings[$0].cueTokens.isEmpty }
            .sorted { findings[$0].cueTokens[0] < findings[$1].cueTokens[0] }
        for (place, number) in order.enumerated()
        where findings[number].addressee == nil && ![.demand, .accuse, .praise].contains(findings[number].cueClass) {
            let cue = findings[number].cueTokens[0]
            guard isVerb(cue), let name = findings[number].source?.name else { continue }
            let before = order[..<place].reversed().prefix(6).filter { earlier in
                findings[earlier].source?.name == name && findings[earlier].addressee != nil
                    && block(of: findings[earlier].cueTokens[0]) == block(of: cue)
            }
            let held = before.first { earlier in
                let other = findings[earlier].cueTokens[0]
                if goesOn(cue, with: other) { return true }
                let distance = parsed.sentence(of: cue) - parsed.sentence(of: other)
                return lists.goingOn.contains(lemma(cue)) && (0...2).contains(distance) && quotationOfToken[cue] == nil
                    && quotationOfToken[other] == nil
            }
            guard let held, var hearer = findings[held].addressee else { continue }
            hearer.from = hearer.from ?? hearer.span
            findings[number].addressee = hearer
        }
        return findings
    }

    /// Whether a saying is a conjunct of another or hangs on it ("told …, adding").
    private func goesOn(_ cue: Int, with other: Int) -> Bool {
        if coordination.coordinated(cue) == other { return true }
        var at = cue
        while [.conj, .advcl].contains(labels[at]), let above = tree.head(of: at) {
            if labels[at] == .advcl, tags[at] != .VBG { return false }
            if tree.child(of: at, [.nsubj]).map({ classes[$0] != .pron }) ?? false { return false }
            if above == other { return true }
            at = above
        }
        return false
    }
}

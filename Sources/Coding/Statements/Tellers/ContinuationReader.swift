import ChanceryCore
import Grammar

/// Finds the saying that another goes on with: "She wrote on 4 May that …. She further noted that …".
struct ContinuationReader: StatementStage {
    let context: StatementContext

    /// How many paragraphs before the saying may stand: a quotation set apart stands between.
    private static let reach = 2

    /// Notes of each saying that goes on which one it goes on with: the last of the same source shortly before.
    func reading(_ findings: [StatementFinding]) -> [StatementFinding] {
        let order = findings.indices.filter { findings[$0].cueClass.isSpeech && !findings[$0].cueTokens.isEmpty }
            .sorted { findings[$0].cueTokens[0] < findings[$1].cueTokens[0] }
        var findings = findings
        for (place, number) in order.enumerated() {
            let cue = findings[number].cueTokens[0]
            guard let name = findings[number].source?.name, isVerb(cue), quotationOfToken[cue] == nil, goesOn(cue)
            else { continue }
            findings[number].goesOnWith =
                order[..<place].last { earlier in
                    findings[earlier].source?.name == name && findings[earlier].standing == .said
                        && quotationOfToken[findings[earlier].at] == nil
                        && (block(of: cue) - Self.reach...block(of: cue)).contains(block(of: findings[earlier].at))
                }.map { findings[$0].at }
        }
        return findings
    }

    /// "Added that …", "further said that …", "…, the letter ends".
    private func goesOn(_ cue: Int) -> Bool {
        lists.goingOn.contains(lemma(cue))
            || tree.hasChild(of: cue, [.advmod]) { lists.goingOnAdverbs.contains(forms[$0]) }
    }
}

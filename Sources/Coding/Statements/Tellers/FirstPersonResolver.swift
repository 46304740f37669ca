import ChanceryCore
import Grammar

/// Names "I" and "we" inside quotations after whoever speaks there.
struct FirstPersonResolver: StatementStage {
    let context: StatementContext

    /// Names "I" and "we" inside quotations after whoever speaks there.
    func resolving(_ findings: [StatementFinding]) -> [StatementFinding] {
        let index = StatementIndex(findings)
        return findings.map { finding in
            // "He", inside somebody's words, is not who speaks them.
            if let head = finding.sourceHead, classes[head] == .pron, finding.teller != .own,
                let name = finding.source?.name,
                let speaker = index.speaker(at: head), quotationOfToken[head] != nil,
                speaker.name == name || isApposition(finding.source, of: speaker)
            {
                var finding = finding
                finding.loseSource()
                return finding
            }
            guard finding.teller == .own, finding.source == nil, let head = finding.sourceHead,
                let span = finding.sourceSpan,
                let speaker = index.speaker(at: head)
            else { return finding }
            var finding = finding
            finding.takeSource(speaker, at: span)
            return finding
        }
    }

    /// Whether a mention is what another is called beside its name: "Ana Roe, a banker, said".
    private func isApposition(_ mention: Mention?, of other: Mention) -> Bool {
        guard let from = mention?.from else { return false }
        return parsed.tokens(in: from).contains { token in
            labels[token] == .appos
                && tree.head(of: token).map { parties.participant($0)?.name == other.name } ?? false
        }
    }
}

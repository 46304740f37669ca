import ChanceryCore
import Grammar

/// Names tellers that a pronoun stands for after whoever spoke last, where the entities took the pronoun for somebody whom
/// the words told name.
struct TellerResolver: StatementStage {
    let context: StatementContext

    /// Names tellers that a pronoun stands for after whoever spoke last, where the entities took the pronoun for somebody
    /// whom the words told name: in "Osk needs Ana Roe, he said", "he" is not Ana Roe.
    ///
    /// Whoever spoke last must be a person named in this paragraph or one of the two above, and must not be a "she" where
    /// the pronoun is "he". If there is none, the teller stays unknown.
    func resolving(_ findings: [StatementFinding]) -> [StatementFinding] {
        guard findings.contains(where: isToldOfItself) else { return findings }
        let genders = genders(in: findings)
        let tellings = findings.filter { $0.cueClass.isSpeech && !isToldOfItself($0) && $0.source != nil }
            .sorted { $0.hull.start < $1.hull.start }
        return findings.map { finding in
            guard isToldOfItself(finding), let named = finding.source, let head = finding.sourceHead else {
                return finding
            }
            var finding = finding
            let block = block(of: finding.at)
            let last = tellings.last {
                $0.hull.start < finding.hull.start && (block - 2...block).contains(self.block(of: $0.at))
            }
            // "Roe said that Tarn had left, she added": named inside, but as one who speaks there.
            let speaksInside = tellings.contains {
                finding.contentHull.contains($0.hull.start) && $0.source?.name == named.name
            }
            if speaksInside || last?.source?.name == named.name { return finding }
            guard let speaker = last?.source, speaker.kind == .person, let span = finding.sourceSpan,
                classes[head] == .pron, !lists.bodyPronouns.contains(forms[head]),
                genders[speaker.name].map({ $0 == speakers.gender(ofPronoun: head) }) ?? true
            else {
                finding.loseSource()
                return finding
            }
            finding.takeSource(speaker, at: span)
            return finding
        }
    }

    /// Whether a pronoun tells something in which whom it is said to stand for is named first.
    private func isToldOfItself(_ finding: StatementFinding) -> Bool {
        guard let head = finding.sourceHead, classes[head] == .pron, let cue = finding.cueSpan,
            let named = finding.source?.from
        else { return false }
        if namesTeller(finding, finding.source?.name) { return true }
        guard finding.contentHull.start <= named.start, named.end <= finding.contentHull.end, named.end <= cue.start
        else { return false }
        // "A Roe government, she vowed": a name before a noun is the speaker's as well as another's.
        let isModifier = parsed.tokens(in: named).last.map { labels[$0] == .compound } ?? false
        return !isModifier
    }

    /// Whether what is told has a name as a subject or an object: nobody who speaks calls themselves so.
    func namesTeller(_ finding: StatementFinding, _ name: String?) -> Bool {
        guard let name, let head = finding.sourceHead, lists.tellerPronouns.contains(forms[head]) else { return false }
        let wanted: Dependencies =
            forms[head] == "they" ? [.nsubj, .nsubjpass] : [.nsubj, .nsubjpass, .dobj, .pobj]
        return finding.contentTokens.joined().contains { token in
            wanted.contains(labels[token]) && (!finding.kind.isQuoted || quotationOfToken[token] != nil)
                && (classes[token] == .propn || classes[token] == .noun)
                && parties.participant(token).map { $0.name == name && $0.from == nil } ?? false
        }
    }

    /// Which names "he" or "she" stood for among the tellers.
    private func genders(in findings: [StatementFinding]) -> [String: PartyLookup.Gender] {
        var found: [String: PartyLookup.Gender] = [:]
        for finding in findings where !isToldOfItself(finding) {
            guard let head = finding.sourceHead, let name = finding.source?.name,
                let gender = speakers.gender(ofPronoun: head)
            else {
                continue
            }
            found[name] = found[name] ?? gender
        }
        return found
    }
}

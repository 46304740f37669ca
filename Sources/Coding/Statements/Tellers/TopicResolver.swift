import ChanceryCore
import Grammar
import SpacyPipeline

/// Names tellers that are told by "he", "she" or a description after whom the text is about there.
struct TopicResolver: StatementStage {
    let context: StatementContext

    private var tellers: TellerResolver { TellerResolver(context: context) }
    private var descriptions: DescriptionReader { DescriptionReader(context: context) }

    /// Names tellers that are told by "he", "she" or a description after whom the text is about there.
    ///
    /// News goes on with whoever was the subject of the last main clause: in "Mira Tovan said that a plan of Arne Holt's had
    /// failed. She added …" and in "Arne Holt met Mira Tovan. The senator said …" that is a better guess than whom the
    /// text names most often. A name that stands nearer, as a subject outside of what was said, is kept.
    func resolving(_ findings: [StatementFinding]) -> [StatementFinding] {
        var topics = TopicFinder(context: context).topics(findings)
        let order = findings.indices.sorted { (findings[$0].sourceHead ?? -1) < (findings[$1].sourceHead ?? -1) }
        let tellers = Set(findings.filter { $0.cueClass.isSpeech }.compactMap { $0.source?.name })
        let bodies = topics.filter { $0.mention.kind == .organisation && tellers.contains($0.mention.name) }
        topics.removeAll { $0.mention.kind == .organisation }
        var findings = findings
        for number in order {
            guard let head = findings[number].sourceHead, let span = findings[number].sourceSpan else { continue }
            let meant: Mention?
            if speakers.gender(ofPronoun: head) != nil, [.nsubj, .nsubjpass].contains(labels[head]),
                quotationOfToken[head] == nil
            {
                meant = whom(findings[number], at: head, topics, findings)
            } else if forms[head] == "they", [.nsubj, .nsubjpass].contains(labels[head]), quotationOfToken[head] == nil
            {
                meant = tellersBefore(head, findings)
            } else if let place = descriptions.descriptionHead(findings[number], at: head) {
                let isBody = lexicon.bodies.contains(lemma(place)) && findings[number].source?.kind != .person
                meant = descriptions.described(at: place, isBody ? bodies : topics, findings)
            } else {
                continue
            }
            guard let speaker = meant else { continue }
            findings[number].takeSource(speaker, at: span)
        }
        return findings
    }

    /// Whether a topic may still be spoken of at a token: one in brackets is over behind them, and so is the caption of a
    /// picture ("Mira Tovan waves to the crowd") where the text tells of the past.
    private func lasts(
        _ topic: Topic, at token: Int, told cue: Int, _ findings: [StatementFinding]
    ) -> Bool {
        if descriptions.isInBrackets(topic.token), parsed.sentence(of: topic.token) != parsed.sentence(of: token) {
            return false
        }
        let verb = tokens[topic.token].head
        let isOfNow = [.VBZ, .VBP].contains(tags[verb]) && !lists.plainVerbs.contains(lemma(verb))
        return !isOfNow || entry(ofVerb: verb) != nil || tags[cue] != .VBD
            || block(of: token) == block(of: topic.token)
            // Whose words a paragraph gives is no caption's.
            || findings.contains {
                $0.source?.name == topic.mention.name && $0.kind.isQuoted && block(of: $0.at) == block(of: topic.token)
            }
    }

    // MARK: Pronouns

    /// Whom "he" or "she" means as a teller; nil where whom the entities took it for can stand.
    private func whom(
        _ finding: StatementFinding, at head: Int, _ topics: [Topic], _ findings: [StatementFinding]
    ) -> Mention? {
        let block = block(of: head)
        let gender = speakers.gender(ofPronoun: head)
        let fitting = topics.last { topic in
            guard topic.token < head, (block - 2...block).contains(self.block(of: topic.token)),
                lasts(topic, at: head, told: finding.at, findings), !tellers.namesTeller(finding, topic.mention.name)
            else { return false }
            return parties.gender(topic.mention.name).map { $0 == gender } ?? true
        }
        guard let topic = fitting, topic.mention.name != finding.source?.name else { return nil }
        if let named = finding.source, let from = named.from, descriptions.isNamed(named) {
            let near = parsed.tokens(in: from).filter { $0 > topic.token && quotationOfToken[$0] == nil }
            let isToldThere = near.contains { token in
                findings.contains { $0.source?.name == topic.mention.name && $0.holds(token) }
            }
            let isSubject = near.contains { [.nsubj, .nsubjpass].contains(labels[$0]) }
            let isNearer = near.contains { self.block(of: $0) == block } && self.block(of: topic.token) != block
            if !isToldThere, isSubject || isNearer { return nil }
        }
        return topic.mention
    }

    /// The several who spoke in the sentence before, or in this one: "The guards said …. They added …".
    private func tellersBefore(_ head: Int, _ findings: [StatementFinding]) -> Mention? {
        let sentence = parsed.sentence(of: head)
        let last = findings.filter { finding in
            guard let teller = finding.sourceHead, teller < head, finding.cueClass.isSpeech, finding.source != nil,
                isVerb(finding.at), isMain(finding.at), quotationOfToken[finding.at] == nil
            else { return false }
            return sentence - parsed.sentence(of: teller) <= 1 && block(of: teller) == block(of: head)
        }.max { ($0.sourceHead ?? 0) < ($1.sourceHead ?? 0) }
        guard let last, let teller = last.sourceHead, classes[teller] != .pron,
            [.NNS, .NNPS].contains(tags[teller]) || tree.child(of: teller, [.conj]) != nil
        else { return nil }
        return last.source
    }
}

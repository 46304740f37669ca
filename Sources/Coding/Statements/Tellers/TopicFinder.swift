import ChanceryCore
import Grammar
import SpacyPipeline

/// Whom a text is about from place to place.
struct TopicFinder: StatementStage {
    let context: StatementContext

    private var descriptions: DescriptionReader { DescriptionReader(context: context) }

    /// Every main subject and every teller that a name or a noun for a person tells, outside quotation marks, in text
    /// order; a description that stands for somebody named before is that somebody.
    func topics(_ findings: [StatementFinding]) -> [Topic] {
        var heads: Set<Int> = []
        for token in tokens.indices
        where [.nsubj, .nsubjpass].contains(labels[token]) && quotationOfToken[token] == nil
            && isMain(tokens[token].head)
        {
            heads.insert(token)
        }
        for finding in findings where finding.cueClass.isSpeech && finding.standing != .negated {
            guard let head = finding.sourceHead, quotationOfToken[head] == nil,
                finding.rule.construction == .phraseBeside || isVerb(finding.at) && isMain(finding.at)
            else { continue }
            heads.insert(head)
        }
        var found: [Topic] = []
        for head in heads.sorted() {
            guard var topic = topic(at: head) else { continue }
            if descriptions.isEpithet(head),
                let meant = descriptions.described(at: head, found.filter { $0.mention.kind == .person }, findings)
            {
                topic.mention = meant
                topic.isDescription = false
            }
            found.append(topic)
        }
        return found
    }

    private func topic(at token: Int) -> Topic? {
        let head = names.whole(token)
        guard classes[head] != .pron, let mention = parties.participant(head) else { return nil }
        if mention.kind == .organisation {
            return descriptions.isNamed(mention) ? Topic(token: token, mention: mention) : nil
        }
        guard mention.kind == .person else { return nil }
        // A name that only a noun beside it explains: "Roe, a chemistry professor, said".
        if !descriptions.isNamed(mention), let named = names.mention(of: StatementSource(head: token)),
            descriptions.isNamed(named)
        {
            return Topic(token: token, mention: named)
        }
        // "A judge", "the judge"; a title before a name is no description of its own.
        guard descriptions.isNamed(mention) || tree.child(of: head, [.det]) != nil else { return nil }
        return Topic(token: token, mention: mention, isDescription: !descriptions.isNamed(mention))
    }
}

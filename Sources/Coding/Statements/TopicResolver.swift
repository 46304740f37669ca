import ChanceryCore
import Grammar
import SpacyPipeline

/// Names tellers that are told by "he", "she" or a description after whom the text is about there.
struct TopicResolver: StatementStage {
    let context: StatementContext

    private var tellers: TellerResolver { TellerResolver(context: context) }

    /// Whom a text is about at a place: the subject of a main clause outside quotation marks, or somebody cited there.
    struct Topic {
        /// The token the name hangs on.
        var token: Int
        var mention: Mention
        /// Whether a noun tells who it is ("a judge"), rather than a name.
        var isDescription = false
    }

    /// Names tellers that are told by "he", "she" or a description after whom the text is about there.
    ///
    /// News goes on with whoever was the subject of the last main clause: in "Mira Tovan said that a plan of Arne Holt's had
    /// failed. She added …" and in "Arne Holt met Mira Tovan. The senator said …" that is a better guess than whom the
    /// text names most often. A name that stands nearer, as a subject outside of what was said, is kept.
    func resolving(_ findings: [StatementFinding]) -> [StatementFinding] {
        var topics = namedTopics(findings)
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
            } else if let place = descriptionHead(findings[number], at: head) {
                let isBody = lexicon.bodies.contains(lemma(place)) && findings[number].source?.kind != .person
                meant = described(at: place, isBody ? bodies : topics, findings)
            } else {
                continue
            }
            guard let speaker = meant else { continue }
            findings[number].takeSource(speaker, at: span)
        }
        return findings
    }

    // MARK: Topics

    /// Every main subject and every teller that a name or a noun for a person tells, outside quotation marks, in text
    /// order; a description that stands for somebody named before is that somebody.
    private func namedTopics(_ findings: [StatementFinding]) -> [Topic] {
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
            if isEpithet(head), let meant = described(at: head, found.filter { $0.mention.kind == .person }, findings) {
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
        if mention.kind == .organisation { return isNamed(mention) ? Topic(token: token, mention: mention) : nil }
        guard mention.kind == .person else { return nil }
        // A name that only a noun beside it explains: "Roe, a chemistry professor, said".
        if !isNamed(mention), let named = names.mention(of: StatementSource(head: token)), isNamed(named) {
            return Topic(token: token, mention: named)
        }
        // "A judge", "the judge"; a title before a name is no description of its own.
        guard isNamed(mention) || tree.child(of: head, [.det]) != nil else { return nil }
        return Topic(token: token, mention: mention, isDescription: !isNamed(mention))
    }

    /// Whether a noun tells again of somebody named before: "the senator", but not "the senator who left".
    private func isEpithet(_ head: Int) -> Bool {
        tags[head] == .NN && lexicon.epithets.contains(lemma(head)) && isDefinite(head) && !isNarrowed(head)
    }

    private func isDefinite(_ head: Int) -> Bool {
        tree.child(of: head, [.det]).map { forms[$0] == "the" } ?? false
    }

    private func isNarrowed(_ head: Int) -> Bool {
        tree.child(of: head, [.poss, .appos, .relcl, .acl]) != nil
            || hasChild(head, [.prep], "of")
    }

    private func isNamed(_ mention: Mention) -> Bool {
        mention.name.split(separator: " ").last?.first?.isUppercase ?? false
    }

    /// Whether a verb stands in the main clause of its sentence.
    private func isMain(_ verb: Int) -> Bool {
        labels[top(of: verb, through: [.conj, .parataxis])] == .root
    }

    /// Whether a topic may still be spoken of at a token: one in brackets is over behind them, and so is the caption of a
    /// picture ("Mira Tovan waves to the crowd") where the text tells of the past.
    private func lasts(_ topic: Topic, at token: Int, told cue: Int) -> Bool {
        if isInBrackets(topic.token), parsed.sentence(of: topic.token) != parsed.sentence(of: token) { return false }
        let verb = tokens[topic.token].head
        let isOfNow = [.VBZ, .VBP].contains(tags[verb]) && !lists.plainVerbs.contains(lemma(verb))
        return !isOfNow || entry(ofVerb: verb) != nil || tags[cue] != .VBD
            || block(of: token) == block(of: topic.token)
    }

    private func isInBrackets(_ token: Int) -> Bool {
        let sentence = sentence(around: token)
        return tokens[sentence.lowerBound].text == "("
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
                lasts(topic, at: head, told: finding.at), !tellers.namesTeller(finding, topic.mention.name)
            else { return false }
            return parties.gender(topic.mention.name).map { $0 == gender } ?? true
        }
        guard let topic = fitting, topic.mention.name != finding.source?.name else { return nil }
        if let named = finding.source, let from = named.from, isNamed(named) {
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

    // MARK: Descriptions

    /// The head of a definite description that stands for somebody named: "the Tarn senator", or a pronoun for one.
    private func descriptionHead(_ finding: StatementFinding, at head: Int) -> Int? {
        guard let source = finding.source else { return nil }
        if isEpithet(head), !isNamed(source) || source.from != nil { return head }
        // "The pilot", "the former secretary of state": whoever was told by that word.
        if tags[head] == .NN, source.kind == .person, !isNamed(source), isDefinite(head),
            tree.child(of: head, [.poss, .appos, .relcl, .acl]) == nil
        {
            return head
        }
        guard !isNamed(source), lexicon.bodies.contains(lemma(head)), tags[head] == .NN, isDefinite(head),
            !isNarrowed(head)
        else { return nil }
        return head
    }

    /// Whom a definite description means: the last topic that what it says besides ("Tarn", "liberal") fits.
    private func described(at head: Int, _ topics: [Topic], _ findings: [StatementFinding]) -> Mention? {
        let block = block(of: head)
        var marks = tree.children(of: head, [.amod, .compound, .nmod]).filter {
            classes[$0] == .propn || entity($0) == "NORP" || entity($0) == "GPE"
        }
        if !lexicon.epithets.contains(lemma(head)), !lexicon.bodies.contains(lemma(head)) { marks.append(head) }
        // In words of somebody's own a description means another, perhaps one named beside it.
        let speakers = findings.filter { $0.cueClass.isSpeech && $0.holds(head) }.compactMap { $0.source?.name }
        if !speakers.isEmpty {
            let here = sentence(around: head)
            for token in (here.lowerBound..<head).reversed() where classes[token] == .propn {
                guard let mention = parties.participant(token), isNamed(mention), mention.kind == .person,
                    !speakers.contains(mention.name), marks.allSatisfy({ isTold(mention.name, as: forms[$0]) })
                else { continue }
                return mention
            }
        }
        // "Roe praised the candidate's plan": another than Roe.
        let isSubject = [.nsubj, .nsubjpass].contains(labels[head])
        let here = parsed.sentence(of: head)
        let near = topics.filter { topic in
            topic.token < head && (isSubject || parsed.sentence(of: topic.token) != here)
                && (block - 2...block).contains(self.block(of: topic.token))
                && !speakers.contains(topic.mention.name)
        }
        // "The Veldanian journalist" is the only one named near, whether or not the text has said so.
        let isAlone = marks.last != head && Set(near.filter { !$0.isDescription }.map(\.mention.name)).count == 1
        return near.last { topic in
            !topic.isDescription && !isInBrackets(topic.token)
                && marks.allSatisfy {
                    isTold(topic.mention.name, as: forms[$0]) || isAlone && entity($0) == "NORP"
                }
        }?.mention
    }

    /// Whether a word stands before or beside a name somewhere in the text: "Tarn" of "Tarn Senator Mira Tovan".
    private func isTold(_ name: String, as word: String) -> Bool {
        tokens.indices.contains { token in
            guard forms[token] == word else { return false }
            for at in (token + 1)..<max(token + 1, min(token + 7, tokens.count)) {
                let isLink = classes[at] == .adp && !lists.nameLinks.contains(forms[at])
                if grammar.isVerb(at) || isLink || tokens[at].text == "." { break }
                if classes[at] == .propn, parties.participant(at)?.name == name { return true }
            }
            for at in (max(0, token - 8)..<token).reversed() {
                if isVerb(at) || tokens[at].text == "." { break }
                if classes[at] == .propn, parties.participant(at)?.name == name { return true }
            }
            return false
        }
    }
}

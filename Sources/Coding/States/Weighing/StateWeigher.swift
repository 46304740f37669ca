import ChanceryCore
import Grammar

/// Tells what is likely to hold beside what the rules tell: of each word that may tell it, by what was learnt.
struct StateWeigher: StateStage {
    let context: StateFindingContext
    let model: StateModel
    /// The words that tell acts.
    let acts: Set<Int>

    var features: StateFeatures { StateFeatures(context: context) }

    /// The concept of whatever holds and has none of its own: its relation says what it is.
    private static let concept = "other"

    /// The states that no rule tells, in text order.
    func states(besides told: [StateFinding]) -> [StateFinding] {
        let features = features
        return candidates(besides: told).compactMap { candidate in
            var sum = WeightSum(model.table)
            features.add(candidate, to: &sum)
            let verdict = StateModel.Verdict(sum.sum)
            guard model.isTold(verdict), var finding = finding(candidate) else { return nil }
            finding.confidence = verdict.whole
            return finding
        }
    }

    /// The words that may tell what holds, less those of which a rule tells it and those that tell an act: Osk's attack on Tarn
    /// is nothing that Osk has.
    func candidates(besides told: [StateFinding]) -> [StateCandidate] {
        let taken = taken(by: told)
        let reader = StateCandidateReader(context: context)
        return parsed.sentences.filter { parsed.document.blocks[$0.block].isCoded }.flatMap(\.tokens).compactMap {
            index in
            guard !taken.contains(index), !acts.contains(index), let found = reader.candidate(at: index),
                ![found.verb, found.completion.object, found.completion.goal].contains(where: {
                    $0.map(taken.contains) ?? false
                })
            else { return nil }
            return found
        }
    }

    /// The words of what is told: those that told it, and the verbs these complete.
    private func taken(by told: [StateFinding]) -> Set<Int> {
        var taken: Set<Int> = []
        for finding in told {
            taken.insert(finding.trigger)
            if [.dobj, .attr, .acomp, .oprd, .xcomp, .nsubjpass].contains(labels[finding.trigger]),
                let verb = tree.head(of: finding.trigger)
            {
                taken.insert(verb)
            }
        }
        return taken
    }

    // MARK: What it says

    /// The finding of a candidate; nil where its words name no object and need one.
    func finding(_ candidate: StateCandidate) -> StateFinding? {
        var rule = StateRule()
        rule.id = StateRule.weighed
        rule.concept = Self.concept
        guard let (words, object) = telling(candidate),
            Set(object.map(\.name)).isDisjoint(with: candidate.parties.map(\.name))
        else { return nil }
        return maker.finding(
            rule, subject: candidate.parties, relation: words, object: object, trigger: candidate.trigger,
            verb: candidate.verb, noun: candidate.form == .verb ? nil : candidate.trigger)
    }

    /// The relation in the text's words, and its object.
    private func telling(_ candidate: StateCandidate) -> (relation: String, object: [Mention])? {
        let opening = opening(candidate)
        var closing = [candidate.completion.link].compactMap { $0 }
        let object: [Mention]
        switch candidate.completion.kind {
        case .nothing:
            // "Osk's shores" says little of Osk.
            guard candidate.form != .verb, candidate.form != .owned else { return nil }
            // "is neutral", "are at odds": what is said is told whole.
            if candidate.form == .predicate, candidate.opening != nil || classes[candidate.trigger] == .adj {
                return (opening + wording.words(own(candidate)), [])
            }
            return (String(opening.dropLast()), sides.phrase(candidate.trigger))
        case .direct, .prepositional:
            guard let head = candidate.completion.object else { return nil }
            let named = sides.parties(head).filter { sides.isNamed($0) }
            object = !named.isEmpty ? named : arguments.isVerb(head) ? told(tree.extent(of: head)) : sides.phrase(head)
        case .infinitive:
            guard let goal = candidate.completion.goal else { return nil }
            object = AimStateReader(context: context).object(of: goal) ?? told(after: goal)
            closing = tree.children(of: goal, [.aux]).filter { tags[$0] == .TO } + [goal]
        case .clause:
            guard let head = candidate.completion.object else { return nil }
            object = told(tree.extent(of: head))
        }
        guard !object.isEmpty || candidate.completion.kind == .infinitive else { return nil }
        return (opening + wording.words(own(candidate) + closing), object)
    }

    /// A stretch of words as an object.
    private func told(_ range: Range<Int>) -> [Mention] {
        let words = wording.trimmed(range)
        return [Mention(name: wording.words(words), code: "", kind: .group, span: parsed.span(words))]
    }

    /// What follows an infinitive: "certain of support" of "wants to make certain of support".
    private func told(after goal: Int) -> [Mention] {
        let rest = (goal + 1)..<max(goal + 1, tree.extent(of: goal).upperBound)
        return rest.contains { !isPunctuation($0) } ? told(rest) : []
    }

    /// What opens the relation where no verb of its own does.
    private func opening(_ candidate: StateCandidate) -> String {
        let several = candidate.parties.count > 1
        switch candidate.form {
        case .verb: return ""
        case .predicate: return wording.words(wording.verbGroup(candidate.verb)) + " "
        case .apposition: return truth.isEnded(nil, candidate.trigger) ? "was " : several ? "are " : "is "
        case .owned: return several ? "have " : "has "
        }
    }

    /// The words of the relation, less its opening and closing.
    private func own(_ candidate: StateCandidate) -> [Int] {
        switch candidate.form {
        case .verb: return wording.verbGroup(candidate.trigger)
        case .predicate, .apposition:
            let said =
                isNoun(candidate.trigger)
                ? nouns.group(candidate.trigger)
                : wording.adverbs(candidate.trigger) + wording.prefixed(candidate.trigger)
            return [candidate.opening].compactMap { $0 } + said
        case .owned:
            return nouns.group(candidate.trigger).filter { index in
                classes[index] != .det && classes[index] != .part && tags[index] != .PRPS
                    && !candidate.parties.contains { $0.span.overlaps(parsed.span(index)) }
            }
        }
    }
}

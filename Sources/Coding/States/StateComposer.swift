import ChanceryCore
import Grammar

/// Runs the stages in order: the rules at every token, offices beside them, and what is told again.
struct StateComposer: StateStage {
    let context: StateFindingContext

    /// Every finding of the document, in text order.
    func findings() -> [StateFinding] {
        var found: [StateFinding] = []
        for sentence in parsed.sentences where parsed.document.blocks[sentence.block].isCoded {
            for index in sentence.tokens {
                if let state = state(at: index) { found.append(state) }
            }
        }
        found += OfficeStateReader(context: context).states(besides: found)
        found.sort { ($0.clause.start, $0.trigger) < ($1.clause.start, $1.trigger) }
        return RetellingFilter(context: context).once(found)
    }

    /// The state that a token tells: of the first rule that fits.
    private func state(at index: Int) -> StateFinding? {
        guard [.noun, .propn, .verb, .aux, .adj, .adv, .adp].contains(classes[index]) else { return nil }
        var candidates = rules.places(for: lemma(index), key: parsed.lemmaKeys[index])
        if lower(index) != lemma(index) {
            candidates += rules.places(for: lower(index), key: parsed.textKeys[index])
        }
        for place in candidates {
            let rule = rules.rules[place]
            if let found = reader(of: rule.pattern).state(rule, at: index) { return found }
        }
        return nil
    }

    private func reader(of pattern: StateRule.Pattern) -> any StatePattern {
        switch pattern {
        case .verb: VerbStateReader(context: context)
        case .light: LightVerbStateReader(context: context)
        case .noun: NounStateReader(context: context)
        case .adjective: AdjectiveStateReader(context: context)
        case .phrase: PhraseStateReader(context: context)
        case .kind: ClassStateReader(context: context)
        case .view: ViewStateReader(context: context)
        case .nominal: NominalStateReader(context: context)
        case .aim: AimStateReader(context: context)
        case .between: BetweenStateReader(context: context)
        case .tie: TieStateReader(context: context)
        case .owned: OwnedStateReader(context: context)
        case .under: UnderStateReader(context: context)
        case .had: HadStateReader(context: context)
        case .named: NamedStateReader(context: context)
        }
    }
}

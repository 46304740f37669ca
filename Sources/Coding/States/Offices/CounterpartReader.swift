import ChanceryCore
import Grammar
import SpacyPipeline

/// Reads the office of a counterpart: "his Tarnian counterpart, Ana Holm" has in Tarn the office that he has in Osk.
struct CounterpartReader: StateStage {
    let context: StateFindingContext

    /// The offices of counterparts who are named.
    ///
    /// - Parameter told: the offices of those whose counterparts they are.
    func offices(besides told: [OfficeMention]) -> [OfficeMention] {
        guard !told.isEmpty else { return [] }
        let owned = tokens.indices.filter { !tags[$0].endsAsPlural && tree.child(of: $0, [.poss]) != nil }
        return owned.compactMap { index in
            guard lists.counterparts.contains(lemma(index)), let owner = tree.child(of: index, [.poss]),
                let person = person(at: index),
                let office = office(of: owner, besides: person, before: index, told)
            else { return nil }
            let last = parsed.tokens(in: person.span).upperBound
            return OfficeMention(
                person: person, office: office.office, sector: office.sector, of: state(at: index, until: last),
                tokens: index..<max(last, index + 1), isFormer: false, trigger: index)
        }
    }

    /// The office of whose counterpart it is; where the index takes "his" for the counterpart's own, that told last in the
    /// sentence.
    private func office(of owner: Int, besides person: Mention, before index: Int, _ told: [OfficeMention])
        -> OfficeMention?
    {
        let before = told.filter { $0.tokens.lowerBound < index && $0.person?.name != person.name }
        let others = entities.participants(at: owner).filter { $0.name != person.name }
        if let other = others.first { return before.last { $0.person?.name == other.name } }
        return before.last { tree.sentence(of: $0.tokens.lowerBound) == tree.sentence(of: index) }
    }

    /// Who the counterpart is: a name right behind the word.
    private func person(at index: Int) -> Mention? {
        var next = index + 1
        if next < tokens.count, tokens[next].text == "," { next += 1 }
        guard next < tokens.count, tree.sentence(of: next) == tree.sentence(of: index) else { return nil }
        for mention in entities.named(at: next) where mention.kind == .person && mention.from == nil {
            return mention
        }
        return nil
    }

    /// Whose: an adjective's before the word, else the state that the name is followed by ("of Tarn", "in Halm").
    private func state(at index: Int, until end: Int) -> Mention? {
        for child in tree.children(of: index, [.amod, .compound, .nmod]) {
            if let state = entities.modifierParty(at: child), state.kind == .state { return state }
        }
        guard end + 1 < tokens.count, tree.sentence(of: end) == tree.sentence(of: index),
            lists.homes.contains(lower(end))
        else { return nil }
        if let state = entities.participants(at: end + 1).first(where: { $0.kind == .state }) { return state }
        guard let place = entities.place(at: end + 1), !place.code.isEmpty else { return nil }
        return entities.state(code: place.code, span: place.span)
    }
}

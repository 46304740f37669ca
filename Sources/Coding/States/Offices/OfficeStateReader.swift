import ChanceryCore
import Grammar
import SpacyPipeline

/// Persons in office, wherever a title or an apposition stands with a name: "Prime Minister Ora Lind", "then chairman of the
/// League, Ora Lind", "named Ora Lind as envoy".
struct OfficeStateReader: StateStage {
    let context: StateFindingContext

    /// One state for each place that tells a person's office.
    ///
    /// - Parameter others: what the rules have found; an office they tell of the same person there is left out.
    func states(besides others: [StateFinding]) -> [StateFinding] {
        var told = Set(
            others.filter { ConceptRole($0.concept) == .office }.flatMap { state in
                state.subject.map { Place(person: $0.name, trigger: state.trigger) }
            })
        let owners = OfficeOwnerReader(context: context)
        var offices = entities.offices
        offices += JoinedOfficeReader(context: context).offices(besides: offices)
        offices += GivenOfficeReader(context: context).offices()
        offices += CounterpartReader(context: context).offices(besides: offices)
        return offices.compactMap { office in
            guard let person = office.person, isPerson(person), !office.tokens.isEmpty,
                tokens.indices.contains(office.tokens.upperBound - 1), !tellsChange(office)
            else { return nil }
            let word = office.office.split(separator: " ").last.map { $0.lowercased() } ?? ""
            guard !rules.notOffices.contains(word),
                let body = owners.owner(of: office), isBody(body, of: person, office: office.office)
            else { return nil }
            let trigger = trigger(of: office)
            // A rule that has told it may have the noun beside the one that the index has.
            let isTold = office.tokens.contains { told.contains(Place(person: person.name, trigger: $0)) }
            guard !isTold, told.insert(Place(person: person.name, trigger: trigger)).inserted else { return nil }
            return finding(office, person: person, body: body, word: word, trigger: trigger)
        }
    }

    private struct Place: Hashable {
        var person: String
        var trigger: Int
    }

    private func trigger(of office: OfficeMention) -> Int {
        office.trigger ?? office.tokens.first { office.office.hasPrefix(tokens[$0].text) } ?? office.tokens.lowerBound
    }

    private func finding(
        _ office: OfficeMention, person: Mention, body: Mention, word: String, trigger: Int
    ) -> StateFinding {
        let isThen = office.tokens.contains { lists.then.contains(lower($0)) }
        let isPast = office.isFormer || isThen
        var clause = parsed.span(office.tokens)
        for mention in [person, body] where mention.from == nil { clause = clause.union(mention.span) }
        return StateFinding(
            subject: [person],
            relation: (isPast ? "was " : "is ") + title(office, person: person, body: body) + " of",
            concept: (lists.candidates.contains(word) ? ConceptRole.candidacy : .office).concept,
            object: [ministry(of: body, office: trigger)] + post(of: trigger, besides: [body.name, person.name]),
            trigger: trigger, triggerSpan: parsed.span(trigger), clause: clause, isPast: isPast,
            isEnded: office.isFormer && !isThen, isAside: true, rule: StateRule.officeTitle)
    }

    // MARK: Who, and of whom

    /// Whether a name is a person's: no short form in capitals.
    private func isPerson(_ person: Mention) -> Bool {
        person.name.contains(where: \.isUppercase)
            && (person.name.contains(where: \.isLowercase) || person.name.contains(" "))
    }

    /// Whether an office can be that of the body: not the holder's own, not another office's words, and a person's only
    /// where the office serves a person ("Lind's spokesman").
    private func isBody(_ body: Mention, of person: Mention, office: String) -> Bool {
        guard body.name != person.name, body.name.first?.isUppercase ?? false,
            !body.name.lowercased().contains(office.lowercased())
        else { return false }
        guard body.kind == .person else { return true }
        let word = office.lowercased()
        return lists.servingPersons.contains { word.contains($0) }
    }

    /// Where an envoy is one: Tarn of "Osk's ambassador to Tarn".
    private func post(of trigger: Int, besides known: [String]) -> [Mention] {
        guard
            let noun = [trigger, trigger + 1, trigger + 2].first(where: {
                $0 < tokens.count && lists.posted.contains(lemma($0))
            })
        else { return [] }
        return sides.posts(of: noun).filter { !known.contains($0.name) }
    }

    /// The ministry that an office is of, where the words name one: "the spokesman of its foreign ministry".
    private func ministry(of body: Mention, office trigger: Int) -> Mention {
        guard body.kind == .state else { return body }
        let heads =
            tree.children(of: trigger, [.poss]) + arguments.objects(ofPreposition: "of", at: trigger)
        return heads.lazy.map { sides.ministry(of: body, at: $0) }.first { $0.name != body.name } ?? body
    }

    // MARK: Its words

    /// "could become president": a verb between person and office tells an event, or less.
    private func tellsChange(_ office: OfficeMention) -> Bool {
        office.tokens.contains { tags[$0] == .MD || lists.changes.contains(lemma($0)) }
    }

    /// The office's words with the "of …" that names a department: "Minister of National Security".
    private func title(_ office: OfficeMention, person: Mention, body: Mention) -> String {
        let words = office.tokens.filter { tokens[$0].end <= person.span.start }
        guard let first = words.first(where: { office.office.hasPrefix(tokens[$0].text) }), let last = words.last
        else { return office.office }
        let span = parsed.span(first..<(last + 1))
        let text = parsed.text(span)
        guard text.hasPrefix(office.office + " of "), !span.overlaps(body.span), !text.contains(","),
            body.from.map({ !span.overlaps($0) }) ?? true
        else { return office.office }
        return text
    }
}

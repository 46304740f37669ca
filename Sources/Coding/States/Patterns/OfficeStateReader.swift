import ChanceryCore
import Grammar
import SpacyPipeline

/// Persons in office, from titles and appositions that the entity index has read: "Prime Minister Ora Lind", "then
/// chairman of the League, Ora Lind".
struct OfficeStateReader: StateStage {
    let context: StateFindingContext

    /// One state for each person and office.
    ///
    /// - Parameter others: what the rules have found; an office they tell of the same person is left out.
    func states(besides others: [StateFinding]) -> [StateFinding] {
        var seen = Set(
            others.filter { $0.concept == "holds-office" }.flatMap { state in
                state.subject.map { [$0.name, lower(state.trigger)] }
            })
        var found: [StateFinding] = []
        let told = entities.offices.isEmpty ? [:] : firstNames()
        for office in entities.offices {
            guard let person = office.person, let body = office.of ?? state(of: office, told: told),
                isBody(body, of: person, office: office.office),
                let first = office.tokens.first, tokens.indices.contains(first), !tellsChange(office)
            else { continue }
            let word = office.office.split(separator: " ").last.map { $0.lowercased() } ?? ""
            guard !rules.notOffices.contains(word), !seen.contains([person.name, word]),
                seen.insert([person.name, office.office.lowercased(), body.name]).inserted
            else { continue }
            found.append(finding(office, person: person, body: body, word: word, first: first))
        }
        return found
    }

    private func finding(
        _ office: OfficeMention, person: Mention, body: Mention, word: String, first: Int
    ) -> StateFinding {
        let trigger = office.trigger ?? office.tokens.first { office.office.hasPrefix(tokens[$0].text) } ?? first
        let isThen = office.tokens.contains { lists.then.contains(lower($0)) }
        let isPast = office.isFormer || isThen
        var clause = parsed.span(office.tokens)
        for mention in [person, body] where mention.from == nil { clause = clause.union(mention.span) }
        return StateFinding(
            subject: [person],
            relation: (isPast ? "was " : "is ") + title(office, person: person, body: body) + " of",
            concept: lists.candidates.contains(word) ? "candidate-of" : "holds-office", object: [body],
            trigger: trigger, triggerSpan: parsed.span(trigger), clause: clause, isPast: isPast,
            isEnded: office.isFormer && !isThen, rule: StateRule.officeTitle)
    }

    // MARK: Whose office it is

    /// The state of an office that names none: "Prime Minister Lind" is Osk's where the text has said so before.
    private func state(of office: OfficeMention, told: [String: ByteSpan]) -> Mention? {
        guard let first = office.tokens.first, first == 0 || !isName(first - 1, besides: first),
            let person = office.person, !person.code.isEmpty,
            rules.nationalOffices.contains(office.office.lowercased()),
            let span = told[person.code], var state = entities.state(code: person.code, span: person.span)
        else { return nil }
        state.from = span
        return state
    }

    /// "the Osk Union President": a name before the title says whose it is, though the index does not know it.
    private func isName(_ index: Int, besides next: Int) -> Bool {
        tree.sentence(of: index) == tree.sentence(of: next) && (classes[index] == .propn || classes[index] == .part)
    }

    /// Where each state is first named, by its code.
    private func firstNames() -> [String: ByteSpan] {
        var found: [String: ByteSpan] = [:]
        for mention in entities.mentions where mention.mention.kind == .state && !mention.isPronoun {
            if found[mention.mention.code] == nil { found[mention.mention.code] = mention.mention.span }
        }
        return found
    }

    /// Whether an office can be that of the body: not the holder's own, not another office's words, and a person's only
    /// where the office serves a person ("Lind's spokesman").
    private func isBody(_ body: Mention, of person: Mention, office: String) -> Bool {
        guard body.name != person.name, body.name.first?.isUppercase ?? false,
            person.name.contains(where: \.isUppercase),
            !body.name.lowercased().contains(office.lowercased())
        else { return false }
        guard body.kind == .person else { return true }
        let word = office.lowercased()
        return lists.servingPersons.contains { word.contains($0) }
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

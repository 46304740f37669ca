import ChanceryCore
import Grammar
import SpacyPipeline

/// What the words around an unlisted name tell of whether it is a person's.
struct PersonEvidence: EntityStage {
    let named: NamedText

    var text: EntityText { named.text }

    /// What speaks for a person, and against.
    func vote(_ candidate: NameCandidate) -> Int {
        let range = candidate.tokens
        let head = text.head(of: range)
        let isTitled = hasTitle(before: range.lowerBound)
        var score = labelVote(candidate.label) + (isTitled ? 4 : 0) + nameVote(range) + neighbourVote(head)
        // "In Grosse Isle", "near Lindholm": where something is, is a place.
        if text.isLocation(head), !isTitled { score -= 2 }
        if bodyNoun(before: head) != nil { score -= 6 }
        return score
    }

    private func labelVote(_ label: String) -> Int {
        switch label {
        case "PERSON": 2
        case "ORG", "GPE", "LOC", "FAC", "NORP": -1
        default: 0
        }
    }

    /// What a name's own words tell.
    private func nameVote(_ range: Range<Int>) -> Int {
        var score = 0
        if range.count > 1, range.allSatisfy({ text.isCapital($0) || text.isTitle(lower[$0], .particle) }),
            text.isGivenName(tokens[range.lowerBound].text)
        {
            score += 3
        }
        if range.contains(where: { word($0, in: text.lists.persons.noPersons) }) { score -= 4 }
        if let noun = role(at: range.upperBound - 1)?.role.noun, noun == .organisation || noun == .organ { score -= 4 }
        if range.contains(where: { parsed.tree.tags[$0] == .NNPS }) { score -= 1 }
        return score
    }

    /// What stands beside a name: offices, clauses with "who", other persons.
    private func neighbourVote(_ head: Int) -> Int {
        var score = 0
        for child in parsed.children(of: head) {
            let dep = tokens[child].dep
            if dep == "appos", let noun = role(at: child)?.role.noun, noun == .office || noun == .person { score += 3 }
            if dep == "relcl", parsed.children(of: child).contains(where: { lower[$0] == "who" }) { score += 3 }
            if dep == "conj" || dep == "appos", tokens[child].ent.hasSuffix("PERSON") { score += 1 }
        }
        let above = tokens[head].head
        if parsed.tree.labels[head] == .conj, tokens[above].ent.hasSuffix("PERSON") { score += 1 }
        if parsed.tree.labels[head] == .appos, role(at: above)?.role.noun == .office || isBehindOffice(above, of: head)
        {
            score += 3
        }
        return score
    }

    /// "The head of the Osk Centre, Mira Tovan": a name of several words that the parser hangs on the centre, which has its own name.
    private func isBehindOffice(_ above: Int, of head: Int) -> Bool {
        let start = parsed.extent(of: head).lowerBound
        guard start > 0, tokens[start - 1].text == ",", parsed.tree.labels[above] == .pobj,
            [.NNP, .NNPS].contains(parsed.tree.tags[above]),
            parsed.tree.child(of: head, [.compound]).map(text.isCapital) == true,
            let preposition = parsed.head(of: above),
            let office = parsed.head(of: preposition)
        else { return false }
        return role(at: office)?.role.noun == .office
    }

    /// The common noun for a body that a name stands in apposition to, or has before it: "the company Nordwerk".
    func bodyNoun(before head: Int) -> Int? {
        var nouns = parsed.tree.children(of: head, [.compound, .nmod, .amod])
        if parsed.tree.labels[head] == .appos, tokens[head].head == head - 1 { nouns.append(tokens[head].head) }
        return nouns.first {
            guard $0 < head, !text.isCapital($0), let (role, _) = role(at: $0) else { return false }
            return role.noun == .organisation || role.noun == .organ || role.noun == .group
        }
    }

    /// Whether an office or an honorific stands right before a token.
    func hasTitle(before start: Int) -> Bool {
        guard start > 0, parsed.sentence(of: start) == parsed.sentence(of: start - 1) else { return false }
        if roles.isHonorific(tokens[start - 1].text) { return true }
        if named.held.held(at: start)?.member.name.lowerBound == start { return true }
        guard let (role, _) = text.role(endingAt: start) else { return false }
        // "Deputy OHB Director": a body's short form, whose office follows.
        if role.words == ["deputy"], tokens[start].text.utf8.count > 1,
            !tokens[start].text.contains(where: \.isLowercase)
        {
            return false
        }
        return role.noun == .office && !role.isPlural
    }
}

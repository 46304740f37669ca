import ChanceryCore
import Grammar
import SpacyPipeline

/// Reads a second office that is joined to the title before a name: "Deputy Minister for Trade and Port Director Ora Lind".
struct JoinedOfficeReader: StateStage {
    let context: StateFindingContext

    /// The furthest that an office's field reaches behind its noun.
    private static let reach = 8

    /// The offices joined before those told.
    func offices(besides told: [OfficeMention]) -> [OfficeMention] { told.compactMap(office(joinedTo:)) }

    private func office(joinedTo office: OfficeMention) -> OfficeMention? {
        guard office.trigger == nil, let person = office.person, let first = office.tokens.first, first > 1,
            tree.sentence(of: first - 1) == tree.sentence(of: first), lists.joints.contains(lower(first - 1)),
            tokens[office.tokens.upperBound - 1].end >= person.span.end,
            let (role, words) = role(before: first - 1)
        else { return nil }
        return OfficeMention(
            person: person, office: parsed.text(parsed.span(words)), sector: role.sector, of: nil,
            tokens: words.lowerBound..<office.tokens.upperBound, isFormer: office.isFormer)
    }

    /// The office that ends right before a token, with the capitals of its field between.
    private func role(before end: Int) -> (role: RoleTable.Role, words: Range<Int>)? {
        let low = max(tree.sentences[tree.sentence(of: end)].lowerBound, end - Self.reach)
        var at = end
        while at > low {
            if let (role, start) = entities.text.role(endingAt: at), start >= low {
                guard role.noun == .office, !role.isPlural, entities.text.isCapital(start) else { return nil }
                var first = start
                while first > low, lower(first - 1) == "deputy" { first -= 1 }
                return (role, first..<end)
            }
            guard entities.text.isCapital(at - 1) || lists.insideOffices.contains(lower(at - 1)) else { return nil }
            at -= 1
        }
        return nil
    }
}

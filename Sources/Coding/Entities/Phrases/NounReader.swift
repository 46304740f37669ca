import ChanceryCore
import Grammar
import SpacyPipeline

/// What a phrase headed by a common noun tells.
struct NounReading: Sendable {
    /// Whom it names; empty where it names nobody.
    var mentions: [Mention] = []
    /// The tokens that name them.
    var tokens: Range<Int>
    /// The noun by which they can be told again, or empty.
    var noun = ""
    var isPlural = true
}

/// Reads phrases headed by a common noun.
struct NounReader: ToldStage {
    let named: NamedText
    let told: ToldParties

    func read(_ head: Int) -> NounReading {
        let nobody = NounReading(tokens: head..<(head + 1))
        guard let (role, range) = role(at: head) else {
            return NounReading(mentions: measured(head), tokens: head..<(head + 1))
        }
        // "teams up" is a verb, whatever its tag.
        if isFestive(head) || head + 1 < tokens.count && parsed.tree.tags[head + 1] == .RP { return nobody }
        return NounReading(
            mentions: namedBy(head, role: role)
                ?? asking(RoleMentions.self).mentions(of: role, range: range, head: head),
            tokens: range, noun: lower[head],
            isPlural: role.isPlural || [.NNS, .NNPS].contains(parsed.tree.tags[head]))
    }

    /// "A dinner party": an evening, and no body.
    private func isFestive(_ head: Int) -> Bool {
        parsed.lowerLemmas[head] == "party"
            && parsed.tree.hasChild(of: head, [.compound, .amod, .nmod]) { word($0, in: lists.festive) }
    }

    /// "The Israeli ambassador to Albania, Galit X", "the group Y": whom the name in apposition tells.
    private func namedBy(_ head: Int, role: RoleTable.Role) -> [Mention]? {
        let holders = named.holders(at: head)
        if !holders.isEmpty { return holders }
        let isRelational = roles.isRelational(role)
        if isRelational || role.noun == .country, !role.isPlural {
            if let told = namedBeside(head, isRelational: isRelational) { return [told] }
        }
        guard role.noun != .government, role.noun != .country, role.noun != .side else { return nil }
        let isPerson = role.noun == .office || role.noun == .person
        for child in apposed(to: head, isPerson: isPerson) {
            guard let name = named.names.first(at: child) else { continue }
            let entity = named.entity(of: name)
            guard name.form == .name, !entity.isPlace, entity.sort != .state, (entity.kind == .person) == isPerson
            else { continue }
            var mention = named.mention(of: name)
            if mention.code.isEmpty { mention.code = owners.code(of: head) }
            if mention.sector.isEmpty { mention.sector = role.sector }
            return [mention]
        }
        return nil
    }

    /// What stands in apposition to a noun, and of persons to what follows its prepositions.
    private func apposed(to head: Int, isPerson: Bool) -> [Int] {
        var apposed = parsed.tree.children(of: head, [.appos])
        guard isPerson else { return apposed }
        // "The head of the Osk Centre, Mira Tovan": the parser hangs her on the centre.
        var places = [head]
        for _ in 0..<3 {
            places = places.flatMap { parsed.tree.children(of: $0, [.prep]) }.filter { $0 > head }
                .flatMap { parsed.tree.children(of: $0, [.pobj]) }
            apposed += places.flatMap { parsed.tree.children(of: $0, [.appos]) }
        }
        return apposed
    }

    /// "Its neighbour Veldania", "its ally, the Osk Union,", "his Danish counterpart, Lars X": who that is.
    private func namedBeside(_ head: Int, isRelational: Bool) -> Mention? {
        let next = head + 1
        let follows = next < text.sentence(head).upperBound && tokens[head].hasTrailingBlank
        let isName = follows && named.names.at[next].contains { named.names[$0].tokens.lowerBound == next }
        var places = isName ? [next] : []
        if isRelational { places += parsed.tree.children(of: head, [.appos]).filter { $0 > head } }
        for place in places {
            guard let name = named.names.first(at: place) else { continue }
            let entity = named.entity(of: name)
            // "The neighbour Osk fears": a name with a clause of its own is no apposition.
            let isSubject = place == next && parsed.tree.hasLabel(name.head, [.nsubj, .nsubjpass])
            guard name.form == .name, !entity.isPlace || entity.sort == .territory,
                !isSubject || tokens[name.head].head == head || text.isModifier(head)
            else { continue }
            return named.mention(of: name)
        }
        return nil
    }

    /// "Thousands of demonstrators", "a number of Israeli analysts": what is measured is who acts.
    private func measured(_ head: Int) -> [Mention] {
        let namer = PhraseNamer(owners: owners)
        let isMeasure = word(head, in: lists.measures)
        // "Hundreds protested": people, and no more is told of them.
        if isMeasure, parsed.tree.tags[head] == .NNS, parsed.tree.labels[head] == .nsubj,
            parsed.children(of: head).isEmpty
        {
            return [Mention(name: lower[head], sector: "CVL", kind: .group, span: namer.span(head, through: head))]
        }
        guard isMeasure || lists.measures.contains(tokens[head].lemma),
            let preposition = parsed.tree.children(of: head, [.prep]).first(where: { lower[$0] == "of" }),
            let object = parsed.tree.child(of: preposition, [.pobj])
        else { return [] }
        let span = namer.span(head, through: object)
        guard let (role, range) = role(at: object), role.isPlural || role.noun == .people || role.noun == .group else {
            guard let name = named.name(at: object), name.form == .plural else { return [] }
            let entity = named.entity(of: name)
            return [Mention(name: named.demonym(entity), code: entity.code, sector: "CVL", kind: .group, span: span)]
        }
        return asking(RoleMentions.self).mentions(of: role, range: range, head: object).map { mention in
            var mention = mention
            mention.span = span
            return mention
        }
    }

    private var lists: PhraseWords { text.lists.phrases }
}

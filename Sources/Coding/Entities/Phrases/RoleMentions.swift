import ChanceryCore
import Grammar
import SpacyPipeline

/// Whom a phrase with a role at its head names: its owners' government, ministers or people, whom it points back to, or
/// somebody no name tells.
struct RoleMentions: ToldStage {
    let named: NamedText
    let told: ToldParties

    /// A role where a phrase has it.
    private struct Phrase {
        let role: RoleTable.Role
        let range: Range<Int>
        let head: Int
        let span: ByteSpan
    }

    /// What a phrase with a role at its head names; one mention for every owner it joins.
    func mentions(of role: RoleTable.Role, range: Range<Int>, head: Int) -> [Mention] {
        let span = namer.span(head, through: head, role: range)
        let phrase = Phrase(role: role, range: range, head: head, span: span)
        let owners = isPossessedPair(head) ? [] : owners.owners(of: head)
        if owners.isEmpty {
            if role.noun == .office, isCapacity(head) { return [] }
            let known = asking(Antecedents.self).mentions(of: role, head: head)
            return known.isEmpty ? unowned(phrase) : known.map { $0.carried(to: span) }
        }
        switch role.noun {
        case .side: return []
        case .government, .mission: return owners.map { governing($0, phrase) }.unique()
        case .people: return owners.map { people($0, phrase) }.unique()
        case .country: return owners.compactMap { country($0, phrase) }.unique()
        case .organ, .organisation, .office, .person, .group:
            return owners.map { member(of: $0, phrase, isOneOfMany: owners.count > 1) }.unique()
        }
    }

    /// "Our two peoples": a pair, not somebody's peoples.
    private func isPossessedPair(_ head: Int) -> Bool {
        parsed.children(of: head).contains { lower[$0] == "both" }
    }

    /// "With Velgard as chargé d'affaires": what somebody is, and nobody beside them.
    private func isCapacity(_ head: Int) -> Bool {
        parsed.tree.labels[head] == .pobj && parsed.head(of: head).map { lower[$0] == "as" } == true
    }

    private var namer: PhraseNamer { PhraseNamer(owners: owners) }
    private var lists: PhraseWords { text.lists.phrases }
}

// MARK: - With an owner

extension RoleMentions {
    /// The state, or the body, whose government or mission is told.
    private func governing(_ owner: Owner, _ phrase: Phrase) -> Mention {
        let entity = owner.entity
        var mention = owner.mention
        mention.sector = phrase.role.sector
        mention.span = phrase.span
        if entity.isListedBody || entity.sort == .group { return mention }
        let state = named.state(entity.code, sector: phrase.role.sector, span: phrase.span, from: owner.from)
        if entity.kind == .place { mention.kind = .state }
        return state ?? mention
    }

    /// "The Palestinian people" are the Palestinians.
    private func people(_ owner: Owner, _ phrase: Phrase) -> Mention {
        let entity = owner.entity
        let name =
            switch entity.sort {
            case .state, .territory: named.demonym(entity)
            case .group: entity.name
            default: namer.name(phrase.head, role: phrase.range, owner: owner)
            }
        return Mention(
            name: name, code: entity.code, sector: "CVL", kind: .group, span: phrase.span, from: owner.from)
    }

    /// "Rama's country" and "the state of Osk" are the state; "Arab countries" are several.
    private func country(_ owner: Owner, _ phrase: Phrase) -> Mention? {
        let code = owner.entity.code
        if phrase.role.isPlural {
            return Mention(
                name: namer.name(phrase.head, role: phrase.range, owner: owner), code: code, kind: .group,
                span: phrase.span, from: owner.from)
        }
        return code.isEmpty ? nil : named.state(code, span: phrase.span, from: owner.from)
    }

    /// "Israeli officials", "the mayor of Lagos": whoever the text names as an office's holder, otherwise the phrase.
    private func member(of owner: Owner, _ phrase: Phrase, isOneOfMany: Bool) -> Mention {
        let (role, head) = (phrase.role, phrase.head)
        if role.noun == .office, !owner.entity.code.isEmpty, !text.isIndefinite(head),
            let held = asking(Antecedents.self).holder(role, head: head, code: owner.entity.code).first
        {
            return held.carried(to: phrase.span)
        }
        return Mention(
            name: namer.name(head, role: phrase.range, owner: owner, isOneOfMany: isOneOfMany),
            code: owner.entity.code, sector: sector(role, owner: owner), kind: kind(of: role), span: phrase.span,
            from: owner.from)
    }

    private func kind(of role: RoleTable.Role) -> EntityKind {
        switch role.noun {
        case .organ, .organisation, .government, .mission: role.isPlural ? .group : .organisation
        case .office, .person: role.isPlural ? .group : .person
        default: .group
        }
    }

    /// An office of a movement or body is that body's, not a government's.
    private func sector(_ role: RoleTable.Role, owner: Owner) -> String {
        role.sector == "GOV" && (role.noun == .office || role.noun == .group) && owner.entity.isListedBody
            ? owner.entity.sector : role.sector
    }
}

// MARK: - Without an owner

extension RoleMentions {
    /// A party that no name tells: "four pilots", "the police", "a company".
    private func unowned(_ phrase: Phrase) -> [Mention] {
        guard isParty(phrase) else { return [] }
        let (role, head) = (phrase.role, phrase.head)
        var code = role.code
        if code.isEmpty, [.organ, .organisation, .group].contains(role.noun) {
            code = asking(BodyCodes.self).code(of: head)
        }
        return [
            Mention(
                name: name(phrase, code: code), code: code, sector: role.sector, kind: kind(of: role),
                span: phrase.span)
        ]
    }

    /// Whether a noun that nobody owns tells of a party.
    private func isParty(_ phrase: Phrase) -> Bool {
        let head = phrase.head
        switch phrase.role.noun {
        // "any association", "union": more often a thing than a party.
        case .organisation: return lemma(head, in: lists.bodies) || text.isProper(head)
        case .country:
            guard phrase.role.isPlural else { return false }
            // "Emergency powers" are no states.
            if tokens[head].lemma == "power" { return isOfRegion(head) || isMighty(head) }
            return !text.isDefinite(head) || isOfRegion(head) || isDescribed(head)
        case .people: return word(head, in: lists.barePeoples)
        case .side: return isOfRegion(head)
        case .mission: return false
        default: return true
        }
    }

    private func name(_ phrase: Phrase, code: String) -> String {
        let (role, head) = (phrase.role, phrase.head)
        // "The mayor's rivals" are told by whose rivals they are, and are not the mayor's own.
        if roles.isRelational(role), let possessor = parsed.tree.child(of: head, [.poss]), possessor < head,
            parsed.tree.tags[possessor] != .PRPS
        {
            let whole = parsed.extent(of: possessor).lowerBound..<max(head + 1, phrase.range.upperBound)
            return text.words((whole.first { parsed.tree.classes[$0] != .det } ?? head)..<whole.upperBound)
        }
        let name = namer.name(head, role: phrase.range, owner: nil)
        // "The President", "Secretary of State": a title is nobody's name, however it is written.
        return role.noun == .office && code.isEmpty && !hasName(head) ? name.lowercased() : name
    }

    /// Whether a phrase's modifiers, or what follows its "of", name anybody.
    private func hasName(_ head: Int) -> Bool {
        parsed.subtree(of: head).contains { token in
            token != head
                && (!named.isUnnamed(token) || !named.listed.at[token].isEmpty
                    || text.isProper(token) && parsed.tree.hasLabel(token, [.amod, .compound, .nmod])
                        && role(at: head)?.tokens.contains(token) != true)
        }
    }

    /// "European powers", "the occupying powers": what sort of states, by a name or by what powers are.
    private func isMighty(_ head: Int) -> Bool {
        parsed.tree.hasChild(of: head, [.amod, .compound, .nmod]) {
            text.isProper($0) || tokens[$0].text.first?.isUppercase == true || word($0, in: lists.mighty)
        }
    }

    /// "The developing nations": an adjective tells which.
    private func isDescribed(_ head: Int) -> Bool {
        parsed.tree.hasChild(of: head, [.amod, .compound, .nmod]) { !word($0, in: lists.counting) }
    }

    /// "The Baltic states", "the states of the Balkans": a region tells which.
    private func isOfRegion(_ head: Int) -> Bool {
        parsed.tree.hasChild(of: head, [.amod, .compound, .nmod]) { named.namesRegion($0) }
            || parsed.tree.hasChild(of: head, [.prep]) { preposition in
                lower[preposition] == "of"
                    && parsed.tree.child(of: preposition, [.pobj]).map { named.namesRegion($0) } == true
            }
    }
}

import ChanceryCore
import Grammar
import SpacyPipeline

/// The parties that names stand for where they stand: "Tirana agreed" tells of Albania, "in Tirana" of nobody.
struct NameParties: EntityStage {
    let named: NamedText

    var text: EntityText { named.text }

    /// The party a name stands for, its title included; nil for a place that is no party and an adjective before a noun.
    func party(of name: NameSpan, title: TitleReading?) -> Mention? {
        let entity = named.entity(of: name)
        if entity.isPlace { return party(atPlace: name, entity) }
        if name.form != .name, entity.sort == .state { return people(of: name, entity) }
        // "Congressional elections": whose they are, and no party of its own.
        if name.form == .adjective, entity.isListedBody { return nil }
        let span = title.map { parsed.span($0.tokens.lowerBound..<name.tokens.upperBound) }
        if entity.sort == .group {
            if name.form == .adjective, text.isModifier(name.head) || parsed.tree.classes[name.head] == .adj {
                return nil
            }
            return Mention(
                name: entity.name, code: entity.code, sector: "CVL", kind: .group,
                span: span ?? parsed.span(name.tokens))
        }
        var mention = named.mention(of: name, span: span)
        if let sector = title.flatMap({ sector(of: $0) }) { mention.sector = sector }
        return mention
    }

    /// The sector a title tells: that of the office, or of the movement it is an office of.
    private func sector(of title: TitleReading) -> String? {
        guard let role = title.role, !role.sector.isEmpty else { return nil }
        guard role.sector == "GOV" else { return role.sector }
        if let owner = title.owner.map({ named.entity(of: $0) }), owner.isBody { return owner.sector }
        return title.isFormer ? "ELI" : "GOV"
    }

    /// "Albanians", "the Israelis", "an Israeli": people; a bare "Israeli" as a sentence's subject is the state.
    private func people(of name: NameSpan, _ entity: DocumentEntity) -> Mention? {
        let head = name.head
        guard !text.isModifier(head), parsed.tree.labels[head] != .acomp,
            parsed.tree.labels[head] != .attr || parsed.tree.classes[head] != .adj
        else { return nil }
        let all = Mention(
            name: named.demonym(entity), code: entity.code, sector: "CVL", kind: .group, span: name.span)
        if name.form == .plural { return all }
        let article = parsed.tree.child(of: head, [.det])
        let written = text.words(name.tokens)
        if let article, word(article, in: lists.oneOf) {
            return Mention(name: written, code: entity.code, sector: "CVL", kind: .person, span: name.span)
        }
        if article != nil || !takesPlural(written) { return all }
        return parsed.tree.hasLabel(head, [.nsubj, .nsubjpass]) ? named.mention(of: name) : nil
    }

    private func takesPlural(_ adjective: String) -> Bool {
        !lists.bareEndings.contains { adjective.hasSuffix($0) }
    }

    /// The party a place's name stands for, where syntax makes it one: "Tirana agreed", "talks with Moscow".
    private func party(atPlace name: NameSpan, _ entity: DocumentEntity) -> Mention? {
        switch entity.sort {
        case .region, .city: return nil
        case .capital, .seat:
            guard name.form == .adjective || actsAsParty(name.head) else { return nil }
            return named.state(entity.code, sector: entity.sort == .seat ? entity.sector : "GOV", span: name.span)
        case .territory: guard name.form == .name, !text.isLocation(name.head) else { return nil }
        default: guard actsAsParty(name.head) else { return nil }
        }
        return Mention(name: entity.name, code: entity.code, kind: .state, span: name.span)
    }

    /// Whether a place's name stands where parties stand: as subject, object of dealing, owner, partner.
    private func actsAsParty(_ head: Int) -> Bool {
        let above = tokens[head].head
        switch parsed.tree.labels[head] {
        case .nsubj, .nsubjpass, .agent, .dobj, .dative, .poss: return true
        case .conj: return actsAsParty(above)
        case .compound, .nmod, .amod:
            return head + 1 < tokens.count && text.isDash(head + 1) || head > 0 && text.isDash(head - 1)
        case .pobj:
            if word(above, in: lists.dealing) { return true }
            let governor = tokens[tokens[above].head]
            return word(above, in: lists.leaning) && ["VERB", "NOUN"].contains(governor.pos)
                && !lists.motion.contains(governor.lemma)
        default: return false
        }
    }

    private var lists: PhraseWords { text.lists.phrases }
}

import ChanceryCore
import Grammar
import SpacyPipeline

/// Whom a source names: the party the entities know, or else the noun phrase as it stands.
struct SourceNamer: StatementStage {
    let context: StatementContext

    /// The mention of a source: what the entities say of its head, else the noun phrase as it stands.
    func mention(of source: StatementSource?) -> Mention? {
        guard let source else { return nil }
        if let mention = source.mention { return mention }
        guard let head = source.head.map(whole) else { return nil }
        let isPart = source.head != head && source.head.map { lists.quantifiers.contains(forms[$0]) } ?? false
        if let mention = owner(of: head), !isSomeOf(mention, head), !isPart || mention.kind == .group {
            guard tags[head] == .NNP, mention.from == nil, mention.kind == .person,
                mention.name.first?.isLowercase == true, !mention.span.contains(parsed.span(head))
            else { return mention }
            // "Roe, a chemistry professor, said": Roe, though no list and no model knows the name.
            let name = personalName(endingAt: head) ?? nounPhraseCore(head)
            return Mention(
                name: words(name), code: mention.code, sector: mention.sector, kind: .person, span: parsed.span(name))
        }
        if let one = oneOf(head) { return one }
        guard [.noun, .propn].contains(classes[head]) else { return nil }
        let core = personalName(endingAt: head) ?? nounPhraseCore(head)
        let kind: EntityKind =
            switch entity(head) {
            case "PERSON": .person
            case "ORG": .organisation
            case "GPE": .place
            default: .group
            }
        let state = tree.children(of: head, [.amod, .compound, .nmod, .poss]).lazy
            .compactMap { self.parties.modifier($0) }.first { $0.kind == .state }
        let code = state?.code ?? parties.participant(head)?.code ?? ""
        // "his campaign": whose it is, if the text tells.
        if tags[core.lowerBound] == .PRPS, core.count > 1 {
            let rest = (core.lowerBound + 1)..<core.upperBound
            guard let owner = parties.participant(core.lowerBound) else {
                return Mention(name: words(rest), code: code, kind: kind, span: parsed.span(core))
            }
            return Mention(
                name: "\(owner.name)'s \(words(rest))", code: code.isEmpty ? owner.code : code, kind: kind,
                span: parsed.span(core))
        }
        return Mention(name: words(core), code: code, kind: kind, span: parsed.span(core))
    }

    /// "One of two witnesses": a single person whom the words do not tell.
    private func oneOf(_ head: Int) -> Mention? {
        guard forms[head] == "one", let phrase = tree.children(of: head, [.prep]).first(where: { $0 == head + 1 }),
            forms[phrase] == "of", let object = tree.child(of: phrase, [.pobj])
        else { return nil }
        // "One of his advisers, Ana Roe"
        if let named = tree.child(of: head, [.appos]) ?? tree.child(of: object, [.appos]), named > object,
            let mention = parties.participant(named), mention.name.first?.isUppercase == true
        {
            return mention
        }
        let core = head..<(object + 1)
        return Mention(
            name: words(core), code: parties.participant(object)?.code ?? "", kind: .person, span: parsed.span(core))
    }

    /// The name alone of a person whom no entity knows: "Ana Roe" of "former Osk Gov. Ana Roe".
    private func personalName(endingAt head: Int) -> Range<Int>? {
        guard tags[head] == .NNP else { return nil }
        var low = head
        while low > 0, tags[low - 1] == .NNP, labels[low - 1] == .compound, tokens[low - 1].head == head {
            low -= 1
        }
        // Titles end in a full stop; initials are one letter.
        guard let title = (low..<head).last(where: { tokens[$0].text.hasSuffix(".") && tokens[$0].text.count > 2 })
        else {
            return nil
        }
        return (title + 1)..<(head + 1)
    }

    /// Of "both of the rivals", the rivals; of somebody "named X", X.
    func whole(_ head: Int) -> Int {
        // "Osk's vice-president, Ana Roe"
        if classes[head] == .noun, parties.participant(head)?.from == nil,
            let name = tree.child(of: head, [.appos]), name > head, entity(name) == "PERSON",
            parties.participant(name)?.kind == .person
        {
            return name
        }
        // "a fisherman named Jon Alder"
        for clause in tree.children(of: head, [.acl])
        where clause > head && lists.named.contains(forms[clause]) {
            if let name = tree.child(of: clause, [.oprd]), classes[name] == .propn { return name }
        }
        guard lists.parts.contains(forms[head]),
            let phrase = tree.children(of: head, [.prep]).first(where: { forms[$0] == "of" && $0 == head + 1 }),
            let object = tree.child(of: phrase, [.pobj])
        else { return head }
        return object
    }

    /// Whether a noun names only some of those a body or a people is made of: "some Democrats", "two Osk Liberals".
    private func isSomeOf(_ mention: Mention, _ head: Int) -> Bool {
        guard [.NNS, .NNPS].contains(tags[head]), mention.kind == .organisation || mention.kind == .state
        else { return false }
        return tree.children(of: head, [.amod, .det, .nummod]).contains {
            classes[$0] == .num || lists.quantifiers.contains(forms[$0])
        }
    }

    /// Who a head names; of a report, a diary or an interview, who made it: "a report from X", "X's diary".
    func owner(of head: Int) -> Mention? {
        if let mention = parties.participant(head) { return mention }
        guard lexicon.media.contains(lemma(head)) || classes[head] == .noun else { return nil }
        let isMedium = lexicon.media.contains(lemma(head))
        if let possessor = tree.child(of: head, [.poss]), isMedium, let mention = parties.participant(possessor) {
            return mention
        }
        guard isMedium else { return nil }
        // "Mira Tovan issued a statement saying …"
        if labels[head] == .dobj, let verb = tree.head(of: head), lists.making.contains(lemma(verb)),
            let maker = sources.subject(of: verb)?.head, let mention = parties.participant(maker)
        {
            var mention = mention
            mention.from = mention.from ?? mention.span
            return mention
        }
        for child in tree.children(of: head) where [.prep, .agent].contains(labels[child]) {
            guard lists.makers.contains(forms[child]),
                let object = tree.child(of: child, [.pobj]), let mention = parties.participant(object)
            else { continue }
            return mention
        }
        for child in tree.children(of: head) where labels[child] == .acl && lists.making.contains(lemma(child)) {
            if let agent = sources.agent(of: child)?.head, let mention = parties.participant(agent) { return mention }
        }
        for child in tree.children(of: head) where [.compound, .nmod].contains(labels[child]) {
            if let mention = parties.participant(child), mention.kind == .organisation {
                return mention
            }
        }
        return nil
    }

    /// A noun with the words before it, without clauses, phrases and articles.
    func nounPhraseCore(_ head: Int) -> Range<Int> {
        var low = head
        for child in tree.children(of: head)
        where child < head && [.compound, .amod, .nmod, .nummod, .poss].contains(labels[child]) {
            low = min(low, tree.extent(of: child).lowerBound)
        }
        if let dash = (low..<head).last(where: isLoneDash) { low = dash + 1 }
        if low < head, tags[low] == .DT { low += 1 }
        return low..<(head + 1)
    }
}

public import ChanceryCore
import Grammar
import SpacyPipeline

/// A party told somewhere in a document.
public struct EntityMention: Hashable, Sendable {
    /// The tokens of the words that name it.
    public var tokens: Range<Int>
    /// The token the phrase hangs on.
    public var head: Int
    /// Who it is.
    public var mention: Mention
    /// Whether a pronoun tells it.
    public var isPronoun: Bool
}

/// Who is who in one document.
///
/// Built once from a parse and the lists; every question about a token is then a look-up.
/// In "The Albanian government received a Fatah delegation" the participants at `government` are Albania (ALB, GOV),
/// those at `delegation` "Fatah delegation" (PSE).
public struct EntityIndex: EntityStage, Sendable {
    /// What was read, kept once: every stage of coding holds the index, and a copy of it is one reference more.
    private let content: Content

    private final class Content: Sendable {
        let named: NamedText
        let told: ToldParties
        /// The mentions, read once when nothing changes any more: every stage asks for all of them.
        let settled: [EntityMention]?

        init(named: NamedText, told: ToldParties, settled: [EntityMention]?) {
            self.named = named
            self.told = told
            self.settled = settled
        }
    }

    /// The text with its names.
    var named: NamedText { content.named }
    /// What its phrases and pronouns tell.
    var told: ToldParties { content.told }

    var text: EntityText { content.named.text }

    /// Reads who is who.
    public init(_ parsed: ParsedDocument, lexicon: EntityLexicon) {
        let reading = EntityReader.read(parsed, lexicon: lexicon)
        self.init(named: reading.named, told: reading.told, settled: nil)
    }

    private init(named: NamedText, told: ToldParties, settled: [EntityMention]?) {
        content = Content(named: named, told: told, settled: settled)
    }

    /// The participants a noun phrase names, given its head token; empty if it names no party.
    ///
    /// Conjuncts are expanded ("A, B and C"), appositions and titles folded in, pronouns and definite descriptions
    /// resolved, with `from` telling where the name stands.
    public func participants(at head: Int) -> [Mention] {
        guard tokens.indices.contains(head) else { return [] }
        // "both Osk and Velgard's Veldania": the parser hangs the first below the last.
        let first = parsed.tree.children(of: head, [.nmod]).filter { child in
            child < head && parsed.children(of: child).contains { lower[$0] == "both" }
        }
        let holders = named.holders(at: head)
        if holders.count > 1 { return holders }
        var found = first.flatMap { single(modifier: $0) } + expanded(group(at: head), at: head)
        for joined in text.conjuncts(of: head) where isNominal(joined) && !isOwner(joined) {
            // "The ambassadors of Osk and Veldania, A and B": A is joined to no state.
            if named.held.held(at: joined) != nil, named.held.held(at: head) == nil { continue }
            found += group(at: joined)
        }
        found += companions(of: head)
        return found.unique()
    }

    /// The participant a single head names, without those joined to it.
    public func participant(at head: Int) -> Mention? {
        guard tokens.indices.contains(head) else { return nil }
        return group(at: head).first
    }

    /// The parties that the phrase of a token names.
    func named(at token: Int) -> [Mention] { told.phrases[token] }

    /// Whether a token is "I", "we" or a form of theirs.
    func isFirstPerson(_ token: Int) -> Bool { word(token, in: text.lists.pronouns.first) }

    /// Whether a token is a pronoun, "he" or "they", that may as well mean somebody else than whom it is taken for.
    public func isUnsure(_ token: Int) -> Bool { told.unsure.contains(token) }

    /// Whether a person of a canonical name is a "he" or a "she", as far as titles, first names or the lists tell.
    func gender(of name: String) -> DocumentEntity.Gender { named.gender(of: name) }

    /// Whether words are part of a person's longer name: the "Friday" of "Friday Banda" is no day.
    public func isInPersonsName(_ tokens: Range<Int>) -> Bool {
        guard let first = tokens.first, tokens.indices.contains(first) else { return false }
        return named.names.at[first].contains { index in
            let name = named.names[index]
            return named.entity(of: name).kind == .person && name.tokens.count > tokens.count
                && name.tokens.lowerBound <= tokens.lowerBound && name.tokens.upperBound >= tokens.upperBound
        }
    }

    /// The party an adjective, possessive or compound modifier names: "Albanian" in "the Albanian invasion".
    public func modifierParty(at token: Int) -> Mention? { modifierParties(at: token).first }

    /// Like ``modifierParty(at:)``, with those joined to it by "and" or a dash: both of "US–Soviet".
    public func modifierParties(at token: Int) -> [Mention] {
        guard tokens.indices.contains(token) else { return [] }
        var found = single(modifier: token)
        for joined in text.conjuncts(of: token) + dashed(token) { found += single(modifier: joined) }
        return found.unique().sorted { $0.span < $1.span }
    }

    /// The parties that a noun which is none itself belongs to or tells of: "Osk's demand", "a Veldanian ship",
    /// "the demand of Osk", "a bid by Minister X".
    public func relatedParties(of head: Int) -> [Mention] {
        guard tokens.indices.contains(head) else { return [] }
        let parsed = parsed
        var found = partiesOfIssue(at: head)
        if !found.isEmpty { return found }
        // The Osk of "the Osk War" only names it.
        let isName = parsed.tree.tags[head].isProperNoun && word(head, in: lists.events)
        for child in parsed.tree.children(of: head, [.poss, .amod, .compound, .nmod]) where child < head && !isName {
            if isNamedAfter(child, head) { continue }
            found += told.phrases[child].isEmpty ? modifierParties(at: child) : participants(at: child)
            if found.isEmpty { found += relatedParties(of: child) }
        }
        if !found.isEmpty { return found.unique() }
        for preposition in parsed.tree.children(of: head, [.prep, .agent]) {
            guard word(preposition, in: lists.leading),
                let object = parsed.tree.child(of: preposition, [.pobj])
            else { continue }
            found += participants(at: object)
            if found.isEmpty { found += relatedParties(of: object) }
        }
        return found.unique()
    }

    /// Whether a noun has its name from a place: "the Strelsau agreement" from where it was signed.
    func isNamedAfter(_ child: Int, _ head: Int) -> Bool {
        guard word(head, in: lists.named), parsed.tree.labels[child] == .compound,
            let name = named.name(at: child)
        else { return false }
        let entity = named.entity(of: name)
        // "The Holm-Lind agreement": two names joined, of whoever made it.
        if entity.entry == nil, entity.code.isEmpty, entity.name.contains("-") || entity.name.contains("–") {
            return true
        }
        guard let place = place(at: child) else { return false }
        return entity.sort != .state && !place.code.isEmpty
    }

    private var lists: IndexWords { text.lists.index }

    /// The place a token's phrase names: its name, and the code of the state it lies in.
    public func place(at head: Int) -> Mention? {
        guard tokens.indices.contains(head), let name = named.name(at: head), name.form == .name else {
            return nil
        }
        let entity = named.entity(of: name)
        guard entity.isPlace || entity.sort == .state else { return nil }
        return Mention(name: entity.name, code: entity.code, kind: .place, span: name.span)
    }

    /// The region that the last word of its name tells, "Western Europe", and the one after which a noun that names no party
    /// is called: "Europe" of "European markets".
    func region(at token: Int) -> Mention? {
        guard let name = named.name(at: token), name.tokens.upperBound == token + 1,
            named.entity(of: name).sort == .region
        else { return nil }
        if name.form != .name {
            guard text.isModifier(token), told.phrases[tokens[token].head].isEmpty else { return nil }
        }
        return named.mention(of: name)
    }

    /// Those that a common noun before another tells to act: "rebels" of "rebel attacks", "police" of "police raids".
    func modifierRole(at token: Int) -> Mention? {
        guard text.isModifier(token), told.phrases[tokens[token].head].isEmpty,
            let (role, range) = text.role(at: token), range.count == 1,
            text.lists.index.actingSectors.contains(role.sector)
        else { return nil }
        let isOne = role.noun == .person && !role.isPlural
        guard isOne || role.noun == .group || role.noun == .organ else { return nil }
        let name = isOne ? RoleTable.plural(role.singular, hissing: text.lists.lists.hissing) : lower[token]
        return Mention(name: name, sector: role.sector, kind: .group, span: parsed.span(token))
    }

    /// The state of a code, told by the given words: the host of a visit to a city.
    public func state(code: String, span: ByteSpan) -> Mention? { named.state(code, span: span) }

    /// The codes of the states that words outside of the text name, such as the title a document was given.
    func states(namedIn words: String) -> Set<String> {
        let bytes = Array(words.utf8)
        var found: Set<String> = []
        var next = 0
        for word in HeadlineCase.words(in: bytes) where word.lowerBound >= next {
            guard let name = lexicon.names.longest(in: bytes, at: word.lowerBound, wordEnd: word.upperBound)
            else { continue }
            next = name.end
            for reading in name.readings {
                let entry = lexicon.entries[reading.entry]
                if entry.sort == .state, !entry.code.isEmpty { found.insert(entry.code) }
            }
        }
        return found
    }

    /// Every mention in text order.
    public var mentions: [EntityMention] { content.settled ?? readMentions() }

    private func readMentions() -> [EntityMention] {
        var found: [EntityMention] = []
        // A phrase's mentions stand at each of its tokens: those of one span are few, and quicker to compare than to hash.
        var seen: [ByteSpan: [Mention]] = [:]
        for token in tokens.indices {
            for mention in told.phrases[token]
            where !(token > 0 && told.phrases[token - 1].contains(mention))
                && !(seen[mention.span]?.contains(mention) ?? false)
            {
                seen[mention.span, default: []].append(mention)
                let range = tokens(of: mention.span, near: token)
                let pos = tokens[token].pos
                found.append(
                    EntityMention(
                        tokens: range, head: text.head(of: range), mention: mention,
                        isPronoun: pos == "PRON" || parsed.tree.tags[token] == .PRPS))
            }
        }
        return found
    }

    /// Offices told: who holds or held what, and of whom.
    public var offices: [OfficeMention] { told.offices }

    /// The same index with first persons resolved: "I" and "my" are the speaker, "we" and "our" the speaker's state
    /// where the speaker acts for one, "our country" and "my government" that state too.
    ///
    /// - Parameter speaker: who speaks at a token (inside a quotation, a block quote or an answer), or nil.
    public func resolvingFirstPerson(_ speaker: (Int) -> Mention?) -> EntityIndex {
        let told = FirstPersonReader.read(named, told, speaker: speaker)
        let index = EntityIndex(named: named, told: told, settled: nil)
        return EntityIndex(named: named, told: told, settled: index.readMentions())
    }

    /// Whether a name owns what follows it, though the parser joined both to the list: Velgard in "Osk and Velgard's Veldania".
    private func isOwner(_ token: Int) -> Bool {
        tokens.indices.contains(token + 2) && parsed.tree.tags[token + 1] == .POS
            && tokens[token + 1].head == token
            && parsed.tree.labels[token + 2] == .conj && !told.phrases[token + 2].isEmpty
    }

    private func isNominal(_ token: Int) -> Bool {
        [.noun, .propn, .pron, .adj, .num, .x].contains(parsed.tree.classes[token])
    }

    /// What one head names; where it names nothing itself, the name in apposition to it.
    private func group(at head: Int) -> [Mention] {
        if let state = apposedState(at: head) { return apposed(state, to: head) }
        if !told.phrases[head].isEmpty { return told.phrases[head] }
        if named.isUnnamed(head), parsed.tree.classes[head] == .noun || parsed.tree.classes[head] == .propn {
            for child in parsed.tree.children(of: head, [.appos]) where !told.phrases[child].isEmpty {
                return apposed(child, to: head)
            }
        }
        return []
    }

    /// The names set beside a noun: all that are joined to the first where the noun is a plural ("its neighbours, Osk and
    /// Tarn").
    private func apposed(_ name: Int, to head: Int) -> [Mention] {
        guard [.NNS, .NNPS].contains(parsed.tree.tags[head]) else { return told.phrases[name] }
        return ([name] + text.conjuncts(of: name).filter { isNominal($0) && !isOwner($0) }.sorted())
            .flatMap { told.phrases[$0] }
    }

    /// The state that a name in apposition tells: Osk of "its neighbour Osk", "their ally, Osk".
    private func apposedState(at head: Int) -> Int? {
        guard [.noun, .adj].contains(parsed.tree.classes[head]), parsed.tree.child(of: head, [.poss, .det]) != nil
        else {
            return nil
        }
        return parsed.tree.children(of: head, [.appos]).first { child in
            guard child > head, let name = named.name(at: child), name.form == .name else { return false }
            return named.entity(of: name).sort == .state && !told.phrases[child].isEmpty
                && (child == head + 1 || tokens[head + 1].text == ",")
        }
    }

    private func single(modifier token: Int) -> [Mention] {
        let pair = named.joined(within: token)
        if pair.count > 1 { return pair.compactMap { party(of: $0) } }
        if let name = named.names.last(at: token) { return party(of: name).map { [$0] } ?? told.phrases[token] }
        let listed = named.listed.at[token].compactMap { party(of: named.listed[$0]) }
        return listed.isEmpty ? told.phrases[token] : listed
    }

    /// A name's party, whatever its form: the state for an adjective, none for a region.
    private func party(of name: NameSpan) -> Mention? {
        let entity = named.entity(of: name)
        switch entity.sort {
        case .region, .city: return nil
        case .capital, .seat: return named.state(entity.code, sector: "GOV", span: name.span)
        default:
            if name.form == .adjective, OwnerReader(named: named).isContrary(name.head) { return nil }
            if entity.kind == .place, entity.sort == nil { return nil }
            return named.mention(of: name)
        }
    }

    /// Names that a dash joins to the one at a token.
    private func dashed(_ token: Int) -> [Int] {
        var found: [Int] = []
        if token >= 2, text.isDash(token - 1) { found.append(token - 2) }
        if token + 2 < tokens.count, text.isDash(token + 1) { found.append(token + 2) }
        return found.filter { named.name(at: $0) != nil }
    }

    private func tokens(of span: ByteSpan, near token: Int) -> Range<Int> {
        var low = token
        var high = token + 1
        while low > 0, tokens[low - 1].end > span.start { low -= 1 }
        while high < tokens.count, tokens[high].start < span.end { high += 1 }
        return low..<high
    }
}

import ChanceryCore
import SpacyPipeline

/// Reads who is who in one document, stage by stage; ``EntityIndex`` keeps the result.
///
/// The stages: listed names; names the model or the text's own capitals show; acronyms and aliases the text defines;
/// persons, by a vote of all their mentions; offices; then, sentence by sentence, noun phrases and pronouns.
struct EntityReader: EntityStage {
    let text: EntityText
    var bytes: [UInt8] { text.bytes }
    var register: EntityRegister
    var entities: [DocumentEntity] {
        get { register.entities }
        _modify { yield &register.entities }
    }
    /// Names that stand by themselves, in text order, not overlapping.
    var names: [NameSpan] = []
    /// Listed names, also inside longer ones ("Albanian" in "Albanian Parliament").
    var listed: [NameSpan] = []
    /// For each token the names it stands in, as indices into `names`.
    var namesAt: [[Int]]
    /// For each token the listed names it stands in, as indices into `listed`.
    var listedAt: [[Int]]
    /// Titles before names, by the name's index.
    var titles: [Int: TitleReading] = [:]
    var offices: [OfficeMention] = []
    /// Whether titles tell a person to be a man or a woman, by name.
    var genders: [String: DocumentEntity.Gender] = [:]
    /// Offices with the names of their holders right after them.
    let heldOffices: HeldOffices
    let listedNames: ListedNames
    var named: NamedText
    /// What each token's phrase names.
    var phrases: [[Mention]]
    var quoted: [Bool] { text.quoted }
    /// Pronouns that may as well mean somebody else.
    var unsure: Set<Int> = []
    /// The parties told so far, for pronouns and definite descriptions.
    var history = Salience()

    init(_ parsed: ParsedDocument, lexicon: EntityLexicon) {
        text = EntityText(parsed, lexicon: lexicon)
        listedNames = ListedNameReader.read(text)
        listed = listedNames.names.names
        listedAt = listedNames.names.at
        heldOffices = OfficeholderReader(text: text, listed: listedNames).read()
        let found = DefinitionReader.read(
            text, listed: listedNames,
            candidates: CandidateReader(text: text, listed: listedNames).read(held: heldOffices))
        let settled = PersonReader.read(text, listed: listedNames, held: heldOffices, defined: found)
        register = settled.register
        names = settled.names.names
        namesAt = settled.names.at
        named = NamedText(
            text, entities: register.entities, names: settled.names, listed: listedNames.names, held: heldOffices)
        phrases = Array(repeating: [], count: parsed.tokens.count)
    }

    /// Runs every stage.
    mutating func read() {
        let known = PersonFacts.read(named)
        titles = known.titles
        genders = known.genders
        register.entities = known.entities
        named = NamedText(
            text, entities: register.entities, names: named.names, listed: listedNames.names, held: heldOffices)
        readPhrases()
    }

    func words(_ range: Range<Int>) -> String { text.words(range) }
    func sentence(_ token: Int) -> Range<Int> { text.sentence(token) }
    func head(of range: Range<Int>) -> Int { text.head(of: range) }
    func isProper(_ token: Int) -> Bool { text.isProper(token) }
    func isCapital(_ token: Int) -> Bool { text.isCapital(token) }
    func isModifier(_ token: Int) -> Bool { text.isModifier(token) }
    func isLocation(_ token: Int) -> Bool { text.isLocation(token) }
    func isDefinite(_ token: Int) -> Bool { text.isDefinite(token) }
    func isIndefinite(_ token: Int) -> Bool { text.isIndefinite(token) }
    func conjuncts(of token: Int) -> [Int] { text.conjuncts(of: token) }
    func weight(of head: Int) -> Double { text.weight(of: head) }
    func held(at token: Int) -> (told: Officeholders, member: Officeholders.Member)? { heldOffices.held(at: token) }
    func holders(at token: Int) -> [Mention] {
        heldOffices.holders(at: token).compactMap { member in
            namesAt[member.name.lowerBound].first.map { mention(names[$0].entity, span: names[$0].span) }
        }
    }

    /// Records the office of a name that an enumeration tells; false where none does.
    mutating func recordHeldOffice(_ name: NameSpan) -> Bool {
        guard let (told, member) = held(at: name.head) else { return false }
        let low = told.office.lowerBound
        offices.append(
            OfficeMention(
                person: mention(name.entity, span: name.span), office: told.role.singular, sector: told.role.sector,
                of: member.owner.map { mention($0.entity, span: $0.span) }, tokens: low..<name.tokens.upperBound,
                isFormer: low > 0 && lexicon.roles.isTitle(lower[low - 1], .former),
                trigger: told.role.isPlural ? name.head : nil))
        return true
    }
    func owners(of head: Int) -> [Owner] { OwnerReader(named: named, phrases: phrases).owners(of: head) }
    func rightOwners(of head: Int) -> [Owner] { OwnerReader(named: named, phrases: phrases).rightOwners(of: head) }
    func ownerCode(of head: Int) -> String { OwnerReader(named: named, phrases: phrases).code(of: head) }
    func isContrary(_ token: Int) -> Bool { OwnerReader(named: named, phrases: phrases).isContrary(token) }
    func nameAt(_ token: Int) -> NameSpan? { named.name(at: token) }

    /// The mention of an entity by given words.
    func mention(_ entity: Int, span: ByteSpan, from: ByteSpan? = nil) -> Mention {
        let it = entities[entity]
        return Mention(name: it.name, code: it.code, sector: it.sector, kind: it.kind, span: span, from: from)
    }

    /// The state of a code, as a party.
    func state(_ code: String, sector: String = "", span: ByteSpan, from: ByteSpan? = nil) -> Mention? {
        guard let state = lexicon.state(code) else { return nil }
        return Mention(name: state.name, code: code, sector: sector, kind: .state, span: span, from: from)
    }
}

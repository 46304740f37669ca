import ChanceryCore

/// What is known of the act a report tells: by the codebook's concept, else by the word that tells it, else by what the
/// words of its clause tell of.
struct KnownAct: Sendable {
    /// How near two acts are.
    enum Nearness: Int, Comparable {
        case sameType = 2
        case sameFamily = 4
        case same = 8

        static func < (a: Nearness, b: Nearness) -> Bool { a.rawValue < b.rawValue }
    }

    /// What it is known by.
    enum Basis { case concept, word, terms }

    let basis: Basis
    /// The concept, or the family of the word; empty where only the clause's words are known.
    let name: String
    /// The PLOVER type.
    let type: String
    /// The families of act it may be of: one by concept or word, any number by the words of the clause.
    let families: Set<String>
    /// Families that general words of the clause tell of: "attack" beside "hostage-taking".
    let general: Set<String>
    /// The general words that can stand for it: its own where it has no others, else those of its families.
    let standIns: Set<String>
    let isSaid: Bool
    let isRecurring: Bool
    let isFrequent: Bool
    /// Whether it goes on, so that two tellings are of two stretches of it.
    let isProcess: Bool
    /// Whether a text that tells of one may tell of an earlier one too.
    let mayHavePrecedent: Bool
    let isDoneOnce: Bool
    /// Whether its type is of deeds, done to somebody, and of what two do with each other.
    let isDeed: Bool
    /// Whether its type is of what is done rather than said.
    let isDone: Bool
    let isMutual: Bool
    let isSingular: Bool
    let isDefinite: Bool
    let isHeadline: Bool
    /// Whether its word only carries what another tells: "made", "held".
    let isEmpty: Bool
    /// The families its word can stand for where it points back to any act; empty for all; nil for other words.
    let referents: Set<String>?

    init(_ event: Event, terms: Set<String>, _ acts: Acts) {
        type = event.type
        isDefinite = event.isDefinite
        isHeadline = event.isHeadline
        if !event.concept.isEmpty {
            basis = .concept
            name = event.concept
            families = [acts.family(event.concept)]
            general = []
        } else if !event.word.isEmpty {
            basis = .word
            name = ContentWords.stem(event.word)
            families = [acts.family(ofWord: event.word)]
            general = []
        } else {
            basis = .terms
            name = ""
            (families, general) = acts.families(ofStems: terms)
        }
        standIns = families.isEmpty ? general : acts.parents(of: families)
        let family = families.first ?? ""
        let isNamed = basis != .terms
        isSaid =
            isNamed
            && (acts.has(.said, basis == .concept ? name : family) || basis == .word && acts.has(.speech, family))
        referents = event.isDefinite && basis == .word ? acts.referents(of: event.word) : nil
        isEmpty = basis == .word && acts.has(.empty, event.word)
        isRecurring = isNamed ? acts.has(.recurring, family) : acts.has(.recurringType, event.type)
        // A general word may mean anything of its sort.
        isFrequent = families.isEmpty || families.contains { acts.has(.frequent, $0) }
        isDeed = acts.has(.deedType, event.type)
        isDone = acts.has(.doneType, event.type)
        isMutual = acts.has(.mutualType, event.type)
        isProcess = families.contains { acts.has(.process, $0) }
        mayHavePrecedent = families.contains { acts.has(.precedent, $0) }
        let names = basis == .concept ? [name] : families
        isDoneOnce = names.contains { acts.has(.once, $0) }
        isSingular = names.contains { acts.has(.singular, $0) }
    }

    /// By what only acts of one sort are looked for: the family, or where it is not certain the type.
    var shelf: String { basis == .terms ? type : families.first ?? type }

    /// Whether two acts, of which nothing else is known, are told by one concept or one word.
    func isLikelyOne(with other: KnownAct) -> Bool {
        guard let nearness = nearness(to: other) else { return false }
        return basis == .terms || other.basis == .terms ? nearness >= .sameFamily : nearness == .same
    }

    /// How near two acts are; nil where they are different ones.
    func nearness(to other: KnownAct) -> Nearness? {
        if basis != .terms, basis == other.basis {
            if name == other.name { return .same }
            return families == other.families ? .sameFamily : nil
        }
        guard type == other.type else { return nil }
        if !families.isDisjoint(with: other.families) { return .sameFamily }
        // "The attack" may be the bombing told elsewhere.
        if families.isEmpty, !general.isDisjoint(with: other.standIns) { return .sameFamily }
        if other.families.isEmpty, !other.general.isDisjoint(with: standIns) { return .sameFamily }
        // Where no word is known it may be any act of the type.
        return families.isEmpty || other.families.isEmpty ? .sameType : nil
    }
}

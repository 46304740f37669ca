import ChanceryCore

/// A party with what comparing needs, worked out once.
struct PartyProfile {
    /// How two parties stand to each other, from contradiction to one and the same; the raw value orders them.
    enum Nearness: Int, Comparable {
        /// Of two states, or of two names that have nothing in common.
        case other
        case maybeOther
        /// Two persons of one state.
        case otherPerson
        /// Nothing tells.
        case unknown
        /// Of one state, or of names that share a word.
        case sameState
        /// Of one state, and one acts for it.
        case official
        /// One is the state of the other.
        case state
        /// Of one name, or one name is short for the other.
        case same

        static func < (a: Nearness, b: Nearness) -> Bool { a.rawValue < b.rawValue }

        /// Whether it speaks against their being one.
        var contradicts: Bool { self < .unknown }
    }

    let participant: Participant
    let name: String
    /// The words of the name, small ones aside.
    private let tokens: Set<String>
    private let stems: Set<String>
    /// Whether its name says that it acts for a state.
    let isOfficial: Bool
    /// Whether it is described rather than named: "Oskan fighters".
    let isDescribed: Bool
    var isState: Bool { participant.kind == .state }

    init(_ participant: Participant, _ words: LikenessWords) {
        self.participant = participant
        name = NameFolding.fold(participant.name)
        let all = name.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        let own = all.filter { !words.particles.contains($0) && $0.count > 1 }
        tokens = Set(own.isEmpty ? all : own)
        stems = Set(tokens.map(ContentWords.stem))
        isOfficial = !stems.isDisjoint(with: words.official)
        isDescribed = participant.name.split(separator: " ").contains { word in
            word.allSatisfy { !$0.isUppercase } && word.contains(where: \.isLetter)
                && !words.particles.contains(word.lowercased())
        }
    }

    /// What tells them apart from other parties of a block: the state's code, or the name.
    var key: String { participant.code.isEmpty ? name : participant.code }

    /// How near another party is.
    func nearness(to other: PartyProfile) -> Nearness {
        if name == other.name || tokens == other.tokens { return .same }
        let (mine, theirs) = (participant.code, other.participant.code)
        if !mine.isEmpty, !theirs.isEmpty, mine != theirs { return .other }
        if !isState, !other.isState {
            let (short, long) = tokens.count <= other.tokens.count ? (tokens, other.tokens) : (other.tokens, tokens)
            // "Oskans" alone are no short name of "Oskan fighters".
            if short.isSubset(of: long), !isDescribed || !other.isDescribed,
                short.count > 1 || participant.kind == .person
            {
                return .same
            }
        }
        if !mine.isEmpty, mine == theirs {
            if isState || other.isState { return .state }
            if participant.kind == .person, other.participant.kind == .person { return .otherPerson }
            return isOfficial || other.isOfficial ? .official : .sameState
        }
        if !stems.isDisjoint(with: other.stems) { return .sameState }
        // A group of no known state contradicts nothing.
        let isOpen = isDescribed && mine.isEmpty || other.isDescribed && theirs.isEmpty
        return isOpen ? .unknown : .maybeOther
    }

    /// How near the nearest of two sides are; nil where one names nobody.
    static func nearness(_ a: [PartyProfile], _ b: [PartyProfile]) -> Nearness? {
        a.flatMap { mine in b.map { mine.nearness(to: $0) } }.max()
    }
}

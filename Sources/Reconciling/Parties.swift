import ChanceryCore

/// Compares those who take part.
enum Parties {
    /// How two lists of participants stand to each other.
    enum Likeness: Comparable {
        /// Nobody is in both.
        case apart
        /// One list is empty: it may be anybody.
        case open
        /// Somebody is in both.
        case overlapping
        /// Everybody of each is in the other.
        case equal
    }

    /// - Parameter same: How two participants are compared.
    static func likeness(
        _ a: [Participant], _ b: [Participant], by same: (Participant, Participant) -> Bool = same
    ) -> Likeness {
        if a.isEmpty && b.isEmpty { return .equal }
        if a.isEmpty || b.isEmpty { return .open }
        let mine = a.filter { party in b.contains { same(party, $0) } }.count
        let theirs = b.filter { party in a.contains { same(party, $0) } }.count
        if mine == a.count && theirs == b.count { return .equal }
        return mine > 0 ? .overlapping : .apart
    }

    /// Whether two participants can be one: of one name, or one of them the state that the other belongs to. Two
    /// persons of one state are one only where they share the surname, two organisations only where they share the name.
    static func same(_ a: Participant, _ b: Participant) -> Bool {
        if a.name == b.name { return true }
        // Most pairs are settled by their codes, which cost nothing to compare.
        if !a.code.isEmpty, !b.code.isEmpty, a.code != b.code { return false }
        let isOneState = !a.code.isEmpty && a.code == b.code
        if isOneState, a.kind == .state || b.kind == .state { return true }
        let names = (NameFolding.fold(a.name), NameFolding.fold(b.name))
        if names.0 == names.1 { return true }
        if a.code.isEmpty, b.code.isEmpty { return isShorter(names.0, of: names.1, a, b) }
        guard isOneState else { return false }
        if a.kind == .group, b.kind == .group {
            // "Oskan fighters" and "Oskans".
            let words = (ContentWords.words(a.name), ContentWords.words(b.name))
            return words.0.isSubset(of: words.1) || words.1.isSubset(of: words.0)
        }
        guard a.kind == .person, b.kind == .person else { return false }
        return names.0.split(separator: " ").last == names.1.split(separator: " ").last
    }

    /// Whether one of two names is short for the other, of parties no state is known for: the surname of a person, the
    /// beginning of an organisation's name ("Osk Motors" for "Osk Motors Inc."), the bare noun of a thing ("engine" for
    /// "jet engine").
    private static func isShorter(_ one: String, of other: String, _ a: Participant, _ b: Participant) -> Bool {
        let (short, long) = one.count < other.count ? (one, other) : (other, one)
        switch (a.kind, b.kind) {
        case (.person, .person): return !short.contains(" ") && long.hasSuffix(" " + short)
        case (.organisation, .organisation): return long.hasPrefix(short + " ")
        case (.group, .group): return long.hasSuffix(" " + short)
        case (.group, .organisation), (.organisation, .group):
            return long.hasPrefix(short + " ") || long.hasSuffix(" " + short)
        default: return false
        }
    }

    /// Whether two participants are one by name, or the same state: nobody stands for another.
    static func identical(_ a: Participant, _ b: Participant) -> Bool {
        if a.name == b.name { return true }
        if !a.code.isEmpty, !b.code.isEmpty, a.code != b.code { return false }
        if a.kind == .state, b.kind == .state, !a.code.isEmpty, a.code == b.code { return true }
        return NameFolding.fold(a.name) == NameFolding.fold(b.name)
    }
}

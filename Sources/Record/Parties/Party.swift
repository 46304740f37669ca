package import ChanceryCore
package import DossierStore

/// A party as the user names it: a state's name or code stands also for whoever acts for that state, and not for others of it.
package struct Party: Hashable, Sendable {
    /// The name as the user wrote it.
    package let given: String
    private let folded: String
    private let members: StateMembers
    /// The canonical name of the state it is, or nil.
    private let stateName: String?
    /// What may name it in a text, folded.
    private let names: Set<String>

    /// Finds who is meant among those who take part in reports.
    ///
    /// - Parameter members: who acts for the state of that name, as the whole record tells; nil where only the reports do.
    package init(_ name: String, among reports: [Report], members: StateMembers? = nil) {
        let folded = NameFolding.fold(name)
        let states = reports.lazy.flatMap(\.participants).filter { $0.kind == .state && !$0.code.isEmpty }
        var codes = Set(states.filter { NameFolding.fold($0.name) == folded }.map(\.code))
        if folded.count == 3 { codes.insert(folded.uppercased()) }
        let members = members ?? StateMembers(codes: codes, in: reports)
        // Those who act for a state are told under its name too; the state's own name has no sector beside it.
        let own = Set(states.filter { members.codes.contains($0.code) && $0.sector.isEmpty }.map(\.name))
        stateName = own.first { NameFolding.fold($0) == folded } ?? own.min()
        names = Set([folded] + (stateName.map { [NameFolding.fold($0)] } ?? []))
        self.folded = folded
        self.members = members
        given = name
    }

    /// The name to show for the party as a whole.
    package var name: String { SafeText.oneLine(stateName ?? given) }

    /// Whether a participant is this party or acts for it.
    package func fits(_ participant: Participant) -> Bool {
        let name = NameFolding.fold(participant.name)
        return name == folded || members.act(participant)
            || (participant.kind == .person && name.hasSuffix(" " + folded))
    }

    /// Whether a participant belongs to the state that the party is and does not act for it: a movement, a company, a citizen.
    package func hasBeside(_ participant: Participant) -> Bool {
        members.standsApart(participant) && !fits(participant)
    }

    /// Whether the record calls the party so: by its own name, or by a name that ends in the surname that was given.
    package func isCalled(_ name: String) -> Bool {
        let name = NameFolding.fold(name)
        return names.contains(name) || stateName == nil && name.hasSuffix(" " + folded)
    }

    /// Whether a participant is a person whom the user did not name: such a one may act for the party, and is not the party.
    package func isSomebodyOf(_ participant: Participant) -> Bool {
        let name = NameFolding.fold(participant.name)
        return participant.kind == .person && name != folded && !name.hasSuffix(" " + folded)
    }

    /// The name to show for a participant that fits: the state's for its government, its ministers and its places,
    /// everybody else's own.
    package func name(of participant: Participant) -> String {
        let isState =
            participant.kind == .state || participant.kind == .place
            || (participant.sector == "GOV" && members.codes.contains(participant.code))
        return isState && stateName != nil ? name : SafeText.oneLine(participant.name)
    }

    /// Whether words name the party.
    package func isNamed(in words: String) -> Bool {
        let padded = Self.padded(words)
        return names.contains { padded.contains(" \($0) ") }
    }

    /// Whether words name the party after one of the given and "to" or "in": "ambassador to Osk".
    package func isNamed(after openers: [String], in words: String) -> Bool {
        let padded = Self.padded(words)
        return openers.contains { opener in
            names.contains { name in
                ViewWords.standard.leadingToParty.contains { padded.contains("\(opener) \($0) \(name) ") }
            }
        }
    }

    private static func padded(_ words: String) -> String {
        " " + NameFolding.fold(String(words.map { $0.isLetter || $0.isNumber ? $0 : " " })) + " "
    }
}

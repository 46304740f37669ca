import ChanceryCore

/// A word that may tell an act, with what the rules make of it and everybody who may take part.
struct ActCandidate {
    /// Somebody who may take part.
    struct Party {
        /// Where they stand, or where they were told before.
        var seat: Seat
        /// Where they are told, if not in the act's sentence.
        var elsewhere: Symbol?
        /// Where they stand to the act.
        var place: ActSite.Place
        /// What the rules make of them.
        var ruled: Symbol
        /// How many others stand between them and the act, on their side.
        var between: Int
    }

    let word: ActWord
    let names: ActNames
    let origin: ActSite.Origin
    let site: ActSite
    /// The sides as the rules fill them.
    var actors: [Mention]
    var recipients: [Mention]
    var parties: [Party]
    /// Which sides the rules fill: "A-", "AR".
    var sides: Symbol
    /// What stands for who does it and whom it is done to: a party, a pronoun, a name, a noun, nothing.
    var agent: Symbol
    var patient: Symbol
    /// How many parties the sentence tells.
    var distinct: Symbol
    /// The sides of the act told last before in the paragraph.
    var last: (actors: [Mention], recipients: [Mention])?

    static let actor = Symbol("A")
    static let recipient = Symbol("R")
    /// The same party as a rule's actor, told elsewhere in the sentence.
    static let alsoActor = Symbol("a")
    static let alsoRecipient = Symbol("r")
    static let neither = Symbol("-")

    /// Whether "I" or "we" does it, and nobody says who that is: no one who is named stands there.
    var isBySomebodyUnnamed: Bool { agent == Self.speaker }

    static let party = Symbol("party")
    static let speaker = Symbol("speaker")
    static let pronoun = Symbol("pronoun")
    static let name = Symbol("name")
    static let other = Symbol("other")

    /// What a party was in the act told last before.
    func running(_ key: String) -> Symbol {
        guard let last else { return .none }
        if last.actors.contains(where: { $0.partyKey == key }) { return Self.actor }
        return last.recipients.contains { $0.partyKey == key } ? Self.recipient : Self.neither
    }
}

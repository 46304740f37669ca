/// The word lists of a codebook that reading events itself asks for, by name, looked up once.
final class EventWords: Sendable {
    /// Nouns for texts that speak for who made them ("a report accused").
    let utterances: Set<String>
    /// Words for two who were told before ("both").
    let pairs: Set<String>
    /// Verbs that mean something else with a particle that a rule does not name.
    let parting: Set<String>
    /// The particles that make another verb of them.
    let partingParticles: Set<String>
    /// Verbs that tell what violence did: "an attack that killed six sailors".
    let harming: Set<String>
    /// Missions that stand for the state that sent them.
    let ownMissions: Set<String>
    /// Words for an act that answers one of the same kind: "a return visit".
    let returning: Set<String>
    /// Auxiliaries of what lies ahead, for the slot `will`.
    let prospective: Set<String>
    /// Auxiliaries of what ought to be, for the slot `must`.
    let obliging: Set<String>
    /// Auxiliaries by which a clause tells what is.
    let stating: Set<String>
    /// Prepositions that lead from a clause to what it was done upon: "at the request of Osk".
    let occasions: Set<String>
    /// Nouns for what was said before, with the PLOVER type of the saying.
    let sayings: [(nouns: Set<String>, type: String)]

    /// What the names of lists of sayings begin with; the PLOVER type follows.
    private static let saying = "saying-"

    init(_ lists: [String: Set<String>]) {
        func list(_ name: String) -> Set<String> { lists[name] ?? [] }
        utterances = list("utterance")
        pairs = list("pair")
        parting = list("parting")
        partingParticles = list("parting-particle")
        harming = list("harming")
        ownMissions = list("own-mission")
        returning = list("returning")
        prospective = list("prospective-auxiliary")
        obliging = list("obliging-auxiliary")
        stating = list("stating-auxiliary")
        occasions = list("occasion-preposition")
        sayings = lists.keys.filter { $0.hasPrefix(Self.saying) }.sorted().map {
            (list($0), String($0.dropFirst(Self.saying.count)))
        }
    }
}

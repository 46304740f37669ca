/// The word lists of a codebook that reading events itself asks for, by name, looked up once.
struct EventWords: Sendable {
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
    /// Nouns for what was said before, with the PLOVER type of the saying.
    let sayings: [(nouns: Set<String>, type: String)]

    init(_ lists: [String: Set<String>]) {
        func list(_ name: String) -> Set<String> { lists[name] ?? [] }
        utterances = list("utterance")
        pairs = list("pair")
        parting = list("parting")
        partingParticles = list("parting-particle")
        harming = list("harming")
        ownMissions = list("own-mission")
        returning = list("returning")
        sayings = ["ACCUSE", "REQUEST", "AGREE", "THREATEN"].map { (list("saying-\($0)"), $0) }
    }
}

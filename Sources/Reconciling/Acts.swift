/// What reconciling knows of the codebook's concepts: a table to be reviewed.
///
/// A concept that stands nowhere here is compared with its like alone.
enum Acts {
    /// Concepts that are words for the same act, each line one family.
    static let families: [[String]] = [
        ["meet", "negotiate", "attend-meeting"],
        ["sign-treaty", "reach-agreement"],
        ["agree", "accept-demand"],
        ["supply-arms", "arms-transfer"],
        ["train", "give-aid"],
        ["rescue", "shelter"],
        ["attack", "bomb", "shell", "air-strike", "mass-violence", "shoot", "use-gas"],
        ["fight", "wage-war", "invade"],
        ["kill", "assassinate"],
        ["arrest", "capture"],
        ["demonstrate", "riot"],
        ["announce-ceasefire", "ceasefire"],
        ["join-organisation", "join"],
        ["cancel-meeting", "call-off"],
    ]

    /// Concepts that two parties do once: accounts that date them differently differ about one event, as long as the
    /// dates lie within ``nearYears`` of each other.
    static let once: Set<String> = [
        "recognise", "establish-relations", "break-relations", "open-mission", "close-mission", "join",
        "join-organisation", "expel-member",
    ]

    /// How far dates of one act that is done once may lie apart, in years.
    static let nearYears = 2

    /// Things said: they are said again and again, so only tellings that both give a month can be the same.
    static let said: Set<String> = [
        "accuse", "apologise", "apply", "call-for", "complain", "condemn", "defend-with-words",
        "demand", "deny-charge", "endorse", "express-gratitude", "honour", "invite", "offer-help", "praise", "promise",
        "refuse", "reject", "request", "threaten", "ultimatum", "urge", "voice-support", "warn",
    ]

    /// Those of them that leave no doubt about which act is meant: dates further apart are disputed too, but the
    /// tellings stay entries of their own.
    static let singular: Set<String> = ["recognise", "establish-relations"]

    /// Families of acts that come again and again: without a date on both sides nothing tells one from the next.
    static let recurring: Set<String> = [
        "abduct", "arrest", "attack", "blockade", "contact", "cooperate", "cyberattack", "demonstrate", "deploy",
        "fight", "kill", "meet", "repress", "strengthen-ties", "strike-work", "telephone", "trade", "visit",
    ]

    /// Types (PLOVER) whose acts come again and again, for reports that know no concept.
    static let recurringTypes: Set<String> = [
        "ACCUSE", "ASSAULT", "CONSULT", "MOBILIZE", "PROTEST", "REJECT", "REQUEST", "THREATEN",
    ]

    /// Families that come many times a year: in other words, or with one party only, they are the same act only where
    /// both give a month.
    static let frequent: Set<String> = ["attack", "fight", "kill", "arrest", "demonstrate", "meet"]

    /// Relations whose concept says all: two tellings of them need not share a word.
    static let plainRelations: Set<String> = [
        "capital-of", "citizen-of", "has-mission", "has-presence", "member-of", "recognises",
    ]

    /// The name of the family a concept belongs to: its first member; its own name where it has none.
    static func family(_ concept: String) -> String { familyOf[concept] ?? concept }

    private static let familyOf: [String: String] = {
        var map: [String: String] = [:]
        for family in families {
            for concept in family { map[concept] = family[0] }
        }
        return map
    }()
}

/// What reconciling knows of the codebook's concepts: a table to be reviewed.
///
/// A concept that stands nowhere here is compared with its like alone.
enum Acts {
    /// Concepts that are words for the same act, each line one family.
    static let families: [[String]] = [
        ["visit", "host-visit"],
        ["meet", "negotiate", "attend-meeting"],
        ["sign-treaty", "reach-agreement"],
        ["agree-to", "accept-demand"],
        ["supply-arms", "arms-transfer"],
        ["train", "give-aid"],
        ["rescue", "shelter"],
        ["attack", "bomb", "shell", "air-strike", "massacre", "shoot", "use-gas"],
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
        "accuse", "apologise", "apply", "back-politically", "call-for", "complain", "condemn", "defend-with-words",
        "demand", "deny-charge", "endorse", "express-gratitude", "honour", "invite", "offer-help", "praise", "promise",
        "refuse", "reject", "request", "threaten", "ultimatum", "urge", "warn",
    ]

    /// Families of acts that happen many times a year: different words for them, or words that name one party only, are
    /// the same act only where both give a month.
    static let frequent: Set<String> = ["attack", "fight", "kill", "arrest", "demonstrate", "meet"]

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

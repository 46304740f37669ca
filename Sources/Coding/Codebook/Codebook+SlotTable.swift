extension Codebook {
    /// Where parties are looked for where a rule does not say, and what slots tell of whom they lead to: read from
    /// `slots.yaml`, where each list says what it is for.
    struct SlotTable: Hashable, Sendable {
        /// Who does it, of rules that a noun can fire.
        var nounActor: [Slot] = []
        /// Whom it befalls, of rules that a noun can fire.
        var nounRecipient: [Slot] = []
        /// Who does it, of all other rules.
        var verbActor: [Slot] = []
        /// Whom it befalls, of all other rules.
        var verbRecipient: [Slot] = []
        /// Where an event noun names its doer outright.
        var outrightDoer: [Slot] = []
        /// Slots whose first step says where or whose rather than whom.
        var noVictim: Set<String> = []
        /// Slots at whose last step no town stands for its state.
        var noTown: Set<String> = []

        /// The names of the lists.
        static let names = [
            "noun-actor", "noun-recipient", "verb-actor", "verb-recipient", "outright-doer", "no-victim", "no-town",
        ]

        /// Takes a list of the file; false where it has no such list.
        mutating func take(_ name: String, _ slots: [String]) -> Bool {
            switch name {
            case "noun-actor": nounActor = slots.map { Slot($0) }
            case "noun-recipient": nounRecipient = slots.map { Slot($0) }
            case "verb-actor": verbActor = slots.map { Slot($0) }
            case "verb-recipient": verbRecipient = slots.map { Slot($0) }
            case "outright-doer": outrightDoer = slots.map { Slot($0) }
            case "no-victim": noVictim = Set(slots)
            case "no-town": noTown = Set(slots)
            default: return false
            }
            return true
        }
    }
}

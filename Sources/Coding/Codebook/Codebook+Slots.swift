extension Codebook.Slot {
    /// One step on the way from a trigger to where a participant is looked for.
    struct Step: Hashable, Sendable {
        /// What sort of step it is; each case is named as files write it.
        enum Kind: String, Hashable, Sendable {
            case subject, agent, object, indirect, attribute, complement, statement, phrase, compound, poss, infinitive,
                not,
                will, must, clause, holder, place, modifier
            case preposition
            case ownSubject = "own-subject"
            case ownObject = "own-object"
            case wordBefore = "word-before"
            case wordAfter = "word-after"
            case wordAfterPhrase = "word-after-phrase"
            /// What a preposition joins, which is the step's name.
            case objectOfPreposition = ""
        }

        /// As files write it.
        let name: String
        let kind: Kind

        init(_ name: String) {
            self.name = name
            kind = Kind(rawValue: name) ?? .objectOfPreposition
        }
    }

    init(steps: [String]) { self.init(path: steps.map { Step($0) }) }
}

extension Codebook {
    /// Gives each slot of the rules its number.
    ///
    /// - Returns: the slots by their numbers.
    static func number(_ rules: inout [Rule]) -> [Slot] {
        var numbers: [Slot: Int] = [:]
        var slots: [Slot] = []
        func number(_ slot: inout Slot) {
            slot.number = numbers[slot] ?? slots.count
            if slot.number < slots.count { return }
            numbers[slot] = slot.number
            slots.append(slot)
        }
        for rule in rules.indices {
            for place in rules[rule].conditions.indices { number(&rules[rule].conditions[place].slot) }
            for place in rules[rule].actor.indices { number(&rules[rule].actor[place]) }
            for place in rules[rule].recipient.indices { number(&rules[rule].recipient[place]) }
        }
        return slots
    }
}

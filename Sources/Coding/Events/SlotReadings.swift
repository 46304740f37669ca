/// What was read of the slots of one trigger, and of the words of a document: kept, since each rule of a word asks anew.
///
/// One object for all copies of a filler, used where the filler is; it changes no answer.
final class SlotReadings {
    /// What stands at a slot.
    private struct Reading {
        /// When it was read, by the number of the turn.
        var heads = 0
        var joined = 0
        var parties = 0
        var partiesInside = 0
        var headTokens: [Int] = []
        /// The heads with those joined to them, and the lists of words that hold any of these.
        var joinedTokens: [Int] = []
        var joinedLists = WordListIndex.Lists()
        var partiesThere: [Mention] = []
        var partiesWithin: [Mention] = []
    }

    private var trigger = -1
    /// Counts the triggers: what was read in another turn does not hold.
    private var turn = 0
    /// By the slots' numbers.
    private var readings: [Reading] = []
    private var lists: [WordListIndex.Lists?] = []

    private func turn(to other: Int, _ slot: Int) {
        if trigger != other { (trigger, turn) = (other, turn + 1) }
        while readings.count <= slot { readings.append(Reading()) }
    }

    /// The head tokens at a slot.
    func heads(_ slot: Int, at trigger: Int, _ read: () -> [Int]) -> [Int] {
        turn(to: trigger, slot)
        if readings[slot].heads == turn { return readings[slot].headTokens }
        let found = read()
        turn(to: trigger, slot)
        (readings[slot].heads, readings[slot].headTokens) = (turn, found)
        return found
    }

    /// The parties at a slot.
    func parties(_ slot: Int, at trigger: Int, looksInside: Bool, _ read: () -> [Mention]) -> [Mention] {
        turn(to: trigger, slot)
        if looksInside {
            if readings[slot].partiesInside == turn { return readings[slot].partiesWithin }
        } else if readings[slot].parties == turn {
            return readings[slot].partiesThere
        }
        let found = read()
        turn(to: trigger, slot)
        if looksInside {
            (readings[slot].partiesInside, readings[slot].partiesWithin) = (turn, found)
        } else {
            (readings[slot].parties, readings[slot].partiesThere) = (turn, found)
        }
        return found
    }

    /// Reads those at a slot and those joined to them, where that was not done.
    func readJoined(_ slot: Int, at trigger: Int, _ read: () -> [Int], _ lists: (Int) -> WordListIndex.Lists) {
        turn(to: trigger, slot)
        if readings[slot].joined == turn { return }
        let found = read()
        var held = WordListIndex.Lists()
        for token in found { held.formUnion(self.lists(at: token, lists)) }
        turn(to: trigger, slot)
        (readings[slot].joined, readings[slot].joinedTokens, readings[slot].joinedLists) = (turn, found, held)
    }

    /// Those read last at a slot with those joined to them.
    func joined(_ slot: Int) -> [Int] { readings[slot].joinedTokens }

    func isJoinedEmpty(_ slot: Int) -> Bool { readings[slot].joinedTokens.isEmpty }

    /// Whether a list of words holds any of them.
    func holdsJoined(_ slot: Int, _ list: Int) -> Bool { readings[slot].joinedLists.contains(list) }

    /// The lists of words that hold what stands at a token.
    func lists(at token: Int, _ read: (Int) -> WordListIndex.Lists) -> WordListIndex.Lists {
        while lists.count <= token { lists.append(nil) }
        if let known = lists[token] { return known }
        let found = read(token)
        lists[token] = found
        return found
    }
}

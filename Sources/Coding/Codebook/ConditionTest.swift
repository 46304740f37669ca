/// A condition as it is tested: what costs no copy.
struct ConditionTest: Sendable {
    /// The number of its slot.
    let slot: Int
    /// The number of its words among the lists of words; nil where it names none.
    let words: Int?
    let acceptsAny: Bool
    let acceptsParty: Bool
    let hasKinds: Bool
    let isForbidden: Bool

    init(_ condition: Codebook.Condition, _ lists: inout WordListIndex) {
        slot = condition.slot.number
        words = condition.words.isEmpty ? nil : lists.take(condition.words)
        acceptsAny = condition.acceptsAny
        acceptsParty = condition.acceptsParty
        hasKinds = !condition.kinds.isEmpty
        isForbidden = condition.isForbidden
    }
}

/// Slots by how they are written: the rules of a codebook name the same few again and again.
struct WrittenSlots {
    private var known: [String: Codebook.Slot] = [:]

    /// The slot that a text writes, read once.
    mutating func slot(_ text: String) -> Codebook.Slot {
        if let slot = known[text] { return slot }
        let slot = Codebook.Slot(text)
        known[text] = slot
        return slot
    }
}

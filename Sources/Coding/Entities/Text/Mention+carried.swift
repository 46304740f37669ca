import ChanceryCore

extension Mention {
    /// An earlier mention told again by other words.
    func carried(to span: ByteSpan) -> Mention {
        var mention = self
        mention.from = from ?? self.span
        mention.span = span
        return mention
    }
}

extension [Mention] {
    /// The mentions without those that name a party named before.
    func unique() -> [Mention] {
        // Hardly ever more than a handful, sooner compared than hashed.
        if count < 2 { return self }
        var found: [Mention] = []
        for mention in self where !found.contains(where: { $0.name == mention.name && $0.code == mention.code }) {
            found.append(mention)
        }
        return found
    }
}

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
        var seen: Set<String> = []
        return filter { seen.insert($0.name + "|" + $0.code).inserted }
    }
}

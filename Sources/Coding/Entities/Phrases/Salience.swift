import ChanceryCore

/// The parties a document has told so far: what pronouns and "the group" choose from.
struct Salience: Sendable {
    struct Item: Sendable {
        /// One party, or several joined ones.
        let mentions: [Mention]
        /// The token the phrase hangs on.
        let token: Int
        let sentence: Int
        let block: Int
        /// 3 for a subject, 2 for an object, 1 for others, less for a modifier.
        let weight: Double
        /// The common noun at the phrase's head, or empty for a name.
        let noun: String
        let isPlural: Bool
        /// The names of all.
        let name: String
    }

    private(set) var items: [Item] = []
    private var counts: [String: Int] = [:]

    /// Remembers a party.
    mutating func add(
        _ mentions: [Mention], token: Int, in parsed: ParsedDocument, weight: Double, noun: String = "",
        isPlural: Bool = false
    ) {
        guard !mentions.isEmpty else { return }
        let sentence = parsed.sentence(of: token)
        for mention in mentions { counts[mention.name, default: 0] += 1 }
        items.append(
            Item(
                mentions: mentions, token: token, sentence: sentence, block: parsed.sentences[sentence].block,
                weight: weight, noun: noun, isPlural: isPlural || mentions.count > 1,
                name: mentions.count == 1 ? mentions[0].name : mentions.map(\.name).joined(separator: "|")))
    }

    /// How often a party was told.
    func count(_ name: String) -> Int { counts[name] ?? 0 }

    /// The items told since a sentence, in text order.
    func since(sentence: Int) -> ArraySlice<Item> {
        var first = items.count
        while first > 0, items[first - 1].sentence >= sentence { first -= 1 }
        return items[first...]
    }

    /// The best item among those that fit, within reach of a place.
    ///
    /// - Parameter reach: how many sentences back; half as many beyond the paragraph's start.
    func best(
        sentence: Int, block: Int, reach: Int, bonus: (Item) -> Double = { _ in 0 }, where fits: (Item) -> Bool
    ) -> Item? {
        ranked(sentence: sentence, block: block, reach: reach, bonus: bonus, where: fits)?.item
    }

    /// The best item, and by how much it beats the next that names somebody else.
    func ranked(
        sentence: Int, block: Int, reach: Int, bonus: (Item) -> Double = { _ in 0 }, where fits: (Item) -> Bool
    ) -> (item: Item, margin: Double)? {
        var found: Item?
        var top = -Double.infinity
        var scores: [(place: Int, score: Double)] = []
        for place in items.indices.reversed() {
            let distance = sentence - items[place].sentence
            let limit = items[place].block == block ? reach : (reach + 1) / 2
            if distance > reach { break }
            let item = items[place]
            guard distance <= limit, distance >= 0, item.block >= block - 2, fits(item) else { continue }
            var score = item.weight - 1.6 * Double(distance) + bonus(item)
            if item.block == block { score += 1 }
            if let first = item.mentions.first { score += min(1.5, Double(count(first.name)) / 6) }
            scores.append((place, score))
            if score > top + 0.001 {
                top = score
                found = item
            }
        }
        guard let found else { return nil }
        let next = scores.filter { items[$0.place].name != found.name }.map(\.score).max() ?? -Double.infinity
        return (found, top - next)
    }
}

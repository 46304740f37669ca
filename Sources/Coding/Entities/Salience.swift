import ChanceryCore

/// The parties a document has told so far, the nearest and most prominent first.
struct Salience: Sendable {
    struct Item: Sendable {
        let mention: Mention
        let token: Int
        let sentence: Int
        let block: Int
        let weight: Int
        /// The common noun at the phrase's head, or empty for a name.
        let noun: String
    }

    private(set) var items: [Item] = []

    mutating func add(_ mention: Mention, token: Int, in parsed: ParsedDocument, weight: Int, noun: String = "") {
        let sentence = parsed.sentence(of: token)
        items.append(
            Item(
                mention: mention, token: token, sentence: sentence, block: parsed.sentences[sentence].block,
                weight: weight, noun: noun))
    }
}

import ChanceryCore

/// A telling of an act that is known by its word alone, with what comparing it to the others of its block needs, worked out once.
struct WordTelling {
    let telling: Telling
    /// Its number in the block.
    let number: Int
    /// The number of its text, and its place among the tellings of it.
    let text: Int
    let place: Int
    /// The stem of the word that tells it, and the runs of three letters in the word.
    let stem: String
    let runs: Set<String>
    /// The families of words it is in.
    let families: Set<Int>
    /// The words of its clause, and those of the tellings round it too.
    let clause: Set<Int>
    let clauseWords: BlockWords.Text
    let round: BlockWords.Text
    /// The weights of the clause's words by their numbers.
    let weights: [Int: Double]
    /// The words that name who takes part.
    let names: Set<String>
    let numbers: Set<String>
    /// Whether its word tells that something was said, or only carries another.
    let isSaying: Bool
    let isCarrying: Bool
    let isDefinite: Bool
    let isHeadline: Bool

    /// How many tellings before and behind one in its text stand round it.
    private static let near = 3

    /// The tellings of a block, in their order.
    ///
    /// - Parameter tellings: of acts known by their word, sorted: those of one text together.
    static func all(_ tellings: [Telling], _ lists: LikenessWords) -> [WordTelling] {
        let words = BlockWords(tellings.map(\.terms), lists)
        var places: [(text: Int, place: Int)] = []
        for (number, telling) in tellings.enumerated() {
            if number > 0, Likeness.isInOneText(tellings[number - 1], telling), let last = places.last {
                places.append((last.text, last.place + 1))
            } else {
                places.append(((places.last?.text ?? -1) + 1, 0))
            }
        }
        return tellings.enumerated().map { number, telling in
            let event: Event? = if case .event(let event) = telling.report.content { event } else { nil }
            let word = event?.word ?? ""
            let clause = words.of(telling.terms)
            let around = (max(0, number - near)...min(tellings.count - 1, number + near))
                .filter { places[$0].text == places[number].text }
                .reduce(into: Set<String>()) { $0.formUnion(tellings[$1].terms) }
            return WordTelling(
                telling: telling, number: number, text: places[number].text, place: places[number].place,
                stem: ContentWords.stem(word.prefix { $0 != "_" }.lowercased()), runs: runs(word),
                families: lists.newsFamilies(of: word), clause: Set(clause.map(\.id)),
                clauseWords: .init(clause), round: .init(words.of(around)),
                weights: Dictionary(uniqueKeysWithValues: clause.map { ($0.id, $0.weight) }), names: telling.names,
                numbers: telling.terms.filter { $0.allSatisfy(\.isNumber) }, isSaying: lists.saying.contains(word),
                isCarrying: lists.carrying.contains(word), isDefinite: event?.isDefinite == true,
                isHeadline: event?.isHeadline == true)
        }
    }

    private static func runs(_ word: String) -> Set<String> {
        let letters = Array("<" + word + ">")
        guard letters.count > 2 else { return [word] }
        return Set((0...letters.count - 3).map { String(letters[$0..<$0 + 3]) })
    }
}

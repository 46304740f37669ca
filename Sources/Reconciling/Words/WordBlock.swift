import ChanceryCore

/// The tellings of a block whose acts are known by their words alone, and what is known of their texts.
struct WordBlock {
    let tellings: [WordTelling]
    let texts: TextGroups
    let inGroups: WordCounts
    let inNarrowGroups: WordCounts
    /// The days the texts were published.
    private let days: [Int?]
    private let told: [Told: Int]
    /// The tellings that point back to others of their text, and to which.
    private let antecedents: [Int: Int]

    private struct Told: Hashable {
        let text: Int
        let stem: String
    }

    /// With how many others of its own text, and of all others together, a telling is compared at most; the last text may add as
    /// many again.
    private static let candidates = 512

    /// - Parameters:
    ///   - tellings: in order.
    ///   - known: what is known of whole texts by their hashes; of those that are not given the words of their tellings count.
    init(_ tellings: [Telling], texts known: [String: ToldText], _ lists: LikenessWords) {
        self.tellings = WordTelling.all(tellings, lists)
        var stems: [Set<String>] = []
        var days: [Int?] = []
        for telling in self.tellings {
            if telling.text == stems.count {
                let text = known[telling.telling.report.documentHash]
                stems.append(text?.words ?? [])
                days.append(text?.day)
            }
            stems[telling.text].formUnion(telling.telling.terms)
        }
        antecedents = InTextReferences(tellings.map { [$0] }).antecedents
        texts = TextGroups(stems, lists)
        inGroups = WordCounts(self.tellings, texts.groups[1])
        inNarrowGroups = WordCounts(self.tellings, texts.groups[2])
        self.days = days
        told = Dictionary(self.tellings.map { (Told(text: $0.text, stem: $0.stem), 1) }, uniquingKeysWith: +)
    }

    /// How often its text tells with the word of a telling.
    func timesTold(_ telling: WordTelling) -> Int { told[Told(text: telling.text, stem: telling.stem)] ?? 0 }

    /// How many days lie between the publication of two texts; nil where one of them is not known.
    func daysBetween(_ a: WordTelling, _ b: WordTelling) -> Int? {
        if let one = days[a.text], let other = days[b.text] { abs(one - other) } else { nil }
    }

    /// Whether one of two points back to the other, or both to a third.
    func pointsBack(_ a: WordTelling, _ b: WordTelling) -> Bool {
        antecedents[a.number, default: a.number] == antecedents[b.number, default: b.number]
    }

    /// The pairs that are compared, the first before the second, and what speaks for and against each.
    var pairs: [(one: Int, other: Int, pair: WordPair)] {
        let byText = Dictionary(grouping: tellings.indices) { tellings[$0].text }
        var pairs: [(one: Int, other: Int, pair: WordPair)] = []
        for number in tellings.indices {
            let own = tellings[number].text
            // The tellings of one text stand together.
            var near = Array(number - min(tellings[number].place, Self.candidates)..<number)
            for other in texts.near[own] where other.text < own && near.count < Self.candidates {
                near += (byText[other.text] ?? []).prefix(Self.candidates)
            }
            for other in near.sorted() {
                if let pair = WordPair(tellings[other], tellings[number], in: self) {
                    pairs.append((other, number, pair))
                }
            }
        }
        return pairs
    }

    /// The numbers of the tellings that are of one act, in order: each joins what it is like on the whole and by its likest.
    func clusters(_ model: PairModel) -> [[Int]] {
        var joining = Joining(count: tellings.count, threshold: model.threshold, nearest: Self.nearest)
        for (one, other, pair) in pairs {
            let likelihood = model.likelihood(pair.values)
            if likelihood >= Self.negligible { joining.add(one, other, likelihood) }
        }
        return joining.clusters()
    }

    /// What the likeliest pair of two clusters counts beside the mean of all.
    private static let nearest = 0.5
    /// Pairs less likely than this are as good as ruled out.
    private static let negligible = 0.03
}

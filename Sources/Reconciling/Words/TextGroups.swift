import ChanceryCore

/// How alike the texts of a block's tellings are, and groups of texts on one matter, by the words of the whole texts: it narrows
/// where tellings of one act are looked for.
struct TextGroups {
    /// How alike texts must be on the whole to be of one group, from the widest groups to the narrowest.
    static let levels = [0.08, 0.13, 0.2]
    /// Texts less alike than this are on different matters.
    static let least = 0.06
    /// With how many others a text is compared at most, and by how many of its rarest words those are found.
    private static let (candidates, rareWords) = (192, 96)

    /// For each text the texts it is like and how much, the likest first, itself left out.
    let near: [[(text: Int, likeness: Double)]]
    private let likeness: [[Int: Double]]
    /// For each level the number of each text's group.
    let groups: [[Int]]

    /// Compares texts.
    ///
    /// - Parameter texts: the stems in each.
    init(_ texts: [Set<String>], _ lists: LikenessWords) {
        let words = BlockWords(texts, lists)
        let vectors = texts.map { words.of($0) }
        let compared = vectors.map { BlockWords.Text($0) }
        var told: [Int: [Int]] = [:]
        var likeness: [[Int: Double]] = Array(repeating: [:], count: texts.count)
        for (number, vector) in vectors.enumerated() {
            let rare = vector.filter(\.isShared).sorted { ($0.weight, $1.id) > ($1.weight, $0.id) }.prefix(
                Self.rareWords)
            var shared: [Int: Int] = [:]
            for word in rare {
                for text in (told[word.id] ?? []).suffix(Self.candidates) { shared[text, default: 0] += 1 }
            }
            let others = shared.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(Self.candidates)
            for (other, _) in others {
                let value = compared[number].likeness(to: compared[other])
                guard value >= Self.least / 2 else { continue }
                likeness[number][other] = value
                likeness[other][number] = value
            }
            for word in vector { told[word.id, default: []].append(number) }
        }
        self.likeness = likeness
        near = likeness.map { others in
            others.filter { $0.value >= Self.least }.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
                .prefix(Self.candidates).map { ($0.key, $0.value) }
        }
        groups = Self.levels.map { level in
            var joining = Joining(count: texts.count, threshold: level)
            for (number, others) in likeness.enumerated() {
                for (other, value) in others.sorted(by: { $0.key < $1.key }) where other < number {
                    joining.add(other, number, value)
                }
            }
            var group = [Int](repeating: 0, count: texts.count)
            for (number, members) in joining.clusters().enumerated() { for text in members { group[text] = number } }
            return group
        }
    }

    /// How alike two texts are, from 0 to 1.
    func likeness(_ a: Int, _ b: Int) -> Double { a == b ? 1 : likeness[a][b] ?? 0 }
}

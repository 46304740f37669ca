/// How often the words of a block's tellings tell acts in groups of texts: one that most texts of a group tell with is most often
/// of one act.
struct WordCounts {
    private struct Key: Hashable {
        let group: Int
        let stem: String
    }

    private var texts: [Key: Set<Int>] = [:]
    private var sizes: [Int: Int] = [:]
    private let groups: [Int]

    /// - Parameter groups: the number of each text's group.
    init(_ tellings: [WordTelling], _ groups: [Int]) {
        self.groups = groups
        for group in groups { sizes[group, default: 0] += 1 }
        for telling in tellings {
            texts[Key(group: groups[telling.text], stem: telling.stem), default: []].insert(telling.text)
        }
    }

    /// How many texts of its group tell with the word of a telling.
    func texts(of telling: WordTelling) -> Int {
        texts[Key(group: groups[telling.text], stem: telling.stem)]?.count ?? 0
    }

    /// The same as a share of the group's texts.
    func share(of telling: WordTelling) -> Double {
        Double(texts(of: telling)) / Double(max(1, sizes[groups[telling.text]] ?? 1))
    }
}

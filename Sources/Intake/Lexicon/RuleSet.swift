import ChanceryCore

/// Rules over lines, found by the word a line begins with: a text of a million lines asks them a million times.
struct RuleSet: Sendable {
    /// The rules in the file's order.
    let rules: [RuleLine]
    /// The places of the rules that begin with a certain word; `<number>` stands for a number.
    private let byOpening: [String: [Int]]
    /// The places of the rules that can begin with anything.
    private let open: [Int]

    init(_ rules: [RuleLine]) {
        self.rules = rules
        var byOpening: [String: [Int]] = [:]
        var open: [Int] = []
        for (place, rule) in rules.enumerated() {
            guard let openings = rule.pattern.openings else {
                open.append(place)
                continue
            }
            for word in openings { byOpening[word, default: []].append(place) }
        }
        self.byOpening = byOpening
        self.open = open
    }

    /// The rules that a line with this first word can match, in the file's order.
    func candidates(_ first: Word) -> [RuleLine] {
        var places = open
        if let found = byOpening[first.folded] { places += found }
        if WordPattern.isNumber(first), let found = byOpening["<number>"] { places += found }
        return places.sorted().map { rules[$0] }
    }
}

/// The rules by which numbers become figures; `Documentation/figures-and-states.md` tells of each.
enum FigureRule: String, Sendable {
    case rank = "FIGURE-RANK"
    case rankVerb = "FIGURE-RANK-VERB"
    case percent = "FIGURE-PERCENT"
    case money = "FIGURE-MONEY"
    case age = "FIGURE-AGE"
    case duration = "FIGURE-DURATION"
    case strong = "FIGURE-STRONG"
    case measure = "FIGURE-MEASURE"
    case people = "FIGURE-PEOPLE"
    case times = "FIGURE-TIMES"
    case count = "FIGURE-COUNT"
    case partitive = "FIGURE-PARTITIVE"
    case votes = "FIGURE-VOTES"
    case casualties = "FIGURE-CASUALTIES"
    case level = "FIGURE-LEVEL"
    case carried = "FIGURE-CARRIED"
}

extension FigureFinding {
    /// Whether a rule of the list made the finding.
    func isOf(_ rules: FigureRule...) -> Bool { rules.contains { $0.rawValue == rule } }
}

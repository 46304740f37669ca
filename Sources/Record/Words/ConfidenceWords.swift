package import ChanceryCore

/// Says in plain words how far something is to be trusted, and why it is told all the same.
package enum ConfidenceWords {
    /// What stands above the doubtful, below all others.
    package static let heading = "Doubtful: of their like more are wrong than right"

    /// Shares that people know by name: of how many, how many.
    private static let shares = [
        (1, 20), (1, 10), (1, 5), (1, 4), (1, 3), (2, 5), (1, 2), (3, 5), (2, 3), (3, 4), (4, 5), (9, 10), (19, 20),
    ]
    private static let numerals = [
        1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 9: "nine", 10: "ten", 19: "nineteen", 20: "twenty",
    ]

    /// `0.34: about one in three of its like is right`.
    package static func words(_ confidence: Double) -> String { "\(number(confidence)): \(share(confidence))" }

    /// The number, with two decimals at most: `0.3`, `1`.
    package static func number(_ confidence: Double) -> String { Wording.number((confidence * 100).rounded() / 100) }

    private static func share(_ confidence: Double) -> String {
        if confidence < 0.03 { return "hardly any of its like is right" }
        if confidence > 0.97 { return "nearly all of its like are right" }
        func distance(_ share: (Int, Int)) -> Double { abs(Double(share.0) / Double(share.1) - confidence) }
        guard let (right, all) = shares.min(by: { distance($0) < distance($1) }), let some = numerals[right],
            let many = numerals[all]
        else { return "" }
        return "about \(some) in \(many) of its like \(right == 1 ? "is" : "are") right"
    }

    /// Why a report stands in the record: the rule that tells it, or that it is likely where none does.
    package static func reason(_ report: Report, trigger: String) -> String {
        let words = "“\(SafeText.oneLine(trigger))”"
        if report.isByHand { return "made by hand from these words" }
        if case .event(let event) = report.content, event.isLikely {
            return
                "told because it is likely: \(words) is of the words of rule \(report.rule), whose conditions do not hold here, "
                + "or which finds nobody here"
        }
        if case .state = report.content, report.confidence != nil {
            return "told because it is likely to hold, by \(words) and how it stands; no rule tells it"
        }
        return "rule \(report.rule), fired by \(words)"
    }

    /// How many of what is counted are doubtful: `, 131 of them doubtful`; empty where none is.
    package static func count(_ doubtful: Int, of all: Int) -> String {
        if doubtful == 0 { return "" }
        if all == 1 { return ", doubtful" }
        return ", \(doubtful == all ? "all" : Wording.number(Double(doubtful))) of them doubtful"
    }

    /// How to leave the doubtful out on a command line; empty where none is.
    package static func hint(_ doubtful: Int) -> String {
        doubtful == 0 ? "" : "--sure leaves \(doubtful == 1 ? "it" : "these") out"
    }
}

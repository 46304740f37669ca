package import ChanceryCore
import Reconciling

/// Says in words whether something is told as fact, so that it cannot be read as a negation of the words behind it.
///
/// A headline names the thing itself: `Osk → Veldania · visit`. What stands before it says how it is told: `did not happen, as
/// told`. Of a state of affairs the headline has the text's own words, which may say already that it is not so (`harbors no
/// affection for`): then nothing stands before it, and the class behind it says that it is told in the negative.
package enum ModalityWords {
    /// What stands before a headline; empty where every telling tells it as fact, or where the headline says it itself.
    ///
    /// - Parameter headline: the telling the headline is of.
    package static func caveat(_ tellings: [Report], headline: Report) -> String {
        let told = Set(tellings.map(\.modality))
        return isNegativeByItself(headline) && told == [.negated] ? "" : caveat(told, headline.kind)
    }

    /// What stands before a headline that names a thing of a kind by words that do not negate it.
    package static func caveat(_ told: Set<Modality>, _ kind: Report.Kind) -> String {
        guard told != [.asserted], let only = told.first else { return "" }
        if told.count == 1 { return alone(only, kind) }
        return Modality.allCases.filter(told.contains).map { among($0, kind) }.joined(separator: "; also ")
    }

    /// The caveat of a single report.
    package static func caveat(_ report: Report) -> String { caveat([report], headline: report) }

    /// What stands before what is more likely wrong than right; before every other caveat.
    package static let doubtful = "doubtful"
    /// The same of one telling beside others: it is not the author who doubts.
    package static let doubtfulAsCoded = "doubtful as coded"

    /// A caveat with whether what follows is doubtful: `doubtful; planned, not told as done`.
    package static func caveat(_ caveat: String, isDoubtful: Bool) -> String {
        isDoubtful ? [doubtful, caveat].filter { !$0.isEmpty }.joined(separator: "; ") : caveat
    }

    /// What the class behind the headline adds: `told in the negative`; empty where the caveat says it.
    package static func remark(_ tellings: [Report], headline: Report) -> String {
        isNegativeByItself(headline) && caveat(tellings, headline: headline).isEmpty ? "told in the negative" : ""
    }

    /// Whether the words of a report's headline say themselves that it is not so.
    package static func isNegativeByItself(_ report: Report) -> Bool {
        guard case .state(let state) = report.content, report.modality == .negated,
            case .success(let negators) = Negators.standard
        else { return false }
        return negators.negate(state.relation)
    }

    /// A modality where all tellings have it.
    private static func alone(_ modality: Modality, _ kind: Report.Kind) -> String {
        switch (modality, kind) {
        case (.asserted, _): "told as fact"
        case (.claimed, .statement): "claimed to have been said"
        case (.claimed, _): "claimed"
        case (.denied, .event): "denied that it happened"
        case (.denied, .statement): "denied that it was said"
        case (.denied, _): "denied that it is so"
        case (.planned, .event): "planned, not told as done"
        case (.planned, .statement): "planned, not told as said"
        case (.planned, _): "planned, not told as so"
        case (.hypothetical, .event): "supposed, not told as done"
        case (.hypothetical, .statement): "supposed, not told as said"
        case (.hypothetical, _): "supposed, not told as so"
        case (.negated, .event): "did not happen, as told"
        case (.negated, .statement): "was not said, as told"
        case (.negated, _): "is not so, as told"
        }
    }

    /// A modality beside others: `told as fact; also denied`.
    private static func among(_ modality: Modality, _ kind: Report.Kind) -> String {
        switch (modality, kind) {
        case (.negated, .event): "told as not having happened"
        case (.negated, .statement): "told as not said"
        default: short(modality)
        }
    }

    /// A modality by itself, as a fact about a telling.
    package static func short(_ modality: Modality) -> String {
        switch modality {
        case .asserted: "told as fact"
        case .claimed: "claimed"
        case .denied: "denied"
        case .planned: "planned"
        case .hypothetical: "supposed"
        case .negated: "told as not so"
        }
    }
}

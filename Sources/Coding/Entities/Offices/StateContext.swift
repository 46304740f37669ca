import ChanceryCore
import Foundation
import SpacyPipeline

/// The state that a passage tells of.
struct StateContext: EntityStage {
    let named: NamedText

    var text: EntityText { named.text }

    /// The state a passage tells of: subjects of the sentences before weigh most, then the document's main state.
    ///
    /// - Parameter shares: what ``shares()`` gives for the document.
    func state(before token: Int, shares: [String: Double]) -> String {
        let here = parsed.sentence(of: token)
        let block = parsed.sentences[here].block
        var scores = shares
        for sentence in stride(from: here, through: max(0, here - 4), by: -1) {
            guard parsed.sentences[sentence].block == block else { break }
            for place in parsed.sentences[sentence].tokens where place < token {
                for index in named.names.at[place] where named.names[index].tokens.lowerBound == place {
                    let name = named.names[index]
                    let entity = named.entity(of: name)
                    guard entity.sort == .state || entity.sort == .capital else { continue }
                    if sentence == here { scores[entity.code, default: 0] += 100 + Double(place) / 1e6 }
                    // Only who acts is told of: a visit to Osk makes nobody a minister of Osk's.
                    if acts(name) { scores[entity.code, default: 0] += pow(0.6, Double(here - sentence)) }
                }
            }
        }
        guard let best = scores.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), best.value > 0.3,
            scores.values.reduce(0, +) < 1.6 * best.value
        else { return "" }
        return best.key
    }

    /// How much of the document's telling of states falls to each, times 1.2.
    func shares() -> [String: Double] {
        var counts: [String: Double] = [:]
        for name in named.names.names {
            let entity = named.entity(of: name)
            if entity.sort == .state, acts(name) { counts[entity.code, default: 0] += 1 }
        }
        let total = max(1, counts.values.reduce(0, +))
        // Told once is told in passing.
        return counts.filter { $0.value > 1 }.mapValues { 1.2 * $0 / total }
    }

    /// Whether a name is a subject, or describes or owns one.
    private func acts(_ name: NameSpan) -> Bool {
        text.weight(of: name.head) >= 3
            || text.isModifier(name.head) && text.weight(of: tokens[name.head].head) >= 3
    }
}

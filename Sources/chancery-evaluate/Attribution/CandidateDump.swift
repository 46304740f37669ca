import ChanceryCore
import Coding

/// A document's candidates as `Scripts/train_attribution.py` reads them; spans in code points.
struct CandidateDump: Encodable {
    /// One way to fill a role.
    struct Option: Encodable {
        var spans: [[Int]]
        /// Tokens' numbers, by which overlaps are counted.
        var tokens: [Int]
        var features: [String]
    }
    /// What may be an attribution.
    struct Candidate: Encodable {
        var features: [String]
        var cue: Option
        var cueGroups: [Option]
        var contents: [Option]
        var sources: [Option]
    }
    var id: String
    var candidates: [Candidate]
    /// Each token's span in code points.
    var tokens: [[Int]]
    /// Names of what holds of tokens, and for each token the numbers of those that hold of it.
    var names: [String] = []
    var tokenFeatures: [[Int]] = []

    init(id: String, candidates: [AttributionCandidate], flat: FlatStatements) {
        self.id = id
        self.candidates = candidates.map { candidate in
            Candidate(
                features: candidate.features,
                cue: Option(spans: flat.spans(ofCue: candidate.cue), tokens: candidate.cue, features: []),
                cueGroups: candidate.cueGroups.map {
                    Option(spans: flat.spans(ofCue: $0.value), tokens: $0.value, features: $0.features)
                },
                contents: candidate.contents.map {
                    Option(spans: flat.spans($0.value), tokens: $0.value.flatMap { Array($0) }, features: $0.features)
                },
                sources: candidate.sources.map { option in
                    Option(
                        spans: option.value.map { [flat.points(flat.parsed.span($0))] } ?? [],
                        tokens: option.value.map { Array($0) } ?? [], features: option.features)
                })
        }
        tokens = flat.parsed.tokens.indices.map { flat.points(flat.parsed.span($0)) }
        let reader = TokenReader(parsed: flat.parsed, cues: flat.model.cues)
        var numbers: [String: Int] = [:]
        for index in flat.parsed.tokens.indices {
            let held = reader.features(index).map { name in
                if let number = numbers[name] { return number }
                numbers[name] = names.count
                names.append(name)
                return names.count - 1
            }
            tokenFeatures.append(held)
        }
    }
}

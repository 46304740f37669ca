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
    }
}

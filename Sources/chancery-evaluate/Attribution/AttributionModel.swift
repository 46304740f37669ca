import Foundation

/// Weights that decide between the ways to read an attribution, from `attribution.tsv`.
///
/// Each of the four questions (is there an attribution, which content, which source, what belongs to the cue) is a sum
/// of the weights of what holds of an option; a fifth (which role has a token by itself) gives the others measures.
/// `Scripts/train_attribution.py` learns them, and any answer can be explained by listing them.
struct AttributionModel: Sendable {
    /// A line of the weights that cannot be read.
    struct BadLine: Error, CustomStringConvertible {
        let description: String
    }

    /// One of the four questions.
    enum Question: String, CaseIterable, Sendable {
        case accept, content, source, cue
    }

    /// An option and how likely it is to be the right one.
    struct Choice<Value> {
        var option: RoleOption<Value>
        /// The share of the probability that its own reading has.
        var probability: Double
        /// How likely it is to share at least half of its tokens with the right one.
        var half: Double
        /// How much of its tokens and the right one's it may be expected to share.
        var overlap: Double
        /// What choosing it is worth.
        var worth: Double
    }

    /// How often words were cues, with their part of speech: "back/VERB".
    let cues: [String: Int]
    private let weights: [Question: [String: Double]]
    private let tokenWeights: [String: SIMD4<Double>]

    /// Reads weights: question, feature, weight; `token`, a feature, its weights for source, cue and content; or `word`,
    /// a word with its part of speech, how often it was a cue; tab-separated, `#` opens a comment.
    ///
    /// - Throws: ``BadLine`` naming the line at fault.
    init(_ text: String) throws {
        var weights: [Question: [String: Double]] = [:]
        var tokenWeights: [String: SIMD4<Double>] = [:]
        var cues: [String: Int] = [:]
        for (number, line) in text.utf8.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
            if line.isEmpty || line.starts(with: "# ".utf8) { continue }
            let fields = line.split(separator: 9, omittingEmptySubsequences: false).map { String(Substring($0)) }
            if fields.count == 3, fields[0] == "word", let count = Int(fields[2]) {
                cues[fields[1]] = count
            } else if fields.count == 5, fields[0] == "token", let source = Double(fields[2]),
                let cue = Double(fields[3]), let content = Double(fields[4])
            {
                tokenWeights[fields[1]] = [0, source, cue, content]
            } else if fields.count == 3, let question = Question(rawValue: fields[0]), let weight = Double(fields[2]) {
                weights[question, default: [:]][fields[1]] = weight
            } else {
                throw BadLine(
                    description: "attribution.tsv:\(number + 1): expected a question (accept, content, source, cue) "
                        + "or word, a feature and a weight, or token, a feature and three weights, parted by tabs")
            }
        }
        self.weights = weights
        self.tokenWeights = tokenWeights
        self.cues = cues
    }

    /// The weights that come with the program.
    static func standard() throws -> AttributionModel {
        try AttributionModel(EvaluationResource.text("attribution.tsv"))
    }

    /// What speaks for an option, all in all; above zero it is likelier than not.
    func score(_ question: Question, _ features: [String], _ measures: [Measure] = []) -> Double {
        guard let weights = weights[question] else { return 0 }
        let names = features.once.reduce(weights["bias"] ?? 0) { $0 + (weights[$1] ?? 0) }
        return measures.reduce(names) { $0 + (weights[$1.name] ?? 0) * $1.value }
    }

    /// What weighed most in a sum, the weightiest first: question, name, and what it added.
    func reasons(_ question: Question, _ features: [String], _ measures: [Measure] = []) -> [String] {
        let weights = weights[question] ?? [:]
        let added =
            features.once.map { ($0, weights[$0] ?? 0) }
            + measures.map { ($0.name, (weights[$0.name] ?? 0) * $0.value) }
        return added.filter { abs($0.1) >= 0.1 }
            .sorted { (abs($1.1), $0.0) < (abs($0.1), $1.0) }.prefix(6)
            .map { "\(question.rawValue) \($0.0) \(($0.1 * 100).rounded() / 100)" }
    }

    /// How likely a token is to belong to nothing, a source, a cue and a content, by what holds of it.
    func roles(of features: [String]) -> SIMD4<Double> {
        let sum = features.reduce(SIMD4<Double>()) { $0 + (tokenWeights[$1] ?? .zero) }
        let high = sum.max()
        var found = SIMD4<Double>()
        for role in 0..<4 { found[role] = exp(sum[role] - high) }
        return found / found.sum()
    }

    /// What each option is worth: how well it may be expected to agree with the right one.
    ///
    /// Options mostly overlap, so the likeliest by itself may be less of a match than one that is near to several.
    ///
    /// - Parameters:
    ///   - agreement: what a match of half the tokens and each shared token are worth; zero for both takes the likeliest.
    ///   - shared: the number of tokens that two options share, and that either has.
    func choices<Value>(
        _ question: Question, of options: [RoleOption<Value>], agreement: (half: Double, overlap: Double),
        shared: (Value, Value) -> (both: Int, first: Int, second: Int)
    ) -> [Choice<Value>] {
        let scores = options.map { score(question, $0.features, $0.measures) }
        let high = scores.max() ?? 0
        let likelihoods = scores.map { exp($0 - high) }
        let total = likelihoods.reduce(0, +)
        return options.enumerated().map { number, option in
            let probability = likelihoods[number] / total
            var choice = Choice(option: option, probability: probability, half: 0, overlap: 0, worth: 0)
            for (other, likelihood) in zip(options, likelihoods) {
                let (both, first, second) = shared(option.value, other.value)
                let larger = max(first, second)
                if 2 * both >= larger { choice.half += likelihood / total }
                choice.overlap += (larger == 0 ? 1 : Double(both) / Double(first + second - both)) * likelihood / total
            }
            choice.worth = agreement.half * choice.half + agreement.overlap * choice.overlap + 0.001 * probability
            return choice
        }
    }
}

extension [String] {
    /// Each name once, in order: sums must not depend on how a set happens to be ordered.
    var once: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}

extension [AttributionModel.Choice<[Range<Int>]>] {
    /// The number of the option that is worth most; of equals the first. Only those that `suits` lets through.
    func best(where suits: ([Range<Int>]) -> Bool = { _ in true }) -> Int? {
        var found: Int?
        for (number, choice) in enumerated() where suits(choice.option.value) {
            if found.map({ choice.worth > self[$0].worth }) ?? true { found = number }
        }
        return found
    }
}

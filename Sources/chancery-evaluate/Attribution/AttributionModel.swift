/// Weights that decide between the ways to read an attribution, from `attribution.tsv`.
///
/// Each of the four questions (is there an attribution, which content, which source, what belongs to the cue) is a sum
/// of the weights of what holds of an option; `Scripts/train_attribution.py` learns them, and any answer can be
/// explained by listing them.
struct AttributionModel: Sendable {
    /// A line of the weights that cannot be read.
    struct BadLine: Error, CustomStringConvertible {
        let description: String
    }

    /// One of the four questions.
    enum Question: String, CaseIterable, Sendable {
        case accept, content, source, cue
    }

    /// Words that may be cues though the program reads no statement from them.
    let words: Set<String>
    private let weights: [Question: [String: Double]]

    /// Reads weights: question, feature, weight, or `word`, a word with its part of speech, how often it was a cue;
    /// tab-separated, `#` opens a comment.
    ///
    /// - Throws: ``BadLine`` naming the line at fault.
    init(_ text: String) throws {
        var weights: [Question: [String: Double]] = [:]
        var words: Set<String> = []
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.isEmpty || line.hasPrefix("# ") { continue }
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            if fields.count == 3, fields[0] == "word" {
                words.insert(fields[1])
                continue
            }
            guard fields.count == 3, let question = Question(rawValue: fields[0]), let weight = Double(fields[2]) else {
                throw BadLine(
                    description: "attribution.tsv:\(number + 1): expected a question (accept, content, source, cue) "
                        + "or word, a feature and a weight, parted by tabs")
            }
            weights[question, default: [:]][fields[1]] = weight
        }
        self.weights = weights
        self.words = words
    }

    /// The weights that come with the program.
    static func standard() throws -> AttributionModel {
        try AttributionModel(EvaluationResource.text("attribution.tsv"))
    }

    /// What speaks for an option, all in all; above zero it is likelier than not.
    func score(_ question: Question, _ features: [String]) -> Double {
        guard let weights = weights[question] else { return 0 }
        return features.reduce(weights["bias"] ?? 0) { $0 + (weights[$1] ?? 0) }
    }

    /// The option that most speaks for; of equals the first.
    func best<Value>(_ question: Question, of options: [RoleOption<Value>]) -> RoleOption<Value>? {
        var best: (option: RoleOption<Value>, score: Double)?
        for option in options {
            let score = score(question, option.features)
            if score > best?.score ?? -.infinity { best = (option, score) }
        }
        return best?.option
    }
}

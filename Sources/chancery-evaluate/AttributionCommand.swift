import ArgumentParser
import ChanceryCore
import Coding
import Grammar
import SpacyPipeline

/// Who says what: source, cue and content, not nested.
struct AttributionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attribution", abstract: "Who says what in each text: spans of source, cue and content.")

    @OptionGroup var options: EvaluationOptions

    @Flag(help: "Write what might be an attribution, with its features, for Scripts/train_attribution.py.")
    var candidates = false

    @Flag(help: "Add to each answer what weighed most for and against it.")
    var explain = false

    /// A row: a text.
    struct Row: Decodable {
        var id: String
        var text: String
    }

    /// The answer to a row; spans in code points.
    struct Answer: Encodable {
        /// Somebody's words or thoughts.
        struct Attribution: Encodable {
            var source: [[Int]]?
            var cue: [[Int]]
            var content: [[Int]]
            /// With `--explain`: question, what held, and what it added to the sum.
            var why: [String]?
        }
        var id: String
        var attributions: [Attribution]
    }

    func run() throws {
        let model = try options.loadModel()
        let lexicon = try EntityLexicon.load()
        let finder = try StatementFinder()
        let weights = try AttributionModel.standard()
        let words = try GrammarWords()
        let lists = try EvaluationWords()
        func read(_ row: Row) -> (found: [AttributionCandidate], flat: FlatStatements) {
            let blocks = Self.paragraphs(row.text).map { Block(kind: .paragraph, span: $0) }
            let document = Document(name: row.id, text: row.text, blocks: blocks)
            let parsed = ParsedDocument(
                document: document, annotations: model.annotate(DocumentReading(document).texts),
                words: words)
            let index = finder.statements(in: parsed, entities: EntityIndex(parsed, lexicon: lexicon))
            return (
                CandidateReader(
                    parsed: parsed, statements: index.statements, words: Set(weights.cues.keys), lists: lists
                ).candidates(),
                FlatStatements(parsed: parsed, map: parsed.map, model: weights)
            )
        }
        if candidates {
            try Rows.answer { (row: Row) -> CandidateDump in
                let (found, flat) = read(row)
                return CandidateDump(id: row.id, candidates: found, flat: flat)
            }
        } else {
            try Rows.answer { (row: Row) -> Answer in
                let (found, flat) = read(row)
                return Answer(id: row.id, attributions: flat.attributions(of: found, explained: explain))
            }
        }
    }

    /// The lines of a text that hold words.
    static func paragraphs(_ text: String) -> [ByteSpan] {
        var found: [ByteSpan] = []
        var start = 0
        for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if line.contains(where: { $0 > UInt8(ascii: " ") }) { found.append(ByteSpan(start, start + line.count)) }
            start += line.count + 1
        }
        return found
    }
}

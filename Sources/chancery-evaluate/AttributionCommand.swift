import ArgumentParser
import ChanceryCore
import Coding
import SpacyPipeline

/// Who says what: source, cue and content, not nested.
struct AttributionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attribution", abstract: "Who says what in each text: spans of source, cue and content.")

    @OptionGroup var options: EvaluationOptions

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
        }
        var id: String
        var attributions: [Attribution]
    }

    func run() throws {
        let model = try options.loadModel()
        let lexicon = try EntityLexicon.load()
        let finder = try StatementFinder()
        try Rows.answer { (row: Row) -> Answer in
            let blocks = Self.paragraphs(row.text).map { Block(kind: .paragraph, span: $0) }
            let document = Document(name: row.id, text: row.text, blocks: blocks)
            let map = OffsetMap(row.text)
            let parsed = ParsedDocument(
                document: document, annotations: model.annotate(blocks.map { map.text($0.body) }))
            let index = finder.statements(in: parsed, entities: EntityIndex(parsed, lexicon: lexicon))
            return Answer(
                id: row.id, attributions: FlatStatements(parsed: parsed, map: map).attributions(of: index.statements))
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

/// Statements as the benchmark asks for them: each token has one role, and of nested statements the outer one stays.
struct FlatStatements {
    let parsed: ParsedDocument
    let map: OffsetMap

    func attributions(of statements: [StatementFinding]) -> [AttributionCommand.Answer.Attribution] {
        func size(_ statement: StatementFinding) -> Int { statement.contentTokens.reduce(0) { $0 + $1.count } }
        var used: Set<Int> = []
        var found: [AttributionCommand.Answer.Attribution] = []
        for statement in statements.sorted(by: { (-size($0), $0.hull.start) < (-size($1), $1.hull.start) }) {
            let content = statement.contentTokens.flatMap { Array($0) }
            let cue = cueTokens(statement)
            if 2 * content.filter(used.contains).count > content.count || cue.contains(where: used.contains) {
                continue
            }
            used.formUnion(content + cue)
            found.append(
                .init(
                    source: statement.sourceSpan.map { [points($0)] }, cue: runs(cue).map(points),
                    content: statement.content.map { points(withMarks($0)) }))
        }
        return found
    }

    private func points(_ span: ByteSpan) -> [Int] {
        let points = map.codePoints(span)
        return [points.start, points.end]
    }

    /// The cue with the auxiliaries and negation before it: "had not said".
    private func cueTokens(_ statement: StatementFinding) -> [Int] {
        guard let head = statement.cueTokens.first else { return [] }
        var found = Set(statement.cueTokens)
        guard parsed.tokens[head].pos == "VERB" || parsed.tokens[head].pos == "AUX" else { return found.sorted() }
        for child in parsed.children(of: head, "aux", "neg", "auxpass", "advmod")
        where child < head && head - child < 5 && parsed.children(of: child).isEmpty && !statement.holds(child) {
            let token = parsed.tokens[child]
            if token.dep == "advmod", head - child > 2 { continue }
            if ["as", "when", "how", "why", "where"].contains(token.text.lowercased()) { continue }
            found.insert(child)
        }
        return found.sorted()
    }

    private func runs(_ tokens: [Int]) -> [ByteSpan] {
        var found: [ByteSpan] = []
        var before = -2
        for token in tokens {
            if token == before + 1, let last = found.popLast() {
                found.append(last.union(parsed.span(token)))
            } else {
                found.append(parsed.span(token))
            }
            before = token
        }
        return found
    }

    /// The content with the quotation marks round it, as the benchmark counts them.
    private func withMarks(_ span: ByteSpan) -> ByteSpan {
        var span = span
        for mark in ["“", "\"", "‘", "''"] where map.text(ByteSpan(span.start - mark.utf8.count, span.start)) == mark {
            span.start -= mark.utf8.count
            break
        }
        let closing = ["”", "\"", "''"]
        let points = [",", ".", "?", "!"]
        for mark in points.flatMap({ point in closing.map { point + $0 } }) + closing + ["’"]
        where map.text(ByteSpan(span.end, span.end + mark.utf8.count)) == mark {
            span.end += mark.utf8.count
            break
        }
        return span
    }
}

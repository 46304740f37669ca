import ChanceryCore
import Foundation
import SpacyPipeline
import Testing

@testable import Coding

/// One text of `Fixtures/statements/cases.txt`, parsed, with the statements expected in it.
struct StatementCase: Sendable, CustomTestStringConvertible {
    var name: String
    var parsed: ParsedDocument
    var expected: [String]
    /// Who is who in the text.
    var entities: EntityIndex
    /// The statements found, records or not.
    var index: StatementIndex

    var testDescription: String { name }

    /// The statements found that are records, in the notation of `cases.txt`.
    var found: [String] {
        index.statements.filter(\.isStatement).map { statement in
            let words = statement.sourceSpan.map { parsed.text($0) }
            var source = words.map(Self.withoutArticle) ?? "-"
            if let name = statement.source?.name, name != source { source += " => \(name)" }
            let pieces = statement.content.map { parsed.text($0) }.joined(separator: " … ")
            return "\(source) | \(statement.cue) | \(statement.kind.isQuoted ? "direct" : "indirect") | \(pieces)"
        }
    }

    private static func withoutArticle(_ words: String) -> String {
        for article in ["the ", "a ", "an "] where words.lowercased().hasPrefix(article) && words.first != "a" {
            return String(words.dropFirst(article.count))
        }
        return words
    }

    // MARK: Reading

    private struct Parse: Decodable {
        var name: String
        var blocks: [[TokenRow]]
    }

    private struct TokenRow: Decodable {
        var token: Token

        init(from decoder: any Decoder) throws {
            var row = try decoder.unkeyedContainer()
            token = Token(
                start: try row.decode(Int.self), end: try row.decode(Int.self), text: try row.decode(String.self),
                lemma: try row.decode(String.self), tag: try row.decode(String.self), pos: try row.decode(String.self),
                dep: try row.decode(String.self), head: try row.decode(Int.self), ent: try row.decode(String.self),
                isSentenceStart: try row.decode(Bool.self), hasTrailingBlank: try row.decode(Bool.self))
        }
    }

    /// Every case; empty where the fixtures cannot be read, which a test of its own notices.
    static let all: [StatementCase] = (try? read()) ?? []

    /// The case of a name.
    static func named(_ name: String) -> StatementCase? { all.first { $0.name == name } }

    private static func read() throws -> [StatementCase] {
        let finder = try StatementFinder()
        let lexicon = try EntityLexicon.load()
        let folder = Bundle.module.bundleURL.appendingPathComponent("Fixtures/statements")
        let parses = try String(contentsOf: folder.appendingPathComponent("parses.jsonl"), encoding: .utf8)
            .split(separator: "\n").map { try JSONDecoder().decode(Parse.self, from: Data($0.utf8)) }
        var found: [StatementCase] = []
        var text = ""
        var blocks: [Block] = []
        var expected: [String] = []
        var name: String?
        func close() throws {
            guard let name, let parse = parses.first(where: { $0.name == name }) else { return }
            let annotations = parse.blocks.map { AnnotatedText(tokens: $0.map(\.token)) }
            let document = Document(name: name, text: text, blocks: blocks)
            let parsed = try ParsedDocument(document: document, annotations: annotations)
            let entities = EntityIndex(parsed, lexicon: lexicon)
            found.append(
                StatementCase(
                    name: name, parsed: parsed, expected: expected, entities: entities,
                    index: finder.statements(in: parsed, entities: entities)))
        }
        let lines = try String(contentsOf: folder.appendingPathComponent("cases.txt"), encoding: .utf8)
        for line in lines.split(separator: "\n") {
            if line.hasPrefix("## ") {
                try close()
                (name, text, blocks, expected) = (String(line.dropFirst(3)), "", [], [])
            } else if line.hasPrefix("= ") {
                expected.append(String(line.dropFirst(2)))
            } else if !line.hasPrefix("#"), let colon = line.firstRange(of: ": ") {
                let words = String(line[colon.upperBound...])
                let start = text.utf8.count
                var label: ByteSpan?
                var bodyStart = start
                if let bar = words.firstRange(of: " || ") {
                    let named = String(words[..<bar.lowerBound])
                    label = ByteSpan(start, start + named.utf8.count)
                    text += named + " "
                    bodyStart = text.utf8.count
                    text += words[bar.upperBound...]
                } else {
                    text += words
                }
                let end = text.utf8.count
                blocks.append(
                    Block(
                        kind: Block.Kind(rawValue: String(line[..<colon.lowerBound])) ?? .paragraph,
                        span: ByteSpan(start, end), speaker: label, body: ByteSpan(bodyStart, end)))
                text += "\n"
            }
        }
        try close()
        return found
    }
}

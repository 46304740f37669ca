import ChanceryCore
import Coding
import SpacyPipeline
import Testing

/// Runs the tables of `Fixtures/entities/cases.tsv`.
@Suite struct EntityIndexTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var text: String
        var question: String
        var answer: String
        var testDescription: String { "\(question): \(text)" }
    }

    static let cases: [Case] =
        (try? ParsedFixtures.rows("entities/cases.tsv"))?.map { row in
            Case(text: row[0].replacing(" ¶ ", with: "\n"), question: row[1], answer: row.count > 2 ? row[2] : "")
        } ?? []
    static let documents = (try? ParsedFixtures.documents("entities/parsed.jsonl")) ?? [:]
    static let lexicon = Result { try EntityLexicon.load() }

    @Test func theTableIsThere() {
        #expect(Self.cases.count > 60)
    }

    @Test(arguments: cases) func participantsAreTheExpectedOnes(_ test: Case) throws {
        let document = try #require(Self.documents[test.text], "no parse: run Support/parse_fixtures.py")
        let index = EntityIndex(document, lexicon: try Self.lexicon.get())
        let answer = try Self.answer(test.question, index: index, document: document)
        #expect(answer == test.answer)
    }

    static func answer(_ question: String, index: EntityIndex, document: ParsedDocument) throws -> String {
        var word = question
        var kind = ""
        if let colon = word.firstIndex(of: ":") {
            kind = String(word[..<colon])
            word = String(word[word.index(after: colon)...])
        }
        var nth = 1
        if let mark = word.firstIndex(of: "#") {
            nth = Int(word[word.index(after: mark)...]) ?? 1
            word = String(word[..<mark])
        }
        let places = document.tokens.indices.filter { document.tokens[$0].text == word }
        let token = try #require(places.count >= nth ? places[nth - 1] : nil, "the text has no such word")
        let found: [Mention] =
            switch kind {
            case "mod": index.modifierParties(at: token)
            case "place": index.place(at: token).map { [$0] } ?? []
            case "related": index.relatedParties(of: token)
            default: index.participants(at: token)
            }
        return found.isEmpty ? "none" : found.map(Self.line).joined(separator: "; ")
    }

    static func line(_ mention: Mention) -> String {
        let code = mention.code.isEmpty ? "-" : mention.code
        let sector = mention.sector.isEmpty ? "-" : mention.sector
        return "\(mention.name) [\(code) \(sector) \(mention.kind.rawValue)]"
    }
}

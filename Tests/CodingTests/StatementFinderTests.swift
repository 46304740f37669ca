import ChanceryCore
import Testing

@testable import Coding

/// What `Fixtures/statements/cases.txt` says of each invented text.
@Suite struct StatementFinderTests {
    @Test(arguments: StatementCase.all)
    func findsSourceCueAndContent(_ text: StatementCase) {
        #expect(text.found == text.expected)
    }

    @Test func everyCaseHasItsParse() {
        #expect(StatementCase.all.count > 30)
    }

    @Test(arguments: StatementCase.all)
    func spansLieInTheHullAndTokensInTheContent(_ text: StatementCase) {
        for statement in text.index.statements {
            #expect(!statement.content.isEmpty)
            #expect(statement.content.allSatisfy { statement.hull.contains($0) })
            #expect(statement.cueSpan.map { statement.hull.contains($0) } ?? true)
            #expect(statement.content.count == statement.contentTokens.count)
            for (piece, tokens) in zip(statement.content, statement.contentTokens) {
                #expect(tokens.allSatisfy { piece.overlaps(text.parsed.span($0)) })
            }
        }
    }
}

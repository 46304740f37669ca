import ChanceryCore
import Coding
import Foundation
import Testing
import TestSupport

/// Who answers whom in an interview, with the language model.
@Suite struct InterviewStatementTests {
    /// Codes an introduction and turns; a label stands before "||".
    private func told(_ turns: [(Block.Kind, String)]) throws -> [String] {
        var text = ""
        var blocks: [Block] = []
        for (kind, line) in turns {
            let parts = line.components(separatedBy: " || ")
            let start = text.utf8.count
            text += line.replacing(" || ", with: ": ")
            let label = parts.count > 1 ? ByteSpan(start, start + parts[0].utf8.count) : nil
            let body = ByteSpan(parts.count > 1 ? start + parts[0].utf8.count + 2 : start, text.utf8.count)
            blocks.append(Block(kind: kind, span: ByteSpan(start, text.utf8.count), speaker: label, body: body))
            text += "\n\n"
        }
        let document = Document(name: "text", text: text, metadata: DocumentMetadata(), blocks: blocks)
        let coder = try TestModel.ruleCoder()
        let reports = coder.code(document, annotations: coder.annotate(document, with: try TestModel.model()))
        return reports.compactMap { report in
            guard case .statement(let statement) = report.content else { return nil }
            return "\(statement.speaker?.name ?? "-") > \(statement.addressee?.name ?? "-")"
        }
    }

    private static let opening = "Jon Alder spoke with Mira Tovan, the mayor of Osk."

    @Test(arguments: [
        (["", ""], ["Mira Tovan > Jon Alder"]),
        (["ALDER || ", "TOVAN || "], ["Jon Alder > Mira Tovan", "Mira Tovan > Jon Alder"]),
        (["JA || ", "MT || "], ["Jon Alder > Mira Tovan", "Mira Tovan > Jon Alder"]),
        (["Q || ", "A || "], ["Mira Tovan > Jon Alder"]),
        (["Question || ", "Answer || "], ["Mira Tovan > Jon Alder"]),
    ]) func answersAreThePersonInterviewed(labels: [String], lines: [String]) throws {
        let found = try told([
            (.paragraph, Self.opening), (.question, labels[0] + "Is the port safe?"),
            (.answer, labels[1] + "The port is safe. We opened it in May."),
        ])
        #expect(found == lines)
    }

    @Test func theOnePersonOfTheTitleAnswersWhereNothingElseTells() throws {
        let found = try told([
            (.title, "Mira Tovan on the bridge"), (.question, "Is the bridge safe?"), (.answer, "The bridge is safe."),
        ])
        #expect(found == ["Mira Tovan > -"])
    }
}

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
        return reports.compactMap(Self.turn)
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

    /// "Q" with blanks behind it is how a press conference's transcript sets off what a reporter asks.
    @Test(arguments: [
        ("Q    ", ["reporter > ROE", "ROE > reporter"]), ("QUESTION: ", ["reporter > ROE", "ROE > reporter"]),
        ("Q: ", ["ROE > -"]),
    ])
    func atAPressConferenceAReporterAsks(label: String, lines: [String]) throws {
        let text = label + "Did the envoy leave Osk?\n\nROE: The envoy left Osk in May."
        let second = text.utf8.count - "ROE: The envoy left Osk in May.".utf8.count
        let document = Document(
            name: "text", text: text, metadata: DocumentMetadata(),
            blocks: [
                Block(
                    kind: .question, span: ByteSpan(0, second - 2), body: ByteSpan(label.utf8.count, second - 2)),
                Block(
                    kind: .answer, span: ByteSpan(second, text.utf8.count), speaker: ByteSpan(second, second + 3),
                    body: ByteSpan(second + 5, text.utf8.count)),
            ])
        let coder = try TestModel.ruleCoder()
        let reports = coder.code(document, annotations: coder.annotate(document, with: try TestModel.model()))
        #expect(reports.compactMap(Self.turn) == lines)
    }

    private static func turn(_ report: Report) -> String? {
        guard case .statement(let statement) = report.content else { return nil }
        return "\(statement.speaker?.name ?? "-") > \(statement.addressee?.name ?? "-")"
    }
}

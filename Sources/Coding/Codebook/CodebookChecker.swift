import ChanceryCore
import Foundation
public import SpacyPipeline

/// Runs a codebook's example sentences and tells which are not coded as their rules say.
///
/// The examples speak of invented states, so that no rule rests on what anybody did.
public struct CodebookChecker: Sendable {
    let codebook: Codebook
    let coder: Coder

    /// Makes a checker of a codebook.
    ///
    /// - Throws: what a resource throws that cannot be read.
    public init(_ codebook: Codebook) throws {
        self.codebook = codebook
        let invented = try EntityCorrections(
            contentsOf: ModuleResources.folder("codebook").appendingPathComponent("example-entities.tsv"))
        coder = try Coder(codebook: codebook, lexicon: EntityLexicon.load().applying(invented)).byRulesAlone()
    }

    /// The faults of rules and exceptions, in the order of files and lines.
    ///
    /// - Parameters:
    ///   - files: the names of the files whose rules and exceptions are checked; nil for all.
    ///   - annotate: the language model's reading of a sentence.
    public func faults(
        inFiles files: Set<String>? = nil, annotate: (String) -> AnnotatedText
    ) -> [CodebookError.Fault] {
        func isChecked(_ file: String) -> Bool { files?.contains(file) ?? true }
        let ofRules = codebook.rules.filter { isChecked($0.file) }.flatMap { rule in
            let fired = rule.examples.map { example in
                (example, events: reports(example.text, annotate).filter { $0.kind == .event })
            }
            return (fired.allSatisfy { !$0.events.map(\.rule).contains(rule.id) } ? [silence(of: rule, fired)] : [])
                + fired.compactMap { fault($0, $1, of: rule) }
                + rule.counterexamples.compactMap { counterFault($0, of: rule, annotate) }
        }
        let ofExceptions = codebook.exceptions.filter { isChecked($0.file) }.flatMap { faults(of: $0, annotate) }
        return (ofRules + ofExceptions).sorted { ($0.file, $0.line) < ($1.file, $1.line) }
    }

    private func reports(_ text: String, _ annotate: (String) -> AnnotatedText) -> [Report] {
        let document = document(text)
        return coder.code(document, annotations: coder.texts(of: document).map(annotate))
    }

    func document(_ text: String) -> Document {
        let span = ByteSpan(0, text.utf8.count)
        return Document(name: "example", text: text, blocks: [Block(kind: .paragraph, span: span)])
    }

    /// The fault of a rule that none of its own examples fires.
    private func silence(
        of rule: Codebook.Rule, _ fired: [(Codebook.Example, events: [Report])]
    ) -> CodebookError.Fault {
        let others = Set(fired.flatMap { $0.events.map(\.rule) }).sorted().joined(separator: ", ")
        return .init(
            file: rule.file, line: rule.line,
            message: "rule \(rule.id) never fires in its own examples"
                + (others.isEmpty
                    ? "; no rule does: look at its words, conditions and needs"
                    : ", \(others) does; give it a condition more than that rule has, or take it out"))
    }

    private func fault(
        _ example: Codebook.Example, _ events: [Report], of rule: Codebook.Rule
    ) -> CodebookError.Fault? {
        func fault(_ message: String) -> CodebookError.Fault {
            .init(file: rule.file, line: example.line, message: "\(rule.id): \"\(example.text)\" \(message)")
        }
        guard let report = events.first(where: { $0.rule == rule.id }), case .event(let event) = report.content else {
            let fired = events.map(\.rule).joined(separator: ", ")
            return fault(fired.isEmpty ? "is coded by no rule" : "is coded by \(fired) instead")
        }
        return difference(report, event, example).map(fault)
    }

    /// What of an event is not as an example says, or nil.
    func difference(_ report: Report, _ event: Event, _ example: Codebook.Example) -> String? {
        let actors = event.actors.map(\.name)
        if !same(actors, example.actors) {
            return "has the actors [\(actors.joined(separator: ", "))]; "
                + "expected [\(example.actors.joined(separator: ", "))]"
        }
        let recipients = event.recipients.map(\.name)
        if !same(recipients, example.recipients) {
            return "has the recipients [\(recipients.joined(separator: ", "))]; "
                + "expected [\(example.recipients.joined(separator: ", "))]"
        }
        if report.modality.rawValue != example.modality {
            return "is \(report.modality.rawValue); expected \(example.modality)"
        }
        return nil
    }

    private func counterFault(
        _ text: String, of rule: Codebook.Rule, _ annotate: (String) -> AnnotatedText
    ) -> CodebookError.Fault? {
        guard reports(text, annotate).contains(where: { $0.rule == rule.id }) else { return nil }
        return .init(
            file: rule.file, line: rule.line, message: "\(rule.id): \"\(text)\" is a counterexample, yet the rule fires"
        )
    }

    private func same(_ found: [String], _ expected: [String]) -> Bool {
        Set(found.map { $0.lowercased() }) == Set(expected.map { $0.lowercased() })
    }
}

import ChanceryCore
import SpacyPipeline

extension CodebookChecker {
    /// The faults of an exception: counterexamples that are told all the same, or would be told by nothing without it, and
    /// examples that are not told.
    func faults(of exception: Codebook.Exception, _ annotate: (String) -> AnnotatedText) -> [CodebookError.Fault] {
        func fault(_ line: Int, _ text: String, _ message: String) -> CodebookError.Fault {
            .init(file: exception.file, line: line, message: "\(exception.id): \"\(text)\" \(message)")
        }
        let bare = coder.with(codebook.without(exception: exception.id))
        var found: [CodebookError.Fault] = []
        for text in exception.counterexamples {
            let document = document(text)
            let annotations = coder.texts(of: document).map(annotate)
            if let told = acts(document, annotations, coder, exception.scope).first {
                found.append(
                    fault(
                        exception.line, text,
                        "is a counterexample, yet \(told.report.rule) tells \(told.event.concept) of it"))
            } else if acts(document, annotations, bare, exception.scope).isEmpty {
                found.append(
                    fault(
                        exception.line, text,
                        "is told by no rule without this exception either; give a sentence that only this one keeps back"
                    ))
            }
        }
        for example in exception.examples {
            let document = document(example.text)
            let told = acts(document, coder.texts(of: document).map(annotate), coder, exception.scope)
            guard let first = told.first else {
                found.append(fault(example.line, example.text, "is told by no rule this exception is for"))
                continue
            }
            let isRight = told.contains { difference($0.report, $0.event, example) == nil }
            if !isRight, let message = difference(first.report, first.event, example) {
                found.append(fault(example.line, example.text, message))
            }
        }
        return found
    }

    /// The acts a sentence is coded as that an exception could be for.
    private func acts(
        _ document: Document, _ annotations: [AnnotatedText], _ coder: Coder, _ scope: Codebook.Scope
    ) -> [(report: Report, event: Event)] {
        coder.code(document, annotations: annotations).compactMap { report in
            guard case .event(let event) = report.content, let concept = codebook.concepts[event.concept],
                scope.contains(concept, rule: report.rule)
            else { return nil }
            return (report, event)
        }
    }
}

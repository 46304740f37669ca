import ChanceryCore
import Coding
import Intake
import Record
import SpacyPipeline

/// Codes documents with one model and one codebook, on any number of threads.
struct DocumentCoder: Sendable {
    /// What counts as what.
    let coder: Coder
    /// What reads the words.
    let model: LanguageModel

    /// The versions a coding is stamped with.
    var stamp: CodingStamp {
        CodingStamp(
            program: Version.current, model: "\(model.name) \(model.version)", codebook: coder.codebook.version)
    }

    /// The reports of a document; none of one that is not in English.
    func reports(of document: Document) -> [Report] {
        guard CodedLanguages.contain(document.metadata.language ?? "") else { return [] }
        return coder.code(document, annotations: coder.annotate(document, with: model))
    }

    /// The reports of several documents, whose texts the model reads together; none of one that is not in English.
    func reports(of documents: [Document]) -> [[Report]] {
        let coded = documents.map { CodedLanguages.contain($0.metadata.language ?? "") }
        let texts = zip(documents, coded).map { $1 ? coder.texts(of: $0, for: model) : [] }
        var annotations = model.annotate(texts.flatMap { $0 })[...]
        return documents.indices.map { index in
            guard coded[index] else { return [] }
            let own = annotations.prefix(texts[index].count)
            annotations = annotations.dropFirst(own.count)
            return coder.code(documents[index], annotations: Array(own))
        }
    }
}

import ChanceryCore
import Coding
import Intake
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

/// What went wrong in a run, told at once or counted to be told at its end.
struct Faults {
    /// Whether the first failure ends the run.
    let isStrict: Bool
    private(set) var failed = 0
    private var uncoded: [String] = []

    /// Makes an empty count.
    init(isStrict: Bool) { self.isStrict = isStrict }

    /// Tells of one input that could not be read; the run goes on unless it is strict.
    mutating func tell(_ error: some Error) throws {
        failed += 1
        StandardError.say("\(error)")
        if isStrict { throw ExitStatus.SomeInputFailed() }
    }

    /// Remembers a document that is kept without being coded.
    mutating func keep(uncoded document: Document) {
        let language = document.metadata.language ?? ""
        if !CodedLanguages.contain(language) { uncoded.append("\(document.name) (\(language))") }
    }

    /// Tells what was counted; throws where some input failed, so that the exit status says so.
    func end() throws {
        if !uncoded.isEmpty {
            let names = uncoded.prefix(5).joined(separator: ", ") + (uncoded.count > 5 ? ", …" : "")
            let which = Wording.count(uncoded.count, "document is", "documents are")
            StandardError.say("\(which) not in English, kept and not coded: \(names)")
        }
        if failed > 0 { throw ExitStatus.SomeInputFailed() }
    }
}

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
    /// Documents that were read in an encoding nothing named, by that encoding.
    private var assumed: [String: [String]] = [:]
    private var passedOver = 0

    /// Makes an empty count.
    ///
    /// - Parameter passedOver: how many files of folders the run passes over without an item of their own.
    init(isStrict: Bool, passedOver: Int = 0) {
        self.isStrict = isStrict
        self.passedOver = passedOver
    }

    /// Tells what of a document was left out, and remembers the encoding that was assumed for it.
    mutating func keep(remarksOn loaded: LoadedDocument) throws {
        if let encoding = loaded.assumedEncoding { assumed[encoding, default: []].append(loaded.document.name) }
        for fault in loaded.leftOut { try tell(fault) }
    }

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
        for (encoding, documents) in assumed.sorted(by: { $0.key < $1.key }) {
            let which = Wording.count(
                documents.count, "document is no UTF-8 and was", "documents are no UTF-8 and were")
            StandardError.say(
                "\(which) read as \(encoding): \(Self.list(documents)). If that is wrong, name theirs with --encoding NAME."
            )
        }
        if passedOver > 0 {
            let which = Wording.count(passedOver, "file or folder was", "files and folders were")
            StandardError.say("\(which) passed over: hidden, or what browsers and desktops leave beside texts")
        }
        if !uncoded.isEmpty {
            let names = Self.list(uncoded)
            let which = Wording.count(uncoded.count, "document is", "documents are")
            StandardError.say("\(which) not in English, kept and not coded: \(names)")
        }
        if failed > 0 { throw ExitStatus.SomeInputFailed() }
    }

    /// The first few names.
    private static func list(_ names: [String]) -> String {
        names.prefix(5).joined(separator: ", ") + (names.count > 5 ? ", …" : "")
    }
}

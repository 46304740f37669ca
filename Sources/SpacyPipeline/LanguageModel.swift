public import Foundation
internal import Synchronization

/// A spaCy 3 language model, ready to annotate texts.
///
/// It loads the folder that spaCy wrote (`config.cfg` directly inside) and gives the tokens, tags, parts of speech,
/// lemmas, heads, labels, sentences and entities that spaCy gives for the same text:
///
/// ```swift
/// let model = try LanguageModel(folder: URL(fileURLWithPath: "en_core_web_sm-3.8.0"))
/// let text = model.annotate("Veldania left the union.")
/// text.tokens[1].lemma  // "leave"
/// ```
///
/// One model serves any number of threads: each call borrows a worker, which has its own caches. Caches are bounded,
/// so memory does not grow with the number of texts. What a text gives does not depend on the texts around it, nor
/// on the thread, nor on the processor. Matrix products run on the calling thread alone.
public final class LanguageModel: Sendable {
    /// What was read from the folder, shared by all workers.
    let shared: Components
    private let idle = Mutex<[Worker]>([])

    /// The model's name with its language, e.g. `en_core_web_sm`.
    public var name: String { shared.name }
    /// The model's version, e.g. `3.8.0`.
    public var version: String { shared.version }

    /// Reads the model in a folder. `kernel`, one of those available here, changes the speed and nothing else.
    ///
    /// - Throws: `ModelError` that names the file at fault: missing, damaged, made for another version of spaCy, or
    ///   with a component this runtime does not know.
    public init(folder: URL, kernel: MatrixKernel = .fastest) throws(ModelError) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder), isFolder.boolValue else {
            throw ModelError.missing(folder.path)
        }
        shared = try Components(folder: ModelFolder(url: folder, kernel: kernel))
    }

    /// Annotates texts; the results stand in the order of the texts. Offsets count UTF-8 bytes of each text.
    public func annotate(_ texts: [String]) -> [AnnotatedText] {
        let worker = idle.withLock { $0.popLast() } ?? Worker(shared)
        defer { idle.withLock { $0.append(worker) } }
        return worker.annotate(texts)
    }

    /// Whether the model's dictionary has a word, given in small letters, as a verb, an adjective or an adverb, in any of
    /// their forms: `expels`, not `embassy`.
    public func hasVerbOrModifier(_ word: String) -> Bool {
        shared.lemmatizer.knows(word, as: ["verb", "adj", "adv"])
    }

    /// Annotates one text. Many short texts are faster together.
    public func annotate(_ text: String) -> AnnotatedText {
        annotate([text]).first ?? AnnotatedText(tokens: [])
    }
}

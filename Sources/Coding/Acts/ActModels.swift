import ChanceryCore
public import Foundation

/// What was learnt of acts from annotated texts: who takes part, which sense of a word is meant, whether it is told as fact and on
/// whose word, and how far to trust it.
struct ActModels: Sendable {
    /// Scores of a party as actor and as recipient, and of nobody.
    let parties: LinearModel
    /// The score of a concept where a word has several.
    let senses: LinearModel
    /// Log odds that a word tells an act of its type, and that the parties are right too.
    let confidence: LinearModel
    /// The score of a date of an act, and of none.
    let dates: LinearModel
    /// Scores of an act's being told as done, as planned, as not done, as open.
    let modality: LinearTable<SIMD4<Float>>
    /// Log odds that an act is told on somebody's word.
    let voices: LinearModel

    /// The program's own.
    ///
    /// - Throws: what the files' reading throws, with the line at fault.
    static func standard() throws -> ActModels { try read(inFolder: ModuleResources.folder("acts")) }

    /// Those of a folder with the files `parties.tsv`, `senses.tsv`, `confidence.tsv`, `dates.tsv`, `modality.tsv` and `voices.tsv`.
    ///
    /// - Throws: what the files' reading throws, with the line at fault.
    static func read(inFolder folder: URL) throws -> ActModels {
        func model<Weights>(_ name: String) throws -> LinearTable<Weights> {
            let file = folder.appendingPathComponent("\(name).tsv")
            return try LinearTable(text: String(contentsOf: file, encoding: .utf8), file: file.path)
        }
        return ActModels(
            parties: try model("parties"), senses: try model("senses"), confidence: try model("confidence"),
            dates: try model("dates"),
            modality: try model("modality"), voices: try model("voices"))
    }
}

extension Coder {
    /// The same coder with the models of acts of another folder: those that are being trained.
    ///
    /// - Throws: what the files' reading throws, with the line at fault.
    public func withActModels(inFolder folder: URL) throws -> Coder {
        var coder = self
        coder.acts = try ActModels.read(inFolder: folder)
        return coder
    }
}

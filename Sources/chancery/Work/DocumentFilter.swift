import ArgumentParser
import ChanceryCore
import Intake

/// Documents in, lines out, in the order of the input: what the filters over documents have in common.
struct DocumentFilter: ParsableArguments {
    @OptionGroup var input: InputOptions
    @OptionGroup var badLines: BadLinesOption
    @OptionGroup var run: RunOptions

    /// Gives the lines of some documents, each document's with its line ends.
    typealias Work = @Sendable ([Document]) -> [Result<[UInt8], any Error>]

    /// Runs over the input.
    ///
    /// - Parameters:
    ///   - findsStructure: Whether more than the documents' text is wanted.
    ///   - bytes: How much text is worked on together.
    ///   - isCoded: Whether documents that are not in English get nothing, which is told.
    ///   - load: Loads what is needed, and gives the work; not called where there is no input.
    func perform(findsStructure: Bool, bytes: Int, isCoded: Bool, load: () throws -> Work) async throws {
        var documents = try input.reader(findsStructure: findsStructure).makeIterator()
        let output = StandardOutput()
        var faults = Faults(isStrict: run.strict, record: badLines.record(output), passedOver: documents.passedOver)
        var progress = Progress("documents")
        // An engine starts a filter for every part of its data, also for the empty ones.
        guard var batch = DocumentBatch.next(&documents, bytes: bytes) else { return try faults.end() }
        let work = try load()
        var isFirst = true
        try await OrderedWork.run(
            threads: run.threads,
            next: {
                if isFirst {
                    isFirst = false
                    return batch
                }
                batch = DocumentBatch.next(&documents, bytes: bytes) ?? []
                return batch.isEmpty ? nil : batch
            },
            work: { items -> [Result<(LoadedDocument, [UInt8]), any Error>] in
                var lines = work(items.compactMap { try? $0.get().document }).makeIterator()
                return items.map { item in
                    Result { (try item.get(), try lines.next()?.get() ?? []) }
                }
            },
            take: { results in
                for result in results {
                    switch result {
                    case .success(let (loaded, lines)):
                        try output.write(lines)
                        if isCoded { faults.keep(uncoded: loaded.document) }
                        try faults.keep(remarksOn: loaded)
                    case .failure(let error as IntakeError) where error.record != nil:
                        try output.line(error.record ?? "")
                    case .failure(let error):
                        try output.flush()
                        try faults.tell(error)
                    }
                    progress.advance()
                }
            })
        progress.end()
        try output.flush()
        try faults.end()
    }
}

import ChanceryCore
import DossierStore
import Record

/// Codes documents of a dossier again.
struct Recoding {
    /// The dossier, open for writing.
    let dossier: Dossier
    /// With what they are coded.
    let coder: DocumentCoder
    /// How many are worked on at once.
    let threads: Int

    /// Codes the documents of the given hashes, each stored in one step; gives the number of their reports. One that
    /// cannot be kept is told and stays as it was.
    func run(_ hashes: [String], _ faults: inout Faults) async throws -> Int {
        var rest = hashes[...]
        var count = 0
        var refused: [VerificationFault] = []
        var progress = Progress("documents")
        let (dossier, coder) = (dossier, coder)
        try await OrderedWork.run(
            threads: threads, next: { rest.popFirst() },
            work: { hash in
                Result {
                    let document = try dossier.document(named: hash).document
                    return (document, coder.reports(of: document))
                }
            },
            take: { (result: Result<(Document, [Report]), any Error>) in
                let (document, reports) = try result.get()
                do throws(DossierError) {
                    let found = try dossier.replaceCoding(of: document, reports: reports, stamp: coder.stamp)
                    count += reports.count - Set(found.map(\.item)).count
                    refused += found
                } catch {
                    guard error.code == .invalid else { throw error }
                    try faults.tell(error)
                }
                progress.advance()
            })
        progress.end()
        if let words = AdditionTally.refusal(refused) { StandardError.say(words) }
        return count
    }
}

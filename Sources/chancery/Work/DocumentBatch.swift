import ChanceryCore
import Intake

/// Documents that the language model reads together: a matrix product of many rows costs less a row. What a text gives
/// does not depend on its neighbours.
enum DocumentBatch {
    /// The next documents, at most 64 of them and hardly more than the given number of bytes; nil after the last.
    static func next(
        _ documents: inout DocumentReader.Iterator, bytes limit: Int
    ) -> [Result<LoadedDocument, IntakeError>]? {
        var items: [Result<LoadedDocument, IntakeError>] = []
        var bytes = 0
        while items.count < 64, bytes < limit, let item = documents.next() {
            items.append(item)
            if case .success(let loaded) = item { bytes += loaded.document.text.utf8.count }
        }
        return items.isEmpty ? nil : items
    }
}

import ChanceryCore

/// Proves an export alone, without the dossier it came from.
///
/// ```swift
/// var proof = ExportProof()
/// while let line = readLine() { proof.read(line) }
/// for fault in proof.finish() { print(fault) }
/// ```
///
/// The checks are those of ``Dossier/verify()``, without original bytes and query columns, which an export has not.
/// Spaces and the order of members in a line make no difference; lines are expected in the order they are exported.
public struct ExportProof {
    private var proof = RecordProof()
    private var counts = ExportLine.End()
    private var end: ExportLine.End?
    private var lineNumber = 0

    /// Starts with nothing read.
    public init() {}

    /// Reads the next line; an empty one is passed over.
    public mutating func read(_ line: String) {
        lineNumber += 1
        if line.allSatisfy(\.isWhitespace) { return }
        do {
            try take(line, kind: try JSONLine.decode(ExportLine.Kind.self, from: line).kind)
        } catch {
            proof.fail("line \(lineNumber)", "", .line, "the line is not one of an export")
        }
    }

    /// What could not be proved, sorted; empty where all is.
    public mutating func finish() -> [VerificationFault] {
        if let end {
            var found = counts
            found.format = end.format
            found.isReconciled = end.isReconciled
            found.head = end.head
            if found != end {
                proof.fail("export", "", .line, "lines are missing or too many: the last line counts others")
            }
        } else {
            proof.fail("export", "", .line, "the last line, of kind 'end', is missing: the export was cut off")
        }
        return proof.finish(head: end?.head ?? "", isReconciled: end?.isReconciled ?? false)
    }

    private mutating func take(_ line: String, kind: String) throws {
        switch kind {
        case "document":
            let read = try JSONLine.decode(ExportLine.Read<DocumentLine>.self, from: line)
            var document = read.value
            let text = document.text ?? ""
            document.text = nil
            proof.document(document, text: text, rowHash: read.rowHash, content: try JSONLine.encode(document))
            counts.documents += 1
        case "copy":
            let read = try JSONLine.decode(ExportLine.Read<DocumentCopy>.self, from: line)
            proof.copy(read.value, rowHash: read.rowHash, content: try JSONLine.encode(read.value))
            counts.copies += 1
        case "origin":
            let read = try JSONLine.decode(ExportLine.Read<Origin>.self, from: line)
            proof.origin(read.value, rowHash: read.rowHash, content: try JSONLine.encode(read.value))
            counts.origins += 1
        case "entry":
            let read = try JSONLine.decode(ExportLine.Read<Entry>.self, from: line)
            proof.entry(read.value, rowHash: read.rowHash, content: try JSONLine.encode(read.value))
            counts.entries += 1
        case "dispute":
            let read = try JSONLine.decode(ExportLine.Read<Dispute>.self, from: line)
            proof.dispute(read.value, rowHash: read.rowHash, content: try JSONLine.encode(read.value))
            counts.disputes += 1
        case "decision":
            let read = try JSONLine.decode(ExportLine.Read<Decision>.self, from: line)
            proof.decision(
                read.value, rowHash: read.rowHash, content: try JSONLine.encode(read.value))
            counts.decisions += 1
        case "end":
            end = try JSONLine.decode(ExportLine.End.self, from: line)
        default:
            let read = try JSONLine.decode(ExportLine.Read<Report>.self, from: line)
            proof.report(read.value, rowHash: read.rowHash, content: try JSONLine.encode(read.value))
            counts.reports += 1
        }
    }
}

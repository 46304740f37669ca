import ChanceryCore

/// Proves an export alone, without the dossier it came from.
///
/// ```swift
/// var proof = ExportProof()
/// while let line = readLine() { proof.read(line) }
/// for fault in proof.finish() { print(fault) }
/// ```
///
/// The checks are those of ``Dossier/verify()``, without original bytes and query columns, which an export has not. Every
/// line must be to the byte what an export writes, in the order an export has: a member that stands twice, that is not
/// known or that is missing, which other readers take in other ways, is a fault.
public struct ExportProof {
    static let notAsWritten =
        "the line is not as the program writes it: a member is unknown, missing, doubled or out of place"

    private var proof = RecordProof()
    private var counts = ExportLine.End()
    private var end: ExportLine.End?
    private var lineNumber = 0
    private var last: [String] = []

    /// Starts with nothing read.
    public init() {}

    /// Reads the next line, without its line end.
    public mutating func read(_ line: String) {
        lineNumber += 1
        if end != nil { fail("it stands behind the last one") }
        do {
            try take(line, kind: try JSONLine.decode(ExportLine.Kind.self, from: line).kind)
        } catch {
            fail("the line is not one of an export")
        }
    }

    /// Says that the next line cannot be read as text.
    public mutating func readUndecodable() {
        lineNumber += 1
        fail("it is not UTF-8")
    }

    /// What could not be proved, sorted; empty where all is.
    public mutating func finish() -> [VerificationFault] {
        if let end {
            var found = counts
            found.format = Schema.version
            found.isReconciled = end.isReconciled
            found.head = end.head
            found.recordHead = end.recordHead
            if end.format != Schema.version {
                proof.fail(
                    "export", "", .line,
                    "it has format \(end.format), and this program proves format \(Schema.version): export it again")
            } else if found != end {
                proof.fail("export", "", .line, "lines are missing or too many: the last line counts others")
            }
        } else {
            proof.fail("export", "", .line, "the last line, of kind 'end', is missing: the export was cut off")
        }
        return proof.finish(
            head: end?.head ?? "", recordHead: end?.recordHead ?? "", isReconciled: end?.isReconciled ?? false)
    }

    private mutating func fail(_ detail: String) { proof.fail("line \(lineNumber)", "", .line, detail) }

    private mutating func take(_ line: String, kind: String) throws {
        switch kind {
        case "document":
            let read = try read(DocumentLine.self, line)
            var document = read.value
            let text = document.text ?? ""
            document.text = nil
            follow(["0", document.docHash])
            proof.document(document, text: text, rowHash: read.rowHash, content: try JSONLine.encode(document))
            counts.documents += 1
        case "copy":
            let read = try read(DocumentCopy.self, line)
            follow(["1", read.value.documentHash, read.rowHash])
            proof.copy(read.value, rowHash: read.rowHash, content: try JSONLine.encode(read.value))
            counts.copies += 1
        case "origin":
            let read = try read(Origin.self, line)
            follow(["3", read.value.id])
            proof.origin(read.value, rowHash: read.rowHash, content: try JSONLine.encode(read.value))
            counts.origins += 1
        case "entry":
            let read = try read(Entry.self, line)
            follow(["4", read.value.id])
            proof.entry(read.value, rowHash: read.rowHash, content: try JSONLine.encode(read.value))
            counts.entries += 1
        case "dispute":
            let read = try read(Dispute.self, line)
            follow(["5", read.value.id])
            proof.dispute(read.value, rowHash: read.rowHash, content: try JSONLine.encode(read.value))
            counts.disputes += 1
        case "decision":
            let read = try read(Decision.self, line)
            var time = read.value.recordedAt
            while time.hasSuffix("Z") { time.removeLast() }
            follow(["6", time, read.value.id])
            proof.decision(read.value, rowHash: read.rowHash, content: try JSONLine.encode(read.value))
            counts.decisions += 1
        case "end":
            let read = try JSONLine.decode(ExportLine.End.self, from: line)
            if try JSONLine.encode(read) != line { fail(Self.notAsWritten) }
            end = read
        default:
            let read = try read(Report.self, line)
            let start = String(read.value.span.start)
            let place = String(repeating: "0", count: max(0, 20 - start.count)) + start
            follow(["2", read.value.documentHash, place, read.value.id])
            proof.report(read.value, rowHash: read.rowHash, content: try JSONLine.encode(read.value))
            counts.reports += 1
        }
    }

    /// Reads a line, which must be as an export writes it.
    private mutating func read<Value: Codable>(_ type: Value.Type, _ line: String) throws -> ExportLine.Read<Value> {
        let read = try JSONLine.decode(ExportLine.Read<Value>.self, from: line)
        let again = try JSONLine.encode(ExportLine.Proved(value: read.value, rowHash: read.rowHash))
        if again != line { fail(Self.notAsWritten) }
        return read
    }

    /// Says where in an export a line must stand: behind all that come before it.
    private mutating func follow(_ place: [String]) {
        if !last.lexicographicallyPrecedes(place) { fail("it stands out of order, or twice") }
        last = place
    }
}

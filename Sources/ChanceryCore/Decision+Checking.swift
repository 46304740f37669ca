extension Decision {
    /// What can be corrected of a report.
    public enum Field: String, Hashable, Sendable, CaseIterable {
        /// The PLOVER type of an event.
        case type
        /// Who did it; of a statement who says it, of a state of affairs its subject.
        case actors
        /// To whom; of a statement the addressee, of a state of affairs its object.
        case recipients
        /// When, EDTF.
        case date
        /// Whether it is told as fact.
        case modality
    }

    /// As the value of a correction: no date, or nobody.
    public static let nothing = "none"

    /// The letters of the Admiralty scale for sources.
    public static let letters = ["A", "B", "C", "D", "E", "F"]

    /// What is wrong with the decision by itself, as a sentence that says what is possible; nil where nothing is.
    ///
    /// A decision that comes from elsewhere can say anything: it is held against this before it is kept.
    public var fault: String? {
        if id != derivedID { return "the decision does not say what its id was made from; export it anew" }
        if texts.contains(where: { $0.utf8.contains(0) }) { return "the decision holds NUL characters" }
        if Self.isBlank(reason) { return "a decision needs a reason" }
        if Self.isBlank(author) { return "a decision needs an author" }
        if !Self.isTime(recordedAt) {
            return "'\(recordedAt)' is no time of recording; write it as 2026-01-05T10:00:00Z"
        }
        return contentFault
    }

    private var contentFault: String? {
        switch ruling {
        case .accept, .reject: return reports.isEmpty ? "'\(ruling.rawValue)' names no report" : nil
        case .merge: return named(reports) < 2 ? "'merge' needs two reports or more" : nil
        case .split:
            if reports.isEmpty || apart.isEmpty { return "'split' needs reports on both sides" }
            let shared = Set(reports.map(\.report)).intersection(apart.map(\.report)).min()
            return shared.map { "'split' names the report '\($0)' on both sides" }
        case .correct: return correctionFault
        case .alias:
            if Self.isBlank(name) || Self.isBlank(value) { return "'alias' needs a name and what it is a name for" }
            if !code.isEmpty, !DecidedParty.isCode(code) {
                return "'\(code)' is no alpha-3 code; write three capitals such as ALB"
            }
            return nil
        case .sameOrigin: return documents.count < 2 ? "'same-origin' needs two documents or more" : nil
        case .reliability:
            if Self.isBlank(name) { return "'reliability' needs a source" }
            return Self.letters.contains(value)
                ? nil : "'\(value)' is no reliability; give one of \(Self.letters.joined(separator: ", "))"
        case .note: return reports.isEmpty && documents.isEmpty ? "'note' names no report and no document" : nil
        case .undo: return Self.isBlank(undoes) ? "'undo' names no decision" : nil
        }
    }

    private var correctionFault: String? {
        if reports.isEmpty { return "'correct' names no report" }
        guard let field = Field(rawValue: field) else {
            let fields = Field.allCases.map(\.rawValue).joined(separator: ", ")
            return "'\(field)' cannot be corrected; give one of \(fields)"
        }
        return Self.fault(of: value, for: field)
    }

    /// What is wrong with the value of a correction, as a sentence that says what is possible; nil where nothing is.
    public static func fault(of value: String, for field: Field) -> String? {
        switch field {
        case .type:
            return Event.types.contains(value)
                ? nil : "'\(value)' is no PLOVER type; give one of \(Event.types.joined(separator: ", "))"
        case .actors, .recipients:
            let kinds = EntityKind.allCases.map(\.rawValue).joined(separator: ", ")
            return DecidedParty.list(value) != nil
                ? nil
                : "'\(value)' names no parties; write 'Osk (state OSK); Ana Dol (person)' with one of \(kinds), or "
                    + "'\(nothing)'"
        case .date:
            return value == nothing || EDTF(value) != nil
                ? nil : "'\(value)' is no date; write 1996, 1996-12, 1996-12-05, 1991/1993, 1996~ or '\(nothing)'"
        case .modality:
            return Modality(rawValue: value) != nil
                ? nil
                : "'\(value)' is no modality; give one of \(Modality.allCases.map(\.rawValue).joined(separator: ", "))"
        }
    }

    private func named(_ reports: [Cited]) -> Int { Set(reports.map(\.report)).count }

    private var texts: [String] {
        (reports + apart).flatMap { [$0.report, $0.doc, $0.docHash, $0.words] } + documents
            + [name, field, value, code, undoes, reason, author, recordedAt]
    }

    private static func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }

    /// `2026-01-05T10:00:00Z`, or with one to nine digits of a second's parts.
    private static func isTime(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        let pattern = Array("dddd-dd-ddTdd:dd:dd".utf8)
        guard bytes.count >= pattern.count + 1, bytes.last == 0x5A, EDTF(String(text.prefix(10))) != nil else {
            return false
        }
        func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
        guard zip(bytes, pattern).allSatisfy({ $1 == 0x64 ? isDigit($0) : $0 == $1 }) else { return false }
        let parts = [11, 14, 17].map { Int(bytes[$0] - 0x30) * 10 + Int(bytes[$0 + 1] - 0x30) }
        guard parts[0] < 24, parts[1] < 60, parts[2] <= 60 else { return false }
        let rest = bytes[pattern.count...].dropLast()
        return rest.isEmpty
            || rest.first == 0x2E && (2...10).contains(rest.count) && rest.dropFirst().allSatisfy(isDigit)
    }
}

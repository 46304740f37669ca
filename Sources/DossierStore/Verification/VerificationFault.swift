/// One thing that could not be proved: which item, what was checked, and what was found instead.
public struct VerificationFault: Hashable, Sendable, Codable, CustomStringConvertible {
    /// What was checked.
    public enum Check: String, Hashable, Sendable, Codable, CaseIterable {
        /// A document's text has the hash it is named by.
        case text
        /// A copy's original bytes have their hash.
        case original
        /// A row's content has its row hash.
        case row = "row-hash"
        /// What is stored beside a line for queries follows from that line.
        case columns
        /// A document has all the reports it was coded into, and no others.
        case reports
        /// The evidence lies in the document, on whole code points, and holds words.
        case evidence
        /// A trigger lies inside the evidence.
        case trigger
        /// A participant's words lie inside the evidence.
        case participant
        /// A date's words lie inside the evidence, and tell the year where it is said to be stated.
        case date
        /// A place's words lie inside the evidence.
        case place
        /// A source's words lie in the document.
        case attribution
        /// A statement's content and cue lie inside the evidence.
        case content
        /// A figure's value can be read from its words.
        case number
        /// An id follows from what it names.
        case id
        /// An entry or dispute rests on reports that are there, each in one entry.
        case entry
        /// The decisions chain, from the first to the last.
        case decision
        /// A line is one that the program writes, to the byte.
        case line
        /// Tables, indexes and triggers are those of the format.
        case schema
        /// The full-text indexes hold the words of the texts.
        case search
        /// What the dossier says about itself holds, such as what is still to be reconciled.
        case state
    }

    /// The id of the item at fault: of a report, an entry or a dispute, a document's hash, a decision's sequence.
    public var item: String
    /// The document's name, or empty.
    public var document: String
    /// What was checked.
    public var check: Check
    /// What was found, without the document's words.
    public var detail: String

    /// Makes a fault from its parts.
    public init(item: String, document: String = "", check: Check, detail: String) {
        self.item = item
        self.document = document
        self.check = check
        self.detail = detail
    }

    /// The fault as one line.
    public var description: String {
        (document.isEmpty ? "" : "\(document): ") + "\(item): \(check.rawValue): \(detail)"
    }
}

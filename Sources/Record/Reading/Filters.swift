import ChanceryCore

/// What a reader asks to see of a list: the same on a command line, in a page's form and in a request.
///
/// Parties are words as somebody types them; ``RecordReader`` finds whom they mean.
package struct Filters: Hashable, Sendable {
    /// Who must take part, all of them.
    package var parties: [String]
    /// Not before this date, EDTF with a year.
    package var from: String?
    /// Not after this date, EDTF with a year.
    package var to: String?
    /// A PLOVER type or a concept of the codebook.
    package var type: String?
    /// What tells it: a document's name, title, URL or hash, or a part that fits no other.
    package var document: String?
    /// Whether what any other document tells too is left out; only where `document` is given.
    package var isAlone: Bool
    /// The least confidence of events, from 0 to 1.
    package var confidence: Double?
    /// Whether what was rejected is shown too.
    package var includesRejected: Bool

    /// Makes filters; without arguments they let everything through but what was rejected.
    package init(
        parties: [String] = [], from: String? = nil, to: String? = nil, type: String? = nil, document: String? = nil,
        isAlone: Bool = false, confidence: Double? = nil, includesRejected: Bool = false
    ) {
        self.parties = parties
        self.from = from
        self.to = to
        self.type = type
        self.document = document
        self.isAlone = isAlone
        self.confidence = confidence
        self.includesRejected = includesRejected
    }

    /// What cannot be meant, in words that say what to write instead; nil where all can be.
    package var fault: String? {
        if isAlone, document == nil { return "'alone' is of one document. Name it." }
        for (name, value) in [("from", from), ("to", to)] {
            if let value, EDTF(value)?.hasYear != true {
                return "'\(name) \(value)' is no date with a year. Write 1996, 1996-12 or 1996-12-05."
            }
        }
        if let confidence, !(0...1).contains(confidence) {
            return "'confidence \(confidence)': give a number from 0 to 1, such as 0.7."
        }
        if let from, let to, let first = EDTF(from)?.bounds.first, let last = EDTF(to)?.bounds.last, last < first {
            return "Nothing lies between 'from \(from)' and 'to \(to)': the second is the earlier one. Swap them."
        }
        return nil
    }
}

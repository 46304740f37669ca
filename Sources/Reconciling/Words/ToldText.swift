public import ChanceryCore

/// What is known of a whole text beside what it tells: by it texts on one matter are known.
public struct ToldText: Sendable {
    /// The stems of its content words.
    let words: Set<String>
    /// The day it was published, in days from a fixed one; nil where no day is known.
    let day: Int?

    /// What a document's line tells; nil where it does not tell its words.
    public init?(_ line: DocumentLine) {
        guard let words = line.words else { return nil }
        self.words = Set(words)
        day = EDTF(line.publishedOn).flatMap { $0.precision == .day ? $0.bounds.first?.dayNumber : nil }
    }
}

extension [DocumentLine] {
    /// What is known of the texts whose words are told, by their hashes.
    var toldTexts: [String: ToldText] {
        Dictionary(
            compactMap { line in ToldText(line).map { (line.docHash, $0) } }, uniquingKeysWith: { first, _ in first })
    }
}

/// A fault in one of the word lists that reconciling reads.
public struct WordListError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is at fault.
    public enum Code: Hashable, Sendable {
        /// A line names a trait there is none of.
        case unknownTrait
        /// A concept stands in two families.
        case twoFamilies
        /// A line of weights gives no number.
        case noWeight
        /// A weight is missing.
        case missingWeight
    }

    /// What is at fault.
    public let code: Code
    /// What, in which file, and what to do.
    public let description: String

    static func unknownTrait(_ line: String, in file: String) -> WordListError {
        WordListError(
            code: .unknownTrait,
            description: "\(file): \"\(line)\" names no trait; write one of \(Acts.Trait.names), a colon, and concepts")
    }

    static func noWeight(_ line: String, in file: String) -> WordListError {
        WordListError(
            code: .noWeight, description: "\(file): \"\(line)\" is no weight; write a name, a tab and a number")
    }

    static func missingWeight(_ name: String, in file: String) -> WordListError {
        WordListError(
            code: .missingWeight,
            description: "\(file): \(name) is missing; train the weights again with Scripts/train_pairs.py")
    }

    static func twoFamilies(_ concept: String, in file: String) -> WordListError {
        WordListError(
            code: .twoFamilies, description: "\(file): \"\(concept)\" stands in two families; keep it in one of them")
    }
}

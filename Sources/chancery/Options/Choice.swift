import ArgumentParser
import ChanceryCore

/// A value of an option that is one of a few words.
protocol Choice: CaseIterable, RawRepresentable, Sendable where RawValue == String {}

extension Choice {
    /// The choice of a word, without regard to case; of another word, which are possible and which is nearest.
    static func named(_ word: String) throws -> Self {
        if let choice = Self(rawValue: word.lowercased()) { return choice }
        throw ValidationError(wrong(word, words))
    }

    /// The words, as a sentence lists them.
    static var list: String { listed(words) }

    private static var words: [String] { allCases.map(\.rawValue) }
}

/// `date, number or agency`.
func listed(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " or " + last
}

/// What to say of a word that is none of those that are possible.
func wrong(_ word: String, _ words: [String]) -> String {
    let nearest = Nearest.of(word, among: words, count: 1)
    return nearest.isEmpty ? "Give \(listed(words))." : "\(Nearest.question(nearest)) Possible are \(listed(words))."
}

/// A command that was used wrongly, found out only when its dossier was read: exit status 2.
struct WrongUsage: Error, Hashable, CustomStringConvertible {
    /// What is told to the user, on one line.
    let description: String

    /// Makes the error.
    init(_ description: String) { self.description = description }
}

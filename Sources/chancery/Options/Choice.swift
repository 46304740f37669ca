import ArgumentParser
import ChanceryCore
import Record

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

/// What to say of a word that is none of those that are possible.
func wrong(_ word: String, _ words: [String]) -> String {
    let nearest = Nearest.of(word, among: words, count: 1)
    return nearest.isEmpty ? "Give \(listed(words))." : "\(Nearest.question(nearest)) Possible are \(listed(words))."
}

public import ChanceryCore

/// Knows whether words say of themselves that something is not so, for those who print them: nothing is then to be negated
/// once more before them.
public struct Negators: Hashable, Sendable {
    private let words: Set<String>

    /// The list of `negators.txt`.
    public static let standard: Result<Negators, ResourceFolder.Missing> = Result { () throws(ResourceFolder.Missing) in
        Negators(
            words: Set(
                try ModuleResources.lines("negators.txt").flatMap { $0.split(separator: " ").map(String.init) }))
    }

    /// Whether one of the words negates: "has no embassy in", "isn't part of".
    public func negate(_ text: String) -> Bool {
        let found = text.lowercased().replacing("’", with: "'").split { !$0.isLetter && $0 != "'" }.map(String.init)
        return found.contains { words.contains($0) || ($0.hasSuffix("n't") && words.contains("n't")) }
    }
}

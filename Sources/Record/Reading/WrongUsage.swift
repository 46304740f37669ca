/// A question that was put wrongly, found out only when the dossier was read; a command ends with exit status 2.
package struct WrongUsage: Error, Hashable, CustomStringConvertible {
    /// What is told to the user, on one line.
    package let description: String

    /// Makes the error.
    package init(_ description: String) { self.description = description }
}

/// `date, number or agency`.
package func listed(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " or " + last
}

package import ChanceryCore
package import Foundation

/// Work that needs the language model, which the room itself does not load: somebody does it for the room.
package struct Helpers: Sendable {
    /// What is known of documents that are added.
    package struct Known: Sendable {
        /// Who published them, or empty.
        package var publisher: String
        /// When, EDTF, or empty.
        package var published: String
    }

    /// What came of one file, or of all of them.
    package struct Outcome: Sendable {
        /// The file's name.
        package var name: String
        /// What is to be said of it.
        package var words: String
        /// Whether it was not added.
        package var isFault: Bool

        /// Makes an outcome.
        package init(name: String, words: String, isFault: Bool) {
            self.name = name
            self.words = words
            self.isFault = isFault
        }
    }

    /// Codes a sentence.
    package var code: @Sendable (String) throws -> [Report]
    /// Adds files to the dossier.
    package var add: @Sendable ([URL], Known) -> [Outcome]

    /// Makes helpers.
    package init(
        code: @escaping @Sendable (String) throws -> [Report],
        add: @escaping @Sendable ([URL], Known) -> [Outcome]
    ) {
        self.code = code
        self.add = add
    }
}

/// There is nobody to help: the room was opened without.
struct NoHelp: Error, CustomStringConvertible {
    let description = "This room was opened without the language model, so nothing can be read anew here."
}

/// What goes wrong when the dates module loads its words.
public struct ChronologyError: Error, CustomStringConvertible {
    /// What kind of fault it is.
    public struct Code: Hashable, Sendable {
        private let name: String
        private init(_ name: String) { self.name = name }

        /// A resource file is not where it belongs.
        public static let missingResource = Code("missingResource")
        /// A line of a resource file cannot be read.
        public static let malformedResource = Code("malformedResource")
    }

    /// What kind of fault it is.
    public let code: Code
    /// What is wrong, where, and what to do.
    public let description: String

    static func missingResource(_ name: String, at path: String) -> ChronologyError {
        ChronologyError(
            code: .missingResource,
            description: "cannot read the word list '\(name)' at \(path); keep the folder "
                + "chancery_Chronology.resources beside the program")
    }

    static func malformed(_ file: String, line: Int, _ problem: String) -> ChronologyError {
        ChronologyError(code: .malformedResource, description: "\(file):\(line): \(problem)")
    }
}

/// Why a language model could not be loaded: which file, what is wrong with it, and what to do.
///
/// Two errors are equal when code and file are.
public struct ModelError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kinds of fault a model folder can have.
    public struct Code: RawRepresentable, Sendable, Hashable {
        /// The kind's short name, stable across versions.
        public let rawValue: String

        /// Makes a code from its short name.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// A file or folder of the model is not there.
        public static let missing = Code(rawValue: "missing")
        /// A file ends early or does not hold what its kind should.
        public static let damaged = Code(rawValue: "damaged")
        /// The model was made for another version of spaCy.
        public static let wrongVersion = Code(rawValue: "wrong-version")
        /// The model uses a component or setting this runtime does not know.
        public static let unsupported = Code(rawValue: "unsupported")
    }

    /// What kind of fault it is.
    public let code: Code
    /// The path of the file or folder at fault.
    public let file: String
    /// What is wrong, in words.
    public let reason: String

    /// The sentence shown to a person: file, fault, remedy.
    public var description: String {
        "language model: \(file): \(reason); run `make setup` to fetch the model again, or name another with --model"
    }

    static func missing(_ file: String) -> ModelError {
        ModelError(code: .missing, file: file, reason: "not found")
    }

    static func damaged(_ file: String, _ reason: String) -> ModelError {
        ModelError(code: .damaged, file: file, reason: "damaged or cut short (\(reason))")
    }

    static func wrongVersion(_ file: String, found: String, wanted: String) -> ModelError {
        ModelError(
            code: .wrongVersion, file: file,
            reason: "made for spaCy \"\(found)\", but this program reads models for \(wanted)")
    }

    static func unsupported(_ file: String, _ what: String) -> ModelError {
        ModelError(code: .unsupported, file: file, reason: "uses \(what), which this program does not read")
    }

    /// Two errors are the same fault when code and file agree; the wording may differ.
    public static func == (left: ModelError, right: ModelError) -> Bool {
        left.code == right.code && left.file == right.file
    }

    /// Feeds code and file, what equality looks at.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(code)
        hasher.combine(file)
    }
}

/// The versions a document was coded with: program, model and codebook.
public struct CodingStamp: Hashable, Sendable, Codable {
    /// The program's version: `0.1.0`.
    public var program: String
    /// The language model's name and version: `en_core_web_sm 3.8.0`.
    public var model: String
    /// The codebook's version, or a hash of its files.
    public var codebook: String

    /// Makes a stamp; a part that is not known is empty.
    public init(program: String = "", model: String = "", codebook: String = "") {
        self.program = program
        self.model = model
        self.codebook = codebook
    }
}

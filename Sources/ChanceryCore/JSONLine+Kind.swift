extension JSONLine {
    /// What a line says it is, as every line of a stream but a given document does; nil where it says nothing.
    public static func kind(of line: String) -> String? { try? decode(Kind.self, from: line).kind }

    private struct Kind: Decodable {
        var kind: String
    }
}

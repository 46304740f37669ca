/// A paragraph with a sketch of its words, by which a copied passage is found in another document.
public struct Passage: Hashable, Sendable, Codable {
    /// The first code point.
    public var start: Int
    /// The code point after the last.
    public var end: Int
    /// The least value of the runs of words under each of a few hash functions.
    public var sketch: [UInt32]

    /// Makes a passage from its parts.
    public init(start: Int, end: Int, sketch: [UInt32]) {
        self.start = start
        self.end = end
        self.sketch = sketch
    }

    /// The stretch it covers.
    public var span: CodePointSpan { CodePointSpan(start, end) }
}

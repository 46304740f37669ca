/// Compares sketches of texts: what is found out of them wherever they are made.
public enum Resemblance {
    /// The estimated share, from 0 to 1, of runs of words two texts have in common; 0 where one has no sketch, or the
    /// sketches are of two sizes.
    public static func share(_ a: [UInt32], _ b: [UInt32]) -> Double {
        guard !a.isEmpty, a.count == b.count else { return 0 }
        return Double(zip(a, b).reduce(0) { $0 + ($1.0 == $1.1 ? 1 : 0) }) / Double(a.count)
    }
}

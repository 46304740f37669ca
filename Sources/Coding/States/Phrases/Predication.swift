/// A noun or adjective said of somebody: by a copula, an apposition, or "as".
struct Predication: Hashable, Sendable {
    /// The head of the noun phrase it is said of.
    var subject: Int
    /// The copula, or nil for an apposition.
    var verb: Int?
    /// Words between copula and noun that belong to the relation: "among", "one of".
    var between: [Int] = []
    /// Whether it is told of a time past where no copula says so.
    var isPast = false
    /// Whether the noun stands before the copula: "Osk's main partner is Tarn".
    var isInverse = false
}

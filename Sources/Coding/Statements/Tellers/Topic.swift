import ChanceryCore

/// Whom a text is about at a place: the subject of a main clause outside quotation marks, or somebody cited there.
struct Topic {
    /// The token the name hangs on.
    var token: Int
    var mention: Mention
    /// Whether a noun tells who it is ("a judge"), rather than a name.
    var isDescription = false
}

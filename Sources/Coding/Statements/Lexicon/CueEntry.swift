/// The complements under which a verb, noun or adjective is a cue.
enum CueFrame: Hashable, Sendable {
    case clause, infinitive, gerund, object, objectAs, objectName, objectInfinitive, quotation
    case objectPhrase(String)
    case phrase(String)

    /// The complement as the data files write it: "np:of"; nil for a word that is none.
    init?(written word: Substring) {
        switch word {
        case "that": self = .clause
        case "to": self = .infinitive
        case "ing": self = .gerund
        case "np": self = .object
        case "as": self = .objectAs
        case "name": self = .objectName
        case "np-to": self = .objectInfinitive
        case "quote": self = .quotation
        case _ where word.hasPrefix("np:"): self = .objectPhrase(String(word.dropFirst(3)))
        case _ where word.hasPrefix("p:"): self = .phrase(String(word.dropFirst(2)))
        default: return nil
        }
    }
}

/// What one word's data lines say: its class under each complement, and its marks.
struct CueEntry: Hashable, Sendable {
    /// What a line says of its complements besides.
    enum Mark: String, Sendable {
        /// What it finds can be established.
        case finds
        /// What it tells is denied.
        case denies
        /// It only names what is talked of, shown or known: no record.
        case topic
        /// It is a saying, but its content alone claims nothing ("mentioned the port"): no record.
        case points
        /// It claims something only under a finite verb of a speaker's: "stressed the need", not "a poll that stresses the
        /// need" or ", stressing the need".
        case finite
    }

    private(set) var classes: [CueFrame: CueClass] = [:]
    private var marked: [Mark: Set<CueFrame>] = [:]

    /// Whether a complement has a mark.
    func has(_ mark: Mark, _ frame: CueFrame) -> Bool { marked[mark]?.contains(frame) ?? false }

    /// Whether what the word finds, whatever its complement, can be established.
    var finds: Bool { marked[.finds] != nil }

    /// Adds what a line says; the class a complement has already stays.
    mutating func add(_ frames: [CueFrame], _ cueClass: CueClass, _ marks: [Mark]) {
        for frame in frames where classes[frame] == nil { classes[frame] = cueClass }
        for mark in marks { marked[mark, default: []].formUnion(frames) }
    }
}

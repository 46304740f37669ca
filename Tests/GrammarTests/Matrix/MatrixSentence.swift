/// A sentence of the matrix with the places of the words that matter.
struct MatrixSentence {
    private(set) var text = ""
    /// The start of each named word, in bytes: the sentences are plain ASCII but for quotation marks.
    private(set) var anchors: [String: Int] = [:]

    /// The invented parties, with their adjectives.
    private static let parties = [
        ("Ruritania", "Ruritanian"), ("Veldania", "Veldanian"), ("Karvia", "Karvian"), ("Tarnia", "Tarnian"),
        ("Oskania", "Oskanian"), ("Elsavia", "Elsavian"),
    ]

    /// Makes the sentence of a construction with a predicate; `turn` says which parties it is about.
    init(_ construction: MatrixConstruction, _ predicate: MatrixPredicate, turn: Int) throws {
        var rest = Substring(construction.form)
        while let match = rest.firstMatch(of: /\{([^}]*)\}|\[(\w):([^\]]*)\]/) {
            text += rest[..<match.range.lowerBound]
            if let slot = match.1 {
                try fill(slot, construction, predicate, turn)
            } else if let name = match.2, let word = match.3 {
                add(String(word), as: String(name))
            }
            rest = rest[match.range.upperBound...]
        }
        text += rest
    }

    /// Adds words under a name; the first letter of the sentence is a capital.
    private mutating func add(_ words: String, as name: String, atLast: Bool = false) {
        let isFirst = !text.contains { $0.isLetter }
        let skipped = atLast ? words.utf8.count - (words.split(separator: " ").last?.utf8.count ?? 0) : 0
        anchors[name] = text.utf8.count + skipped
        text += isFirst ? words.prefix(1).uppercased() + words.dropFirst() : words
    }

    private mutating func fill(
        _ slot: Substring, _ construction: MatrixConstruction, _ predicate: MatrixPredicate, _ turn: Int
    ) throws {
        let isLight = construction.unit == .light
        let noun = isLight ? predicate.light?.noun : predicate.noun
        switch slot {
        case "A", "P", "C", "D", "A.adj":
            let place = ["A", "P", "C", "D"].firstIndex(of: slot.prefix(1)) ?? 0
            let party = Self.parties[(turn + place) % Self.parties.count]
            add(slot == "A.adj" ? party.1 : party.0, as: String(slot.prefix(1)))
        case "O": add(try given(predicate.object, "object"), as: "O", atLast: true)
        case "O.the":
            let bare = try given(predicate.object, "object").replacing(/^(a|an|the|its)\s/, with: "")
            add("the \(bare)", as: "O", atLast: true)
        case "Q": add(try given(predicate.link.preposition, "preposition"), as: "Q")
        case "q": add(try given(noun?.link.preposition, "preposition"), as: "Q")
        case "N": add(try given(noun?.word, "noun"), as: "N")
        case "N.np": add(try given(noun?.phrase, "noun"), as: "N", atLast: true)
        case "was:O": text += isPlural(try given(predicate.object, "object")) ? "were" : "was"
        case "was:N": text += isPlural(try given(noun?.phrase, "noun")) ? "were" : "was"
        default: try fillVerb(slot, predicate)
        }
    }

    /// Fills a form of the verb or of the light verb, with what follows it where the slot asks for it.
    private mutating func fillVerb(_ slot: Substring, _ predicate: MatrixPredicate) throws {
        guard let match = slot.wholeMatch(of: /([VL]):(\w+)(\.\.|\+)?/) else {
            throw MatrixFault(reason: "'{\(slot)}' is no slot")
        }
        if match.1 == "L" {
            add(try given(predicate.light?.verb.form(match.2), "light verb"), as: "L")
            return
        }
        add(try predicate.verb.form(match.2), as: "V")
        guard let further = match.3 else { return }
        if let object = predicate.object {
            text += " "
            add(object, as: "O", atLast: true)
        }
        if further == "..", let preposition = predicate.link.preposition {
            text += " "
            add(preposition, as: "Q")
        }
    }

    private func isPlural(_ phrase: String) -> Bool { phrase.hasSuffix("s") && !phrase.hasPrefix("a") }

    private func given<Value>(_ value: Value?, _ what: String) throws -> Value {
        guard let value else { throw MatrixFault(reason: "a form asks for \(what), and the row has none") }
        return value
    }
}

import Grammar

/// The logical roles round a verb, as head tokens alone: ``Grammar/Grammar`` for readers that ask for no path.
public struct ArgumentStructure: Sendable {
    private let grammar: Grammar

    /// Reads a document's parse.
    public init(_ parsed: ParsedDocument) { grammar = parsed.grammar }

    /// Whether the token is a verb form that can carry arguments.
    public func isVerb(_ index: Int) -> Bool { grammar.isVerb(index) }

    /// Whether a verb stands in the passive, or is a past participle that describes its noun.
    public func isPassive(_ verb: Int) -> Bool { grammar.isPassive(verb) }

    /// The grammatical subject, found where the clause leaves it out; nil where it has none.
    public func surfaceSubject(_ verb: Int) -> Int? { grammar.subject(of: verb)?.head }

    /// Those who do what the verb says.
    public func agents(_ verb: Int) -> [Int] { grammar.agents(verb).map(\.head) }

    /// Those to whom it is done.
    public func patients(_ verb: Int) -> [Int] { grammar.patients(verb).map(\.head) }

    /// The person or thing something is given to: "gave Osk a loan".
    public func indirectObjects(_ verb: Int) -> [Int] { grammar.indirectObjects(verb) }

    /// The noun phrases a preposition joins to a verb or noun: "with" gives Osk in "met with Osk".
    public func objects(ofPreposition word: String, at index: Int) -> [Int] {
        grammar.objects(ofPreposition: word, at: index)
    }

    /// Whether a particle or preposition of this form belongs to the token: "off" in "broke off ties".
    public func hasParticle(_ word: String, at index: Int) -> Bool { grammar.hasParticle(word, at: index) }

    /// The clauses a verb governs as its complement: "to open" in "agreed to open".
    public func complements(_ index: Int) -> [Int] { grammar.complements(index) }

    /// Whose the noun is: its possessor, or the subject of the verb it is the object of.
    public func holder(ofNoun noun: Int) -> Int? { grammar.holder(ofNoun: noun)?.head }

    /// The adjectives that say what a verb makes or holds its object to be: "found Osk guilty".
    func resultatives(_ verb: Int) -> [Int] { grammar.resultatives(verb) }
}

/// The ways by which an argument was found: what stands between a plain active sentence and the words as they are.
///
/// "Osk recognised Veldania" gives its agent by none of them; "Veldania, urged to be recognised by Osk" by several.
public struct Constructions: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt32

    /// Makes a set from its bits.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    private init(_ place: UInt32) { rawValue = 1 << place }

    /// The clause is passive: its subject is the patient, its agent stands after "by".
    public static let passive = Constructions(0)
    /// The argument is the noun that a relative clause describes.
    public static let relative = Constructions(1)
    /// The argument is the noun that a participle describes: "the treaty signed by Osk", "the minister visiting Osk".
    public static let participle = Constructions(2)
    /// The argument belongs to the verb above: "agreed to open", "urged Osk to open".
    public static let control = Constructions(3)
    /// The argument belongs to a main verb from a clause of purpose, time or manner: "closed the border to stop it".
    public static let adverbial = Constructions(4)
    /// The verb is a gerund after a preposition: "was criticised for closing".
    public static let gerund = Constructions(5)
    /// The argument belongs to a verb joined to this one: "visited Osk and signed".
    public static let verbCoordination = Constructions(6)
    /// The verb stands before who speaks: `"…", said Osk`.
    public static let inverted = Constructions(7)
    /// The argument owns the noun: "Osk's recognition".
    public static let possessive = Constructions(8)
    /// The argument stands after "of": "the recognition of Osk".
    public static let of = Constructions(9)
    /// The argument describes the noun: "the Oskan attack", "the Osk talks".
    public static let modifier = Constructions(10)
    /// The argument belongs to the verb that carries the event noun: "carried out an attack on".
    public static let lightVerb = Constructions(11)
    /// The argument belongs to the verb by which an event noun tells of itself: "war broke out between".
    public static let occurrence = Constructions(12)
    /// The argument stands after a preposition.
    public static let preposition = Constructions(13)
    /// The argument stands before the verb's object without a preposition: "gave Osk a loan".
    public static let dative = Constructions(14)
    /// The argument is named by a noun that stands for it: "Osk was one of the states that voted".
    public static let predicateNoun = Constructions(15)
    /// The noun's owner is the subject of the verb that governs it: Osk of "Osk announced its withdrawal".
    public static let holder = Constructions(16)
    /// The argument was found at a place where the parse is known to err.
    public static let repaired = Constructions(17)
    /// A headline's infinitive: "Osk to close its embassy".
    public static let headline = Constructions(18)
    /// The argument is the subject of an adjective that a verb holds true: "found Osk guilty".
    public static let smallClause = Constructions(19)
    /// The argument stands in the phrase of the verb's object: "signed a treaty with Osk".
    public static let object = Constructions(20)
    /// The argument belongs to the verb that an auxiliary stands for: Veldania in "Osk recognised Veldania, but Tarn did not".
    public static let ellipsis = Constructions(22)
    /// The verb tells a change without its doer: "the legation opened".
    public static let unaccusative = Constructions(21)

    /// Their names, in the order of their declaration, as `show` prints them.
    public var names: [String] {
        Self.named.filter { contains($0.0) }.map(\.1)
    }

    private static let named: [(Constructions, String)] = [
        (.passive, "passive"), (.relative, "relative clause"), (.participle, "participle"), (.control, "control"),
        (.adverbial, "adverbial clause"), (.gerund, "gerund"), (.verbCoordination, "coordination"),
        (.inverted, "inversion"), (.possessive, "possessive"), (.of, "of-phrase"), (.modifier, "modifier"),
        (.lightVerb, "light verb"), (.occurrence, "verb of occurrence"), (.preposition, "preposition"),
        (.dative, "dative"), (.predicateNoun, "predicate noun"), (.holder, "holder"), (.repaired, "repair"),
        (.headline, "headline"), (.smallClause, "small clause"), (.object, "phrase of the object"),
        (.ellipsis, "ellipsis"),
        (.unaccusative, "change without its doer"),
    ]
}

/// A noun phrase's head, and the way it was found.
public struct Reached: Hashable, Sendable {
    /// The head token.
    public var head: Int
    /// The constructions on the way.
    public var path: Constructions

    /// The same head, found through one construction more.
    func through(_ construction: Constructions) -> Reached {
        Reached(head: head, path: path.union(construction))
    }
}

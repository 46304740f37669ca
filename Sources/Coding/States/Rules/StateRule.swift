/// One rule of `Resources/states`: which words tell a relation that holds over time.
struct StateRule: Hashable, Sendable {
    /// How the words of a rule stand to each other.
    enum Pattern: String, Sendable, CaseIterable {
        /// A verb with its object: "recognises Osk", "belongs to the League".
        case verb
        /// A verb, a noun that carries the meaning, a preposition: "has an embassy in".
        case light
        /// A noun said of somebody: "is a member of", ", an ally of", "NATO member".
        case noun
        /// An adjective or participle said of somebody: "is close to", "based in".
        case adjective
        /// A preposition and noun said of somebody: "is at odds with".
        case phrase
        /// A noun that names the class itself: "is a landlocked country".
        case kind
        /// A verb with what somebody is taken for: "sees Osk as a friend", "considers Osk a friend".
        case view
        /// A noun with its holder and its object: "the fondness of Osk for Tarn".
        case nominal
        /// A verb with an infinitive: "aims to avoid".
        case aim
        /// A noun between two: "relations between Osk and Tarn are close".
        case between
        /// A noun with those whose it is, and with whom or about what: "the dispute between Osk and Tarn", "their ties".
        case tie
        /// A noun that is itself what its owner has: "Osk's nuclear programme".
        case owned
        /// A noun between two prepositions, said of the noun or verb before: "a coup under the leadership of Ora Lind".
        case under
        /// A verb and the noun that its subject has, with no object besides: "has a Muslim majority", "has a right to use".
        case had
        /// A noun before the name it is of, told by whose it is: "the British colony of India".
        case named
    }

    /// What may stand as object.
    enum Object: String, Sendable {
        /// A party, or a noun phrase that a party's name opens ("the Tarnian army").
        case party
        /// A party, or any noun phrase, told in its words.
        case phrase
        /// An organisation that is named.
        case organisation
        /// A place or a state.
        case place
        /// A party, or a noun phrase whose head is in the file's list of bodies.
        case body
    }

    /// The id, as it is written in the file.
    var id = ""
    /// The concept of the relation.
    var concept = ""
    /// How the words stand to each other.
    var pattern = Pattern.verb
    /// Lemmas of verbs; the trigger of `verb`, `view`, `aim`.
    var verbs: Set<String> = []
    /// Lemmas of nouns; the trigger of `light`, `noun`, `kind`, `nominal`, `phrase`.
    var nouns: Set<String> = []
    /// Lemmas or forms of adjectives and participles; the trigger of `adjective`.
    var adjectives: Set<String> = []
    /// Prepositions that lead to the object; empty where the object is direct.
    var prepositions: Set<String> = []
    /// Prepositions that open a `phrase`.
    var opening: Set<String> = []
    /// What may stand as object.
    var object = Object.party
    /// Whether the simple past tells a state too.
    var allowsPast = false
    /// Whether the past tells a state where it is denied: "did not recognise Osk".
    var allowsDenied = false
    /// Whether several subjects without object stand in the relation to each other: "are at war".
    var allowsJoint = false
    /// Whether the object may stand before the noun: "Osk's ally", "NATO member".
    var allowsModifier = false
    /// Whether a class needs no word beside its noun: "is an atheist".
    var allowsBare = false
    /// The kinds of party that may be subject, and what else may stand for one (``thing``, ``body``, ``noun``); empty for any.
    var subjects: Set<String> = []
    /// Adjectives of which one must modify the noun; empty for none.
    var modifiers: Set<String> = []
    /// Sentences, each with what it gives or an empty list where the rule must keep still.
    var examples: [Example] = []
    /// The line of the file it begins on.
    var line = 0

    /// Among the subjects: a noun stands for the party whose it is ("the Tarnian embassy").
    static let thing = "thing"
    /// Among the subjects: a noun of the list of bodies stands for a party.
    static let body = "body"
    /// Among the subjects: any noun phrase stands, in its words, where it names nobody ("these regions").
    static let noun = "noun"
    /// The kinds of party among the subjects.
    var subjectKinds: Set<String> { subjects.subtracting([Self.thing, Self.body, Self.noun]) }

    /// The id of what titles and appositions tell without a rule of the file.
    static let officeTitle = "OFFICE-TITLE"
    /// The id of what is likely to hold by what was learnt, and told by no rule.
    static let weighed = "STATE-WEIGHED"

    /// A sentence that a test runs: what it gives, or nothing.
    struct Example: Hashable, Sendable {
        var text: String
        var subject: String
        var relation: String
        var object: String
        /// Whether the rule must not fire.
        var isCounter: Bool
    }
}

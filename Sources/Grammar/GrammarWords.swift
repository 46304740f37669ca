import ChanceryCore
import Foundation

/// The words whose grammar is their own: verbs that say who does what their infinitive tells, nouns that only measure,
/// verbs that lend their subject to an event noun.
///
/// Read from `Resources/words.txt`, where each list says what it is for; never changed, and kept once for all documents.
public final class GrammarWords: Sendable {
    /// Verbs whose object does what their infinitive tells: "urged Osk to leave".
    public let objectControl: Set<String>
    /// Verbs whose object does what the gerund after their preposition tells: "criticised Osk for closing".
    let gerundControl: Set<String>
    /// Nouns whose infinitive is for the one they are addressed to: "an invitation to Osk to visit".
    let askingNouns: Set<String>
    /// Nouns of measures and words that answer what somebody did: "sanctions on Osk for closing".
    let answeringNouns: Set<String>
    /// Verbs of plain saying.
    let saying: Set<String>
    /// Nouns that name a body or a time, of which no "who" is said.
    let impersonal: Set<String>
    /// Nouns for those who serve another, and of whom more is told: "an adviser to Osk, who declined".
    let servants: Set<String>
    /// First words of prepositions of two words: "according to".
    let compoundPrepositions: Set<String>
    /// Nouns that only measure what follows their "of": "dozens of diplomats".
    public let transparent: Set<String>
    /// Verbs that lend their subject and prepositions to the event noun they govern: "carried out an attack on".
    public let lightVerbs: Set<String>
    /// Verbs whose subject an event noun befalls: as their object, behind "to", behind "under".
    let undergoing: Set<String>
    let undergoingTo: Set<String>
    let undergoingUnder: Set<String>
    /// Particles that make another verb of a light one: "brought up the bombing".
    let estranging: Set<String>
    /// Light verbs that keep their sense with such a particle: "stepped up its attacks".
    let unestranged: Set<String>
    /// Verbs by which an event noun tells of itself: "war broke out".
    public let occurrences: Set<String>

    /// Prepositions whose gerund is the deed of the one who is blamed: "barred Osk from closing".
    let blamingPrepositions: Set<String>
    /// Prepositions that say what is talked of: "told Osk of a plot to …".
    let topicPrepositions: Set<String>
    /// Prepositions behind a measure that name whom it strikes.
    let strikingPrepositions: [String]
    /// Prepositions behind an asking noun that name who is asked.
    let askedPrepositions: [String]
    /// Prepositions by which an owner stands behind a noun.
    let owningPrepositions: Set<String>
    /// Prepositions that lead from a light verb to its event noun.
    let lightPrepositions: Set<String>
    /// Words for one or some of many.
    let partitives: Set<String>
    /// Marks that set a sentence off from the one before.
    let breaks: Set<String>
    /// Closing marks of a quotation.
    let closingQuotes: Set<String>
    /// Prepositions that hang from a verb across an aside.
    let crossingPrepositions: Set<String>
    /// Verbs by which somebody stands behind a thing.
    let standingVerbs: Set<String>

    /// Words that make a clause or a noun phrase negative.
    let negators: Set<String>
    /// Words that take back a "not" before them: "not only".
    let negationLimits: Set<String>
    /// Words that make a negation of time with "no": "no longer".
    let lapses: Set<String>
    /// Prepositions that deny their gerund: "without signing".
    let negatingPrepositions: Set<String>
    /// Modal verbs of the future.
    let futureModals: Set<String>
    /// Modal verbs of what would be.
    let conditionalModals: Set<String>
    /// Nouns that only say that their infinitive is a purpose: "in order to".
    let purposeNouns: Set<String>

    /// Nouns whose "to" names who is addressed or helped: "an apology to Osk".
    let addressedNouns: Set<String>
    /// Nouns for those who hold an office.
    let offices: Set<String>
    /// Verbs that say what their object is or is called: "called Osk a threat".
    let naming: Set<String>
    /// Words behind which an auxiliary stands before its subject: "nor has Osk".
    let turning: Set<String>
    /// Conjunctions whose clause stands beside another and leaves out what that says: "as did Osk".
    let contrasting: Set<String>
    /// Verbs that can stand for another: "has not", "did so".
    let auxiliaries: Set<String>
    /// Words that show that an auxiliary stands for another verb.
    let ellipsisMarks: Set<String>
    /// Objects of "do" that stand for what was done: "did the same".
    let ellipsisObjects: Set<String>

    /// Verbs whose participle says in what state its subject is: "committed to".
    let states: Set<String>
    /// Verbs that tell a change of their subject where they have no object: "the legation opened".
    let changes: Set<String>
    /// Prepositions that name who takes part in an event noun's act.
    let partnerPrepositions: [String]
    /// Verbs of sending and going, whose infinitive says what for.
    public let errands: Set<String>
    /// Verbs of beginning, which tell something new.
    let onsets: Set<String>
    /// Words before a noun that make it another than the one told before.
    let renewers: Set<String>
    /// Words before a noun that point back.
    public let pointers: Set<String>
    /// Verbs of holding an office: "to serve as consul".
    let servingVerbs: Set<String>
    /// Event nouns whose "of" names who does it: "the visit of the minister".
    let ownActs: Set<String>
    /// Verbs and nouns of motion, whose "to" is a place one comes to.
    let motions: Set<String>
    /// Nouns of talk and text, whose "on" says what they are about.
    let talkNouns: Set<String>
    /// The prepositions that say what talk is about.
    let topicOfTalk: Set<String>
    /// What each preposition makes of its noun phrase at a verb.
    let verbRoles: [String: Role]
    /// What each preposition makes of its noun phrase at an event noun.
    let nounRoles: [String: Role]

    /// Demonstratives, which point back whatever describes their noun.
    public let demonstratives: Set<String>
    /// Words by which a noun is set apart from what was told before.
    public let distinguishing: Set<String>
    /// Pronouns of a third person, or their owners.
    public let thirdPersons: Set<String>
    /// Prepositions whose phrase belongs to the noun phrase it stands in.
    public let phrasePrepositions: Set<String>
    /// Prepositions behind an act that name what it is about.
    public let complementPrepositions: Set<String>
    /// Prepositions of the place where an act happens, nearest first.
    public let locatingPrepositions: [String]
    /// Marks of clauses that tell on their own account where they are past.
    public let ownClauseMarks: Set<String>
    /// Words before the preposition of a place that something was not in.
    public let setAgainst: Set<String>
    /// The first word of each pronoun for those who do something to each other, by its last.
    public let reciprocals: [String: String]
    /// How ordinals in digits end.
    public let ordinalEndings: [String]

    private static let file = "words.txt"

    /// Reads the module's own words.
    ///
    /// - Throws: ``ChanceryCore/ResourceFolder/Missing`` where the file is not beside the program, and
    ///   ``ChanceryCore/WordLists/Fault`` with the line at fault.
    public convenience init() throws {
        let folder = ResourceFolder(module: "Grammar")
        try self.init(
            WordLists(
                text: String(decoding: try folder.data(Self.file), as: UTF8.self), file: folder.url(Self.file).path))
    }

    init(_ lists: WordLists) throws(WordLists.Fault) {
        objectControl = try lists.set("object-control")
        gerundControl = try lists.set("gerund-control")
        askingNouns = try lists.set("asking-nouns")
        answeringNouns = try lists.set("answering-nouns")
        saying = try lists.set("saying")
        impersonal = try lists.set("impersonal")
        servants = try lists.set("servants")
        compoundPrepositions = try lists.set("compound-prepositions")
        transparent = try lists.set("transparent")
        lightVerbs = try lists.set("light-verbs")
        undergoing = try lists.set("undergoing-verbs")
        undergoingTo = try lists.set("undergoing-to")
        undergoingUnder = try lists.set("undergoing-under")
        estranging = try lists.set("estranging-particles")
        unestranged = try lists.set("unestranged-verbs")
        occurrences = try lists.set("occurrences")
        blamingPrepositions = try lists.set("blaming-prepositions")
        topicPrepositions = try lists.set("topic-prepositions")
        strikingPrepositions = try lists.list("striking-prepositions")
        askedPrepositions = try lists.list("asked-prepositions")
        owningPrepositions = try lists.set("owning-prepositions")
        lightPrepositions = try lists.set("light-prepositions")
        partitives = try lists.set("partitives")
        breaks = try lists.set("breaks")
        closingQuotes = try lists.set("closing-quotes")
        crossingPrepositions = try lists.set("crossing-prepositions")
        standingVerbs = try lists.set("standing-verbs")
        negators = try lists.set("negators")
        negationLimits = try lists.set("negation-limits")
        lapses = try lists.set("lapses")
        negatingPrepositions = try lists.set("negating-prepositions")
        futureModals = try lists.set("future-modals")
        conditionalModals = try lists.set("conditional-modals")
        purposeNouns = try lists.set("purpose-nouns")
        addressedNouns = try lists.set("addressed-nouns")
        offices = try lists.set("offices")
        naming = try lists.set("naming-verbs")
        turning = try lists.set("turning-words")
        contrasting = try lists.set("contrasting-conjunctions")
        auxiliaries = try lists.set("auxiliaries")
        ellipsisMarks = try lists.set("ellipsis-marks")
        ellipsisObjects = try lists.set("ellipsis-objects")
        states = try lists.set("states")
        changes = try lists.set("changes")
        servingVerbs = try lists.set("serving-verbs")
        partnerPrepositions = try lists.list("partner-prepositions")
        errands = try lists.set("errands")
        onsets = try lists.set("onsets")
        renewers = try lists.set("renewers")
        pointers = try lists.set("pointers")
        ownActs = try lists.set("own-acts")
        motions = try lists.set("motions")
        talkNouns = try lists.set("talk-nouns")
        topicOfTalk = try lists.set("topic-of-talk")
        demonstratives = try lists.set("demonstratives")
        distinguishing = try lists.set("distinguishing")
        thirdPersons = try lists.set("third-persons")
        phrasePrepositions = try lists.set("phrase-prepositions")
        complementPrepositions = try lists.set("complement-prepositions")
        locatingPrepositions = try lists.list("locating-prepositions")
        ownClauseMarks = try lists.set("own-clause-marks")
        setAgainst = try lists.set("set-against")
        reciprocals = Dictionary(
            try lists.list("reciprocals").compactMap { pronoun in
                let words = pronoun.split(separator: " ").map(String.init)
                return words.count == 2 ? (words[1], words[0]) : nil
            }, uniquingKeysWith: { first, _ in first })
        ordinalEndings = try lists.list("ordinal-endings")
        verbRoles = try Self.roles(lists, of: "verb")
        nounRoles = try Self.roles(lists, of: "noun")
    }

    /// The roles of prepositions: each role has a list, such as `verb-partner`; a role without one takes no preposition.
    private static func roles(_ lists: WordLists, of kind: String) throws(WordLists.Fault) -> [String: Role] {
        var found: [String: Role] = [:]
        for role in Role.allCases where lists.names.contains("\(kind)-\(role.rawValue)") {
            for word in try lists.list("\(kind)-\(role.rawValue)") {
                guard found.updateValue(role, forKey: word) == nil else {
                    throw WordLists.Fault(
                        file: lists.file, line: 0, reason: "'\(word)' has two roles at a \(kind): keep it in one list")
                }
            }
        }
        return found
    }
}

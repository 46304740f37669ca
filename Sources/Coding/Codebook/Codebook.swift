public import ChanceryCore

/// What counts as which event: concepts, and the rules by which words in a sentence tell of them.
///
/// Read from YAML files by ``CodebookReader``; the format is in `Documentation/codebook.md`.
public struct Codebook: Sendable {
    /// What a concept is in PLOVER's terms.
    public struct Concept: Hashable, Sendable {
        /// The concept's name, such as `open-mission`.
        public var name: String
        /// The PLOVER type.
        public var type: String
        /// PLOVER's modes.
        public var modes: [String]
        /// PLOVER's contexts.
        public var contexts: [String]
        /// Whether the act is mutual: "A and B met" makes B the recipient of A.
        public var isReciprocal: Bool
        /// Whether the act stands for the clause it governs, as a refusal or a demand does: that clause is no event.
        public var governsComplement: Bool
        /// Whether the act is always one between two: where a text names one, the other is the party it speaks of.
        public var impliesOther: Bool
        /// Whether the act is one between two states: a side left open is the other of the two a text is about.
        public var isBilateral = false
        /// Whether an envoy does it, of another state than the one it is done to.
        public var isOfEnvoy = false
        /// Whether declaring it does it (recognition, breaking relations), so that the day of the announcement is its day.
        public var isDeclared = false
        /// Whether the act is always towards somebody of another state: nobody breaks relations with their own.
        public var isForeign: Bool
        /// Whether several that do it together do it with each other ("A and B agreed to trade").
        public var isJoint: Bool
        /// Whether the act is one of authorities: where nobody is told to have done it, those of the place did.
        public var isOfficial: Bool
        /// Whether the noun it is about tells an act of its own: who hosts the talks of two others holds none of them.
        public var leavesObject = false

        /// Whether violence itself may be who does it: "the attack killed six sailors".
        public var isDoneByViolence = false
        /// Whether a clause with a subject of its own that it governs tells an act all the same: "denied that Osk had bombed the port".
        public var keepsClause = false

        /// What its type says of who takes part.
        var traits: TypeTraits = []
    }

    /// One rule: trigger words, what must stand round them, and where the parties are found.
    public struct Rule: Hashable, Sendable {
        /// The id, written in the file, never positional.
        public var id: String
        /// The concept it yields.
        public var concept: String
        /// The words that can fire it.
        public var triggers: [Trigger]
        /// What must stand round the trigger.
        public var conditions: [Condition]
        /// Where the actors are looked for, in order.
        public var actor: [Slot]
        /// Where the recipients are looked for, in order.
        public var recipient: [Slot]
        /// Whether an event needs a recipient to be told at all.
        public var needsRecipient: Bool
        /// Whether an event needs an actor to be told at all.
        public var needsActor: Bool
        /// Sentences it must code, with the coding.
        public var examples: [Example]
        /// Sentences it must leave alone.
        public var counterexamples: [String]
        /// The file it stands in.
        public var file: String
        /// The line it begins at, from 1.
        public var line: Int

        /// How narrow the rule is: of several that fit one trigger, the narrowest speaks.
        public var specificity: Int {
            conditions.reduce(0) { $0 + $1.weight } + (triggers.map(\.extraWords.count).max() ?? 0) * 2
        }
    }

    /// A word that can fire a rule.
    public struct Trigger: Hashable, Sendable {
        /// What part the word plays.
        public enum Part: String, Hashable, Sendable, CaseIterable { case verb, noun, adjective }
        /// What part the word plays.
        public var part: Part
        /// Its base form.
        public var lemma: String
        /// Further words: a verb's particles or prepositions ("call for"), a noun's modifiers ("arrest warrant").
        public var extraWords: [String]
    }

    /// Something that must stand at a slot, or must not.
    public struct Condition: Hashable, Sendable {
        /// Where.
        public var slot: Slot
        /// The base forms that fit there; empty means any word.
        public var words: Set<String>
        /// Whether a party fits there.
        public var acceptsParty: Bool
        /// The sorts of party that fit there, where not all do.
        public var kinds: Set<EntityKind>
        /// Whether the condition forbids instead of asking.
        public var isForbidden: Bool

        /// Whether anything fits there.
        var acceptsAny: Bool { words.isEmpty && !acceptsParty && kinds.isEmpty }
        var weight: Int { isForbidden ? 0 : (words.isEmpty ? (kinds.isEmpty ? 1 : 2) : 3) }
    }

    /// Where a participant is looked for: steps from the trigger, such as `object` then `of`.
    public struct Slot: Hashable, Sendable {
        /// `subject`, `object`, `indirect`, `complement`, `poss`, `modifier`, `holder`, `attribute`, or a preposition.
        public var steps: [String] { path.map(\.name) }
        /// The same, as they are followed.
        let path: [Step]
        /// Its number among the slots of its codebook's rules, which is sooner compared than its steps; -1 of others.
        var number = -1

        /// Reads a slot as it is written: `object.of`.
        public init(_ text: String) { self.init(path: text.split(separator: ".").map { Step(String($0)) }) }

        init(path: [Step]) { self.path = path }

        /// What its last step is.
        var last: Step.Kind? { path.last?.kind }

        /// Whether two lead the same way.
        public static func == (one: Slot, other: Slot) -> Bool { one.path == other.path }

        /// Hashes the way.
        public func hash(into hasher: inout Hasher) { hasher.combine(path) }
    }

    /// A sentence with the coding it must get.
    public struct Example: Hashable, Sendable {
        /// The sentence.
        public var text: String
        /// The names of the actors.
        public var actors: [String]
        /// The names of the recipients.
        public var recipients: [String]
        /// The modality.
        public var modality: String
        /// The line it stands at, from 1.
        public var line: Int
    }

    /// The concepts by name.
    public let concepts: [String: Concept]
    /// The rules, in the order of files and lines.
    public let rules: [Rule]
    /// What keeps rules that fire from being told, in the order of files and lines.
    public let exceptions: [Exception]
    /// The named word lists.
    public let words: [String: Set<String>]
    /// Where parties are looked for where a rule does not say.
    let slots: SlotTable
    /// Those of the lists that reading events asks for.
    let eventWords: EventWords
    /// Hashes everything the codebook says; stamped on every coding.
    public let version: String
    /// A rule with those of its triggers that are a certain word, both by their places.
    struct Firing: Sendable {
        let rule: Int
        var triggers: [Int]
        /// Whether one of them is the word alone.
        var isPlain: Bool
    }
    /// The rules of a word that plays a part.
    struct WordRules: Sendable {
        /// In the order of the files.
        var firings: [Firing] = []
        /// The broadest rule of each concept, the broadest first, by their numbers.
        var broadest: [Int] = []
        /// Whether a particle may make another word of it.
        var canPart = false

        /// Adds a trigger of a rule; the rules come one after the other.
        fileprivate mutating func add(_ rule: Int, _ trigger: Int, isPlain: Bool) {
            if let last = firings.last, last.rule == rule {
                firings[firings.count - 1].triggers.append(trigger)
                firings[firings.count - 1].isPlain = last.isPlain || isPlain
            } else {
                firings.append(Firing(rule: rule, triggers: [trigger], isPlain: isPlain))
            }
        }
    }
    let verbRules: [String: WordRules]
    let nounRules: [String: WordRules]
    let adjectiveRules: [String: WordRules]
    /// How narrow each rule is, counted once.
    let breadths: [Int]
    /// The slots of the rules by their numbers.
    let slotsOfRules: [Slot]
    /// For each rule its conditions, as they are tested.
    let tests: [[ConditionTest]]
    /// Which lists of words of the conditions hold a word.
    let wordLists: WordListIndex
    /// The words that fire any rule, whatever part they play.
    let triggers: WordSieve

    let exceptionIndex: ExceptionIndex
    /// For each rule its names, as the features of acts have them; nil where it yields nothing that is known.
    let names: [ActNames?]

    init(
        concepts: [String: Concept], rules: [Rule], exceptions: [Exception], words: [String: Set<String>],
        slots: SlotTable, version: String
    ) {
        self.concepts = concepts
        var rules = rules
        slotsOfRules = Self.number(&rules)
        self.rules = rules
        self.exceptions = exceptions
        self.words = words
        self.slots = slots
        self.version = version
        eventWords = EventWords(words)
        exceptionIndex = ExceptionIndex(exceptions, concepts: concepts)
        let breadths = rules.map(\.specificity)
        self.breadths = breadths
        verbRules = Self.index(rules, breadths, .verb, canPart: eventWords.parting)
        nounRules = Self.index(rules, breadths, .noun)
        adjectiveRules = Self.index(rules, breadths, .adjective)
        var wordLists = WordListIndex()
        tests = rules.map { rule in rule.conditions.map { ConditionTest($0, &wordLists) } }
        wordLists.close()
        self.wordLists = wordLists
        names = rules.map { rule in concepts[rule.concept].map { ActNames(rule: rule.id, $0) } }
        triggers = WordSieve(rules.flatMap { $0.triggers.map(\.lemma) })
    }

    /// The rules a word can fire, or nil.
    func rules(firedBy lemma: String, as part: Trigger.Part) -> WordRules? {
        switch part {
        case .verb: verbRules[lemma]
        case .noun: nounRules[lemma]
        case .adjective: adjectiveRules[lemma]
        }
    }

    /// Those of some rules that are the broadest of their concept, the broadest first, then the first in the files.
    func broadest(of numbers: [Int]) -> [Int] { Self.broadest(of: numbers, rules, breadths) }

    private static func broadest(of numbers: [Int], _ rules: [Rule], _ breadths: [Int]) -> [Int] {
        var seen: Set<String> = []
        return numbers.sorted { breadths[$0] == breadths[$1] ? $0 < $1 : breadths[$0] < breadths[$1] }
            .filter { seen.insert(rules[$0].concept).inserted }
    }

    private static func index(_ rules: [Rule], _ breadths: [Int], _ part: Trigger.Part, canPart: Set<String> = [])
        -> [String: WordRules]
    {
        var found: [String: WordRules] = [:]
        for (number, rule) in rules.enumerated() {
            for (place, trigger) in rule.triggers.enumerated() where trigger.part == part {
                found[trigger.lemma, default: WordRules()].add(number, place, isPlain: trigger.extraWords.isEmpty)
            }
        }
        for lemma in canPart { found[lemma]?.canPart = true }
        return found.mapValues { word in
            var word = word
            word.broadest = broadest(of: word.firings.map(\.rule), rules, breadths)
            return word
        }
    }
}

public import ChanceryCore

extension Codebook {
    /// What keeps rules that fire from being told: their words stand in a sense that tells no such act.
    ///
    /// Asked only of what a rule has found, with its parties. What an exception holds for is told by no other rule either.
    public struct Exception: Hashable, Sendable {
        /// The id, written in the file, never positional.
        public var id: String
        /// Whose acts it keeps from being told.
        public var scope: Scope
        /// What must all be so.
        public var circumstances: [Circumstance]
        /// Sentences that tell such an act all the same, with the coding.
        public var examples: [Example]
        /// Sentences that tell no such act, which without this exception would be told as one.
        public var counterexamples: [String]
        /// The file it stands in.
        public var file: String
        /// The line it begins at, from 1.
        public var line: Int
    }

    /// The acts an exception is for: those of the concepts, types and rules named, or all where none is.
    public struct Scope: Hashable, Sendable {
        /// Names of concepts.
        public var concepts: Set<String> = []
        /// PLOVER types.
        public var types: Set<String> = []
        /// Ids of rules.
        public var rules: Set<String> = []

        /// Whether an act of a concept, told by a rule, is meant.
        public func contains(_ concept: Concept, rule: String) -> Bool {
            concepts.isEmpty && types.isEmpty && rules.isEmpty || concepts.contains(concept.name)
                || types.contains(concept.type) || rules.contains(rule)
        }
    }

    /// Something that must be so, or must not be, for an exception to hold.
    public struct Circumstance: Hashable, Sendable {
        /// What is looked at.
        public enum Place: Hashable, Sendable {
            /// The word that fired the rule.
            case word(WordTest)
            /// The words at a slot, seen from that word, and those joined to them.
            case slot(Slot, WordTest)
            /// Those found to take part.
            case parties(Side, PartyTest)
        }

        /// Which of those who take part.
        public enum Side: String, Hashable, Sendable, CaseIterable { case actor, recipient, party }

        /// What is looked at, and what fits there.
        public var place: Place
        /// Whether all that stands there must fit, so also where nothing does, instead of any.
        public var isOfEvery: Bool
        /// Whether it must not be so.
        public var isForbidden: Bool
    }

    /// What fits at a place for words.
    public struct WordTest: Hashable, Sendable {
        /// The words, in their base form or as they stand.
        public var words: Set<String> = []
        /// The forms.
        public var forms: Set<WordForm> = []
        /// Whether whatever stands there fits.
        public var acceptsAny = false
        /// Whether it fits that nothing stands there.
        public var acceptsNone = false
    }

    /// What sort of word it is, or in what form of clause a verb stands, whatever the word.
    public enum WordForm: String, Hashable, Sendable, CaseIterable {
        /// Sorts of words; `pointing` is a pronoun that points back: "them", "this".
        case verb, noun, adjective, number, name, pronoun, pointing, determiner
        /// Forms of a verb's clause; `bidding` is "Close the border!".
        case active, passive, negative, bidding, gerund, infinitive, participle, finite
    }

    /// Who fits among those who take part.
    public struct PartyTest: Hashable, Sendable {
        /// Those any one of whom fits.
        public var traits: Set<PartyTraits> = []
        /// The slots whose words a party fits at: `at:object` is whoever the object itself names.
        public var slots: Set<Slot> = []
        /// Whether one of the state of somebody on the other side fits.
        public var acceptsCompatriots = false
        /// Whether anybody fits.
        public var acceptsAny = false
        /// Whether it fits that there is nobody.
        public var acceptsNone = false
        /// Whether it fits that there are two or more.
        public var acceptsSeveral = false
        /// Whether it fits that not all are of the same state.
        public var acceptsSeveralStates = false
    }

    /// What a participant is like: all that is given must be so.
    public struct PartyTraits: Hashable, Sendable {
        /// The sorts of thing it may be; empty where any.
        public var kinds: Set<EntityKind> = []
        /// The sectors it may have, the empty one for none; empty where any.
        public var sectors: Set<String> = []
        /// The sectors it must not have.
        public var otherSectors: Set<String> = []
        /// Whether it belongs to a state; nil where either.
        public var hasState: Bool?
        /// How its name may end; empty where in any way.
        public var nameEnds: Set<String> = []
        /// The words that may stand for it, in lower case; empty where any.
        public var said: Set<String> = []
        /// Whether other words tell who is meant, as with a pronoun; nil where either.
        public var isTakenOver: Bool?
    }
}

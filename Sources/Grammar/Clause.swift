/// The clause a predicate stands in: whether, when and how the verb holds, and what it hangs on.
///
/// ```swift
/// let clause = grammar.clause(at: verb)  // "recognised" of "Osk has not recognised Veldania"
/// clause?.tense      // .present, with the aspect .perfect
/// clause?.polarity   // .negative
/// grammar.chain(at: verb).map(\.link)  // from this clause to the main one
/// ```
///
/// It says what the form of the words says and no more: "failed to recognise" is a positive clause below "failed".
public struct Clause: Hashable, Sendable {
    /// The form in which the verb stands.
    public enum Finiteness: String, Hashable, Sendable, CaseIterable {
        /// With a tense or a modal: "recognised", "may recognise", "that Osk recognise".
        case finite
        /// "To recognise", "let it recognise".
        case infinitive
        /// "Denied recognising", "for recognising".
        case gerund
        /// "Recognised by Osk, …", "recognising Osk, …".
        case participle
        /// No verb: "Oskan recognition of Veldania", as a heading.
        case verbless
    }

    /// Whether the subject does it or it is done to the subject.
    public enum Voice: String, Hashable, Sendable, CaseIterable { case active, passive }

    /// The time that the finite form tells.
    public enum Tense: String, Hashable, Sendable, CaseIterable { case past, present, future }

    /// Whether the clause says that it holds or that it does not.
    public enum Polarity: String, Hashable, Sendable, CaseIterable { case positive, negative }

    /// What the form says of the going on.
    public struct Aspect: OptionSet, Hashable, Sendable {
        /// The bits.
        public let rawValue: UInt8
        /// Makes a set from its bits.
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        /// "Has recognised".
        public static let perfect = Aspect(rawValue: 1)
        /// "Is negotiating".
        public static let progressive = Aspect(rawValue: 2)
    }

    /// How the clause means it.
    public enum Mood: Hashable, Sendable {
        /// Told as it is.
        case indicative
        /// Bidden: "Recognise Veldania!"
        case imperative
        /// Asked: "Did Osk recognise Veldania?"
        case interrogative
        /// "Would recognise".
        case conditional
        /// Wanted, in a that-clause: "demanded that Osk recognise Veldania".
        case subjunctive
        /// With a modal verb, its base form: "may", "must".
        case modal(String)
    }

    /// What the clause hangs on.
    public enum Link: Hashable, Sendable {
        /// On nothing: the main clause of its sentence.
        case main
        /// On a verb, noun or adjective whose content it is: "said that …", "agreed to …", "the decision to …".
        case complement(of: Int)
        /// On the verb whose subject it is: "Closing the border hurt Osk".
        case subject(of: Int)
        /// On a noun it describes: "the state that recognised Veldania".
        case relative(of: Int)
        /// On a noun it describes by a participle: "the state recognised by Osk".
        case participle(of: Int)
        /// On a verb, with the conjunction in lower case, or none: "if", "after", "when".
        case adverbial(conjunction: String?, of: Int)
        /// On a verb, as what it is done for: "convened to recognise Veldania".
        case purpose(of: Int)
        /// On a verb, noun or adjective by a preposition, in lower case: "accused of recognising".
        case gerund(preposition: String, of: Int)
        /// On a clause before it that it is joined to.
        case coordination(with: Int)
        /// On a clause that it stands in as an aside: "Osk, the agency reported, recognised Veldania".
        case aside(of: Int)
    }

    /// The clause's verb; of a verbless clause its noun.
    public var head: Int
    /// The form in which the verb stands.
    public var finiteness: Finiteness
    /// Whether the subject does it.
    public var voice: Voice
    /// The time of a finite form; nil for all others and beside a modal that tells none.
    public var tense: Tense?
    /// What the form says of the going on.
    public var aspect: Aspect
    /// Whether it holds or not, by the clause's own words.
    public var polarity: Polarity
    /// How the clause means it.
    public var mood: Mood
    /// What it hangs on.
    public var link: Link
}

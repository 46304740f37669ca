import ChanceryCore
import Grammar

/// A word that may tell what holds, with those it is said of, as the grammar has them and before anybody asks whether it does.
struct StateCandidate {
    /// How the word stands to whom it is said of.
    enum Form: String, CaseIterable, Sendable {
        /// "Osk fears a flood", "troops stationed in Osk".
        case verb
        /// "Osk is neutral", "is the largest buyer of", "was in exile".
        case predicate
        /// "Osk's concerns about the dam", "the Oskan programme".
        case owned
        /// "Osk, the main buyer of Tarn's oil, …".
        case apposition
    }

    /// What completes it.
    struct Completion {
        enum Kind: String, CaseIterable, Sendable {
            case nothing, direct, prepositional, infinitive, clause
        }

        let kind: Kind
        /// The preposition before the object.
        var link: Int?
        /// The infinitive before the object.
        var goal: Int?
        /// The head of what completes it.
        var object: Int?
    }

    let form: Form
    /// The word.
    let trigger: Int
    /// The verb whose tense tells whether it holds; nil where none does.
    let verb: Int?
    /// The head of those it is said of.
    let subject: Int
    /// Who that is.
    let parties: [Mention]
    /// The preposition before the word itself, as in "is in exile".
    var opening: Int?
    let completion: Completion
}

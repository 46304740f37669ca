import ChanceryCore

/// Pronouns, and the words by which they tell whom they mean.
struct PronounWords: Sendable {
    /// Pronouns that name what their clause hangs on.
    let relative: WordSet
    /// Pronouns for a state, a body or a thing.
    let neuter: WordSet
    /// Pronouns for several.
    let plural: WordSet
    /// Words that are told as several.
    let several: WordSet
    /// Pronouns that one person's name stands for.
    let persons: WordSet
    /// Pronouns that name their verb's subject.
    let reflexive: WordSet
    /// Pronouns of those who speak.
    let first: WordSet
    /// Those of them for several.
    let firstPlural: WordSet
    /// Subjects that are whoever speaks or is spoken to.
    let speakers: WordSet
    /// Pronouns that stand for a thing or an act.
    let things: WordSet
    /// Verbs by which somebody tells what he himself does.
    let sayings: WordSet
    /// Prepositions that tell for what somebody is blamed.
    let blamingPrepositions: WordSet
    /// Prepositions that tell who is blamed.
    let strikingPrepositions: WordSet
    /// Verbs of punishing.
    let punishing: WordSet
    /// Prepositions that tell who is punished.
    let punishingPrepositions: WordSet
    /// Conjunctions that tell what somebody is punished for.
    let reasons: WordSet
    /// Nouns for what only a state has.
    let stateOrgans: WordSet
    /// Verbs whose object is a party.
    let partyVerbs: WordSet
    /// Verbs whose "it" is nobody where a clause follows.
    let impersonal: WordSet
    /// Verbs whose "it" is nobody anywhere.
    let weather: WordSet
    /// Verbs that say of "it" what a clause is.
    let judging: WordSet
    /// Sectors of persons who speak for their state.
    let speakingSectors: WordSet

    init(_ lists: WordLists) throws(WordLists.Fault) {
        relative = try lists.wordSet("relative")
        neuter = try lists.wordSet("neuter")
        plural = try lists.wordSet("plural")
        several = try lists.wordSet("several")
        persons = try lists.wordSet("persons")
        reflexive = try lists.wordSet("reflexive")
        first = try lists.wordSet("first")
        firstPlural = try lists.wordSet("first-plural")
        speakers = try lists.wordSet("speakers")
        things = try lists.wordSet("things")
        sayings = try lists.wordSet("sayings")
        blamingPrepositions = try lists.wordSet("blaming-prepositions")
        strikingPrepositions = try lists.wordSet("striking-prepositions")
        punishing = try lists.wordSet("punishing")
        punishingPrepositions = try lists.wordSet("punishing-prepositions")
        reasons = try lists.wordSet("reasons")
        stateOrgans = try lists.wordSet("state-organs")
        partyVerbs = try lists.wordSet("party-verbs")
        impersonal = try lists.wordSet("impersonal")
        weather = try lists.wordSet("weather")
        judging = try lists.wordSet("judging")
        speakingSectors = try lists.wordSet("speaking-sectors")
    }
}

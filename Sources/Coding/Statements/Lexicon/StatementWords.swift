import ChanceryCore
import Foundation

/// The words by which the stages of finding statements tell constructions apart, one list for each question.
///
/// Read from `Resources/statements/words.txt`, where each list says what it is for; never changed, and kept once.
final class StatementWords: Sendable {
    // MARK: Who says it

    let quoting: Set<String>
    let citing: Set<String>
    let leading: Set<String>
    let sending: Set<String>
    let judgingPrepositions: Set<String>
    let objectPronouns: Set<String>
    let thirdPersons: Set<String>
    let nounSources: Set<String>
    let named: Set<String>
    let parts: Set<String>
    let quantifiers: Set<String>
    let making: Set<String>
    let makers: Set<String>
    let firstPersons: Set<String>
    let personal: Set<String>
    let speakingPronouns: Set<String>
    let personEndings: Set<String>
    let showingVerbs: Set<String>
    let nobody: Set<String>
    let noDeterminers: Set<String>

    // MARK: Through what and to whom

    let mediumPrepositions: Set<String>
    let mediumPartners: Set<String>
    let placePrepositions: Set<String>
    let mediumMakers: Set<String>
    let clauseMediums: Set<String>
    let hearerMediums: Set<String>
    let hearerPrepositions: Set<String>
    let talkingWith: Set<String>
    let talks: Set<String>
    let speakingTo: Set<String>
    let speakingAt: Set<String>
    let asking: Set<String>
    let goingOn: Set<String>
    /// Adverbs by which a saying goes on with another.
    let goingOnAdverbs: Set<String>

    // MARK: What is said

    let objectPhrases: Set<String>
    let occasions: Set<String>
    let contrasts: Set<String>
    let allThings: Set<String>
    let sayingAgain: Set<String>
    let saidAgain: Set<String>
    let claimingToBe: Set<String>
    let countedThings: Set<String>
    let telling: Set<String>
    let pointers: Set<String>
    let vague: Set<String>
    let wordOwners: Set<String>
    let whatWords: Set<String>
    let governing: Set<String>
    let participles: Set<String>

    // MARK: Whether it was said

    let seeming: Set<String>
    let assuming: Set<String>
    let anyone: Set<String>
    let likening: Set<String>
    let modals: Set<String>
    let lookingBack: Set<String>
    let possibility: Set<String>
    let disclosing: Set<String>
    let conditions: Set<String>
    let notHoldingBack: Set<String>
    let insteadOf: Set<String>
    let withoutSaying: Set<String>
    let notOnly: Set<String>
    let negators: Set<String>
    let future: Set<String>
    let ordinals: Set<String>
    let ordinalAdjectives: Set<String>
    let rendering: Set<String>
    let present: Set<String>
    let loud: Set<String>
    let singular: Set<String>

    // MARK: Whom the text goes on with

    let bodyPronouns: Set<String>
    let tellerPronouns: Set<String>
    let male: Set<String>
    let female: Set<String>
    let plainVerbs: Set<String>
    let nameLinks: Set<String>
    let pointing: Set<String>
    let definite: Set<String>

    // MARK: Interviews

    let interviews: Set<String>
    let interviewPartners: Set<String>
    let talking: Set<String>
    let roleLabels: Set<String>
    let pressAskers: Set<String>
    let pressLabels: Set<String>

    private static let file = "statements/words.txt"

    /// Reads the lists of the module.
    ///
    /// - Throws: a Foundation error where the file is missing, ``ChanceryCore/WordLists/Fault`` with the line at fault.
    init() throws {
        let lists = try WordLists(
            text: String(decoding: try ModuleResources.data(Self.file), as: UTF8.self),
            file: ModuleResources.folder(Self.file).path)
        quoting = try lists.set("quoting")
        citing = try lists.set("citing")
        leading = try lists.set("leading")
        sending = try lists.set("sending")
        judgingPrepositions = try lists.set("judging-prepositions")
        objectPronouns = try lists.set("object-pronouns")
        thirdPersons = try lists.set("third-persons")
        nounSources = try lists.set("noun-sources")
        named = try lists.set("named")
        parts = try lists.set("parts")
        quantifiers = try lists.set("quantifiers")
        making = try lists.set("making")
        makers = try lists.set("makers")
        firstPersons = try lists.set("first-persons")
        personal = try lists.set("personal")
        speakingPronouns = try lists.set("speaking-pronouns")
        personEndings = try lists.set("person-endings")
        showingVerbs = try lists.set("showing-verbs")
        nobody = try lists.set("nobody")
        noDeterminers = try lists.set("no-determiners")
        mediumPrepositions = try lists.set("medium-prepositions")
        mediumPartners = try lists.set("medium-partners")
        placePrepositions = try lists.set("place-prepositions")
        mediumMakers = try lists.set("medium-makers")
        clauseMediums = try lists.set("clause-mediums")
        hearerMediums = try lists.set("hearer-mediums")
        hearerPrepositions = try lists.set("hearer-prepositions")
        talkingWith = try lists.set("talking-with")
        talks = try lists.set("talks")
        speakingTo = try lists.set("speaking-to")
        speakingAt = try lists.set("speaking-at")
        asking = try lists.set("asking")
        goingOn = try lists.set("going-on")
        goingOnAdverbs = try lists.set("going-on-adverbs")
        objectPhrases = try lists.set("object-phrases")
        occasions = try lists.set("occasions")
        contrasts = try lists.set("contrasts")
        allThings = try lists.set("all-things")
        sayingAgain = try lists.set("saying-again")
        saidAgain = try lists.set("said-again")
        claimingToBe = try lists.set("claiming-to-be")
        countedThings = try lists.set("counted-things")
        telling = try lists.set("telling")
        pointers = try lists.set("pointers")
        vague = try lists.set("vague")
        wordOwners = try lists.set("word-owners")
        whatWords = try lists.set("what-words")
        governing = try lists.set("governing")
        participles = try lists.set("participles")
        seeming = try lists.set("seeming")
        assuming = try lists.set("assuming")
        anyone = try lists.set("anyone")
        likening = try lists.set("likening")
        modals = try lists.set("modals")
        lookingBack = try lists.set("looking-back")
        possibility = try lists.set("possibility")
        disclosing = try lists.set("disclosing")
        conditions = try lists.set("conditions")
        notHoldingBack = try lists.set("not-holding-back")
        insteadOf = try lists.set("instead-of")
        withoutSaying = try lists.set("without-saying")
        notOnly = try lists.set("not-only")
        negators = try lists.set("negators")
        future = try lists.set("future")
        ordinals = try lists.set("ordinals")
        ordinalAdjectives = try lists.set("ordinal-adjectives")
        rendering = try lists.set("rendering")
        present = try lists.set("present")
        loud = try lists.set("loud")
        singular = try lists.set("singular")
        bodyPronouns = try lists.set("body-pronouns")
        tellerPronouns = try lists.set("teller-pronouns")
        male = try lists.set("male")
        female = try lists.set("female")
        plainVerbs = try lists.set("plain-verbs")
        nameLinks = try lists.set("name-links")
        pointing = try lists.set("pointing")
        definite = try lists.set("definite")
        interviews = try lists.set("interviews")
        interviewPartners = try lists.set("interview-partners")
        talking = try lists.set("talking")
        roleLabels = try lists.set("role-labels")
        pressAskers = try lists.set("press-askers")
        pressLabels = try lists.set("press-labels")
    }
}

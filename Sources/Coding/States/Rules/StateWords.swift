import ChanceryCore

/// The words by which the stages of finding states tell constructions apart, one list for each question.
///
/// Read from `Resources/states/words.txt`, where each list says what it is for; never changed, and kept once.
final class StateWords: Sendable {
    // MARK: Who stands in a relation

    let pointers: Set<String>
    let leading: Set<String>
    let serving: Set<String>
    let eachOther: [String]
    let pairs: Set<String>
    let examples: Set<String>

    // MARK: In which words

    let copulas: Set<String>
    let articles: Set<String>
    let indefinite: Set<String>
    let circumstances: Set<String>
    let placing: Set<String>
    let own: Set<String>
    let describing: Set<String>
    let rows: Set<String>
    let hissing: [String]

    // MARK: Whether it holds

    let changing: Set<String>
    let beginning: Set<String>
    let declining: Set<String>
    let mutual: Set<String>
    let there: Set<String>
    let pluralVerbs: Set<String>
    let tensed: Set<String>
    let holding: Set<String>
    let known: Set<String>
    let negators: Set<String>
    let ended: Set<String>
    let conditions: Set<String>

    // MARK: Offices

    let then: Set<String>
    let changes: Set<String>
    let servingPersons: [String]
    let giving: Set<String>
    let givings: Set<String>
    let sending: Set<String>
    let posted: Set<String>
    let posts: Set<String>
    let ministries: Set<String>
    let taking: Set<String>
    let joints: Set<String>
    let insideOffices: Set<String>
    let counterparts: Set<String>
    let homes: Set<String>
    let candidates: Set<String>

    // MARK: What is told again

    let toldOnce: Set<String>

    /// Reads the lists of the module.
    ///
    /// - Throws: a Foundation error where the file is missing, ``ChanceryCore/WordLists/Fault`` with the line at fault.
    init() throws {
        let lists = try ModuleResources.words("states/words.txt")
        pointers = try lists.set("pointers")
        leading = try lists.set("leading")
        serving = try lists.set("serving")
        eachOther = try lists.list("each-other")
        pairs = try lists.set("pairs")
        examples = try lists.set("examples")
        copulas = try lists.set("copulas")
        articles = try lists.set("articles")
        indefinite = try lists.set("indefinite")
        circumstances = try lists.set("circumstances")
        placing = try lists.set("placing")
        own = try lists.set("own")
        describing = try lists.set("describing")
        rows = try lists.set("rows")
        hissing = try lists.list("hissing")
        changing = try lists.set("changing")
        beginning = try lists.set("beginning")
        declining = try lists.set("declining")
        mutual = try lists.set("mutual")
        there = try lists.set("there")
        pluralVerbs = try lists.set("plural-verbs")
        tensed = try lists.set("tensed")
        holding = try lists.set("holding")
        known = try lists.set("known")
        negators = try lists.set("negators")
        ended = try lists.set("ended")
        conditions = try lists.set("conditions")
        then = try lists.set("then")
        changes = try lists.set("changes")
        servingPersons = try lists.list("serving-persons")
        giving = try lists.set("giving")
        givings = try lists.set("givings")
        sending = try lists.set("sending")
        posted = try lists.set("posted")
        posts = try lists.set("posts")
        ministries = try lists.set("ministries")
        taking = try lists.set("taking")
        joints = try lists.set("joints")
        insideOffices = try lists.set("inside-offices")
        counterparts = try lists.set("counterparts")
        homes = try lists.set("homes")
        candidates = try lists.set("candidates")
        toldOnce = try lists.set("told-once")
    }
}

import ChanceryCore

/// The words by which the date of what a text tells is found, one list for each question.
///
/// Read from `Resources/dates/words.txt`, where each list says what it is for; never changed, and kept once.
final class DateWords: Sendable {
    // MARK: The sort of act a word tells of

    let happenings: Set<String>
    let carriers: Set<String>
    let aftermaths: Set<String>
    let hosts: Set<String>
    let befalls: Set<String>
    let ahead: Set<String>
    let witnesses: Set<String>
    let speaking: Set<String>
    let decisions: Set<String>
    let breaks: Set<String>
    let openers: Set<String>
    let walls: Set<String>
    let moving: Set<String>
    let answers: Set<String>
    let named: Set<String>
    let blames: Set<String>
    let ends: Set<String>
    let begins: Set<String>
    let denials: Set<String>
    let leads: Set<String>
    let bounds: Set<String>

    // MARK: Which word an expression of time belongs to

    let nameOpeners: Set<String>
    let ties: Set<String>
    let datings: Set<String>
    let successions: Set<String>
    let otherTimes: Set<String>
    let stressing: Set<String>
    let settings: Set<String>
    let partedSettings: Set<String>
    let occasions: Set<String>
    let topics: Set<String>

    // MARK: Clauses that share a date

    let meanwhile: Set<String>
    let standIns: Set<String>
    let havingDone: Set<String>
    let phraseDates: Set<String>
    let doing: Set<String>
    let means: Set<String>

    // MARK: Nouns that share a date

    let circumstances: Set<String>
    let journeys: Set<String>
    let governing: Set<String>
    let parts: Set<String>

    // MARK: Helpers of verbs

    let beforePast: Set<String>
    let upToNow: Set<String>
    let toCome: Set<String>
    let pastHelpers: Set<String>
    let presentHelpers: Set<String>

    // MARK: What a sentence goes on from

    let toldIn: Set<String>
    /// Words before an office that was held at the time told before.
    let ofThatTime: Set<String>
    let goingOn: Set<String>
    let pointingBack: Set<String>
    let articles: Set<String>
    let turns: Set<String>
    let turnsByUnit: Set<String>
    let units: Set<String>
    let times: Set<String>
    let timePronouns: Set<String>

    // MARK: Marks

    let speechMarks: Set<String>
    let closingMarks: Set<String>
    let headingMarks: Set<String>

    /// Reads the lists of the module.
    ///
    /// - Throws: a Foundation error where the file is missing, ``ChanceryCore/WordLists/Fault`` with the line at fault.
    convenience init() throws { try self.init(ModuleResources.words("dates/words.txt")) }

    init(_ lists: WordLists) throws(WordLists.Fault) {
        happenings = try lists.set("happenings")
        carriers = try lists.set("carriers")
        aftermaths = try lists.set("aftermaths")
        hosts = try lists.set("hosts")
        befalls = try lists.set("befalls")
        ahead = try lists.set("ahead")
        witnesses = try lists.set("witnesses")
        speaking = try lists.set("speaking")
        decisions = try lists.set("decisions")
        breaks = try lists.set("breaks")
        openers = try lists.set("openers")
        walls = try lists.set("walls")
        moving = try lists.set("moving")
        answers = try lists.set("answers")
        named = try lists.set("named")
        blames = try lists.set("blames")
        ends = try lists.set("ends")
        begins = try lists.set("begins")
        denials = try lists.set("denials")
        leads = try lists.set("leads")
        bounds = try lists.set("bounds")
        nameOpeners = try lists.set("name-openers")
        ties = try lists.set("ties")
        datings = try lists.set("datings")
        successions = try lists.set("successions")
        otherTimes = try lists.set("other-times")
        stressing = try lists.set("stressing")
        settings = try lists.set("settings")
        partedSettings = try lists.set("parted-settings")
        occasions = try lists.set("occasions")
        topics = try lists.set("topics")
        meanwhile = try lists.set("meanwhile")
        standIns = try lists.set("stand-ins")
        havingDone = try lists.set("having-done")
        phraseDates = try lists.set("phrase-dates")
        doing = try lists.set("doing")
        means = try lists.set("means")
        circumstances = try lists.set("circumstances")
        journeys = try lists.set("journeys")
        governing = try lists.set("governing")
        parts = try lists.set("parts")
        beforePast = try lists.set("before-past")
        upToNow = try lists.set("up-to-now")
        toCome = try lists.set("to-come")
        pastHelpers = try lists.set("past-helpers")
        presentHelpers = try lists.set("present-helpers")
        toldIn = try lists.set("told-in")
        goingOn = try lists.set("going-on")
        ofThatTime = try lists.set("of-that-time")
        pointingBack = try lists.set("pointing-back")
        articles = try lists.set("articles")
        turns = try lists.set("turns")
        turnsByUnit = try lists.set("turns-by-unit")
        units = try lists.set("units")
        times = try lists.set("times")
        timePronouns = try lists.set("time-pronouns")
        speechMarks = try lists.set("speech-marks")
        closingMarks = try lists.set("closing-marks")
        headingMarks = try lists.set("heading-marks")
    }
}

import ChanceryCore

/// The words by which views tell what the words of a report name.
///
/// Read from `Resources/words.txt`, where each list says what it is for.
struct ViewWords: Sendable {
    var pronouns: Set<String> = []
    var several: Set<String> = []
    var former: Set<String> = []
    var envoys: [String] = []
    var beforeOffice: Set<String> = []
    var beforeFormerOffice: Set<String> = []
    var leadingToParty: [String] = []
    var missions: [String] = []
    var residentMissions: [String] = []
    var beforeMissionAside: Set<String> = []
    var months: [String] = []
    var partsOfYear: [String: String] = [:]
    var relationConcepts: Set<String> = []
    var classConcepts: Set<String> = []
    var otherConcepts: Set<String> = []

    /// No words.
    private init() {}

    /// Takes the lists of a file.
    ///
    /// - Throws: `WordLists.Fault` where a list is missing.
    init(_ lists: WordLists) throws(WordLists.Fault) {
        pronouns = try lists.set("pronoun")
        several = try lists.set("several")
        former = try lists.set("former")
        envoys = try lists.list("envoy")
        beforeOffice = try lists.set("before-office")
        beforeFormerOffice = try lists.set("before-former-office")
        leadingToParty = try lists.list("leading-to-party")
        missions = try lists.list("mission")
        residentMissions = try lists.list("resident-mission")
        beforeMissionAside = try lists.set("before-mission-aside")
        months = try lists.list("month")
        for part in try lists.list("part-of-year") {
            partsOfYear[String(part.prefix(2))] = String(part.dropFirst(3))
        }
        relationConcepts = try lists.set("told-of-relations")
        classConcepts = try lists.set("told-of-class")
        otherConcepts = try lists.set("told-otherwise")
    }

    /// The program's own words, which are compiled into it, read once.
    static let read = Result { () throws(WordLists.Fault) in
        try ViewWords(WordLists(text: String(decoding: PackageResources.words_txt, as: UTF8.self), file: "words.txt"))
    }

    /// The program's own words; a view is not printed where they could not be read.
    static let standard = if case .success(let words) = read { words } else { ViewWords() }
}

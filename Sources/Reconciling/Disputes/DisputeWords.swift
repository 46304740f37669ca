import ChanceryCore

/// The words by which figures and parties that differ are told from those that can both hold.
///
/// Read from `Resources/dispute-words.txt`, where each list says what it is for.
struct DisputeWords: Sendable {
    let increments: Set<String>
    let changingUnits: Set<String>
    let timeUnits: Set<String>
    let moneyUnits: Set<String>
    /// Stems, as clauses are compared by them.
    let numbers: Set<String>
    let lowerBounds: [String]
    let upperBounds: [String]
    /// Stems, as names are compared by them.
    let people: Set<String>
    /// Families of names that are held against one another only where the words about them meet.
    let meetingNames: Set<String>
    /// Those of them that say whose doing it was.
    let agencyNames: Set<String>
    /// For each code of a state the stems of the words by which texts name it and its people.
    let states: [String: Set<String>]

    /// Reads the module's lists.
    ///
    /// - Throws: `ResourceFolder.Missing` where the file is not there, `WordLists.Fault` with the line at fault.
    init() throws {
        let lists = try ModuleResources.words("dispute-words.txt")
        increments = try lists.set("increment")
        changingUnits = try lists.set("changing-unit")
        timeUnits = try lists.set("time-unit")
        moneyUnits = try lists.set("money-unit")
        numbers = Set(try lists.list("number").map(ContentWords.stem))
        lowerBounds = try lists.list("lower-bound")
        upperBounds = try lists.list("upper-bound")
        var states: [String: Set<String>] = [:]
        for line in try ModuleResources.lines("state-words.txt") {
            let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { continue }
            states[parts[0]] = Set(parts[1].split(separator: " ").map { ContentWords.stem(String($0)) })
        }
        self.states = states
        meetingNames = try lists.set("meeting-names")
        agencyNames = try lists.set("agency-names")
        people = Set(try lists.list("people").map(ContentWords.stem))
    }
}

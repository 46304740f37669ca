import ChanceryCore

/// Words by which phrases point back to what was told before.
struct AntecedentWords: Sendable {
    /// Possessives of those who speak or are spoken to.
    let speakersOwn: WordSet
    /// Words before an article: "such a group".
    let pointingBySort: WordSet
    /// Modifiers with which a phrase still points back.
    let pointing: WordSet
    /// Prepositions that make a phrase tell something new.
    let narrowing: WordSet
    /// Nouns for bodies of many sorts.
    let generalBodies: WordSet
    /// Nouns for bodies that are no state's.
    let movements: WordSet
    /// Sectors of bodies that are no state's.
    let movementSectors: WordSet
    /// Words before a number that tell of all.
    let wholeArticles: WordSet
    /// Nouns for two persons.
    let pairsOfPersons: WordSet
    /// Nouns for two states.
    let pairsOfStates: WordSet
    /// Words for one of the two told last.
    let latter: WordSet
    /// The offices that a plural noun is for, by the last words of their names.
    let pluralOffices: [String: Set<String>]
    /// Numbers of parties by their words.
    let numbers: [String: Int]

    init(_ lists: WordLists) throws(WordLists.Fault) {
        speakersOwn = try lists.wordSet("speakers-own")
        pointingBySort = try lists.wordSet("pointing-by-sort")
        pointing = try lists.wordSet("pointing")
        narrowing = try lists.wordSet("narrowing")
        generalBodies = try lists.wordSet("general-bodies")
        movements = try lists.wordSet("movements")
        movementSectors = try lists.wordSet("movement-sectors")
        wholeArticles = try lists.wordSet("whole-articles")
        pairsOfPersons = try lists.wordSet("pairs-of-persons")
        pairsOfStates = try lists.wordSet("pairs-of-states")
        latter = try lists.wordSet("latter")
        var offices: [String: Set<String>] = [:]
        for name in lists.names where name.hasPrefix("held-by-") {
            offices[String(name.dropFirst("held-by-".count))] = Set(try lists.list(name))
        }
        pluralOffices = offices
        var numbers: [String: Int] = [:]
        for name in lists.names {
            guard let number = Int(name) else { continue }
            for word in try lists.list(name) { numbers[word] = number }
        }
        self.numbers = numbers
    }
}

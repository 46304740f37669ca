import ChanceryCore

/// What reconciling knows of acts: the tables of `Resources`, to be reviewed there.
struct Acts: Sendable {
    /// What an act can be beyond its name.
    enum Trait: String, CaseIterable {
        case once, singular, said, speech, empty, recurring, frequent, process, precedent, number
        case recurringType = "recurring-type"
        case deedType = "deed-type"
        case doneType = "done-type"
        case mutualType = "mutual-type"
        case plainRelation = "plain-relation"
        case namingRelation = "naming-relation"
        case actingWord = "acting-word"
        case actingSector = "acting-sector"
        case officeWord = "office-word"
        case unnamedRelation = "unnamed-relation"
        case ordinal

        static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
    }

    /// How far dates of one act that is done once may lie apart, in years.
    static let nearYears = 2

    private var familyOf: [String: String] = [:]
    private var traits: [Trait: Set<String>] = [:]
    /// The families of act a stem tells of, and which of those are general words for many sorts.
    private var familyOfStem: [String: String] = [:]
    private var general: Set<String> = []
    /// The stems of number words.
    private var numbers: Set<String> = []
    /// The stems of words for offices.
    private var offices: Set<String> = []
    /// The general family that can stand for an exact one.
    private var parents: [String: String] = [:]
    /// Words that tell an act only together, by the first of them.
    private var jointly: [String: [(words: Set<String>, family: String)]] = [:]
    private let alleging: Set<String>
    /// The general words that can stand for families of acts.
    func parents(of families: Set<String>) -> Set<String> { Set(families.compactMap { parents[$0] }) }

    /// The families a noun that stands for acts told before can mean; empty for any.
    private var references: [String: Set<String>] = [:]

    /// Reads the tables.
    ///
    /// - Throws: ``WordListError``, or `ResourceFolder.Missing` where a file is not there.
    init() throws {
        alleging = Set(try ModuleResources.lines("allegation-words.txt"))
        for line in try ModuleResources.lines("act-families.txt") {
            let family = line.split(separator: " ").map(String.init)
            for concept in family {
                guard familyOf.updateValue(family[0], forKey: concept) == nil else {
                    throw WordListError.twoFamilies(concept, in: ModuleResources.path("act-families.txt"))
                }
            }
        }
        for line in try ModuleResources.lines("act-traits.txt") {
            let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
            guard parts.count == 2, let trait = Trait(rawValue: parts[0]) else {
                throw WordListError.unknownTrait(line, in: ModuleResources.path("act-traits.txt"))
            }
            traits[trait, default: []].formUnion(parts[1].split(separator: " ").map(String.init))
        }
        numbers = Set((traits[.number] ?? []).map(Self.stem))
        offices = Set((traits[.officeWord] ?? []).map(Self.stem))
        for line in try ModuleResources.lines("reference-words.txt") {
            let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
            references[parts[0]] = Set((parts.count > 1 ? parts[1] : "").split(separator: " ").map(String.init))
        }
        for line in try ModuleResources.lines("act-words.txt") {
            readWords(line.split(separator: " ").map(String.init))
        }
    }

    /// Reads one family of words.
    private mutating func readWords(_ line: [String]) {
        var words = line
        if words[0].hasPrefix("~") {
            words[0].removeFirst()
            general.insert(words[0])
        }
        if let last = words.last, last.hasPrefix("<") {
            parents[words[0]] = String(last.dropFirst())
            words.removeLast()
        }
        for word in words {
            let parts = word.split(separator: "+").map { Self.stem(String($0)) }
            if parts.count > 1 {
                jointly[parts[0], default: []].append((Set(parts), words[0]))
            } else if familyOfStem[parts[0]] == nil {
                familyOfStem[parts[0]] = words[0]
            }
        }
    }

    /// Whether a concept (family, type, relation, sector) has a trait.
    func has(_ trait: Trait, _ name: String) -> Bool { traits[trait]?.contains(name) == true }

    /// The name of the family a concept belongs to: its first member; its own name where it has none.
    func family(_ concept: String) -> String { familyOf[concept] ?? concept }

    /// The family of the act a word in its base form tells of; its stem where no list has it.
    func family(ofWord word: String) -> String {
        let stem = Self.stem(word)
        return familyOfStem[stem] ?? stem
    }

    /// The families of acts that the stems of a clause tell of, those that are told by general words apart.
    func families(ofStems stems: some Sequence<String>) -> (exact: Set<String>, general: Set<String>) {
        let given = Set(stems)
        // What words tell together they do not tell each alone.
        // An irregular form ("begun") stands under the name of its family.
        let known = given.union(given.compactMap { familyOfStem[$0] })
        let joint = given.flatMap { jointly[$0] ?? [] }.filter { $0.words.isSubset(of: known) }
        let used = Set(joint.flatMap(\.words))
        let single = given.filter { !used.contains($0) && !used.contains(familyOfStem[$0] ?? $0) }
        let all = Set(joint.map(\.family)).union(single.compactMap { familyOfStem[$0] }).filter { !has(.speech, $0) }
        return (all.subtracting(general), all.intersection(general))
    }

    /// The families a noun that stands for acts told before can mean, empty for any; nil for other words.
    func referents(of noun: String) -> Set<String>? { references[noun] }

    /// Whether a party of a state acts for it: not "Oskan families", but "Oskan officials".
    func isOfficial(_ party: Participant) -> Bool {
        guard party.kind == .group else { return true }
        if !party.sector.isEmpty { return has(.actingSector, party.sector) }
        return NameFolding.fold(party.name).split(separator: " ").contains { word in
            traits[.actingWord]?.contains { word.hasPrefix($0) } == true
        }
    }

    /// Whether a stem is a number, in digits or words.
    /// Whether a state of affairs is that somebody holds an office.
    func isOffice(_ state: StateOfAffairs, words: Set<String>) -> Bool {
        ConceptRole(state.concept) == .office || state.concept.isEmpty && !words.isDisjoint(with: offices)
    }

    func isNumber(_ stem: String) -> Bool { stem.allSatisfy(\.isNumber) || numbers.contains(stem) }

    /// Whether a stem is of a word by which a writer keeps away from what somebody says.
    func isAlleging(_ stem: String) -> Bool {
        alleging.contains { $0.count > 5 ? stem == $0 : stem.hasPrefix($0) }
    }

    private static func stem(_ word: String) -> String {
        let lower = word.lowercased()
        return lower.contains("_") ? lower : ContentWords.stem(lower)
    }
}

package import ChanceryCore

/// The words by which views tell what the words of a report name.
///
/// Read from `Resources/words.txt`, where each list says what it is for.
package struct ViewWords: Sendable {
    package var pronouns: Set<String> = []
    package var several: Set<String> = []
    package var former: Set<String> = []
    package var envoys: [String] = []
    package var beforeOffice: Set<String> = []
    package var beforeFormerOffice: Set<String> = []
    package var leadingToParty: [String] = []
    package var missions: [String] = []
    package var residentMissions: [String] = []
    package var beforeMissionAside: Set<String> = []
    package var months: [String] = []
    package var partsOfYear: [String: String] = [:]
    package var relationConcepts: Set<String> = []
    package var classConcepts: Set<String> = []
    package var otherConcepts: Set<String> = []
    /// The quad class of each of PLOVER's types, in lower case.
    package var quads: [String: Quad] = [:]

    /// PLOVER's four classes of events.
    package enum Quad: String, Hashable, Sendable, Encodable, CaseIterable {
        case saidInCooperation = "said-in-cooperation", doneInCooperation = "done-in-cooperation"
        case saidInConflict = "said-in-conflict", doneInConflict = "done-in-conflict"

        /// Whether it is of cooperation rather than of conflict.
        package var isCooperation: Bool { self == .saidInCooperation || self == .doneInCooperation }
    }

    /// The quad class of a PLOVER type; nil of a type that has none.
    package func quad(ofType type: String) -> Quad? { quads[type.lowercased()] }

    /// No words.
    private init() {}

    /// Takes the lists of a file.
    ///
    /// - Throws: `WordLists.Fault` where a list is missing.
    package init(_ lists: WordLists) throws(WordLists.Fault) {
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
        for quad in Quad.allCases {
            for type in try lists.set(quad.rawValue) { quads[type] = quad }
        }
    }

    /// The program's own words, which are compiled into it, read once.
    package static let read = Result { () throws(WordLists.Fault) in
        try ViewWords(WordLists(text: String(decoding: PackageResources.words_txt, as: UTF8.self), file: "words.txt"))
    }

    /// The program's own words; a view is not printed where they could not be read.
    package static let standard = if case .success(let words) = read { words } else { ViewWords() }
}

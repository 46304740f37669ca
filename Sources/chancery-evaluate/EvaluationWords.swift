import ChanceryCore

/// The words by which the benchmarks' readers tell constructions apart.
///
/// Read from `Resources/words.txt`, where each list says what it is for.
struct EvaluationWords: Sendable {
    let carrying: Set<String>
    let transparent: Set<String>
    let asidePrepositions: Set<String>
    let sourcePrepositions: Set<String>
    let standIns: Set<String>
    let persons: Set<String>

    /// Reads the tool's lists.
    ///
    /// - Throws: what reading the file throws where it is missing, `WordLists.Fault` with the line at fault.
    init() throws {
        let file = "words.txt"
        let lists = try WordLists(text: try EvaluationResource.text(file), file: file)
        carrying = try lists.set("carrying")
        transparent = try lists.set("transparent")
        asidePrepositions = try lists.set("aside-preposition")
        sourcePrepositions = try lists.set("source-preposition")
        standIns = try lists.set("stand-in")
        persons = try lists.set("person")
    }
}

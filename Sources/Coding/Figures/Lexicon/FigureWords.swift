import ChanceryCore

/// The words by which the stages of finding figures tell constructions apart, one list for each question.
///
/// Read from `Resources/figures/words.txt`, where each list says what it is for; never changed, and kept once.
final class FigureWords: Sendable {
    // MARK: Numbers in words

    let articles: Set<String>
    let ones: Set<String>
    let ordinalEnds: Set<String>

    // MARK: What is no figure

    let among: Set<String>
    let wholes: Set<String>
    let hours: Set<String>
    let references: Set<String>
    let shortReferences: Set<String>
    let calls: Set<String>
    let recurring: Set<String>

    // MARK: Units

    let percent: Set<String>
    let millions: Set<String>
    let ages: Set<String>

    // MARK: Places in a row

    let ranking: Set<String>
    let ranked: Set<String>
    let rowPrepositions: Set<String>
    let rows: Set<String>
    let rankedParties: Set<String>

    // MARK: What is counted

    let relatives: Set<String>
    let pointers: Set<String>
    let favour: Set<String>
    let opening: Set<String>
    let changing: Set<String>

    /// Reads the lists of the module.
    ///
    /// - Throws: a Foundation error where the file is missing, ``ChanceryCore/WordLists/Fault`` with the line at fault.
    init() throws {
        let lists = try ModuleResources.words("figures/words.txt")
        articles = try lists.set("articles")
        ones = try lists.set("ones")
        ordinalEnds = try lists.set("ordinal-ends")
        among = try lists.set("among")
        wholes = try lists.set("wholes")
        hours = try lists.set("hours")
        references = try lists.set("references")
        shortReferences = try lists.set("short-references")
        calls = try lists.set("calls")
        recurring = try lists.set("recurring")
        percent = try lists.set("percent")
        millions = try lists.set("millions")
        ages = try lists.set("ages")
        ranking = try lists.set("ranking")
        ranked = try lists.set("ranked")
        rowPrepositions = try lists.set("row-prepositions")
        rows = try lists.set("rows")
        rankedParties = try lists.set("ranked-parties")
        relatives = try lists.set("relatives")
        pointers = try lists.set("pointers")
        favour = try lists.set("favour")
        opening = try lists.set("opening")
        changing = try lists.set("changing")
    }
}

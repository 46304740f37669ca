import ChanceryCore

/// The words by which tellings of events are compared; from `likeness-words.txt` and `word-families.txt`.
struct LikenessWords: Sendable {
    /// Stems that tell nothing of what happened: empty words, titles, offices.
    let untelling: Set<String>
    /// Stems in the names of parties that act for their state.
    let official: Set<String>
    /// Small words of names.
    let particles: Set<String>
    /// Stems that many sorts of act are told by: "support", "attack".
    let general: Set<String>
    /// The numbers of the families each stem is in.
    let families: [String: [Int]]

    /// Base forms that tell that something was said, and that carry an act without telling which.
    let saying: Set<String>
    let carrying: Set<String>
    /// The numbers of the families each base form or stem is in, those of news of every sort too.
    private let news: [String: Set<Int>]

    /// The families of an act's word, which may have a particle: "step_down".
    func newsFamilies(of word: String) -> Set<Int> { (news[word] ?? []).union(news[ContentWords.stem(word)] ?? []) }

    /// Reads the files.
    ///
    /// - Throws: `ResourceFolder.Missing` where one is not there, `WordLists.Fault` with the line at fault.
    init() throws {
        let lists = try ModuleResources.words("likeness-words.txt")
        untelling = Set((try lists.set("empty").union(lists.set("titles"))).map(ContentWords.stem))
        official = Set(try lists.set("official").map(ContentWords.stem))
        particles = try lists.set("particles")
        var families: [String: [Int]] = [:]
        var general: Set<String> = []
        let lines = try ModuleResources.lines("word-families.txt") + ModuleResources.lines("act-words.txt")
        for (number, line) in lines.enumerated() {
            // Of the words that tell an act for themselves those are left out that do so only together, or for others.
            let words = line.split(separator: " ").filter {
                !$0.hasPrefix("<") && !$0.contains("+") && !$0.contains("_")
            }
            for stem in Set(
                words.map { ContentWords.stem(NameFolding.fold($0.drop { $0 == "~" }.filter { $0 != "-" })) })
            {
                families[stem, default: []].append(number)
                if line.hasPrefix("~") { general.insert(stem) }
            }
        }
        saying = try lists.set("saying")
        carrying = try lists.set("carrying")
        var news: [String: Set<Int>] = [:]
        for (number, line) in (lines + (try ModuleResources.lines("news-families.txt"))).enumerated()
        where !line.hasPrefix("~") {
            for word in line.split(separator: " ") where !word.hasPrefix("<") && !word.contains("+") {
                for form in [String(word), ContentWords.stem(String(word))] { news[form, default: []].insert(number) }
            }
        }
        self.news = news
        self.families = families
        self.general = general
    }
}

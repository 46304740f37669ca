/// The words English numbers are made of.
enum NumeralWords {
    /// The tables of `Resources/numerals.txt`, where each says what it is for.
    struct Tables: Sendable {
        var cardinals: [String: Double] = [:]
        var ordinals: [String: Double] = [:]
        var scales: [String: Double] = [:]
        var ordinalScales: [String: Double] = [:]
        var groups: [String: Double] = [:]
        var plurals: [String: Double] = [:]
        var decades: [String: Double] = [:]
        var ordinalEndings: Set<String> = []

        /// No words: numbers in digits alone.
        init() {}

        /// Reads the tables, which are compiled into the program.
        ///
        /// - Throws: ``WordLists/Fault`` with the line at fault, or the word whose value is no number.
        init(_ lists: WordLists) throws(WordLists.Fault) {
            func table(_ name: String) throws(WordLists.Fault) -> [String: Double] {
                var table: [String: Double] = [:]
                for entry in try lists.list(name) {
                    let parts = entry.split(separator: " ")
                    guard parts.count == 2, let value = Double(parts[1]) else {
                        throw WordLists.Fault(
                            file: lists.file, line: 0,
                            reason: "'\(entry)' in [\(name)]: write a word, a blank, its value")
                    }
                    table[String(parts[0])] = value
                }
                return table
            }
            cardinals = try table("cardinals")
            ordinals = try table("ordinals")
            scales = try table("scales")
            ordinalScales = try table("ordinal-scales")
            groups = try table("groups")
            plurals = try table("plurals")
            decades = try table("decades")
            ordinalEndings = try lists.set("ordinal-endings")
        }
    }

    /// The tables, read once: a test reads them too, so that no fault of theirs reaches a program.
    static let read = Result { () throws(WordLists.Fault) in
        try Tables(
            WordLists(text: String(decoding: PackageResources.numerals_txt, as: UTF8.self), file: "numerals.txt"))
    }
    private static let tables = if case .success(let tables) = read { tables } else { Tables() }

    /// What a word multiplies by that stands behind a number.
    static func scale(_ word: String) -> Double? { tables.scales[word] }

    /// The same of a place in a row: "thousandth".
    static func ordinalScale(_ word: String) -> Double? { tables.ordinalScales[word] }

    /// How many a word that counts in groups stands for: "dozen".
    static func group(_ word: String) -> Double? { tables.groups[word] }

    /// The least that a round number without a count can mean: "thousands".
    static func plural(_ word: String) -> Double? { tables.plurals[word] }

    /// The tens that the name of a decade tells: 8 of "eighties".
    static func decade(_ word: String) -> Int? { tables.decades[word].map { Int($0) } }

    /// Whether letters behind digits make an ordinal of them.
    static func isOrdinalEnding(_ letters: String) -> Bool { tables.ordinalEndings.contains(letters) }

    /// A number below 100, cardinal or ordinal.
    static func number(_ word: String) -> Double? { tables.cardinals[word] ?? tables.ordinals[word] }

    static func isOrdinal(_ word: String) -> Bool {
        tables.ordinals[word] != nil || tables.ordinalScales[word] != nil || word == "hundredth"
    }

    /// Into how many parts a word divides: "third" into 3, "quarters" into 4.
    static func fractionUnit(_ word: String, plural: Bool) -> Double? {
        var word = word
        if plural {
            guard word.hasSuffix("s") || word == "halves" else { return nil }
            word.removeLast()
        }
        switch word {
        case "half", "halve": return 2
        case "quarter": return 4
        case "first", "second": return nil
        default: return tables.ordinals[word]
        }
    }
}

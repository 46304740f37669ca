/// The words of a text that tell something, folded and cut to their stems: what tellings are compared by.
public enum ContentWords {
    /// The lists of `Resources/words.txt`, where each says what it is for.
    struct Lists: Sendable {
        /// Words that tell nothing of what happened.
        var silent: Set<String> = []
        /// The sieve of those words.
        var sieve = WordSieve(EmptyCollection<String>())
        /// For each byte the endings that close with it, longest first.
        var endingsByLast: [[String]] = Array(repeating: [], count: Int(UInt8.max) + 1)

        /// No lists: every word tells something, and is its own stem.
        init() {}

        /// Reads the lists, which are compiled into the program.
        ///
        /// - Throws: ``WordLists/Fault`` with the line at fault.
        init(_ lists: WordLists) throws(WordLists.Fault) {
            silent = try lists.set("silent").union(lists.set("times"))
            sieve = WordSieve(silent)
            let endings = try lists.list("endings")
            for ending in endings { if let last = ending.utf8.last { endingsByLast[Int(last)].append(ending) } }
        }
    }

    /// The lists, read once: a test reads them too, so that no fault of theirs reaches a program.
    static let read = Result { () throws(WordLists.Fault) in
        try Lists(WordLists(text: String(decoding: PackageResources.words_txt, as: UTF8.self), file: "words.txt"))
    }
    private static let lists = if case .success(let lists) = read { lists } else { Lists() }

    /// The words of a text without articles, prepositions and their like, and without years, months and days of the week,
    /// each cut to its stem.
    public static func words(_ text: String) -> Set<String> {
        let silent = lists.silent
        var found: Set<String> = []
        for word in split(NameFolding.fold(text)) {
            let isYear = word.count == 4 && word.allSatisfy(\.isNumber)
            if !isYear, !silent.contains(word) { found.insert(stem(word)) }
        }
        return found
    }

    /// The stem of one word; none of a word that tells nothing, several of one that punctuation parts.
    ///
    /// - Parameter key: the word's key, see ``WordSieve``.
    public static func stems(of word: String, key: UInt32) -> [String] {
        isPlain(word) ? plainStem(of: word, key: key).map { [$0] } ?? [] : Array(words(word))
    }

    /// Whether a word is a row of small letters, and needs no folding; nearly every word is.
    public static func isPlain(_ word: String) -> Bool {
        !word.isEmpty && word.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    }

    /// The stem of a plain word; nil of one that tells nothing.
    ///
    /// - Parameter key: the word's key, see ``WordSieve``.
    public static func plainStem(of word: String, key: UInt32) -> String? {
        lists.sieve.mayHold(key) && lists.silent.contains(word) ? nil : stem(word)
    }

    /// Runs of letters and digits.
    private static func split(_ folded: String) -> [String] {
        // The properties of characters are slow, and nearly all texts are ASCII.
        guard folded.utf8.allSatisfy({ $0 < 0x80 }) else {
            return folded.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        }
        return folded.utf8.split { byte in
            !((0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte))
        }.map { String(Substring($0)) }
    }

    /// A word without an ending that says nothing of its meaning; what stays has at least four letters.
    ///
    /// Coarser than a stemmer for search (Porter 1980): "recognise", "recognised" and "recognition" are told by their
    /// beginnings alone.
    public static func stem(_ word: String) -> String {
        let letters = word.utf8
        // Four letters and an ending are at least five bytes.
        guard letters.count > 4 else { return word }
        guard let last = letters.last, case let endings = lists.endingsByLast[Int(last)], !endings.isEmpty else {
            return word
        }
        let isASCII = letters.allSatisfy { $0 < 0x80 }
        for ending in endings where (isASCII ? letters.count : word.count) >= ending.utf8.count + 4 {
            if letters.suffix(ending.utf8.count).elementsEqual(ending.utf8) {
                return isASCII
                    ? String(Substring(letters.dropLast(ending.utf8.count)))
                    : String(word.dropLast(ending.utf8.count))
            }
        }
        return word
    }
}

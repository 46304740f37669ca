/// The words of a text that tell something, folded and cut to their stems: what tellings are compared by.
public enum ContentWords {
    /// Words that tell nothing of what happened.
    private static let empty: Set<String> = [
        "a", "an", "the", "of", "in", "on", "at", "to", "for", "from", "by", "with", "and", "or", "as", "was", "were",
        "is", "are", "be", "been", "who", "which", "that", "this", "these", "those", "its", "his", "her", "their",
        "some", "about", "more", "than", "it", "had", "has", "have", "not", "do", "does", "did", "also", "another",
        "still", "remain", "become", "became", "he", "she", "they", "them", "we", "i", "you", "our", "my", "but",
        "into", "after", "before", "during", "when", "while", "where", "what", "whom", "whose", "will", "would", "can",
        "could", "may", "might", "should", "must", "over", "under", "such", "other", "so", "s", "t", "there", "then",
    ]

    /// Names of months and days, which tell when and not what.
    private static let times: Set<String> = [
        "january", "february", "march", "april", "june", "july", "august", "september", "october", "november",
        "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]

    private static let silent = WordSieve(empty.union(times))

    /// Endings that words of one stem differ by, longest first.
    private static let endings = [
        "ations", "ation", "itions", "ition", "ments", "ment", "ions", "ings", "ers", "ion", "ing", "ies", "ed", "es",
        "er", "ly", "al", "s", "e", "y",
    ]

    /// For each byte the endings that close with it, longest first.
    private static let endingsByLast: [[String]] = (0...UInt8.max).map { byte in
        endings.filter { $0.utf8.last == byte }
    }

    /// The words of a text without articles, prepositions and their like, and without years, months and days of the week,
    /// each cut to its stem.
    public static func words(_ text: String) -> Set<String> {
        var found: Set<String> = []
        for word in split(NameFolding.fold(text)) {
            let isYear = word.count == 4 && word.allSatisfy(\.isNumber)
            if !isYear, !empty.contains(word), !times.contains(word) { found.insert(stem(word)) }
        }
        return found
    }

    /// The stem of one word; none of a word that tells nothing, several of one that punctuation parts.
    ///
    /// - Parameter key: the word's key, see ``WordSieve``.
    public static func stems(of word: String, key: UInt32) -> [String] {
        // Nearly every word is a row of small letters, and needs no folding.
        guard word.utf8.allSatisfy({ (0x61...0x7A).contains($0) }), !word.isEmpty else { return Array(words(word)) }
        return silent.mayHold(key) && (empty.contains(word) || times.contains(word)) ? [] : [stem(word)]
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
        guard let last = letters.last, !endingsByLast[Int(last)].isEmpty else { return word }
        let isASCII = letters.allSatisfy { $0 < 0x80 }
        for ending in endingsByLast[Int(last)] where (isASCII ? letters.count : word.count) >= ending.utf8.count + 4 {
            if letters.suffix(ending.utf8.count).elementsEqual(ending.utf8) {
                return isASCII
                    ? String(Substring(letters.dropLast(ending.utf8.count)))
                    : String(word.dropLast(ending.utf8.count))
            }
        }
        return word
    }
}

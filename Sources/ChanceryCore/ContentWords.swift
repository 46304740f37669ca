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

    /// Endings that words of one stem differ by, longest first.
    private static let endings = [
        "ations", "ation", "itions", "ition", "ments", "ment", "ions", "ings", "ers", "ion", "ing", "ies", "ed", "es",
        "er", "ly", "al", "s", "e", "y",
    ]

    /// The words of a text without articles, prepositions and their like, and without years, months and days of the week,
    /// each cut to its stem.
    public static func words(_ text: String) -> Set<String> {
        let folded = NameFolding.fold(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
        return Set(
            folded.filter { word in
                !empty.contains(word) && !times.contains(word) && !(word.count == 4 && word.allSatisfy(\.isNumber))
            }.map(stem))
    }

    /// A word without an ending that says nothing of its meaning; what stays has at least four letters.
    ///
    /// Coarser than a stemmer for search (Porter 1980): "recognise", "recognised" and "recognition" are told by their
    /// beginnings alone.
    public static func stem(_ word: String) -> String {
        for ending in endings where word.count >= ending.count + 4 && word.hasSuffix(ending) {
            return String(word.dropLast(ending.count))
        }
        return word
    }
}

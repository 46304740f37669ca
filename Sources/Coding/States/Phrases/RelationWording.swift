import ChanceryCore
import Grammar
import SpacyPipeline

/// Tells a relation in the words of the text.
struct RelationWording: StateStage {
    let context: StateFindingContext

    /// A range without punctuation and articles at its ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var range = range
        while let last = range.last, range.count > 1, isPunctuation(last) { range = range.lowerBound..<last }
        while let first = range.first, range.count > 1,
            isPunctuation(first) || lists.articles.contains(lower(first))
        {
            range = (first + 1)..<range.upperBound
        }
        return range
    }

    /// The words of a range, without punctuation and articles at its ends.
    func words(_ range: Range<Int>) -> String { parsed.text(parsed.span(trimmed(range))) }

    /// The words of single tokens in text order, blanks as in running text.
    func words(_ indices: [Int]) -> String {
        var out = ""
        var previous: Int?
        for index in Set(indices).sorted() {
            if let previous, !(previous + 1 == index && tokens[previous].end == tokens[index].start) { out += " " }
            if let article = previous, article + 1 < index, lists.indefinite.contains(lower(article)) {
                // "an Oskian member" gives "a member" where the word between is left out.
                let isVowel = "aeiouAEIOU".contains(tokens[index].text.first ?? "x")
                out = String(out.dropLast(tokens[article].text.count + 1)) + (isVowel ? "an " : "a ")
            }
            out += tokens[index].text
            previous = index
        }
        return out
    }

    // MARK: Verbs

    /// The tokens of a verb group: auxiliaries, negation, particle and the verb.
    func verbGroup(_ verb: Int) -> [Int] {
        tree.children(of: verb, [.aux, .auxpass, .neg, .prt]).filter { tags[$0] != .TO } + [verb]
    }

    /// The same of a copula, and nothing where there is none.
    func verbGroup(_ verb: Int?) -> [Int] { verb.map { verbGroup($0) } ?? [] }

    /// A passive's verb told from the other side: "is backed by" gives "backs"; a bare participle stays as it is.
    func activeForm(_ verb: Int, copula: Int?, plural: Bool) -> String {
        let participle = words(prefixed(verb))
        guard truth.finite(copula ?? verb) != verb, !truth.isPast(copula ?? verb), lower(verb).hasSuffix("ed") else {
            return participle
        }
        let base = participle.dropLast(lower(verb).count) + lemma(verb)
        if plural { return String(base) }
        let hisses = lists.hissing.contains { base.hasSuffix($0) }
        if base.hasSuffix("y"), let before = base.dropLast().last, !"aeiou".contains(before) {
            return base.dropLast() + "ies"
        }
        return base + (hisses ? "es" : "s")
    }

    /// A word with the prefix a hyphen joins to it: "co-chaired", "anti-war".
    func prefixed(_ word: Int) -> [Int] {
        guard word > 1, lower(word - 1) == "-", tokens[word - 1].end == tokens[word].start else { return [word] }
        return [word - 2, word - 1, word]
    }

    /// The adverbs and negations before a word that belong to it: "very close".
    func adverbs(_ word: Int) -> [Int] { tree.children(of: word, [.advmod, .neg]).filter { $0 < word } }
}

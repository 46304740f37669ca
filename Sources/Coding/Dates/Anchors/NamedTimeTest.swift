import Chronology
import Grammar
import SpacyPipeline

/// Tells the words of a name from an expression of time: "Osk News Sunday", or the "This Week" of a broadcast.
struct NamedTimeTest: DateStage {
    let facts: DateFacts

    /// Whether the words belong to a name.
    func isPartOfName(_ timex: Timex) -> Bool {
        let (first, last) = (timex.tokens.lowerBound, timex.tokens.upperBound - 1)
        let start = sentence(around: first).lowerBound
        guard isCapital(first) else { return false }
        // "on Osk TV's This Week"
        if first > start, words.nameOpeners.contains(forms[first]), !openings.opens(timex),
            first == last || isCapital(last)
        {
            return true
        }
        // "Friday Banda visited Osk"
        if first == last, let noun = tree.head(of: first), noun == first + 1, labels[first] == .compound,
            tree.tokens[noun].ent.hasSuffix("PERSON")
        {
            return true
        }
        // "Osk News Sunday"
        return first > start && isCapital(first - 1) && words.named.contains(forms[first - 1])
    }

    private func isCapital(_ token: Int) -> Bool { tree.tokens[token].text.first?.isUppercase == true }
}

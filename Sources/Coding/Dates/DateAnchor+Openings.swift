import ChanceryCore
import Chronology
import SpacyPipeline

/// Time expressions that open a sentence, which parsers often hang on the wrong word, and words that are none.
extension DateReader {
    /// Whether the words belong to a name: "Osk News Sunday", or the "This Week" of a broadcast.
    func isPartOfName(_ timex: Timex) -> Bool {
        let (first, last) = (timex.tokens.lowerBound, timex.tokens.upperBound - 1)
        let sentence = parsed.sentences[parsed.sentence(of: first)].tokens
        let word = parsed.tokens[first]
        let isCapital = word.text.first?.isUppercase == true
        // "on Osk TV's This Week"
        if isCapital, first > sentence.lowerBound,
            ["this", "last", "next", "today", "tonight"].contains(parsed.lowerTexts[first]), !opens(timex),
            first == last || parsed.tokens[last].text.first?.isUppercase == true
        {
            return true
        }
        // "Friday Banda visited Osk"
        if first == last, let noun = parsed.head(of: first), noun == first + 1, word.dep == "compound", isCapital,
            parsed.tokens[noun].ent.hasSuffix("PERSON")
        {
            return true
        }
        // "Osk News Sunday"
        return isCapital && first > sentence.lowerBound && parsed.tokens[first - 1].text.first?.isUppercase == true
            && words.has(parsed.lowerTexts[first - 1], in: .named)
    }

    /// "On 3 May 1990 Osk left", where the parser takes day and name for one; "1991-05-24 Osk left", a line of a
    /// chronology.
    func verbOpened(by timex: Timex, head: Int) -> Int? {
        guard opens(timex) else { return nil }
        let first = timex.tokens.lowerBound
        let before = parsed.sentences[parsed.sentence(of: first)].tokens.prefix { $0 < first }
        let isBare =
            timex.isComplete && timex.edtf?.precision == .day
            && before.allSatisfy { ["SPACE", "PUNCT", "SYM", "X"].contains(parsed.tokens[$0].pos) }
        var next = timex.tokens.upperBound
        while next < parsed.tokens.count, parsed.tokens[next].pos == "SPACE" { next += 1 }
        guard next < parsed.tokens.count,
            isBare || before.last.map({ words.has(parsed.lowerTexts[$0], in: .leads) }) == true,
            parsed.tokens[next].pos == "PROPN" || parsed.tokens[next].pos == "PRON",
            timex.tokens.contains(where: { token in
                parsed.head(of: token).map { $0 >= next && parsed.tokens[$0].pos == "PROPN" } == true
            })
        else { return nil }
        return parsed.ancestors(of: head).first { isVerb($0) }
    }

    /// The verb an opening date rules: that of the main clause where the parser hung it on a relative clause.
    func verb(_ verb: Int, openedBy index: Int) -> Int {
        let timex = timexes[index].timex
        guard opens(timex) else { return verb }
        var at = verb
        for _ in 0..<8 {
            // "In 1960, with a book (it sold well), she won"
            let isAside = (timex.tokens.upperBound..<max(at, timex.tokens.upperBound)).contains {
                parsed.tokens[$0].text == "("
            }
            guard ["relcl", "acl", "advcl"].contains(parsed.tokens[at].dep) || isAside,
                let above = parsed.head(of: at),
                isAside
                    // "After it met in May, Osk left": the date is the clause's where it stands behind its subject.
                    || (parsed.children(of: at).first ?? at) >= timex.tokens.lowerBound - 1
            else { return at }
            at = above
            while !isVerb(at), let next = parsed.head(of: at) { at = next }
        }
        return at
    }

    /// Whether nothing but small words stands before an expression in its sentence.
    func opens(_ timex: Timex) -> Bool {
        let first = timex.tokens.lowerBound
        return parsed.sentences[parsed.sentence(of: first)].tokens.prefix { $0 < first }.allSatisfy {
            ["ADP", "ADV", "CCONJ", "SCONJ", "PUNCT", "SPACE", "DET", "NUM", "SYM", "X"].contains(parsed.tokens[$0].pos)
        }
    }
}

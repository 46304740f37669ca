import ChanceryCore
import Grammar
import SpacyPipeline

/// Reads numbers of things, people and stretches of time: "30 fighters", "36.5 tonnes of arms", "75 years of war", "ten
/// times".
struct CountReader: FigureStage {
    let context: FigureContext

    func figure(_ phrase: NumberPhrase) -> FigureFinding? {
        // "140-character", "seven-and-a-half": what a hyphen joins is read by `JoinedUnitReader` or not at all.
        if let dash = next(phrase), isDash(dash), isGlued(dash) { return nil }
        guard let head = countedNoun(phrase) else { return nil }
        let noun = lemma(head)
        guard !lexicon.has(noun, in: .vague) else { return nil }
        if phrase.isYearLike, !isPlainCount(phrase, head: head) { return nil }
        if lexicon.has(noun, in: .time) { return stretch(phrase, head: head) }
        guard isCitable(phrase, head: head) else { return nil }
        if noun == "time" { return maker.figure(phrase, unit: "times", of: "", head: head, rule: .times) }
        if lexicon.has(noun, in: .measure) || nouns.joinedName(head).map({ lexicon.has($0, in: .measure) }) ?? false {
            let of = nouns.ofPhrase(below: [head]) ?? ""
            return maker.figure(phrase, unit: nouns.unit(head), of: of, head: head, rule: .measure)
        }
        let of = nouns.words(
            lower(next(phrase)) == "of" ? head..<(head + 1) : nouns.phrase(head, from: phrase.tokens.upperBound))
        if people.isPeople(head) { return maker.figure(phrase, unit: "people", of: of, head: head, rule: .people) }
        guard tags[head].endsAsPlural || lexicon.has(noun, in: .invariable) || phrase.value == 1 else { return nil }
        return maker.figure(phrase, unit: nouns.unit(head), of: of, head: head, rule: .count)
    }

    /// The noun that the number counts: its head in the parse, or the plural that closes the words after it.
    private func countedNoun(_ phrase: NumberPhrase) -> Int? {
        let at = root(phrase)
        if tree.hasLabel(at, [.nummod, .quantmod, .amod, .compound, .nmod]), let head = tree.head(of: at),
            head >= phrase.tokens.upperBound, head - at <= 9, isCountable(head)
        {
            if labels[head] == .compound, !tags[head].endsAsPlural, let above = tree.head(of: head), above > head,
                tags[above].endsAsPlural
            {
                return above
            }
            return head
        }
        var end = phrase.tokens.upperBound
        while let index = next(phrase, end - phrase.tokens.upperBound), end - phrase.tokens.upperBound < 5,
            isCountable(index)
        {
            end += 1
        }
        let last = end - 1
        guard last >= phrase.tokens.upperBound, tags[last].endsAsPlural else { return nil }
        return last
    }

    /// A noun, or an adjective that may stand for one.
    private func isCountable(_ index: Int) -> Bool { isNoun(index) || classes[index] == .adj }

    /// Whether a number that looks like a year counts a plural all the same: "2000 refugees", not "the 1972 games".
    private func isPlainCount(_ phrase: NumberPhrase, head: Int) -> Bool {
        guard tags[head].endsAsPlural else { return false }
        if !qualifiers.qualifier(phrase).value.isEmpty { return true }
        guard let before = previous(phrase) else { return true }
        return ![.det, .pron, .adp, .part, .propn].contains(classes[before])
    }

    /// "75 years of war" measures; "two years ago" and "the past ten years" date.
    private func stretch(_ phrase: NumberPhrase, head: Int) -> FigureFinding? {
        guard !qualifiers.isPointed(phrase), phrase.value > 1 || phrase.form == .digits else { return nil }
        let unit = tokens[head].text
        let after = head + 1 < tokens.count ? lower(head + 1) : ""
        if after == "old" { return maker.figure(phrase, unit: unit, of: "age", head: head, rule: .age) }
        guard !lexicon.has(after, in: .dating), !lists.recurring.contains(lower(previous(phrase))) else { return nil }
        let of = nouns.ofPhrase(below: [head]) ?? ""
        return maker.figure(phrase, unit: unit, of: of, head: head, rule: .duration)
    }

    /// Whether the number counts rather than points back at what was named ("the two leaders").
    private func isCitable(_ phrase: NumberPhrase, head: Int) -> Bool {
        if phrase.value <= 0 || phrase.value == 1 { return false }
        guard phrase.form == .words, phrase.value < 10, qualifiers.qualifier(phrase).value.isEmpty,
            qualifiers.isPointed(phrase)
        else { return true }
        return tree.hasChild(of: head, [.relcl, .acl]) { $0 > head }
    }
}

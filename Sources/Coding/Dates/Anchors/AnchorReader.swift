import ChanceryCore
import Chronology
import Grammar
import SpacyPipeline

/// Finds what each time expression says of the words of its sentence: which verb or noun it dates, and what shares that.
struct AnchorReader: DateStage {
    let facts: DateFacts

    /// What the expressions say of every token.
    func anchors() -> DateAnchors {
        var anchors = DateAnchors()
        let (names, placer, sharer) = (
            NamedTimeTest(facts: facts), AnchorPlacer(facts: facts), AnchorSharer(facts: facts)
        )
        for index in expressions.indices {
            let (head, timex) = (expressions[index].head, expressions[index].timex)
            guard !names.isPartOfName(timex) else { continue }
            let base = attached(head)
            if let verb = openings.verbOpened(by: timex, head: base) {
                anchors.add(index, to: verb, way: .own)
            } else if let noun = nounAfter(timex, head: base) {
                anchors.add(index, to: noun, way: .own, isBeforeNoun: true)
                sharer.share(index, of: noun, in: &anchors)
                sharer.shareParted(index, base: base, of: noun, in: &anchors)
            } else {
                placer.place(index, from: base, in: &anchors)
            }
        }
        return anchors
    }

    /// The first of several joined expressions: July of "in July and September".
    private func attached(_ head: Int) -> Int {
        var place = head
        for _ in 0..<8 {
            guard labels[place] == .conj, let above = tree.head(of: place),
                expressions.contains(where: { $0.timex.tokens.contains(above) })
            else { break }
            place = above
        }
        return place
    }

    /// The noun an expression stands before: agreement of "the 1997 agreement".
    private func nounAfter(_ timex: Timex, head: Int) -> Int? {
        nounAbove(head, of: timex) ?? timex.tokens.lazy.compactMap { nounAbove($0, of: timex) }.first
            ?? nounBehind(timex, head: head)
    }

    /// The noun a token of an expression hangs on, close behind the expression.
    private func nounAbove(_ token: Int, of timex: Timex) -> Int? {
        guard let noun = tree.head(of: token), noun >= timex.tokens.upperBound, noun - timex.tokens.upperBound < 6,
            classes[noun] == .noun || classes[noun] == .propn || tags[noun] == .VBG
        else { return nil }
        let isBeforeNoun = ([.compound, .nmod, .amod, .nummod, .poss] as Dependencies).contains(labels[token])
        return isBeforeNoun ? noun : nil
    }

    /// "the 7 October 2023 attack", "the May 3, 1998, raid", wherever the parser hung the day.
    private func nounBehind(_ timex: Timex, head: Int) -> Int? {
        let (first, last) = (timex.tokens.lowerBound, tree.tokens.count)
        guard first > 0, labels[first - 1] == .det || labels[first - 1] == .poss, timex.type == .date,
            tags[head] != .NN
        else { return nil }
        var noun = timex.tokens.upperBound
        if timex.edtf?.precision == .day, noun < last, tree.tokens[noun].text == "," { noun += 1 }
        while noun < last, classes[noun] == .adj { noun += 1 }
        guard noun < last, classes[noun] == .noun else { return nil }
        while noun + 1 < last, labels[noun] == .compound, classes[noun + 1] == .noun { noun += 1 }
        return noun
    }
}

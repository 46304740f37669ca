import ChanceryCore
import Grammar
import SpacyPipeline

/// What is said: the pieces of a cue's complement, as far as a reader would take them.
struct ContentReader: StatementStage {
    let context: StatementContext

    private var bounds: ContentBounds { ContentBounds(context: context) }

    /// The pieces of what a cue tells.
    func pieces(of cue: SayingCue) -> [Range<Int>] {
        switch cue.complement {
        case .phrase(let head, let object): return content(head, under: cue.head, cue.source, from: object)
        case .afterSubject(let subject, let head):
            let content = content(head, under: cue.head, cue.source)
            return (subject.map { [phrase($0, barrier: cue.head)] } ?? []) + content
        case .subject(let subject): return [phrase(subject, barrier: cue.head)]
        case .quotation(let quotation): return [quotation.tokens]
        case .words(let range): return pieces(range, without: Set(cue.source?.tokens.map { Array($0) } ?? []))
        case .beside(let range, let words): return range.isEmpty ? [] : pieces(range, without: Set(words))
        case .around(let range):
            let pieces = pieces(range, without: Set(tree.extent(of: cue.head)))
            let content = clipped(pieces, toQuotationOf: cue.head)
            return content.isEmpty ? [] : content + rest(after: cue.head)
        }
    }

    /// "There is a risk, X said, that …": what a saying set in the middle cuts off.
    private func rest(after verb: Int) -> [Range<Int>] {
        guard let clause = tree.child(of: verb, [.ccomp, .advcl, .relcl]), clause > verb,
            let mark = tree.child(of: clause, [.mark]), forms[mark] == "that", mark > 0, tokens[mark - 1].text == ","
        else { return [] }
        return pieces(tree.extent(of: clause), without: [])
    }

    /// The pieces of a complement, with the cue and its source cut out.
    private func content(
        _ complement: Int, under verb: Int, _ source: StatementSource?, from object: Int? = nil
    ) -> [Range<Int>] {
        let hull = hull(of: complement, under: verb, with: object)
        var range = hull
        var excluded: Set<Int> = []
        if verb < hull.lowerBound {
            guard let behind = following(verb, hull, complement) else { return [] }
            range = behind
        } else {
            if complement < verb, object == nil { range = preceding(verb, hull, source) }
            if range.contains(verb) {
                excluded = wordsOfCue(verb, around: complement, from: tree.extent(of: complement).lowerBound)
            } else {
                range = range.lowerBound..<min(range.upperBound, max(verb, range.lowerBound))
            }
        }
        if let end = bounds.occasion(in: range, after: range.lowerBound) { range = range.lowerBound..<end }
        if range.lowerBound < verb,
            let stop = (range.lowerBound..<verb).last(where: { tokens[$0].text == ";" && !excluded.contains($0) })
        {
            range = min(stop + 1, range.upperBound)..<range.upperBound
        }
        if let words = source?.tokens {
            if words.lowerBound > range.lowerBound { excluded.formUnion(words) }
            let before = words.lowerBound - 1
            if before > range.lowerBound, before > complement, forms[before] == "by" { excluded.insert(before) }
        }
        return clipped(pieces(range, without: excluded), toQuotationOf: verb)
    }

    /// A complement with what hangs on it, and the object that the parser hung on the cue.
    private func hull(of complement: Int, under verb: Int, with object: Int?) -> Range<Int> {
        var hull = tree.extent(of: complement)
        if verb < hull.lowerBound {
            hull = hull.lowerBound..<max(hull.lowerBound, end(ofContent: complement))
        }
        if let object {
            let words = tree.extent(of: object)
            hull = min(hull.lowerBound, words.lowerBound)..<max(hull.upperBound, words.upperBound)
        }
        // "claims to own the port and that it is safe"
        if verb < hull.lowerBound, let early = tree.child(of: verb, [.xcomp]), early < hull.lowerBound, early > verb,
            labels[complement] == .ccomp, entry(ofVerb: verb)?.classes[.infinitive] != nil
        {
            hull = tree.extent(of: early).lowerBound..<hull.upperBound
        }
        return hull
    }

    /// A content that follows its cue, as far as a reader would take it; nil where a semicolon parts the two.
    private func following(_ verb: Int, _ hull: Range<Int>, _ complement: Int) -> Range<Int>? {
        let low = hull.lowerBound
        var high = hull.upperBound
        if high >= tree.extent(of: complement).upperBound {
            high = bounds.end(ofClausesAfter: high, under: verb, complement) ?? high
            high = reach(of: verb, from: high)
            high = coordination.goingOn(after: high, under: verb) ?? high
        }
        if (verb..<low).contains(where: { tokens[$0].text == ";" && quotationOfToken[$0] == nil }) { return nil }
        // A full stop outside quotation marks inside a "sentence" is a slip of the parser's.
        if let stop = (low..<high).first(where: { tokens[$0].text == "." && quotationOfToken[$0] == nil }) {
            high = max(low, stop)
        }
        high = bounds.end(ofClausesJoinedAfter: high, to: verb) ?? high
        if low < high { high = bounds.end(beforeSubjectLostIn: low..<high, under: verb) ?? high }
        return low..<high
    }

    /// A clause before its cue, with what stands before it: "After the vote, Osk left, officials said".
    private func preceding(_ verb: Int, _ hull: Range<Int>, _ source: StatementSource?) -> Range<Int> {
        var low = hull.lowerBound
        let first = tree.extent(of: verb).lowerBound
        if first < low, !tree.children(of: verb, [.nsubj, .nsubjpass, .cc]).contains(where: { $0 < low }) {
            low = first
        }
        if let words = source?.tokens, words.lowerBound < low { low = hull.lowerBound }
        return low..<hull.upperBound
    }

    /// The cue set into a content, with what hangs on it and is not said.
    private func wordsOfCue(_ verb: Int, around complement: Int, from low: Int) -> Set<Int> {
        var words: Set<Int> = [verb]
        for child in tree.children(of: verb) where child > low && child != complement {
            let subtree = tree.subtree(of: child)
            if !subtree.contains(complement) { words.formUnion(subtree) }
        }
        if tree.ancestors(of: verb).contains(complement) { words.formUnion(tree.extent(of: verb)) }
        return words
    }

    /// How far a content goes on to the right of its complement: over what the parser hangs on the cue there but a
    /// reader takes with the content.
    private func reach(of verb: Int, from high: Int) -> Int {
        var high = high
        for child in tree.children(of: verb) where child >= high {
            let extent = tree.extent(of: child)
            if isPunctuation(child) { continue }
            guard (high..<extent.lowerBound).allSatisfy({ isPunctuation($0) }), Self.reached.contains(labels[child])
            else { break }
            let hasComma = extent.lowerBound > high
            if labels[child] == .prep ? !reaches(child, afterComma: hasComma) : isTime(child) { break }
            high = max(high, extent.upperBound)
        }
        return high
    }

    private static let reached: Dependencies = [.dep, .prep, .dobj, .npadvmod]

    private func reaches(_ phrase: Int, afterComma: Bool) -> Bool {
        guard let object = tree.child(of: phrase, [.pobj, .pcomp]) else { return false }
        if afterComma, forms[phrase] != "including" { return false }
        return !isTime(object) && !lexicon.media.contains(lemma(object))
    }

    /// Where a content's complement ends for a reader: before a conjunct that goes with the cue, and before a contrast
    /// of the author's own ("…, while the others left").
    func end(ofContent complement: Int) -> Int {
        let extent = tree.extent(of: complement)
        var end = extent.upperBound
        for token in extent where token > complement && token < end {
            guard labels[token] == .conj, coordination.coordinated(token) != nil else { continue }
            var low = tree.extent(of: token).lowerBound
            while low - 1 > complement, labels[low - 1] == .cc || isPunctuation(low - 1) { low -= 1 }
            end = min(end, low)
        }
        for child in tree.children(of: complement, [.advcl]) where child > complement && child < end {
            guard let mark = tree.child(of: child, [.mark]), lists.contrasts.contains(forms[mark]),
                let subject = tree.child(of: child, [.nsubj, .nsubjpass]), classes[subject] != .pron,
                mark > 0, tokens[mark - 1].text == ",", tree.extent(of: child).upperBound >= end - 1
            else { continue }
            end = min(end, mark)
        }
        return max(end, complement + 1)
    }
}

import ChanceryCore
import Grammar
import SpacyPipeline

/// Reads the words that name what a number counts.
struct CountedPhraseReader: FigureStage {
    let context: FigureContext

    /// Arcs to what belongs to the name of a thing.
    private static let kept: Dependencies = [
        .det, .amod, .compound, .nmod, .poss, .nummod, .caseMarker, .punct, .pobj, .advmod, .npadvmod, .quantmod,
        .predet,
    ]

    /// The words from one token to another, without quotation marks at the ends.
    func words(_ range: Range<Int>) -> String {
        var range = range
        while let last = range.last, classes[last] == .punct || classes[last] == .space {
            range = range.lowerBound..<last
        }
        while let first = range.first, classes[first] == .punct || classes[first] == .det {
            range = (first + 1)..<range.upperBound
        }
        return range.isEmpty ? "" : parsed.text(parsed.span(range))
    }

    /// The noun phrase of a head up to its "of" phrases, without relative clauses, appositions and the like.
    func phrase(_ head: Int, from start: Int? = nil) -> Range<Int> {
        var first = head
        var last = head
        var open = [head]
        while let at = open.popLast() {
            first = min(first, at)
            last = max(last, at)
            for child in tree.children(of: at) {
                let label = labels[child]
                let isOf = label == .prep && tokens[child].lemma == "of" && child > at
                let isJoined = labels[at] == .pobj && isShortList(child, after: at)
                guard isOf || isJoined || Self.kept.contains(label) else { continue }
                if label == .punct && (child > at || tokens[child].text != "-") { continue }
                if label == .advmod && child > at { continue }
                open.append(child)
            }
        }
        return (start.map { min($0, head) } ?? first)..<(last + 1)
    }

    /// "arms and ammunition": a noun joined to another close by.
    private func isShortList(_ index: Int, after noun: Int) -> Bool {
        if labels[index] == .cc { return tree.hasChild(of: noun, [.conj]) { isShortList($0, after: noun) } }
        return labels[index] == .conj && classes[index] == .noun && index - noun <= 3
    }

    /// The noun phrase after "of" below one of the tokens.
    func ofPhrase(below heads: [Int]) -> String? {
        for head in heads {
            for child in tree.children(of: head) where tokens[child].lemma == "of" && child > head {
                guard let object = tree.child(of: child, [.pobj]) else { continue }
                let words = words(phrase(object))
                if !lists.pointers.contains(words.lowercased()) { return words }
            }
        }
        return nil
    }

    /// The subject of the verb a number stands below, as words.
    func subjectPhrase(of index: Int) -> String? {
        let verb = parsed.clauseHead(of: index)
        guard let subject = tree.child(of: verb, [.nsubj, .nsubjpass]), isNoun(subject) else { return nil }
        let range = phrase(subject)
        guard !range.contains(index), !range.contains(where: { classes[$0] == .num }) else { return nil }
        return words(range)
    }

    // MARK: Nouns with hyphens

    /// The words of a noun written with hyphens: "plane-loads".
    func unit(_ head: Int) -> String {
        var start = head
        while start > 1, isDash(start - 1), isGlued(start), isGlued(start - 1) { start -= 2 }
        return parsed.text(parsed.span(start..<(head + 1)))
    }

    /// The hyphenated noun in the singular, or nil where the noun has no hyphen.
    func joinedName(_ head: Int) -> String? {
        let word = unit(head).lowercased()
        guard word.contains("-") else { return nil }
        return word.hasSuffix("s") ? String(word.dropLast()) : word
    }
}

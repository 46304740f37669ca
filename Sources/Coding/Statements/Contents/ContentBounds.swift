import ChanceryCore
import Grammar
import SpacyPipeline

/// Where a content begins and ends, where the parser lost its way.
struct ContentBounds: StatementStage {
    let context: StatementContext

    /// The subject of a clause where the parser took it for something of the cue's: "said supporters of Osk were leaving",
    /// "said the days when boats were safe are gone".
    func lostSubject(of clause: Int, under verb: Int, _ object: Int?) -> Int? {
        guard !lexicon.addressing.contains(lemma(verb)), tree.child(of: clause, [.mark]) == nil,
            tree.child(of: clause, [.nsubj, .nsubjpass, .expl, .csubj]) == nil
        else { return nil }
        if let object, object > verb, object < clause { return object }
        let low = tree.extent(of: clause).lowerBound
        return tree.children(of: verb, [.npadvmod]).first { noun in
            noun > verb && noun < low && !isTime(noun) && tree.extent(of: noun).upperBound == low
                && tree.extent(of: noun).lowerBound == verb + 1
        }
    }

    /// Where a content ends that the parser cut in two clauses, the second without a subject: "said his use of the port
    /// to hide boats | was wrong".
    func end(ofClausesAfter end: Int, under verb: Int, _ clause: Int) -> Int? {
        guard labels[clause] == .ccomp else { return nil }
        for other in tree.children(of: verb, [.ccomp]) where other > clause {
            let extent = tree.extent(of: other)
            guard extent.lowerBound == end,
                tree.child(of: other, [.nsubj, .nsubjpass, .expl, .mark, .csubj]) == nil,
                [.VBD, .VBZ, .VBP, .MD].contains(tags[extent.lowerBound])
            else { continue }
            return extent.upperBound
        }
        return nil
    }

    /// Where a content ends that goes on with another clause of its kind: "said that it was late | and that they had left".
    func end(ofClausesJoinedAfter end: Int, to verb: Int) -> Int? {
        var at = end
        while at < tokens.count, isPunctuation(at), at - end < 3 { at += 1 }
        guard at + 2 < tokens.count, labels[at] == .cc, parsed.sentence(of: at) == parsed.sentence(of: verb) else {
            return nil
        }
        at += 1
        if classes[at] == .punct { at += 1 }
        guard forms[at] == "that", labels[at] == .mark, let clause = tree.head(of: at), clause > at,
            quotationOfToken[at] == quotationOfToken[verb], !tree.ancestors(of: verb).contains(clause)
        else { return nil }
        return max(end, tree.extent(of: clause).upperBound)
    }

    /// Where a content ends before the subject of a clause that the parser joined to its last noun: "charged a guard
    /// with theft | and Roe dismissed him".
    func end(beforeSubjectLostIn range: Range<Int>, under verb: Int) -> Int? {
        let next = range.upperBound
        guard next < tokens.count, labels[next] == .conj, tokens[next].head == verb,
            [.VBD, .VBZ, .VBP].contains(tags[next]), tree.child(of: next, [.nsubj, .nsubjpass]) == nil,
            tree.children(of: next, [.cc]).isEmpty, let last = range.last,
            let joined = range.last(where: { labels[$0] == .conj && tree.extent(of: $0).upperBound == last + 1 }
            ),
            let first = tree.head(of: joined),
            let conjunction = tree.children(of: first, [.cc]).last(where: { $0 < joined }), range.contains(conjunction)
        else { return nil }
        return conjunction
    }

    /// Where a content ends before words on when it was said: "“Perhaps,” when asked whether the port was shut".
    func occasion(in range: Range<Int>, after complement: Int) -> Int? {
        for token in range where token > complement && token + 1 < range.upperBound {
            guard forms[token] == "when", labels[token] == .advmod || labels[token] == .mark,
                let verb = tree.head(of: token), tags[verb] == .VBN, verb - token <= 2,
                lists.occasions.contains(lemma(verb)),
                tree.child(of: verb, [.nsubj, .nsubjpass]) == nil
            else { continue }
            var low = token
            while low - 1 > complement, labels[low - 1] == .cc || isPunctuation(low - 1) { low -= 1 }
            return low
        }
        return nil
    }
}

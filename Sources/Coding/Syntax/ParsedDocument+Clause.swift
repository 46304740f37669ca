import ChanceryCore
import Grammar
import SpacyPipeline

extension ParsedDocument {
    /// The labels of tokens that head a clause of their own.
    private static let clauseLabels: Dependencies = [
        .root, .ccomp, .advcl, .relcl, .acl, .csubj, .csubjpass, .parataxis,
    ]

    /// The head of the clause a token stands in: the nearest verb above it that has a clause of its own.
    func clauseHead(of index: Int) -> Int {
        var at = index
        for _ in 0..<256 {
            let token = tokens[at]
            let isVerb = token.pos == "VERB" || token.pos == "AUX"
            if Self.clauseLabels.contains(tree.labels[at]) && (isVerb || token.dep == "ROOT") { return at }
            if token.dep == "conj" && isVerb && children(of: at).contains(where: { isSubject($0) }) { return at }
            guard let above = head(of: at) else { return at }
            at = above
        }
        return at
    }

    /// The bytes of the clause a token stands in, without the clauses below it that stand at its ends.
    func clauseSpan(of index: Int) -> ByteSpan {
        let head = clauseHead(of: index)
        var range = extent(of: head)
        for child in children(of: head) where isClause(child) {
            let part = extent(of: child)
            guard !part.contains(index), !part.contains(head) else { continue }
            if part.lowerBound > index, part.lowerBound > head, part.upperBound == range.upperBound {
                range = range.lowerBound..<part.lowerBound
            } else if part.upperBound <= min(index, head), part.lowerBound == range.lowerBound {
                range = part.upperBound..<range.upperBound
            }
        }
        while let last = range.last, last > max(index, head), isTrimmed(last) { range = range.lowerBound..<last }
        while let first = range.first, first < min(index, head), isTrimmed(first) {
            range = (first + 1)..<range.upperBound
        }
        return span(range)
    }

    private func isSubject(_ index: Int) -> Bool { tokens[index].dep.hasPrefix("nsubj") }

    private func isClause(_ index: Int) -> Bool {
        let token = tokens[index]
        if token.dep == "conj" {
            return token.pos == "VERB" || token.pos == "AUX" ? children(of: index).contains { isSubject($0) } : false
        }
        return token.dep == "advcl" || token.dep == "ccomp" || token.dep == "parataxis"
    }

    private func isTrimmed(_ index: Int) -> Bool {
        let token = tokens[index]
        return token.pos == "PUNCT" || token.pos == "SPACE" || token.pos == "CCONJ" || token.dep == "mark"
    }
}

import ChanceryCore
import Chronology
import Grammar
import SpacyPipeline

/// Finds what an expression dates that opens its sentence: parsers often hang it on the wrong word.
struct OpeningReader: DateStage {
    let facts: DateFacts

    /// Whether nothing but small words stands before an expression in its sentence.
    func opens(_ timex: Timex) -> Bool {
        let first = timex.tokens.lowerBound
        return (sentence(around: first).lowerBound..<first).allSatisfy { token in
            switch classes[token] {
            case .adp, .adv, .cconj, .sconj, .punct, .space, .det, .num, .sym, .x: true
            default: false
            }
        }
    }

    /// "On 3 May 1990 Osk left", where the parser takes day and name for one; "1991-05-24 Osk left", a line of a
    /// chronology.
    func verbOpened(by timex: Timex, head: Int) -> Int? {
        guard opens(timex) else { return nil }
        let first = timex.tokens.lowerBound
        let before = sentence(around: first).lowerBound..<first
        let isBare = timex.isComplete && timex.edtf?.precision == .day && before.allSatisfy(isMark)
        var next = timex.tokens.upperBound
        while next < tree.tokens.count, classes[next] == .space { next += 1 }
        guard next < tree.tokens.count, isBare || before.last.map({ words.leads.contains(forms[$0]) }) == true,
            classes[next] == .propn || classes[next] == .pron,
            timex.tokens.contains(where: { token in
                tree.head(of: token).map { $0 >= next && classes[$0] == .propn } == true
            })
        else { return nil }
        return tree.ancestors(of: head).first { isVerb($0) }
    }

    /// A mark, a blank or the sign of a list.
    private func isMark(_ token: Int) -> Bool {
        switch classes[token] {
        case .space, .punct, .sym, .x: true
        default: false
        }
    }

    /// The verb an opening date rules: that of the main clause where the parser hung it on a relative clause.
    func verb(_ verb: Int, openedBy index: Int) -> Int {
        let expression = timex(index).tokens
        guard opens(timex(index)) else { return verb }
        var at = verb
        for _ in 0..<8 {
            // "In 1960, with a book (it sold well), she won"
            let isAside = (expression.upperBound..<max(at, expression.upperBound)).contains {
                tree.tokens[$0].text == "("
            }
            guard ([.relcl, .acl, .advcl] as Dependencies).contains(labels[at]) || isAside,
                let above = tree.head(of: at),
                isAside
                    // "After it met in May, Osk left": the date is the clause's where it stands behind its subject.
                    || (tree.children(of: at).first ?? at) >= expression.lowerBound - 1
            else { return at }
            at = above
            while !isVerb(at), let next = tree.head(of: at) { at = next }
        }
        return at
    }
}

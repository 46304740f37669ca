import ChanceryCore
import Coding
import Grammar
import SpacyPipeline

extension CandidateReader {
    /// The contents a cue may have: the program's, those its complements give, and each of them cut short.
    func contents(head: Int?, _ statement: StatementFinding?) -> [RoleOption<[Range<Int>]>] {
        var found: [RoleOption<[Range<Int>]>] = []
        let prefix = statement.map { $0.rule.id } ?? "new"
        func add(_ pieces: [Range<Int>], _ names: [String]) {
            let pieces = pieces.compactMap(trimmed).sorted { $0.lowerBound < $1.lowerBound }
            guard let first = pieces.first, let last = pieces.last, first.lowerBound < last.upperBound,
                found.count < 28,
                !found.contains(where: { $0.value == pieces })
            else { return }
            let count = pieces.reduce(0) { $0 + $1.count }
            var features = names.flatMap { name in
                [name, "\(prefix)|\(name)"] + (head.map { ["\(lemma($0))|\(name)"] } ?? [])
            }
            features.append("words=\(Self.bucket(count))")
            features.append("first=\(tokens[first.lowerBound].pos)")
            features.append("last=\(tokens[last.upperBound - 1].pos)")
            if !balanced(first.lowerBound..<last.upperBound) { features.append("unbalanced") }
            if let head {
                if let gap = (min(head + 1, first.lowerBound)..<first.lowerBound).first(where: { !isPunctuation($0) }),
                    first.lowerBound > head
                {
                    features.append("gap=\(tokens[gap].dep)")
                }
                if last.upperBound == parsed.extent(of: head).upperBound { features.append("to-end") }
            }
            let next = last.upperBound < tokens.count ? tokens[last.upperBound].text : ""
            if next.count == 1, !next.allSatisfy(\.isLetter) { features.append("next=\(next)") }
            found.append(RoleOption(value: pieces, features: features))
        }
        if let statement {
            add(statement.contentTokens, ["own"])
            for (end, names) in cuts(of: statement.contentTokens, head) {
                add(statement.contentTokens.compactMap { clip($0, to: end) }, ["own-cut"] + names)
            }
            if let longer = continued(statement.contentTokens, head) { add(longer, ["own-on"]) }
            if let quoted = followed(statement.contentTokens) {
                add(quoted, ["own-quote"])
                if let more = followed(quoted) { add(more, ["own-quotes"]) }
            }
        }
        guard let head, tokens.indices.contains(head) else { return found }
        for (range, name) in besides(head) { add([range], [name]) }
        for (range, name) in complements(of: head) {
            add([range], [name])
            for (end, names) in cuts(of: [range], head).prefix(3) {
                add([range].compactMap { clip($0, to: end) }, ["\(name)-cut"] + names)
            }
        }
        return found
    }

    private func clip(_ range: Range<Int>, to end: Int) -> Range<Int>? {
        range.lowerBound < end ? range.lowerBound..<min(range.upperBound, end) : nil
    }

    /// Whether quotation marks come in pairs within a range.
    private func balanced(_ range: Range<Int>) -> Bool {
        var depth = 0
        for index in range {
            for character in tokens[index].text {
                switch character {
                case "“", "(", "[": depth += 1
                case "”", ")", "]": depth -= 1
                case "\"": depth += depth % 2 == 0 ? 1 : -1
                default: break
                }
                if depth < 0 { return false }
            }
        }
        return depth == 0
    }

    /// Where a content might end sooner: before a phrase or clause that is set off or hangs high up.
    private func cuts(of pieces: [Range<Int>], _ head: Int?) -> [(end: Int, names: [String])] {
        guard let last = pieces.last, let first = pieces.first else { return [] }
        var found: [(Int, [String])] = []
        for index in last where index > first.lowerBound {
            guard let above = parsed.head(of: index), above < index,
                [.advcl, .relcl, .conj, .prep, .npadvmod, .appos, .acl, .cc, .ccomp, .parataxis, .mark].contains(
                    parsed.grammar.tree.labels[index])
            else { continue }
            let extent = parsed.extent(of: index)
            guard extent.upperBound >= last.upperBound - 1 || tokens[index].dep == "cc" else { continue }
            var end = extent.lowerBound
            if tokens[index].dep == "conj", let cc = parsed.children(of: above, "cc").last(where: { $0 < end }) {
                end = cc
            }
            guard end > first.lowerBound, end >= last.lowerBound else { continue }
            let comma = end > 0 && [",", "-", "–", "—", ";", "--"].contains(tokens[end - 1].text)
            let word = forms[extent.lowerBound]
            let kind = "\(tokens[index].dep)/\(tokens[index].tag)\(comma ? "," : "")"
            let level =
                above == head ? "cue" : parsed.head(of: above) == head ? "top" : "low"
            var names = ["cut=\(kind)", "cut=\(kind)/\(level)", "cut=\(word)\(comma ? "," : "")/\(level)"]
            let cue =
                cueHeads.contains(index)
                ? "cue" : words.contains("\(lemma(index))/\(tokens[index].pos)") ? "word" : "no"
            let subject = parsed.child(of: index, "nsubj", "nsubjpass").map { self.kind(ofPhrase: $0) } ?? "none"
            names.append("cut=\(kind)/\(level)/\(cue)/\(subject)")
            names.append("cut/\(cue)/\(subject)")
            if cue != "no" { names.append("cut=\(tokens[index].dep)/\(lemma(index))") }
            if quotesInside(end..<last.upperBound) { names.append("cut-quotes") }
            names.append("cut-words=\(Self.bucket(last.upperBound - end))")
            found.append((end, names))
        }
        return Array(found.prefix(10))
    }

    /// Whether a range opens or closes quotation marks.
    private func quotesInside(_ range: Range<Int>) -> Bool { range.contains { isMark($0) } }

    /// A content that goes on over what is left of its sentence.
    private func continued(_ pieces: [Range<Int>], _ head: Int?) -> [Range<Int>]? {
        guard var last = pieces.last, let head, last.lowerBound > head else { return nil }
        let end = parsed.sentences[parsed.sentence(of: last.lowerBound)].tokens.upperBound
        guard last.upperBound < end else { return nil }
        last = last.lowerBound..<end
        return pieces.dropLast() + [last]
    }

    /// A content with the next quotation of its paragraph.
    private func followed(_ pieces: [Range<Int>]) -> [Range<Int>]? {
        guard let last = pieces.last else { return nil }
        let block = parsed.sentences[parsed.sentence(of: last.upperBound - 1)].block
        let end = parsed.sentences[parsed.blockSentences[block].upperBound - 1].tokens.upperBound
        var from = last.upperBound
        while from < end, isPunctuation(from) { from += 1 }
        guard let open = (from..<max(from, end)).first(where: { isMark($0) }),
            open + 1 < end, let close = (open + 1..<end).first(where: { isMark($0) }), close - open > 3
        else { return nil }
        return pieces + [open + 1..<close]
    }

    /// What stands before and after a cue and its subject in its sentence: where the parser has not seen the content.
    private func besides(_ head: Int) -> [(Range<Int>, String)] {
        guard tokens[head].pos == "VERB" else { return [] }
        let sentence = parsed.sentences[parsed.sentence(of: head)].tokens
        var found: [(Range<Int>, String)] = []
        let subject = parsed.child(of: head, "nsubj").map { parsed.extent(of: $0) }
        let start = min(subject?.lowerBound ?? head, head)
        if start > sentence.lowerBound, [",", "”", "\"", "''", "?", "!"].contains(tokens[start - 1].text) {
            found.append((sentence.lowerBound..<start, "sentence-before"))
        }
        let end = max(subject?.upperBound ?? head, head) + 1
        for index in end..<max(end, min(end + 12, sentence.upperBound)) where index + 1 < sentence.upperBound {
            let text = tokens[index].text
            if [":", ","].contains(text) || text == "that" {
                found.append((index + 1..<sentence.upperBound, "sentence-after\(text)"))
                break
            }
        }
        return found
    }

    /// The complements of a word that may be its content, with a name each.
    private func complements(of head: Int) -> [(Range<Int>, String)] {
        var found: [(Range<Int>, String)] = []
        let extent = parsed.extent(of: head)
        var firstRight: Int?
        for child in parsed.children(of: head) {
            let token = tokens[child]
            let own = parsed.extent(of: child)
            if child < head {
                if token.dep == "ccomp" { found.append((own, "before-ccomp")) }
                if token.dep == "dobj" { found.append((own, "before-dobj/\(token.tag)")) }
                if token.dep == "nsubjpass" { found.append((own, "subject-passive")) }
                continue
            }
            switch parsed.grammar.tree.labels[child] {
            case .ccomp, .xcomp, .dobj, .oprd, .attr, .acomp, .acl, .relcl, .advcl:
                found.append((own, token.dep))
                if token.dep != "advcl" { firstRight = firstRight ?? own.lowerBound }
            case .prep, .agent:
                guard let object = parsed.child(of: child, "pobj", "pcomp", "ccomp") else { continue }
                let inner = parsed.extent(of: object)
                found.append((inner, "p:\(forms[child])"))
                if token.dep == "prep" {
                    firstRight = firstRight ?? inner.lowerBound
                    if let deeper = parsed.child(of: object, "prep"),
                        let innermost = parsed.child(of: deeper, "pobj", "pcomp"), deeper > object
                    {
                        found.append((parsed.extent(of: innermost), "p:\(forms[child])-p:\(forms[deeper])"))
                    }
                }
            case .advmod where lists.standIns.contains(forms[child]):
                found.append((own, "adverb=\(forms[child])"))
            case .prt, .advmod, .npadvmod, .dative, .punct, .cc, .conj, .neg: continue
            default: firstRight = firstRight ?? own.lowerBound
            }
        }
        if let firstRight, extent.upperBound > firstRight {
            found.append((firstRight..<extent.upperBound, "all-right"))
        }
        if ["relcl", "acl"].contains(tokens[head].dep), let noun = parsed.head(of: head), noun < head {
            let low = parsed.extent(of: noun).lowerBound
            if low <= noun { found.append((low..<noun + 1, "antecedent-\(tokens[head].dep)")) }
        }
        if let object = parsed.child(of: head, "dobj"), object > head {
            let own = parsed.extent(of: object)
            for child in parsed.children(of: head, "prep", "xcomp", "advcl") where child > object {
                found.append(
                    (
                        own.lowerBound..<max(own.upperBound, parsed.extent(of: child).upperBound),
                        "dobj-\(tokens[child].dep)"
                    ))
            }
            if let inner = parsed.child(of: object, "prep"), inner > object,
                let deeper = parsed.child(of: inner, "pobj", "pcomp")
            {
                found.append((parsed.extent(of: deeper), "dobj/p:\(forms[inner])"))
            }
            if let clause = parsed.child(of: object, "acl", "relcl", "ccomp"), clause > object {
                found.append((parsed.extent(of: clause), "dobj/\(tokens[clause].dep)"))
            }
        }
        return found
    }
}

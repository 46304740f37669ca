import ChanceryCore
import Coding
import Grammar
import SpacyPipeline

extension CandidateReader {
    /// The sources a cue may have: the program's, subjects on the way up the parse, and none.
    func sources(head: Int?, _ statement: StatementFinding?) -> [RoleOption<Range<Int>?>] {
        var found: [RoleOption<Range<Int>?>] = []
        let prefix = statement?.rule.id ?? head.map { "new-\(tokens[$0].pos)" } ?? "new"
        func add(_ range: Range<Int>?, _ names: [String], at noun: Int?) {
            guard !found.contains(where: { $0.value == range }), found.count < 20 else { return }
            var features = names.flatMap { ["\($0)", "\(prefix)|\($0)"] }
            if let head { features += names.prefix(1).map { "\(lemma(head))|\($0)" } }
            if let noun {
                features += ["kind=\(kind(noun))", "\(names[0])/kind=\(kind(noun))"]
                if tokens[noun].pos == "NOUN" { features.append("noun=\(lemma(noun))") }
            }
            if let range, let head {
                features.append(range.lowerBound > head ? "after" : "before")
                features.append("words=\(Self.bucket(range.count))")
            }
            found.append(RoleOption(value: range, features: features))
        }
        func addPhrase(_ range: Range<Int>, _ name: String, at noun: Int) {
            add(range, [name], at: noun)
            for (end, cut) in shorter(range, noun) {
                if let short = trimmed(range.lowerBound..<end) { add(short, ["\(name)-cut", cut], at: noun) }
            }
            if let start = afterDateline(range), let short = trimmed(start..<range.upperBound) {
                add(short, ["\(name)-dateline"], at: noun)
                for (end, cut) in shorter(short, noun) {
                    if let shorter = trimmed(short.lowerBound..<end) {
                        add(shorter, ["\(name)-dateline", cut], at: noun)
                    }
                }
            }
        }
        if let statement {
            if let span = statement.sourceSpan, let range = range(of: span) {
                let noun = statement.sourceHead.flatMap { range.contains($0) ? $0 : nil } ?? range.upperBound - 1
                addPhrase(range, "own", at: noun)
                if let antecedent = statement.sourceHead, !range.contains(antecedent) {
                    add(phrase(antecedent, barrier: range.lowerBound), ["antecedent"], at: antecedent)
                }
            } else if let noun = statement.sourceHead {
                add(trimmed(noun..<(noun + 1)), ["own-head"], at: noun)
            }
        }
        add(nil, ["none", "none/\(statement?.sourceSpan == nil)"], at: nil)
        guard let head else { return found }
        for (noun, name) in nouns(for: head) {
            addPhrase(phrase(noun, barrier: head), name, at: noun)
        }
        return found
    }

    /// The tokens a span covers.
    private func range(of span: ByteSpan) -> Range<Int>? {
        guard let low = tokens.firstIndex(where: { $0.start >= span.start && $0.end <= span.end }) else { return nil }
        var high = low
        while high < tokens.count, tokens[high].end <= span.end { high += 1 }
        return low < high ? low..<high : nil
    }

    private func phrase(_ noun: Int, barrier: Int) -> Range<Int> {
        let extent = parsed.extent(of: noun)
        var low = extent.lowerBound
        var high = extent.upperBound
        if barrier > noun { high = min(high, barrier) }
        if barrier < noun { low = max(low, barrier + 1) }
        return trimmed(low..<max(low, high)) ?? noun..<(noun + 1)
    }

    /// Where a noun phrase might end sooner: before a clause, an apposition or a phrase behind its head.
    private func shorter(_ range: Range<Int>, _ noun: Int) -> [(Int, String)] {
        var found: [(Int, String)] = []
        for child in parsed.children(of: noun) where child > noun && range.contains(child) {
            let start = parsed.extent(of: child).lowerBound
            guard start > noun,
                [.relcl, .acl, .appos, .prep, .npadvmod, .conj, .cc, .amod, .advcl].contains(
                    parsed.grammar.tree.labels[child])
            else { continue }
            let comma = tokens[start - 1].text == ","
            found.append((start, "cut=\(tokens[child].dep)\(comma ? "," : "")"))
        }
        for child in parsed.children(of: noun, "appos") where child > noun && range.contains(child) {
            for clause in parsed.children(of: child, "relcl", "acl") where range.contains(clause) {
                let start = parsed.extent(of: clause).lowerBound
                if start > child { found.append((start, "cut=appos-\(tokens[clause].dep)")) }
            }
        }
        return Array(found.filter { $0.0 > range.lowerBound }.prefix(4))
    }

    /// Behind "CITY —" and "CITY (AGENCY) —" at a paragraph's start.
    private func afterDateline(_ range: Range<Int>) -> Int? {
        guard let dash = range.prefix(12).first(where: { ["—", "–", "--", "-"].contains(tokens[$0].text) }),
            dash > range.lowerBound, dash + 1 < range.upperBound,
            parsed.sentences[parsed.sentence(of: range.lowerBound)].tokens.lowerBound == range.lowerBound
        else { return nil }
        return dash + 1
    }

    /// The nouns that may name who speaks, with the way to them.
    private func nouns(for head: Int) -> [(Int, String)] {
        var found: [(Int, String)] = []
        for child in parsed.children(of: head) {
            switch parsed.grammar.tree.labels[child] {
            case .nsubj, .poss: found.append((child, tokens[child].dep))
            case .nsubjpass: found.append((child, "nsubjpass"))
            case .agent, .prep:
                guard lists.sourcePrepositions.contains(forms[child]),
                    let object = parsed.child(of: child, "pobj")
                else { continue }
                found.append((object, "\(tokens[head].pos)-\(forms[child])"))
            case .amod, .compound, .nmod:
                if tokens[head].pos == "NOUN" { found.append((child, "modifier")) }
            default: break
            }
        }
        var at = head
        var way = ""
        for _ in 0..<4 {
            guard let above = parsed.head(of: at) else { break }
            way += "/" + tokens[at].dep
            if tokens[above].pos == "VERB" || tokens[above].pos == "AUX" {
                for child in parsed.children(of: above, "nsubj", "nsubjpass", "agent") where child != at {
                    let noun = tokens[child].dep == "agent" ? parsed.child(of: child, "pobj") : child
                    if let noun { found.append((noun, "up\(way)/\(tokens[child].dep)")) }
                }
                if at == head, tokens[at].dep == "xcomp", let object = parsed.child(of: above, "dobj", "dative") {
                    found.append((object, "object"))
                }
            } else if [.noun, .propn, .pron].contains(parsed.grammar.tree.classes[above]) {
                if ["acl", "relcl"].contains(tokens[at].dep) { found.append((above, "noun\(way)")) }
                if let owner = parsed.child(of: above, "poss"), owner != at { found.append((owner, "owner\(way)")) }
            }
            at = above
        }
        return found
    }
}

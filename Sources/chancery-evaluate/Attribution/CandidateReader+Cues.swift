import ChanceryCore
import Coding
import Grammar
import SpacyPipeline

extension CandidateReader {
    /// Groups of tokens round a cue's head that may belong to the cue.
    func cueGroups(_ head: Int, _ cue: [Int]) -> [RoleOption<[Int]>] {
        var found: [RoleOption<[Int]>] = []
        var seen: Set<Int> = Set(cue)
        let pos = tokens[head].pos
        func add(_ group: [Int], _ name: String, _ word: String) {
            let group = group.filter { !seen.contains($0) }
            guard !group.isEmpty, found.count < 24 else { return }
            seen.formUnion(group)
            let far = group.map { abs($0 - head) }.min() ?? 0
            let side = (group.first ?? head) < head ? "<" : ">"
            found.append(
                RoleOption(
                    value: group,
                    features: [
                        "\(pos)\(name)\(side)", "\(pos)\(name)=\(word)\(side)", "\(lemma(head))\(name)=\(word)",
                        "\(name)/far=\(Self.bucket(far))\(side)", "\(name)/words=\(Self.bucket(group.count))",
                        "\(pos)\(name)/\(frame(head))", "word=\(word)\(side)",
                    ]))
        }
        for child in parsed.children(of: head) {
            let dep = tokens[child].dep
            switch parsed.grammar.tree.labels[child] {
            case .aux, .auxpass, .neg, .advmod, .prt, .det, .amod, .mark, .expl, .npadvmod, .acomp, .attr:
                let range = parsed.extent(of: child)
                guard range.count <= 4 else { continue }
                add(
                    Array(range).filter { !isPunctuation($0) }, "/\(dep)",
                    tokens[child].ent == "O" ? lemma(child) : "ENT")
            case .prep, .agent:
                add([child], "/\(dep)", forms[child])
                if let object = parsed.child(of: child, "pobj") {
                    let range = parsed.extent(of: child)
                    let word = tokens[object].ent == "O" ? lemma(object) : "ENT"
                    if range.count <= 6 { add(Array(range), "/\(dep)-\(forms[child])", word) }
                }
            case .dobj:
                let range = parsed.extent(of: child)
                if range.count <= 5 { add(Array(range), "/dobj", tokens[child].ent == "O" ? lemma(child) : "ENT") }
            case .cc, .punct:
                if child == head + 1 || forms[child] == ":" { add([child], "/\(dep)", forms[child]) }
            default: break
            }
        }
        addAbove(head, add)
        return found
    }

    /// What governs the cue's head: "went on to say", "made comments about", "is quick to add".
    private func addAbove(_ head: Int, _ add: ([Int], String, String) -> Void) {
        var at = head
        var way = ""
        for _ in 0..<2 {
            guard let above = parsed.head(of: at),
                [.xcomp, .dobj, .pobj, .prep, .acomp, .acl, .pcomp, .advcl, .attr, .amod, .conj].contains(
                    parsed.grammar.tree.labels[at]), above < head || tokens[at].dep == "amod"
            else { return }
            way += "^\(tokens[at].dep)"
            add([above], way, tokens[above].ent == "O" ? lemma(above) : "ENT")
            let beside: Dependencies = [.aux, .auxpass, .neg, .advmod, .prt, .det, .amod, .acomp]
            for child in parsed.grammar.tree.children(of: above, beside) {
                let range = parsed.extent(of: child)
                if range.count <= 2, child != at {
                    add(Array(range), "\(way)/\(tokens[child].dep)", lemma(child))
                }
            }
            at = above
        }
    }

    /// A candidate whose cue's words beside its head, and the words next to its head, are groups by themselves.
    func withSingleWords(_ candidate: AttributionCandidate) -> AttributionCandidate {
        guard let head = candidate.cue.first else { return candidate }
        var found = candidate
        let headWord = TokenReader.word(tokens[head])
        func add(_ index: Int, _ name: String) {
            let word = TokenReader.word(tokens[index])
            found.cueGroups.append(
                RoleOption(
                    value: [index],
                    features: [name, "\(name)=\(word)", "\(headWord)/\(name)=\(word)", "\(name)/\(tokens[index].tag)"]))
        }
        for index in candidate.cue.dropFirst() { add(index, "own") }
        let grouped = Set(candidate.cue + candidate.cueGroups.flatMap(\.value))
        for offset in [-3, -2, -1, 1, 2, 3] {
            let index = head + offset
            guard tokens.indices.contains(index), !grouped.contains(index),
                ![",", ".", "``", "''", ":", "-LRB-", "-RRB-", "HYPH", "_SP"].contains(tokens[index].tag)
            else { continue }
            add(index, "near\(offset)")
        }
        return found
    }
}

import ChanceryCore
import Grammar

/// Which reports stand at the two ends of a relation.
extension OrderReader {
    /// How far down a phrase or clause what it tells is looked for.
    private static let depth = 4

    /// What a main clause tells that a signal qualifies: its head, or what its head merely carries ("held talks"), or
    /// the verb above a noun.
    func placed(at main: Int, without led: Int?) -> [Int] {
        let left = Set(led.map { parsed.subtree(of: $0) } ?? [])
        var at = main
        for _ in 0..<Self.depth {
            let found = nearest(at: at, through: [.dobj, .xcomp, .attr, .nsubjpass, .oprd], without: left)
            if !found.isEmpty { return found }
            if let subject = tree.child(of: at, [.nsubj]), signals.words.occurring.contains(parsed.lowerLemmas[at]) {
                return nearest(at: subject, through: [], without: left)
            }
            // Up from a noun to its verb, and from what is begun to who begins it; never out of what is said.
            guard tree.hasLabel(at, [.dobj, .pobj, .prep, .attr, .nsubjpass, .xcomp, .compound]),
                let above = parsed.head(of: at), !left.contains(above)
            else { return [] }
            at = above
        }
        return []
    }

    /// What a phrase or clause tells that a signal leads in, and whatever is joined to it.
    func happening(at head: Int) -> [Int] {
        // "a series of attacks", "the start of the war".
        let arcs: Dependencies =
            isNoun(head) ? [.conj, .prep, .pobj] : [.dobj, .xcomp, .ccomp, .attr, .nsubjpass, .nsubj, .conj]
        return nearest(at: head, through: arcs, without: []).filter { !timeTokens.contains($0) }
    }

    /// Whether a phrase or clause tells of something that happens, even if no report does.
    func isHappening(_ head: Int) -> Bool {
        if classes[head] == .verb { return tree.child(of: head, [.nsubj, .nsubjpass, .dobj]) != nil }
        guard isNoun(head) else { return false }
        return signals.happenings.contains(parsed.lowerLemmas[head])
            || signals.happenings.contains(parsed.lowerTexts[head])
    }

    private func nearest(at head: Int, through arcs: Dependencies, without left: Set<Int>) -> [Int] {
        var level = [head]
        for _ in 0..<Self.depth {
            let found = level.filter { told[$0] != nil }
            if !found.isEmpty { return found.sorted() }
            level = level.flatMap { place in
                tree.children(of: place, arcs).filter { !left.contains($0) && isCarried($0) }
            }
            if level.isEmpty { return [] }
        }
        return []
    }

    /// Of the phrases on a noun only those with "of" and "in" say what it consists of.
    private func isCarried(_ child: Int) -> Bool {
        labels[child] != .prep || signals.words.carrying.contains(parsed.lowerTexts[child])
    }

    /// The token after a phrase or clause without the marks that close it.
    func trimmedEnd(of head: Int) -> Int {
        var end = parsed.extent(of: head).upperBound
        while end > head + 1, [.punct, .space, .cconj].contains(classes[end - 1]) { end -= 1 }
        return end
    }

    func isPast(_ verb: Int) -> Bool {
        let auxiliaries = tree.children(of: verb, [.aux, .auxpass]).map { parsed.lowerTexts[$0] }
        switch tags[verb] {
        case .VBD: return true
        case .VBN, .VBG, .VB:
            if auxiliaries.contains(where: { signals.words.past.contains($0) }) { return true }
            // "left and later returned": the tense of the verb it is joined to.
            guard auxiliaries.isEmpty, labels[verb] == .conj, let above = parsed.head(of: verb) else {
                return false
            }
            return tags[above] == .VBD
        default: return false
        }
    }

    func isPastPerfect(_ verb: Int) -> Bool {
        tags[verb] == .VBN
            && tree.hasChild(of: verb, [.aux]) { parsed.lowerTexts[$0] == "had" }
    }

    func isPerfect(_ verb: Int) -> Bool {
        tree.hasChild(of: verb, [.aux]) {
            signals.words.perfect.contains(parsed.lowerTexts[$0])
        }
    }
}

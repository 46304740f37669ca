import ChanceryCore
import SpacyPipeline

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
            let found = nearest(at: at, labels: ["dobj", "xcomp", "attr", "nsubjpass", "oprd"], without: left)
            if !found.isEmpty { return found }
            if let subject = parsed.child(of: at, "nsubj"), Self.occurring.contains(parsed.lowerLemmas[at]) {
                return nearest(at: subject, labels: [], without: left)
            }
            // Up from a noun to its verb, and from what is begun to who begins it; never out of what is said.
            guard ["dobj", "pobj", "prep", "attr", "nsubjpass", "xcomp", "compound"].contains(parsed.tokens[at].dep),
                let above = parsed.head(of: at), !left.contains(above)
            else { return [] }
            at = above
        }
        return []
    }

    /// What a phrase or clause tells that a signal leads in, and whatever is joined to it.
    func happening(at head: Int) -> [Int] {
        var labels: Set<String> = ["dobj", "xcomp", "ccomp", "attr", "nsubjpass", "nsubj", "conj"]
        // "a series of attacks", "the start of the war".
        if parsed.tokens[head].pos == "NOUN" || parsed.tokens[head].pos == "PROPN" {
            labels = ["conj", "prep", "pobj"]
        }
        return nearest(at: head, labels: labels, without: []).filter { !timeTokens.contains($0) }
    }

    /// Whether a phrase or clause tells of something that happens, even if no report does.
    func isHappening(_ head: Int) -> Bool {
        let token = parsed.tokens[head]
        if token.pos == "VERB" { return parsed.child(of: head, "nsubj", "nsubjpass", "dobj") != nil }
        guard token.pos == "NOUN" || token.pos == "PROPN" else { return false }
        return signals.happenings.contains(parsed.lowerLemmas[head])
            || signals.happenings.contains(parsed.lowerTexts[head])
    }

    private func nearest(at head: Int, labels: Set<String>, without left: Set<Int>) -> [Int] {
        var level = [head]
        for _ in 0..<Self.depth {
            let found = level.filter { told[$0] != nil }
            if !found.isEmpty { return found.sorted() }
            level = level.flatMap { place in
                parsed.children(of: place).filter {
                    labels.contains(parsed.tokens[$0].dep) && !left.contains($0) && isCarried($0, by: place)
                }
            }
            if level.isEmpty { return [] }
        }
        return []
    }

    /// Of the phrases on a noun only those with "of" and "in" say what it consists of.
    private func isCarried(_ child: Int, by head: Int) -> Bool {
        parsed.tokens[child].dep != "prep" || ["of", "in"].contains(parsed.lowerTexts[child])
    }

    /// Verbs that say of their subject only that it took place.
    private static let occurring: Set<String> = [
        "be", "come", "happen", "occur", "follow", "begin", "start", "continue", "resume", "unfold", "take",
    ]

    /// The token after a phrase or clause without the marks that close it.
    func trimmedEnd(of head: Int) -> Int {
        var end = parsed.extent(of: head).upperBound
        while end > head + 1, ["PUNCT", "SPACE", "CCONJ"].contains(parsed.tokens[end - 1].pos) { end -= 1 }
        return end
    }

    func isPast(_ verb: Int) -> Bool {
        let auxiliaries = parsed.children(of: verb, "aux", "auxpass").map { parsed.lowerTexts[$0] }
        switch parsed.tokens[verb].tag {
        case "VBD": return true
        case "VBN", "VBG", "VB":
            if auxiliaries.contains(where: { ["was", "were", "had", "did"].contains($0) }) { return true }
            // "left and later returned": the tense of the verb it is joined to.
            guard auxiliaries.isEmpty, parsed.tokens[verb].dep == "conj", let above = parsed.head(of: verb) else {
                return false
            }
            return parsed.tokens[above].tag == "VBD"
        default: return false
        }
    }

    func isPastPerfect(_ verb: Int) -> Bool {
        parsed.tokens[verb].tag == "VBN"
            && parsed.children(of: verb, "aux").contains { parsed.lowerTexts[$0] == "had" }
    }

    func isPerfect(_ verb: Int) -> Bool {
        parsed.children(of: verb, "aux").contains {
            ["has", "have", "had", "'ve", "’ve"].contains(parsed.lowerTexts[$0])
        }
    }
}

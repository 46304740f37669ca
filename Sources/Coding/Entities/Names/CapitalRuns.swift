import ChanceryCore
import Grammar
import SpacyPipeline

/// Runs of proper nouns the model left out, particles and hyphens inside them included.
struct CapitalRuns: EntityStage {
    let text: EntityText
    let listed: ListedNames

    func read() -> [NameCandidate] {
        var found: [NameCandidate] = []
        var index = 0
        while index < tokens.count {
            guard isUnread(index) else {
                index += 1
                continue
            }
            let end = end(from: index)
            var start = index
            // A title's words are no part of the name.
            for cut in ((index + 1)...end).reversed() where text.role(endingAt: cut, from: index) != nil {
                start = cut
                break
            }
            while start < end, roles.isHonorific(tokens[start].text) { start += 1 }
            if start < end { found.append(NameCandidate(tokens: start..<end, label: "")) }
            index = end
        }
        return found
    }

    /// Whether a token is a proper noun that neither model nor lists know.
    private func isUnread(_ token: Int) -> Bool {
        text.isProper(token) && tokens[token].ent == "O" && text.isCapital(token) && listed.names.at[token].isEmpty
    }

    /// Where the run that a token begins ends.
    private func end(from start: Int) -> Int {
        let limit = text.sentence(start).upperBound
        var end = start + 1
        while end < limit {
            // The parse tells where a name begins after "Minister of Heritage".
            if parsed.tree.labels[end - 1] == .pobj || parsed.tree.labels[end - 1] == .appos { break }
            if isUnread(end) {
                end += 1
            } else if end + 1 < limit, text.isProper(end + 1), text.isCapital(end + 1), tokens[end].ent == "O",
                tokens[end].text == "-" || text.isTitle(lower[end], .particle)
            {
                end += 2
            } else {
                break
            }
        }
        return end
    }
}

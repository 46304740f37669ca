import ChanceryCore
import SpacyPipeline

extension EntityReader {
    mutating func readPronoun(_ token: Int) {
        switch lower[token] {
        case "who", "which", "that", "whom", "whose": readRelative(token)
        default: break
        }
    }

    /// A relative pronoun names what its clause hangs on.
    private mutating func readRelative(_ token: Int) {
        var at = token
        while let above = parsed.head(of: at) {
            if tokens[at].dep == "relcl" {
                if let found = phrases[above].first {
                    phrases[token] = phrases[above].map {
                        var mention = $0
                        mention.from = found.from ?? mention.span
                        mention.span = parsed.span(token)
                        return mention
                    }
                }
                return
            }
            at = above
        }
    }
}

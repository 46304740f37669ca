import SpacyPipeline

extension DateReader {
    /// The time a finite verb tells of.
    enum Time: Sendable {
        case past, pastPerfect, perfect, present, ahead, none
    }

    /// The verb of the clause a noun stands in, with no other clause between.
    func clauseVerb(of token: Int) -> Int? {
        var at = token
        for _ in 0..<32 {
            guard let above = parsed.head(of: at) else { return nil }
            if isVerb(above) { return above }
            if ["relcl", "acl"].contains(parsed.tokens[at].dep) { return nil }
            at = above
        }
        return nil
    }

    /// Whether a clause joined to another may tell of the same time.
    func agreesInTime(_ verb: Int, _ above: Int) -> Bool {
        let (own, other) = (time(of: verb), time(of: above))
        return own == .none || other == .none || own == other || (own == .past && other == .pastPerfect)
    }

    /// The time a verb tells of, by its form and its helpers.
    func time(of verb: Int) -> Time {
        let token = parsed.tokens[verb]
        var helpers = parsed.children(of: verb, "aux", "auxpass").map { parsed.lowerTexts[$0] }
        if helpers.isEmpty, token.dep == "conj", token.tag == "VBN", let above = parsed.head(of: verb), isVerb(above) {
            return time(of: above)
        }
        if helpers.contains("to") { return .none }
        if let first = helpers.first {
            switch first {
            case "had", "'d", "’d": return .pastPerfect
            case "has", "have", "'ve", "’ve", "'s", "’s":
                return token.tag == "VBN" ? .perfect : .present
            case "will", "shall", "'ll", "’ll", "wo", "would", "could", "should", "may", "might", "can", "must", "ca":
                return .ahead
            case "was", "were", "did": return .past
            case "is", "are", "am", "'re", "'m", "do", "does": return .present
            default: helpers.removeAll()
            }
        }
        switch token.tag {
        case "VBD": return .past
        case "VBZ", "VBP": return .present
        default: return .none
        }
    }
}

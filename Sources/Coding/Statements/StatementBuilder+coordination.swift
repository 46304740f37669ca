import ChanceryCore
import SpacyPipeline

extension StatementBuilder {
    /// What one can say again besides claims.
    private static let repeated: Set<String> = [
        "support", "opposition", "position", "stance", "line", "view", "point", "word", "message", "mantra",
        "commitment",
        "intention", "readiness", "willingness", "concern", "objection", "condemnation", "attack", "warning", "offer",
    ]

    /// Whether a content only names something under its cue.
    func isTopic(_ verb: Int, _ entry: CueEntry, _ frame: CueFrame, _ source: StatementSource?) -> Bool {
        if entry.topics.contains(frame) || entry.pointers.contains(frame) { return true }
        // "All that they say": the words are not given.
        if tokens[verb].dep == "relcl", frame == .clause, let above = parsed.head(of: verb),
            ["everything", "anything", "nothing", "something", "all"].contains(forms[above])
        {
            return true
        }
        // "Repeated the claim", not "repeated the journey".
        if frame == .object, ["repeat", "reiterate", "renew", "restate"].contains(lemma(verb)),
            let object = parsed.child(of: verb, "dobj"), lexicon.nouns[lemma(object)] == nil,
            !lexicon.claimNouns.contains(lemma(object)), !lexicon.media.contains(lemma(object)),
            !Self.repeated.contains(lemma(object))
        {
            return true
        }
        // "As he claims to wish": what he wishes stands elsewhere.
        if frame == .infinitive, tokens[verb].dep == "advcl", ["claim", "profess", "purport"].contains(lemma(verb)),
            parsed.children(of: verb, "mark", "advmod").contains(where: { forms[$0] == "as" })
        {
            return true
        }
        guard entry.finites.contains(frame) else { return false }
        if tokens[verb].tag == "VBG", parsed.child(of: verb, "aux") == nil { return true }
        return source?.head.map {
            lexicon.authorities.contains(lemma($0)) || ["poll", "figure", "number", "result"].contains(lemma($0))
        } ?? false
    }

    /// The clause after a cue whose sentence the parser ran together with the one before it: "The port was loud: guards
    /// said it was shut", "The port was loud, guards said it was shut". The cue itself where a colon parts them and no
    /// clause follows; nil where the clause before the cue may be what is said.
    func clauseAfterStop(_ verb: Int, _ before: Int) -> Int? {
        let after = parsed.children(of: verb, "ccomp").first { $0 > verb }
        let gap = parsed.extent(of: before).upperBound..<max(parsed.extent(of: before).upperBound, verb)
        let hasColon = gap.contains { [":", ";"].contains(tokens[$0].text) && quotationOfToken[$0] == nil }
        if hasColon { return after ?? verb }
        guard let after, quotationOfToken[before] == nil, parsed.child(of: after, "nsubj", "nsubjpass", "expl") != nil,
            parsed.child(of: verb, "nsubj").map({ $0 > before && $0 < verb }) == true,
            tokens[parsed.extent(of: after).lowerBound - 1].text != ","
        else { return nil }
        return after
    }
}

import ChanceryCore
import SpacyPipeline

/// A verb that may be a cue, with what its data lines say and whose saying it would be.
struct VerbCue: StatementStage {
    let verb: Int
    let entry: CueEntry
    let source: StatementSource?
    let context: StatementContext

    init(_ verb: Int, _ entry: CueEntry, _ source: StatementSource?, _ context: StatementContext) {
        self.verb = verb
        self.entry = entry
        self.source = source
        self.context = context
    }

    /// The verb read with one of its complements; nothing where the data do not list that.
    func reading(
        _ frame: CueFrame, _ complement: SayingCue.Complement, _ rule: StatementRule, extra: [Int] = [],
        kind: ContentKind = .clause
    ) -> [SayingCue] {
        guard let cueClass = entry.classes[frame] else { return [] }
        let cue = [verb] + ([particle(of: verb)].compactMap { $0 } + extra).filter { $0 != verb }
        return [
            SayingCue(
                tokens: cue, cueClass: cueClass, source: source, complement: complement, kind: kind, finds: entry.finds,
                denies: entry.denies.contains(frame), isTopic: isTopic(frame), rule: rule)
        ]
    }

    /// A quotation that is most of a range's words and begins with them.
    func quotation(startingIn range: Range<Int>) -> Quotation? {
        quotations(ofBlock: block(of: verb)).first {
            $0.tokens.lowerBound > verb && range.contains($0.tokens.lowerBound) && quotationOfToken[verb] == nil
                && 2 * $0.tokens.count >= range.count && $0.tokens.lowerBound <= range.lowerBound + 4
        }
    }

    /// Whether a content only names something under its cue.
    private func isTopic(_ frame: CueFrame) -> Bool {
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

    /// What one can say again besides claims.
    private static let repeated: Set<String> = [
        "support", "opposition", "position", "stance", "line", "view", "point", "word", "message", "mantra",
        "commitment",
        "intention", "readiness", "willingness", "concern", "objection", "condemnation", "attack", "warning", "offer",
    ]
}

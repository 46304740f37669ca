import ChanceryCore
import Grammar

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
                denies: entry.has(.denies, frame), isTopic: isTopic(frame, kind), rule: rule)
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
    private func isTopic(_ frame: CueFrame, _ kind: ContentKind) -> Bool {
        if entry.has(.topic, frame) { return true }
        // "Spoke of the port" and "wrote about closing it" name a thing, "spoke of closing the port" tells what is to be done.
        if entry.has(.points, frame), kind == .nounPhrase || frame != .phrase("of") { return true }
        // "All that they say": the words are not given.
        if labels[verb] == .relcl, frame == .clause, let above = tree.head(of: verb),
            lists.allThings.contains(forms[above])
        {
            return true
        }
        // "Repeated the claim", not "repeated the journey".
        if frame == .object, lists.sayingAgain.contains(lemma(verb)),
            let object = tree.child(of: verb, [.dobj]), lexicon.nouns[lemma(object)] == nil,
            !lexicon.claimNouns.contains(lemma(object)), !lexicon.media.contains(lemma(object)),
            !lists.saidAgain.contains(lemma(object))
        {
            return true
        }
        // "As he claims to wish": what he wishes stands elsewhere.
        if frame == .infinitive, labels[verb] == .advcl, lists.claimingToBe.contains(lemma(verb)),
            hasChild(verb, [.mark, .advmod], "as")
        {
            return true
        }
        guard entry.has(.finite, frame) else { return false }
        if tags[verb] == .VBG, tree.child(of: verb, [.aux]) == nil { return true }
        return source?.head.map {
            lexicon.authorities.contains(lemma($0)) || lists.countedThings.contains(lemma($0))
        } ?? false
    }
}

import ChanceryCore
import Grammar

/// Those at second hand, who stand behind somebody else's words: those who quote somebody "as saying" it, and those whom
/// somebody cites for it ("X, citing Y, reported that …").
///
/// Neither says anything apart from what the other verb tells, so they are in its chain and no records.
struct SecondhandReader: StatementStage {
    let context: StatementContext

    /// The statements, with those who quote somebody "as saying" them: "the paper quoted X as saying …".
    func addingQuoters(to drafts: [StatementDraft]) -> [StatementDraft] {
        let quoters = drafts.compactMap { draft -> StatementDraft? in
            guard let cue = draft.cue.first, isVerb(cue), labels[cue] == .pcomp,
                sources.quoted(asVerb: cue) != nil, let link = tree.head(of: cue),
                let quoting = tree.head(of: link)
            else { return nil }
            let source =
                isPassive(quoting)
                ? sources.agent(of: quoting) ?? mediums.source(beside: quoting) : sources.subject(of: quoting)
            guard let source else { return nil }
            let words = pieces(tree.extent(of: link), without: [link])
            return told(quoting, by: source, words, .quoter, .quotingAs)
        }
        return replacing(drafts, with: quoters)
    }

    /// The statements, with whom their tellers cite ("X, citing Y, reported that …") and with who quotes a teller
    /// ("a minister quoted by X said that …", "…, Y was quoted by X as saying").
    func addingCited(to drafts: [StatementDraft]) -> [StatementDraft] {
        var drafts = drafts
        var others: [StatementDraft] = []
        var quoters: [StatementDraft] = []
        for number in drafts.indices {
            let draft = drafts[number]
            guard draft.kind != .nounPhrase, !draft.pieces.isEmpty, draft.cueClass.isSpeech,
                let cue = draft.cue.first, !others.contains(where: { $0.cue.first == cue })
            else { continue }
            for link in citing(of: draft) {
                guard let cited = tree.child(of: link, [.dobj]), speakers.canBeCited(cited) else { continue }
                let aside = Set(tree.extent(of: link))
                drafts[number].pieces = drafts[number].pieces.flatMap { pieces($0, without: aside) }
                let source = sources.source(cited, beside: link)
                others.append(told(link, by: source, drafts[number].pieces, .cited, .citing))
            }
            others += quotedBy(draft)
            // "“…,” Y was quoted by X as saying"
            if isVerb(cue), isPassive(cue), draft.kind == .quoted || draft.source != nil,
                let quoted = tree.child(of: cue, [.nsubjpass]), let saying = sources.quotedSaying(cue)
            {
                if let quoter = sources.agent(of: cue) ?? sources.agent(of: saying) {
                    quoters.append(told(cue, by: quoter, draft.pieces, .quoter, .quotingAs))
                }
                drafts[number].cue = [saying]
                drafts[number].source = sources.source(quoted, beside: cue)
            }
        }
        return replacing(drafts, with: others) + quoters
    }

    /// Those who quote a teller: "a minister quoted by X said that …".
    private func quotedBy(_ draft: StatementDraft) -> [StatementDraft] {
        guard let head = draft.source?.head, draft.source?.mention == nil else { return [] }
        return tree.children(of: head, [.acl]).compactMap { link in
            guard link > head, tags[link] == .VBN, lists.quoting.contains(lemma(link)),
                let quoter = sources.agent(of: link) ?? quotingMedium(link)
            else { return nil }
            return told(link, by: quoter, draft.pieces, .quoter, .quotedBy)
        }
    }

    private func told(
        _ verb: Int, by source: StatementSource, _ pieces: [Range<Int>], _ hand: StatementFinding.Hand,
        _ construction: StatementRule.Construction
    ) -> StatementDraft {
        StatementDraft(
            cue: [verb], cueClass: .say, source: source, pieces: pieces, isTopic: true, hand: hand,
            rule: .init(construction))
    }

    /// The statements without those of the same cues as others, and the others.
    private func replacing(_ drafts: [StatementDraft], with others: [StatementDraft]) -> [StatementDraft] {
        let cues = Set(others.compactMap(\.cue.first))
        return drafts.filter { !($0.cue.first.map(cues.contains) ?? false) } + others
    }

    /// The verbs by which a teller cites somebody: participles at the cue or right behind the teller's name, and relative
    /// clauses of the name.
    private func citing(of draft: StatementDraft) -> [Int] {
        guard let cue = draft.cue.first else { return [] }
        var found: [Int] = []
        if isVerb(cue) { found += tree.children(of: cue, [.advcl]).filter { isCiting($0) } }
        if let head = draft.source?.head, draft.source?.mention == nil {
            found += tree.children(of: head, [.relcl, .acl]).filter {
                $0 > head && lists.citing.contains(lemma($0)) && tags[$0] != .VBN
            }
            let end = [head + 1, draft.source?.tokens?.upperBound ?? 0].max() ?? 0
            let next = (end..<min(end + 3, tokens.count)).first { !isPunctuation($0) }
            if let next, isCiting(next), parsed.sentence(of: next) == parsed.sentence(of: cue) { found.append(next) }
        }
        var seen: Set<Int> = []
        return found.filter { seen.insert($0).inserted }
    }

    private func isCiting(_ index: Int) -> Bool { tags[index] == .VBG && lists.citing.contains(lemma(index)) }

    /// Where somebody is quoted: "cited in the Osk Times".
    private func quotingMedium(_ verb: Int) -> StatementSource? {
        for link in tree.children(of: verb, [.prep]) where lists.placePrepositions.contains(forms[link]) {
            if let object = tree.child(of: link, [.pobj]), speakers.canSpeak(StatementSource(head: object)),
                !isTime(object)
            {
                return sources.source(object, beside: verb)
            }
        }
        return nil
    }
}

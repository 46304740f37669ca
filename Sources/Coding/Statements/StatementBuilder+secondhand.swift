import ChanceryCore
import SpacyPipeline

extension StatementBuilder {
    /// Adds the ones at second hand, who stand behind somebody else's words: those who quote somebody "as saying" it,
    /// and those whom somebody cites for it ("X, citing Y, reported that …").
    ///
    /// Neither says anything apart from what the other verb tells, so they are in its chain and no records.
    mutating func findSecondHand() {
        var added: [StatementDraft] = []
        var replaced: Set<Int> = []
        for draft in drafts {
            guard let cue = draft.cue.first, isVerb(cue) else { continue }
            if tokens[cue].dep == "pcomp", sources.quoted(asVerb: cue) != nil, let link = parsed.head(of: cue),
                let quoting = parsed.head(of: link)
            {
                let source =
                    isPassive(quoting)
                    ? sources.agent(of: quoting) ?? mediums.source(beside: quoting) : sources.subject(of: quoting)
                guard let source else { continue }
                let whole = parsed.extent(of: link)
                added.append(
                    StatementDraft(
                        cue: [quoting], cueClass: .say, source: source, pieces: pieces(whole, without: [link]),
                        isTopic: true, standing: -1, rule: "quoting-as"))
                replaced.insert(quoting)
            }
        }
        drafts.removeAll { draft in draft.cue.first.map { replaced.contains($0) } ?? false }
        drafts += added
    }

    /// Adds whom a teller cites ("X, citing Y, reported that …", "according to X, which quoted Y, …") and who quotes a teller
    /// ("a minister quoted by X said that …", "…, Y was quoted by X as saying").
    mutating func findQuoters() {
        var added: [StatementDraft] = []
        var replaced: Set<Int> = []
        for number in drafts.indices {
            let draft = drafts[number]
            guard !draft.isNominal, !draft.pieces.isEmpty, draft.cueClass.isSpeech, let cue = draft.cue.first,
                !replaced.contains(cue)
            else { continue }
            for link in citing(of: draft) {
                guard let cited = parsed.child(of: link, "dobj"), speakers.isSource(cited) else { continue }
                let aside = Set(parsed.extent(of: link))
                drafts[number].pieces = drafts[number].pieces.flatMap { pieces($0, without: aside) }
                added.append(
                    StatementDraft(
                        cue: [link], cueClass: .say, source: sources.source(cited, beside: link),
                        pieces: drafts[number].pieces,
                        isTopic: true, standing: 1, rule: "citing"))
                replaced.insert(link)
            }
            if let head = draft.source?.head, draft.source?.mention == nil {
                for link in parsed.children(of: head, "acl") where link > head && tokens[link].tag == "VBN" {
                    guard SourceReader.quoting.contains(lemma(link)),
                        let quoter = sources.agent(of: link) ?? quotingMedium(link)
                    else {
                        continue
                    }
                    added.append(
                        StatementDraft(
                            cue: [link], cueClass: .say, source: quoter, pieces: draft.pieces, isTopic: true,
                            standing: -1,
                            rule: "quoted-by"))
                    replaced.insert(link)
                }
            }
            // "“…,” Y was quoted by X as saying"
            if isVerb(cue), isPassive(cue), SourceReader.quoting.contains(lemma(cue)),
                draft.form == .direct || draft.source != nil,
                let told = parsed.child(of: cue, "nsubjpass"), let saying = sources.quotedSaying(cue)
            {
                if let quoter = sources.agent(of: cue) ?? sources.agent(of: saying) {
                    added.append(
                        StatementDraft(
                            cue: [cue], cueClass: .say, source: quoter, pieces: draft.pieces, isTopic: true,
                            standing: -1,
                            rule: "quoting-as"))
                }
                drafts[number].cue = [saying]
                drafts[number].source = sources.source(told, beside: cue)
            }
        }
        drafts.removeAll { draft in draft.cue.first.map { replaced.contains($0) } ?? false }
        drafts += added
    }

    /// The verbs by which a teller cites somebody: participles at the cue or right behind the teller's name, and relative
    /// clauses of the name.
    private func citing(of draft: StatementDraft) -> [Int] {
        guard let cue = draft.cue.first else { return [] }
        var found: [Int] = []
        if isVerb(cue) { found += parsed.children(of: cue, "advcl").filter { isCiting($0) } }
        if let head = draft.source?.head, draft.source?.mention == nil {
            found += parsed.children(of: head, "relcl", "acl").filter {
                $0 > head && Self.citing.contains(lemma($0)) && tokens[$0].tag != "VBN"
            }
            let end = [head + 1, draft.source?.tokens?.upperBound ?? 0].max() ?? 0
            let next = (end..<min(end + 3, tokens.count)).first { !isPunctuation($0) }
            if let next, isCiting(next), parsed.sentence(of: next) == parsed.sentence(of: cue) { found.append(next) }
        }
        var seen: Set<Int> = []
        return found.filter { seen.insert($0).inserted }
    }

    private func isCiting(_ index: Int) -> Bool { tokens[index].tag == "VBG" && Self.citing.contains(lemma(index)) }

    private static let citing: Set<String> = ["cite", "quote"]

    /// Where somebody is quoted: "cited in the Osk Times".
    private func quotingMedium(_ verb: Int) -> StatementSource? {
        for link in parsed.children(of: verb, "prep") where ["in", "on"].contains(forms[link]) {
            if let object = parsed.child(of: link, "pobj"), speakers.canSpeak(StatementSource(head: object)),
                !isTime(object)
            {
                return sources.source(object, beside: verb)
            }
        }
        return nil
    }

    /// Names whom a saying is addressed to where the sentence said so before it: "told the council that … , adding
    /// that …", "told the council that … and said that …", and the sentence that goes on with "she added".
    func carryingAddressees(_ findings: [StatementFinding]) -> [StatementFinding] {
        var findings = findings
        let order = findings.indices.filter { findings[$0].cueClass.isSpeech && !findings[$0].cueTokens.isEmpty }
            .sorted { findings[$0].cueTokens[0] < findings[$1].cueTokens[0] }
        for (place, number) in order.enumerated()
        where findings[number].addressee == nil && ![.demand, .accuse, .praise].contains(findings[number].cueClass) {
            let cue = findings[number].cueTokens[0]
            guard isVerb(cue), let name = findings[number].source?.name else { continue }
            let before = order[..<place].reversed().prefix(6).filter { earlier in
                findings[earlier].source?.name == name && findings[earlier].addressee != nil
                    && block(of: findings[earlier].cueTokens[0]) == block(of: cue)
            }
            let held = before.first { earlier in
                let other = findings[earlier].cueTokens[0]
                if goesOn(cue, with: other) { return true }
                let distance = parsed.sentence(of: cue) - parsed.sentence(of: other)
                return Self.goingOn.contains(lemma(cue)) && (0...2).contains(distance) && quotationOfToken[cue] == nil
                    && quotationOfToken[other] == nil
            }
            guard let held, var hearer = findings[held].addressee else { continue }
            hearer.from = hearer.from ?? hearer.span
            findings[number].addressee = hearer
        }
        return findings
    }

    private static let goingOn: Set<String> = ["add", "continue", "conclude", "go"]

    /// Whether a saying is a conjunct of another or hangs on it ("told …, adding").
    private func goesOn(_ cue: Int, with other: Int) -> Bool {
        if coordination.coordinated(cue) == other { return true }
        var at = cue
        while ["conj", "advcl"].contains(tokens[at].dep), let above = parsed.head(of: at) {
            if tokens[at].dep == "advcl", tokens[at].tag != "VBG" { return false }
            if parsed.child(of: at, "nsubj").map({ tokens[$0].pos != "PRON" }) ?? false { return false }
            if above == other { return true }
            at = above
        }
        return false
    }
}

import ChanceryCore
import SpacyPipeline

extension StatementBuilder {
    /// A draft as a finding; nil where nothing of its content is left.
    func finish(_ draft: StatementDraft) -> StatementFinding? {
        let pieces = (draft.form == .indirect ? joined(draft.pieces) : draft.pieces).compactMap(trimmedContent)
        guard let first = pieces.first else { return nil }
        let content = pieces.map { parsed.span($0) }
        var hull = content.reduce(parsed.span(first)) { $0.union($1) }
        let sourceSpan = draft.source?.label ?? draft.source?.tokens.map { parsed.span($0) }
        if let sourceSpan { hull = hull.union(sourceSpan) }
        let cueSpan =
            draft.cue.isEmpty
            ? nil
            : draft.cue.dropFirst().reduce(parsed.span(draft.cue[0])) {
                $0.union(parsed.span($1))
            }
        if let cueSpan { hull = hull.union(cueSpan) }
        let head = draft.cue.first
        let source = names.mention(of: draft.source)
        return StatementFinding(
            source: source, sourceHead: draft.source?.head, sourceSpan: sourceSpan,
            cue: draft.cue.sorted().map { parsed.text(parsed.span($0)) }.joined(separator: " "), cueTokens: draft.cue,
            cueSpan: cueSpan, content: content, contentTokens: pieces, form: draft.form, hull: hull,
            addressee: addressee(of: draft, source: source) ?? hearer(of: draft, source: source),
            via: draft.via.filter { $0 != source?.name },
            cueClass: draft.cueClass, isEstablished: isEstablished(draft),
            confirms: head.map { isVerb($0) && lexicon.stances[lemma($0)] == .confirms } ?? false,
            isDenial: draft.denies,
            isNegated: head.map(isNegated) == true || speakers.isNobody(draft.source) || isOfNothing(head),
            isSupposed: head.map(isSupposed) ?? false,
            isProspective: head.map(isProspective) ?? false,
            isTopic: (draft.isTopic || isShownInDeeds(draft) || isVague(draft)) && draft.form == .indirect,
            isDoubtful: isDoubtful(draft), isInvented: isInvented(draft), question: draft.question,
            sourceCanSpeak: speakers.canSpeak(draft.source),
            isUnresolved: source == nil && speakers.isStandIn(draft.source?.head), isOwn: isOwn(draft),
            isNominal: draft.isNominal,
            quotesPartly: pieces.contains { piece in
                piece.contains { quotationOfToken[$0] != head.flatMap { quotationOfToken[$0] } }
            }, aboutHeads: aboutHeads(pieces), standing: draft.standing, rule: draft.rule)
    }

    /// Pieces parted by nothing but punctuation as one: "that in the end, “they will leave.”"
    private func joined(_ pieces: [Range<Int>]) -> [Range<Int>] {
        pieces.reduce(into: []) { joined, piece in
            guard let last = joined.last, last.upperBound <= piece.lowerBound,
                (last.upperBound..<piece.lowerBound).allSatisfy(isPunctuation)
            else { return joined.append(piece) }
            joined[joined.count - 1] = last.lowerBound..<piece.upperBound
        }
    }

    /// A piece without punctuation around it; quotation marks inside that enclose part of it stay.
    private func trimmedContent(_ piece: Range<Int>) -> Range<Int>? {
        guard var piece = trimmed(piece) else { return nil }
        // "“…” and": a conjunction left over at the end joins nothing.
        while piece.count > 1, tokens[piece.upperBound - 1].pos == "CCONJ", let rest = trimmed(piece.dropLast()) {
            piece = rest
        }
        // "said the sign read “Closed.”": a quotation that begins inside ends with its mark.
        let last = piece.upperBound - 1
        if let quotation = quotationOfToken[last].map({ quotations[$0] }),
            quotation.tokens.lowerBound > piece.lowerBound,
            !quotation.goesOn,
            (piece.upperBound..<max(piece.upperBound, quotation.tokens.upperBound)).allSatisfy(isPunctuation),
            let close = (quotation.tokens.upperBound..<min(quotation.tokens.upperBound + 2, tokens.count)).first(
                where: {
                    tokens[$0].end == quotation.outer.end
                })
        {
            return piece.lowerBound..<(close + 1)
        }
        return piece
    }

    /// "I" and "we" are whoever's words these are.
    private func isOwn(_ draft: StatementDraft) -> Bool {
        guard let head = draft.source?.head, draft.source?.mention == nil else { return false }
        return speakers.isFirstPerson(head)
    }

    /// Names "I" and "we" inside quotations after whoever speaks there.
    func resolvingFirstPersons(_ findings: [StatementFinding]) -> [StatementFinding] {
        let index = StatementIndex(findings)
        return findings.map { finding in
            // "He", inside somebody's words, is not who speaks them.
            if let head = finding.sourceHead, tokens[head].pos == "PRON", !finding.isOwn,
                let name = finding.source?.name,
                let speaker = index.speaker(at: head), quotationOfToken[head] != nil,
                speaker.name == name || isApposition(finding.source, of: speaker)
            {
                var finding = finding
                finding.source = nil
                finding.isUnresolved = true
                return finding
            }
            guard finding.isOwn, finding.source == nil, let head = finding.sourceHead, let span = finding.sourceSpan,
                var speaker = index.speaker(at: head)
            else { return finding }
            var finding = finding
            speaker.from = speaker.from ?? speaker.span
            speaker.span = span
            finding.source = speaker
            return finding
        }
    }

    /// Whether a mention is what another is called beside its name: "Ana Roe, a banker, said".
    private func isApposition(_ mention: Mention?, of other: Mention) -> Bool {
        guard let from = mention?.from else { return false }
        return parsed.tokens(in: from).contains { token in
            tokens[token].dep == "appos"
                && parsed.head(of: token).map { parties.participant($0)?.name == other.name } ?? false
        }
    }

    private func isEstablished(_ draft: StatementDraft) -> Bool {
        guard draft.finds || draft.cueClass == .show, let head = draft.source?.head else { return false }
        if lexicon.authorities.contains(lemma(head)) { return true }
        guard let name = names.mention(of: draft.source)?.name else { return false }
        return name.lowercased().split(separator: " ").contains { lexicon.authorities.contains(String($0)) }
    }

    /// Whether something shows without words: "Osk shows how a port can grow" tells of Osk; a study that shows it speaks.
    private func isShownInDeeds(_ draft: StatementDraft) -> Bool {
        guard draft.cueClass == .show, let head = draft.source?.head else { return false }
        let base = lemma(head)
        return !lexicon.media.contains(base) && !lexicon.authorities.contains(base) && !isEstablished(draft)
            && !["figure", "number", "statistic", "poll", "datum", "data", "research", "test", "image"].contains(base)
    }

    /// Whether all that is told of a saying is a word that points elsewhere or somebody met: "criticized these things",
    /// "agreed with him on Sunday", "welcomed the envoys".
    private func isVague(_ draft: StatementDraft) -> Bool {
        // "A summary to which he admitted"
        let words = draft.pieces.flatMap { Array($0) }.filter { !isPunctuation($0) }
        if words.allSatisfy({ ["PRON", "DET", "ADP"].contains(tokens[$0].pos) }) { return true }
        guard draft.isNominal, let cue = draft.cue.first, let piece = draft.pieces.first, draft.pieces.count == 1,
            let first = piece.first(where: { !isPunctuation($0) }), first > cue
        else { return false }
        guard draft.rule.hasSuffix("-object") || draft.rule.contains("phrase-") else { return false }
        if tokens[first].tag == "PRP" || ["this", "that", "these", "those"].contains(forms[first]) {
            if tokens[first].pos == "PRON" { return true }
        }
        if ["this", "that", "these", "those", "such", "it"].contains(forms[first]) {
            return piece.count { !isPunctuation($0) } <= 3
        }
        guard lemma(cue) == "welcome", let object = parsed.child(of: cue, "dobj") else { return false }
        if tokens[object].pos == "PRON" { return true }
        return parties.participant(object).map { [.person, .group, .organisation].contains($0.kind) } ?? false
            || lexicon.speakers.contains(lemma(object))
    }

    private func hearer(of draft: StatementDraft, source: Mention?) -> Mention? {
        names.mention(of: draft.hearer).flatMap { $0.name == source?.name ? nil : $0 }.map { hearer in
            var hearer = hearer
            // Named in the turn before, or in the introduction.
            hearer.from = hearer.from ?? hearer.span
            return hearer
        }
    }

    /// "None of it has been denied": a passive saying of nothing.
    private func isOfNothing(_ cue: Int?) -> Bool {
        guard let cue, isVerb(cue), isPassive(cue), let subject = parsed.child(of: cue, "nsubjpass") else {
            return false
        }
        return speakers.isNobody(StatementSource(head: subject)) || forms[subject] == "nothing"
    }

    private func aboutHeads(_ pieces: [Range<Int>]) -> [Int] {
        pieces.flatMap { $0 }.filter { index in
            ["NOUN", "PROPN"].contains(tokens[index].pos) && tokens[index].dep != "compound"
                && parties.participant(index) != nil
        }
    }
}

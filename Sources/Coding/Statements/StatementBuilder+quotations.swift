import ChanceryCore
import SpacyPipeline

extension StatementBuilder {
    /// Joins quotations to their cues: those found by the parse, those beside a reporting verb, and those that go on
    /// without a cue of their own.
    ///
    /// A quotation whose words no cue governs, and that is no sentence of its own, stays what it is: a name, an irony,
    /// a borrowed word. It is no statement.
    mutating func attachQuotations() {
        for index in drafts.indices { widen(index) }
        var draftsOfBlock: [Int: [Int]] = [:]
        for index in drafts.indices {
            if let cue = drafts[index].cue.first { draftsOfBlock[block(of: cue), default: []].append(index) }
        }
        let near = { (quotation: Quotation) in draftsOfBlock[quotation.block] ?? [] }
        var owner: [Int: Int] = [:]
        for number in quotations.indices where quotations[number].depth == 0 {
            owner[number] = near(quotations[number]).first { owns($0, quotations[number]) }
        }
        let groups = quotationGroups()
        var last: (draft: Int, quotation: Int)?
        for group in groups {
            if let held = group.first(where: { owner[$0] != nil }), let draft = owner[held] {
                for number in group where owner[number] == nil { add(quotations[number].tokens, to: draft) }
                last = (draft, group[group.count - 1])
                continue
            }
            guard let first = group.first,
                group.contains(where: {
                    isLong(quotations[$0]) || isBrokenOff(quotations[$0]) || isAnswer(quotations[$0])
                }), !isTitle(quotations[first])
            else { continue }
            var draft = named(beside: group)
            for number in group where draft == nil { draft = cueBeside(quotations[number]) }
            if draft == nil, let last, continues(first, after: last.quotation), !isRendered(quotations[first]),
                drafts[last.draft].form == .direct || !drafts[last.draft].isNominal
            {
                for number in group { add(quotations[number].tokens, to: last.draft) }
                continue
            }
            if draft == nil, startsBlock(quotations[first]) {
                draft = introduction(of: quotations[first].block, needsColon: true, orSubject: true)
            }
            if draft == nil { draft = uncued(first, last: last.map { drafts[$0.draft] }, at: last?.quotation) }
            if draft == nil { draft = unnamed(group) }
            guard var draft else { continue }
            draft.pieces = group.map { quotations[$0].tokens }
            draft.form = .direct
            draft.isNominal = false
            if let verb = draft.cue.first, let place = drafts.firstIndex(where: { $0.cue.first == verb }) {
                if drafts[place].form == .direct || !drafts[place].isNominal {
                    for piece in draft.pieces { add(piece, to: place) }
                    if drafts[place].source == nil { drafts[place].source = draft.source }
                } else {
                    drafts[place] = draft
                }
                last = (place, group[group.count - 1])
            } else {
                if let verb = draft.cue.first { draft.via = mediums.names(beside: verb) }
                drafts.append(draft)
                last = (drafts.count - 1, group[group.count - 1])
            }
        }
        attachInnerQuotations()
    }

    /// Joins quotations inside quotations to the cues that stand with them, or to nobody: whoever says "I" there is not
    /// the one whose words hold theirs.
    private mutating func attachInnerQuotations() {
        for number in quotations.indices where quotations[number].depth > 0 {
            let quotation = quotations[number]
            let isOwned = drafts.indices.contains { index in
                drafts[index].cue.first.map { quotationOfToken[$0] != nil } ?? false && owns(index, quotation)
            }
            guard !isOwned, isSentence(quotation) else { continue }
            var draft =
                cueBeside(quotation)
                ?? StatementDraft(cue: [], cueClass: .say, pieces: [], rule: "quotation-unnamed")
            if let cue = draft.cue.first, drafts.contains(where: { $0.cue.first == cue }) { continue }
            draft.pieces = [quotation.tokens]
            draft.form = .direct
            drafts.append(draft)
        }
    }

    /// Whether a quotation is a sentence that somebody says, and no name or borrowed words.
    private func isSentence(_ quotation: Quotation) -> Bool {
        startsSentence(quotation) && isLong(quotation) && !isTitle(quotation)
            && quotation.tokens.contains { isVerb($0) || tokens[$0].pos == "AUX" }
    }

    /// Sentences in quotation marks that the text gives to nobody: not the author's words, and no record.
    private func unnamed(_ group: [Int]) -> StatementDraft? {
        guard let first = group.first, isSentence(quotations[first]),
            let last = quotations[group[group.count - 1]].tokens.last,
            ![.title, .heading].contains(parsed.document.blocks[quotations[first].block].kind),
            quotations[first].goesOn || [".", "!", "?", "…"].contains(tokens[last].text)
        else { return nil }
        return StatementDraft(
            cue: [], cueClass: .say, pieces: [], isRendered: isAnnouncedAsRendering(quotations[first]),
            rule: "quotation-unnamed")
    }

    /// Quotations that run over paragraphs count as one; all others stand alone.
    private func quotationGroups() -> [[Int]] {
        var groups: [[Int]] = []
        for number in quotations.indices where quotations[number].depth == 0 {
            if let previous = groups.last?.last, quotations[previous].goesOn,
                quotations[number].block > quotations[previous].block, startsBlock(quotations[number]),
                !(quotations[previous].block + 1..<quotations[number].block).contains(where: {
                    !tokens(ofBlock: $0).isEmpty && parsed.document.blocks[$0].kind == .paragraph
                })
            {
                groups[groups.count - 1].append(number)
            } else {
                groups.append([number])
            }
        }
        return groups
    }

    func startsBlock(_ quotation: Quotation) -> Bool {
        quotation.outer.start == parsed.document.blocks[quotation.block].body.start
    }

    /// Widens a draft's content to the quotations it cuts, and marks it direct where all its words are quoted.
    private mutating func widen(_ index: Int) {
        guard let cue = drafts[index].cue.first else { return }
        var draft = drafts[index]
        let depth = quotationOfToken[cue].map { quotations[$0].depth + 1 } ?? 0
        if let end = draft.pieces.last?.upperBound, !draft.isNominal,
            let more = quotationRight(after: end, below: depth, cue: cue)
        {
            draft.pieces[draft.pieces.count - 1] =
                draft.pieces[draft.pieces.count - 1].lowerBound..<more.tokens.upperBound
            drafts[index] = draft
        }
        let touched = quotations(ofBlock: block(of: cue)).filter { quotation in
            quotation.depth == depth && !quotation.tokens.contains(cue)
                && draft.pieces.contains { $0.overlaps(quotation.tokens) }
        }
        guard !touched.isEmpty else { return }
        // "“…,” and then …": a stray word behind the mark belongs to what follows.
        draft.pieces = draft.pieces.map { piece in
            guard let first = piece.first(where: { !isPunctuation($0) }),
                let holder = touched.first(where: { $0.tokens.contains(first) }),
                holder.tokens.upperBound < piece.upperBound,
                (holder.tokens.upperBound..<piece.upperBound).count(where: { !isPunctuation($0) }) <= 1
            else { return piece }
            return piece.lowerBound..<holder.tokens.upperBound
        }
        let words = draft.pieces.flatMap { Array($0) }.filter { !isPunctuation($0) }
        let quoted = words.count { word in touched.contains { $0.tokens.contains(word) } }
        if quoted == words.count {
            draft.form = .direct
            draft.pieces = touched.map(\.tokens)
            draft.isNominal = false
            drafts[index] = draft
        } else if !draft.isNominal {
            drafts[index] = draft
            for quotation in touched { add(quotation.tokens, to: index) }
            // "X is bad. Y is worse,” he said" parsed as one clause: most of it is quoted.
            if 10 * quoted >= 9 * words.count, words.count > 8 { drafts[index].form = .direct }
        }
    }

    /// Adds tokens to a draft's content, joining pieces that touch.
    mutating func add(_ range: Range<Int>, to draft: Int) {
        var joined: [Range<Int>] = []
        for piece in (drafts[draft].pieces + [range]).sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = joined.last, piece.lowerBound <= last.upperBound {
                joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, piece.upperBound)
            } else {
                joined.append(piece)
            }
        }
        drafts[draft].pieces = joined
    }

    private func owns(_ draft: Int, _ quotation: Quotation) -> Bool {
        guard let cue = drafts[draft].cue.first, !quotation.tokens.contains(cue) else { return false }
        let held = drafts[draft].pieces.reduce(0) { $0 + $1.clamped(to: quotation.tokens).count }
        return 10 * held >= 6 * quotation.tokens.count
    }

    /// Whether a quotation is more than a name or a borrowed word.
    func isLong(_ quotation: Quotation) -> Bool {
        let words = quotation.tokens.filter { !isPunctuation($0) }
        if words.count >= 4 { return true }
        let hasVerb = words.contains { isVerb($0) || tokens[$0].pos == "AUX" }
        let tokensHere = tokens(ofBlock: quotation.block)
        return words.count >= 2 && hasVerb || 2 * words.count > tokensHere.count
    }

    /// Whether a quotation is the title of a book or a show: a few words, all that are no function words in capitals.
    func isTitle(_ quotation: Quotation) -> Bool {
        let words = quotation.tokens.filter { !isPunctuation($0) }
        guard (2...8).contains(words.count), let last = quotation.tokens.last,
            ![".", "!", "?"].contains(tokens[last].text)
        else { return false }
        let full = words.filter { ["NOUN", "PROPN", "VERB", "ADJ", "ADV", "AUX"].contains(tokens[$0].pos) }
        return full.count >= 2 && full.allSatisfy { tokens[$0].text.first?.isUppercase == true }
    }

    /// Whether a quotation, however short, is speech that its cue interrupts: "“Our army,” said X, “will …”".
    private func isBrokenOff(_ quotation: Quotation) -> Bool {
        guard let last = quotation.tokens.last, tokens[last].text == "," else { return false }
        return cueAfter(quotation) != nil
    }

    /// Whether a quotation, however short, is all that somebody said: "X said: “Never.”", "“Absolutely not,” X told them".
    private func isAnswer(_ quotation: Quotation) -> Bool {
        guard let last = quotation.tokens.last, [".", "!", "?", "…"].contains(tokens[last].text),
            startsSentence(quotation), let draft = cueBeside(quotation), speakers.canSpeak(draft.source)
        else { return false }
        guard let cue = draft.cue.first, isVerb(cue) else {
            return draft.source != nil && followsColon(quotation)
        }
        // "She wrote a novel, “Storms.”": what is written has a name.
        return parsed.child(of: cue, "dobj").map {
            lexicon.addressing.contains(lemma(cue)) || quotation.tokens.contains($0)
        }
            ?? true
    }

    /// A source that is named behind the quotations of a group, or that the sentence behind them points back to.
    private func named(beside group: [Int]) -> StatementDraft? {
        guard let first = group.first, let last = group.last, startsSentence(quotations[first]) else { return nil }
        if let signature = signature(behind: quotations[last]) {
            return StatementDraft(
                cue: [], cueClass: .say, source: signature.source, pieces: [], form: .direct, isSigned: true,
                rule: "signature")
        }
        return pointingBack(behind: quotations[last])
    }

    /// Whether a quotation goes on with what the one before it in its paragraph says.
    private func continues(_ number: Int, after previous: Int) -> Bool {
        guard quotations[previous].block == quotations[number].block else { return false }
        let between = quotations[previous].tokens.upperBound..<quotations[number].tokens.lowerBound
        return startsSentence(quotations[number]) && between.count < 40
    }

    func startsSentence(_ quotation: Quotation) -> Bool {
        guard let first = quotation.tokens.first(where: { !isPunctuation($0) }),
            tokens[first].text.first?.isUppercase == true
        else { return false }
        var before = quotation.tokens.lowerBound - 1
        let block = tokens(ofBlock: quotation.block)
        while before >= block.lowerBound, isQuotationMark(before) || tokens[before].pos == "SPACE" { before -= 1 }
        return before < block.lowerBound
            || [".", "?", "!", ":", "…", "...", ",", ";", "—", "–"].contains(tokens[before].text)
    }

    // MARK: Cues beside a quotation
}

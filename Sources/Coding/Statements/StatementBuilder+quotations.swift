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
                if let verb = draft.cue.first { draft.via = media(beside: verb) }
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
        return StatementDraft(cue: [], cueClass: .say, pieces: [], rule: "quotation-unnamed")
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
            startsSentence(quotation), let draft = cueBeside(quotation), canSpeak(draft.source)
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

    private func cueBeside(_ quotation: Quotation) -> StatementDraft? {
        let endsOpen = quotation.tokens.last.map { tokens[$0].text != "." } ?? true
        // "Roe warned “…,” before predicting that …": the verb that stands right before it.
        let before = (tokens(ofBlock: quotation.block).lowerBound..<quotation.tokens.lowerBound).last {
            !isQuotationMark($0) && tokens[$0].pos != "SPACE"
        }
        if let before, isVerb(before), parsed.child(of: before, "nsubj") != nil, let draft = cueBefore(quotation) {
            return draft
        }
        if endsOpen, let draft = cueAfter(quotation) { return draft }
        return cueBefore(quotation) ?? governor(of: quotation)
    }

    /// The quotation that a quotation stands in.
    private func holder(of quotation: Quotation) -> Int? {
        quotations(ofBlock: quotation.block).lastIndex {
            $0.depth == quotation.depth - 1 && $0.outer != quotation.outer && $0.outer.contains(quotation.outer)
        }
    }

    /// "“…,” X said" and "“…,” said X".
    private func cueAfter(_ quotation: Quotation) -> StatementDraft? {
        let block = tokens(ofBlock: quotation.block)
        let limit = min(block.upperBound, quotation.tokens.upperBound + 28)
        guard quotation.tokens.upperBound < limit else { return nil }
        // "“Osk at Night” star Mira Tovan opened …": words that stand before a noun as its name.
        let next = (quotation.tokens.upperBound..<limit).first { !isQuotationMark($0) && tokens[$0].pos != "SPACE" }
        if let next, let last = quotation.tokens.last, !isPunctuation(last),
            ["NOUN", "CCONJ"].contains(tokens[next].pos)
        {
            return nil
        }
        // "“Look at it!” And Osk nods": after a cry a word in capitals that is no name begins a sentence of its own.
        if let next, let last = quotation.tokens.last, ["!", "?"].contains(tokens[last].text),
            tokens[next].text.first?.isUppercase == true,
            ["CCONJ", "SCONJ", "ADP", "ADV", "DET"].contains(tokens[next].pos)
        {
            return nil
        }
        let holder = holder(of: quotation)
        for index in quotation.tokens.upperBound..<limit {
            if quotationOfToken[index] != holder || [".", "?", "!", ";"].contains(tokens[index].text) { break }
            guard isVerb(index), !["aux", "auxpass"].contains(tokens[index].dep) else { continue }
            if let draft = quotationCue(index, after: quotation) { return draft }
            // Another verb's clause stands between, unless it leads on to the cue ("went on to say").
            let leadsOn = parsed.children(of: index, "xcomp", "conj").contains { $0 > index }
            let isRelative = tokens[index].dep == "relcl" || tokens[index].dep == "acl"
            if !leadsOn, !isRelative { break }
        }
        return nil
    }

    /// "X said, “…”", "X said: “…”", "X said that “…", and a speaker's label before a colon.
    private func cueBefore(_ quotation: Quotation) -> StatementDraft? {
        let block = tokens(ofBlock: quotation.block)
        var at = quotation.tokens.lowerBound - 1
        while at >= block.lowerBound, isQuotationMark(at) || tokens[at].pos == "SPACE" { at -= 1 }
        let holder = holder(of: quotation)
        guard at >= block.lowerBound, quotationOfToken[at] == holder else { return nil }
        let mark = tokens[at].text
        let isColon = mark == ":" || followsColon(quotation)
        var index = at
        var seen = 0
        while index >= block.lowerBound, quotationOfToken[index] == holder {
            if index < at, [".", "?", "!"].contains(tokens[index].text) { break }
            if isVerb(index) || tokens[index].pos == "AUX" {
                if let draft = quotationCue(index, after: nil) { return draft }
                let isSubordinate = ["acl", "relcl", "xcomp", "advcl", "aux", "auxpass"].contains(tokens[index].dep)
                if !isSubordinate { seen += 1 }
                if !isColon, seen > 1 || ![",", "that"].contains(mark) { break }
            } else if tokens[index].pos == "NOUN", isColon || index == at,
                let cueClass = lexicon.nouns[lemma(index)]?.classes[.quotation]
            {
                return StatementDraft(
                    cue: [index], cueClass: cueClass, source: possessor(of: index), pieces: [], rule: "noun-quotation")
            }
            index -= 1
        }
        guard isColon, index + 1 < at || mark != ":" else { return nil }
        return colonCue((index + 1)..<(mark == ":" ? at : at + 1))
    }

    /// A colon straight before the opening mark, even where the tokenizer keeps both in one token.
    private func followsColon(_ quotation: Quotation) -> Bool {
        let bytes = parsed.document.text.utf8
        var at = bytes.index(bytes.startIndex, offsetBy: quotation.outer.start)
        while at > bytes.startIndex {
            at = bytes.index(before: at)
            if bytes[at] != UInt8(ascii: " ") { return bytes[at] == UInt8(ascii: ":") }
        }
        return false
    }

    private func possessor(of noun: Int) -> StatementSource? {
        parsed.child(of: noun, "poss").map { source($0, beside: noun) }
    }

    /// A reporting verb as the cue of the quotation beside it.
    func quotationCue(_ verb: Int, after quotation: Quotation?) -> StatementDraft? {
        guard let entry = entry(ofVerb: verb), let cueClass = entry.classes[.quotation] ?? entry.classes[.clause],
            !isPassive(verb) || agent(of: verb) != nil || tokens[verb].tag != "VBN" || quotedSaying(verb) != nil
        else { return nil }
        if entry.classes[.clause] == nil, entry.classes[.quotation] != nil {
            // "to end the war, “…”": a verb that only stands beside speech needs a finite clause without an object.
            let isInfinitive = parsed.children(of: verb).contains { tokens[$0].tag == "TO" }
            let object = parsed.child(of: verb, "dobj")
            let takesObject = object.map { entry.classes[.object] == nil && $0 > verb && quotationOfToken[$0] == nil }
            if isInfinitive && tokens[verb].dep != "xcomp" || takesObject == true { return nil }
        }
        let source = (isPassive(verb) ? agent(of: verb) : nil) ?? subject(of: verb) ?? neighbour(of: verb, quotation)
        if let head = source?.head, quotation?.tokens.contains(head) == true {
            return StatementDraft(
                cue: [verb], cueClass: cueClass, source: neighbour(of: verb, quotation), pieces: [], form: .direct,
                finds: entry.finds, rule: "quotation-beside")
        }
        return StatementDraft(
            cue: [verb] + (particle(of: verb).map { [$0] } ?? []), cueClass: cueClass, source: source, pieces: [],
            form: .direct, finds: entry.finds, denies: false, rule: "quotation-beside")
    }

    /// The noun phrase next to a cue whose subject the parser lost.
    private func neighbour(of verb: Int, _ quotation: Quotation?) -> StatementSource? {
        let block = tokens(ofBlock: block(of: verb))
        // "And Roe called him “…”": a name that the tagger took for another word.
        if verb > block.lowerBound, tokens[verb - 1].text.first?.isUppercase == true, quotationOfToken[verb - 1] == nil,
            parties.participant(verb - 1)?.kind == .person
        {
            return source(verb - 1, beside: verb)
        }
        let low = max(block.lowerBound, quotation?.tokens.upperBound ?? verb - 8)
        let before = (low..<max(low, verb)).last { index in
            quotationOfToken[index] == nil && ["NOUN", "PROPN", "PRON"].contains(tokens[index].pos)
        }
        if quotation != nil, let before { return source(before, beside: verb) }
        for index in (verb + 1)..<max(verb + 1, min(verb + 10, block.upperBound)) {
            if quotationOfToken[index] != nil || [",", ".", ":"].contains(tokens[index].text) { break }
            if ["NOUN", "PROPN", "PRON"].contains(tokens[index].pos), !["compound", "poss"].contains(tokens[index].dep)
            {
                return source(index, beside: verb)
            }
        }
        return before.map { source($0, beside: verb) }
    }
}

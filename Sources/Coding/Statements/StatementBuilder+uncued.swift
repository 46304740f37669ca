import ChanceryCore
import SpacyPipeline

extension StatementBuilder {
    /// The verb that characterises or gives a reason with the quoted words: "confirmed by X as “…”", "received a medal
    /// from X for his “…”". The one who acts by it is taken to speak.
    func governor(of quotation: Quotation) -> StatementDraft? {
        var link = quotation.tokens.lowerBound - 1
        let block = tokens(ofBlock: quotation.block)
        while link >= block.lowerBound, quotation.tokens.lowerBound - link <= 5,
            isPunctuation(link) || ["DET", "PRON", "AUX", "ADJ", "ADV"].contains(tokens[link].pos)
                || ["being", "having"].contains(forms[link])
        { link -= 1 }
        guard link >= block.lowerBound, quotationOfToken[link] == nil,
            ["as", "for"].contains(forms[link]),
            let verb = parsed.ancestors(of: link).first(where: {
                $0 < link && (isVerb($0) && lemma($0) != "have" || tokens[$0].dep == "acomp")
            })
        else { return nil }
        let isAs = forms[link] == "as"
        let isPassive = isPassive(verb) || tokens[verb].dep == "acomp"
        var source = sources.agent(of: verb)
        for phrase in parsed.children(of: verb, "prep") where source == nil && !isAs {
            guard forms[phrase] == "from" else { continue }
            source = parsed.child(of: phrase, "pobj").map { sources.source($0, beside: verb) }
        }
        if source == nil, isPassive {
            source = mediums.source(beside: verb) ?? parsed.head(of: verb).flatMap { mediums.source(beside: $0) }
        } else if source == nil, isAs {
            source = sources.subject(of: verb)
        }
        guard let source, let head = source.head, speakers.isPersonal(head) || names.owner(of: head) != nil else {
            return nil
        }
        return StatementDraft(
            cue: [verb, link], cueClass: .describe, source: source, pieces: [], form: .direct,
            rule: isAs ? "quotation-as" : "quotation-for")
    }

    /// Words before a colon and a quotation: a label ("Name, role: “…”"), or a sentence about its speaker.
    func colonCue(_ range: Range<Int>) -> StatementDraft? {
        let words = range.filter { !isPunctuation($0) }
        let verbs = words.filter { isVerb($0) || tokens[$0].pos == "AUX" }
        let rule: String
        let head: Int?
        if verbs.isEmpty {
            rule = "label"
            head =
                handingOver(range)?.head ?? words.first {
                    tokens[$0].ent.hasSuffix("-PERSON") && !range.contains(tokens[$0].head)
                }
                ?? words.first { tokens[$0].ent.hasSuffix("-PERSON") && tokens[$0].dep != "compound" }
                ?? words.first { tokens[$0].pos == "PROPN" && tokens[$0].dep != "compound" }
        } else {
            rule = "colon"
            let root = verbs.first { !range.contains(tokens[$0].head) || tokens[$0].dep == "ROOT" } ?? verbs.first
            let handed = handingOver(range)
            head = handed?.head ?? root.flatMap { sources.subject(of: $0)?.head }
            guard let head, handed != nil || speakers.isPersonal(head) && range.contains(head) else { return nil }
        }
        guard let head else { return nil }
        return StatementDraft(
            cue: [], cueClass: .say,
            source: StatementSource(head: head, tokens: phrase(head, barrier: range.upperBound)),
            pieces: [], form: .direct, rule: rule)
    }

    /// Whether the author announces words as a rendering, or hands them to nobody.
    func isAnnouncedAsRendering(_ quotation: Quotation) -> Bool { isRendered(quotation) || isSpokenByNobody(quotation) }

    /// "“…,” the logic goes."
    private func isSpokenByNobody(_ quotation: Quotation) -> Bool {
        guard let last = quotation.tokens.last else { return false }
        let here = parsed.sentence(of: last)
        let next = min(quotation.tokens.upperBound + 1, tokens.count - 1)
        return isHearsay(in: here)
            || parsed.sentence(of: next) != here && isHearsay(in: parsed.sentence(of: next))
                && block(of: next) == quotation.block
    }

    /// A quotation that is a sentence of its own and has no cue: the last speaker goes on, or the person the sentence
    /// before it is about speaks.
    func uncued(_ number: Int, last: StatementDraft?, at previous: Int?) -> StatementDraft? {
        let quotation = quotations[number]
        guard ![.title, .heading].contains(parsed.document.blocks[quotation.block].kind),
            startsSentence(quotation), isLong(quotation), !isRendered(quotation), !isSpokenByNobody(quotation),
            quotation.goesOn || quotation.tokens.last.map({ isPunctuation($0) }) == true
                || quotation.tokens.upperBound >= tokens(ofBlock: quotation.block).upperBound - 2
        else { return nil }
        let block = tokens(ofBlock: quotation.block)
        var source = teller(after: quotation)
        if source == nil,
            let before = (block.lowerBound..<quotation.tokens.lowerBound).last(where: {
                !isPunctuation($0) && quotationOfToken[$0] == nil
            })
        {
            let sentence = parsed.sentences[parsed.sentence(of: before)].tokens
            let root = sentence.first { tokens[$0].dep == "ROOT" }
            if let head = root.flatMap({ sources.subject(of: $0)?.head }), speakers.isPersonal(head) {
                source = StatementSource(head: head)
            }
        }
        if source == nil, startsBlock(quotation), let speaker = last?.source, let previous,
            quotation.block - quotations[previous].block <= 4,
            quotation.block > quotations[previous].block
        {
            source = StatementSource(head: speaker.head, mention: speaker.mention)
        }
        guard let source else { return nil }
        return StatementDraft(
            cue: [], cueClass: .say, source: source, pieces: [], form: .direct, rule: "quotation-follows")
    }

    /// Who does what is told after words that end in a comma, whatever the verb: "“Osk first,” Ana Roe thundered".
    private func teller(after quotation: Quotation) -> StatementSource? {
        guard let last = quotation.tokens.last, tokens[last].text == "," else { return nil }
        let end = min(quotation.tokens.upperBound + 14, tokens(ofBlock: quotation.block).upperBound)
        let rest = quotation.tokens.upperBound..<max(quotation.tokens.upperBound, end)
        guard let verb = rest.first(where: { isVerb($0) && quotationOfToken[$0] == nil }),
            !(rest.lowerBound..<verb).contains(where: { [".", "!", "?"].contains(tokens[$0].text) }),
            let subject = parsed.child(of: verb, "nsubj"), rest.contains(subject)
        else { return nil }
        // Somebody the entities do not know says it: not whoever spoke last.
        return speakers.isPersonal(subject) ? StatementSource(head: subject) : StatementSource()
    }
}

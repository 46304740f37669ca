import ChanceryCore
import Grammar
import SpacyPipeline

/// The words beside a quotation that say whose it is: a verb behind or before it, a colon, a reason or name that governs it.
struct QuotationCueFinder: StatementStage {
    let context: StatementContext

    private var test: QuotationTest { QuotationTest(context: context) }
    private var handover: HandoverReader { HandoverReader(context: context) }

    func cueBeside(_ quotation: Quotation) -> QuotationCue? {
        let endsOpen = quotation.tokens.last.map { tokens[$0].text != "." } ?? true
        // "Roe warned “…,” before predicting that …": the verb that stands right before it.
        let before = (tokens(ofBlock: quotation.block).lowerBound..<quotation.tokens.lowerBound).last {
            !isQuotationMark($0) && classes[$0] != .space
        }
        if let before, isVerb(before), tree.child(of: before, [.nsubj]) != nil, let draft = cueBefore(quotation) {
            return draft
        }
        if endsOpen, let draft = cueAfter(quotation) { return draft }
        return cueBefore(quotation) ?? governor(of: quotation)
    }

    /// "“…,” X said" and "“…,” said X".
    func cueAfter(_ quotation: Quotation) -> QuotationCue? {
        let block = tokens(ofBlock: quotation.block)
        let limit = min(block.upperBound, quotation.tokens.upperBound + 28)
        guard quotation.tokens.upperBound < limit else { return nil }
        // "“Osk at Night” star Mira Tovan opened …": words that stand before a noun as its name.
        let next = (quotation.tokens.upperBound..<limit).first { !isQuotationMark($0) && classes[$0] != .space }
        if let next, let last = quotation.tokens.last, !isPunctuation(last),
            [.noun, .cconj].contains(classes[next])
        {
            return nil
        }
        // "“Look at it!” And Osk nods": after a cry a word in capitals that is no name begins a sentence of its own.
        if let next, let last = quotation.tokens.last, ["!", "?"].contains(tokens[last].text),
            tokens[next].text.first?.isUppercase == true,
            [.cconj, .sconj, .adp, .adv, .det].contains(classes[next])
        {
            return nil
        }
        let holder = test.holder(of: quotation)
        for index in quotation.tokens.upperBound..<limit {
            if quotationOfToken[index] != holder || [".", "?", "!", ";"].contains(tokens[index].text) { break }
            guard isVerb(index), ![.aux, .auxpass].contains(labels[index]) else { continue }
            if let draft = quotationCue(index, after: quotation) { return draft }
            // Another verb's clause stands between, unless it leads on to the cue ("went on to say").
            let leadsOn = tree.children(of: index, [.xcomp, .conj]).contains { $0 > index }
            let isRelative = labels[index] == .relcl || labels[index] == .acl
            if !leadsOn, !isRelative { break }
        }
        return nil
    }

    /// "X said, “…”", "X said: “…”", "X said that “…", and a speaker's label before a colon.
    func cueBefore(_ quotation: Quotation) -> QuotationCue? {
        let block = tokens(ofBlock: quotation.block)
        var at = quotation.tokens.lowerBound - 1
        while at >= block.lowerBound, isQuotationMark(at) || classes[at] == .space { at -= 1 }
        let holder = test.holder(of: quotation)
        guard at >= block.lowerBound, quotationOfToken[at] == holder else { return nil }
        let mark = tokens[at].text
        let isColon = mark == ":" || test.followsColon(quotation)
        var index = at
        var seen = 0
        while index >= block.lowerBound, quotationOfToken[index] == holder {
            if index < at, [".", "?", "!"].contains(tokens[index].text) { break }
            if grammar.isVerb(index) {
                if let draft = quotationCue(index, after: nil) { return draft }
                let isSubordinate = [.acl, .relcl, .xcomp, .advcl, .aux, .auxpass].contains(labels[index])
                if !isSubordinate { seen += 1 }
                if !isColon, seen > 1 || mark != "," && mark != "that" { break }
            } else if classes[index] == .noun, isColon || index == at,
                let cueClass = lexicon.nouns[lemma(index)]?.classes[.quotation]
            {
                return QuotationCue(
                    tokens: [index], cueClass: cueClass, source: sources.possessor(of: index),
                    rule: .init(.nounQuotation))
            }
            index -= 1
        }
        guard isColon, index + 1 < at || mark != ":" else { return nil }
        return colonCue((index + 1)..<(mark == ":" ? at : at + 1))
    }

    /// A reporting verb as the cue of the quotation beside it.
    func quotationCue(_ verb: Int, after quotation: Quotation?) -> QuotationCue? {
        guard let entry = entry(ofVerb: verb), let cueClass = entry.classes[.quotation] ?? entry.classes[.clause],
            !isPassive(verb) || sources.agent(of: verb) != nil || tags[verb] != .VBN
                || sources.quotedSaying(verb) != nil
        else { return nil }
        if entry.classes[.clause] == nil, entry.classes[.quotation] != nil {
            // "to end the war, “…”": a verb that only stands beside speech needs a finite clause without an object.
            let object = tree.child(of: verb, [.dobj])
            let takesObject = object.map { entry.classes[.object] == nil && $0 > verb && quotationOfToken[$0] == nil }
            if hasTo(verb) && labels[verb] != .xcomp || takesObject == true { return nil }
        }
        let source =
            (isPassive(verb) ? sources.agent(of: verb) : nil) ?? sources.subject(of: verb)
            ?? neighbour(of: verb, quotation)
        if let head = source?.head, quotation?.tokens.contains(head) == true {
            return QuotationCue(
                tokens: [verb], cueClass: cueClass, source: neighbour(of: verb, quotation), finds: entry.finds,
                rule: .init(.quotationBeside))
        }
        return QuotationCue(
            tokens: [verb] + (particle(of: verb).map { [$0] } ?? []), cueClass: cueClass, source: source,
            finds: entry.finds, rule: .init(.quotationBeside))
    }

    /// The noun phrase next to a cue whose subject the parser lost.
    func neighbour(of verb: Int, _ quotation: Quotation?) -> StatementSource? {
        let block = tokens(ofBlock: block(of: verb))
        // "And Roe called him “…”": a name that the tagger took for another word.
        if verb > block.lowerBound, tokens[verb - 1].text.first?.isUppercase == true, quotationOfToken[verb - 1] == nil,
            parties.participant(verb - 1)?.kind == .person
        {
            return sources.source(verb - 1, beside: verb)
        }
        let low = max(block.lowerBound, quotation?.tokens.upperBound ?? verb - 8)
        let before = (low..<max(low, verb)).last { index in
            quotationOfToken[index] == nil && [.noun, .propn, .pron].contains(classes[index])
        }
        if quotation != nil, let before { return sources.source(before, beside: verb) }
        for index in (verb + 1)..<max(verb + 1, min(verb + 10, block.upperBound)) {
            if quotationOfToken[index] != nil || [",", ".", ":"].contains(tokens[index].text) { break }
            if [.noun, .propn, .pron].contains(classes[index]), ![.compound, .poss].contains(labels[index]) {
                return sources.source(index, beside: verb)
            }
        }
        return before.map { sources.source($0, beside: verb) }
    }

    /// The verb that characterises or gives a reason with the quoted words: "confirmed by X as “…”", "received a medal
    /// from X for his “…”". The one who acts by it is taken to speak.
    func governor(of quotation: Quotation) -> QuotationCue? {
        var link = quotation.tokens.lowerBound - 1
        let block = tokens(ofBlock: quotation.block)
        while link >= block.lowerBound, quotation.tokens.lowerBound - link <= 5,
            isPunctuation(link) || [.det, .pron, .aux, .adj, .adv].contains(classes[link])
                || lists.participles.contains(forms[link])
        { link -= 1 }
        guard link >= block.lowerBound, quotationOfToken[link] == nil,
            lists.governing.contains(forms[link]),
            let verb = tree.ancestors(of: link).first(where: {
                $0 < link && (isVerb($0) && lemma($0) != "have" || labels[$0] == .acomp)
            })
        else { return nil }
        let isAs = forms[link] == "as"
        let isPassive = isPassive(verb) || labels[verb] == .acomp
        var source = sources.agent(of: verb)
        for phrase in tree.children(of: verb, [.prep]) where source == nil && !isAs {
            guard forms[phrase] == "from" else { continue }
            source = tree.child(of: phrase, [.pobj]).map { sources.source($0, beside: verb) }
        }
        if source == nil, isPassive {
            source = mediums.source(beside: verb) ?? tree.head(of: verb).flatMap { mediums.source(beside: $0) }
        } else if source == nil, isAs {
            source = sources.subject(of: verb)
        }
        guard let source, let head = source.head, speakers.isPersonal(head) || names.owner(of: head) != nil else {
            return nil
        }
        return QuotationCue(
            tokens: [verb, link], cueClass: .describe, source: source,
            rule: .init(.quotationGoverned, preposition: isAs ? "as" : "for"))
    }

    /// Words before a colon and a quotation: a label ("Name, role: “…”"), or a sentence about its speaker.
    func colonCue(_ range: Range<Int>) -> QuotationCue? {
        let words = range.filter { !isPunctuation($0) }
        let verbs = words.filter { grammar.isVerb($0) }
        let construction: StatementRule.Construction
        let head: Int?
        if verbs.isEmpty {
            construction = .label
            head =
                handover.handingOver(range)?.head ?? words.first {
                    entity($0) == "PERSON" && !range.contains(tokens[$0].head)
                }
                ?? words.first { entity($0) == "PERSON" && labels[$0] != .compound }
                ?? words.first { classes[$0] == .propn && labels[$0] != .compound }
        } else {
            construction = .colon
            let root = verbs.first { !range.contains(tokens[$0].head) || labels[$0] == .root } ?? verbs.first
            let handed = handover.handingOver(range)
            head = handed?.head ?? root.flatMap { sources.subject(of: $0)?.head }
            guard let head, handed != nil || speakers.isPersonal(head) && range.contains(head) else { return nil }
        }
        guard let head else { return nil }
        return QuotationCue(
            source: StatementSource(head: head, tokens: phrase(head, barrier: range.upperBound)),
            rule: .init(construction))
    }

    /// Whether a quotation, however short, is speech that its cue interrupts: "“Our army,” said X, “will …”".
    func isBrokenOff(_ quotation: Quotation) -> Bool {
        guard let last = quotation.tokens.last, tokens[last].text == "," else { return false }
        return cueAfter(quotation) != nil
    }

    /// Whether a quotation, however short, is all that somebody said: "X said: “Never.”", "“Absolutely not,” X told them".
    func isAnswer(_ quotation: Quotation) -> Bool {
        guard let last = quotation.tokens.last, [".", "!", "?", "…"].contains(tokens[last].text),
            test.startsSentence(quotation), let draft = cueBeside(quotation), speakers.canSpeak(draft.source)
        else { return false }
        guard let cue = draft.tokens.first, isVerb(cue) else {
            return draft.source != nil && test.followsColon(quotation)
        }
        // "She wrote a novel, “Storms.”": what is written has a name.
        return tree.child(of: cue, [.dobj]).map {
            lexicon.addressing.contains(lemma(cue)) || quotation.tokens.contains($0)
        }
            ?? true
    }
}

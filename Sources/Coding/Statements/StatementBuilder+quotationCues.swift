import ChanceryCore
import SpacyPipeline

/// The words beside a quotation that say whose it is: a verb behind or before it, a colon, a possessor.
extension StatementBuilder {
    func cueBeside(_ quotation: Quotation) -> StatementDraft? {
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
    func holder(of quotation: Quotation) -> Int? {
        quotations(ofBlock: quotation.block).lastIndex {
            $0.depth == quotation.depth - 1 && $0.outer != quotation.outer && $0.outer.contains(quotation.outer)
        }
    }

    /// "“…,” X said" and "“…,” said X".
    func cueAfter(_ quotation: Quotation) -> StatementDraft? {
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
    func cueBefore(_ quotation: Quotation) -> StatementDraft? {
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
                    cue: [index], cueClass: cueClass, source: sources.possessor(of: index), pieces: [],
                    rule: "noun-quotation")
            }
            index -= 1
        }
        guard isColon, index + 1 < at || mark != ":" else { return nil }
        return colonCue((index + 1)..<(mark == ":" ? at : at + 1))
    }

    /// A colon straight before the opening mark, even where the tokenizer keeps both in one token.
    func followsColon(_ quotation: Quotation) -> Bool {
        let bytes = parsed.document.text.utf8
        var at = bytes.index(bytes.startIndex, offsetBy: quotation.outer.start)
        while at > bytes.startIndex {
            at = bytes.index(before: at)
            if bytes[at] != UInt8(ascii: " ") { return bytes[at] == UInt8(ascii: ":") }
        }
        return false
    }

    /// A reporting verb as the cue of the quotation beside it.
    func quotationCue(_ verb: Int, after quotation: Quotation?) -> StatementDraft? {
        guard let entry = entry(ofVerb: verb), let cueClass = entry.classes[.quotation] ?? entry.classes[.clause],
            !isPassive(verb) || sources.agent(of: verb) != nil || tokens[verb].tag != "VBN"
                || sources.quotedSaying(verb) != nil
        else { return nil }
        if entry.classes[.clause] == nil, entry.classes[.quotation] != nil {
            // "to end the war, “…”": a verb that only stands beside speech needs a finite clause without an object.
            let isInfinitive = parsed.children(of: verb).contains { tokens[$0].tag == "TO" }
            let object = parsed.child(of: verb, "dobj")
            let takesObject = object.map { entry.classes[.object] == nil && $0 > verb && quotationOfToken[$0] == nil }
            if isInfinitive && tokens[verb].dep != "xcomp" || takesObject == true { return nil }
        }
        let source =
            (isPassive(verb) ? sources.agent(of: verb) : nil) ?? sources.subject(of: verb)
            ?? neighbour(of: verb, quotation)
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
            quotationOfToken[index] == nil && ["NOUN", "PROPN", "PRON"].contains(tokens[index].pos)
        }
        if quotation != nil, let before { return sources.source(before, beside: verb) }
        for index in (verb + 1)..<max(verb + 1, min(verb + 10, block.upperBound)) {
            if quotationOfToken[index] != nil || [",", ".", ":"].contains(tokens[index].text) { break }
            if ["NOUN", "PROPN", "PRON"].contains(tokens[index].pos), !["compound", "poss"].contains(tokens[index].dep)
            {
                return sources.source(index, beside: verb)
            }
        }
        return before.map { sources.source($0, beside: verb) }
    }
}

import ChanceryCore
import Grammar

/// Sentences that hand over to whoever's words follow, and those that point back to whose they were.
struct HandoverReader: StatementStage {
    let context: StatementContext

    private var cues: QuotationCueFinder { QuotationCueFinder(context: context) }
    private var signatures: SignatureReader { SignatureReader(context: context) }

    /// Whom a line without a verb, or about somebody's words, names before a colon: "And from President Roe of Osk:",
    /// "Roe again:", "Roe’s verdict was short:".
    func handingOver(_ range: Range<Int>) -> StatementSource? {
        let words = range.filter { !isPunctuation($0) }
        if let noun = words.first(where: { index in
            lexicon.beside.holds(.words, lemma(index)) && classes[index] == .noun
                && [.nsubj, .root, .attr].contains(labels[index])
        }) {
            if let owner = sources.owner(ofWords: noun) { return owner }
            // "The Tarnian answer"
            for adjective in tree.children(of: noun, [.amod, .compound]) {
                if let party = parties.modifier(adjective) {
                    return StatementSource(head: adjective, tokens: adjective..<(adjective + 1), mention: party)
                }
            }
        }
        guard !words.contains(where: signatures.isFinite),
            let first = words.first(where: { [.noun, .propn, .det].contains(classes[$0]) })
        else { return nil }
        let before = words.filter { $0 < first }
        guard
            before.allSatisfy({ index in
                [.cconj, .adv, .intj, .pron, .part, .adj].contains(classes[index])
                    || lexicon.beside.holds(.origin, forms[index]) || lexicon.beside.holds(.quoting, lemma(index))
            }) || before.count == 1 && forms[before[0]] == "in"
        else { return nil }
        return signatures.speaker(in: first..<range.upperBound)
    }

    /// Who the sentence behind a quotation says it is by: "So wrote Ana Roe.", "That is what Roe said.", "Those were the
    /// words of Ana Roe.", "The words are Roe’s."
    func pointingBack(behind quotation: Quotation) -> QuotationCue? {
        let block = tokens(ofBlock: quotation.block)
        guard
            let start = (quotation.tokens.upperBound..<max(quotation.tokens.upperBound, block.upperBound)).first(
                where: {
                    !isPunctuation($0)
                }), quotationOfToken[start] == nil
        else { return nil }
        let sentence = sentence(around: start)
        let range = start..<sentence.upperBound
        let isBack = lexicon.beside.holds(.back, forms[start])
        if lexicon.beside.holds(.so, forms[start]), range.count > 1,
            let verb = range.first(where: { isVerb($0) && entry(ofVerb: $0)?.classes[.quotation] != nil }),
            verb - start <= 2,
            let draft = cues.quotationCue(verb, after: nil), let head = draft.source?.head, range.contains(head)
        {
            return draft
        }
        guard
            isBack
                || forms[start...].prefix(3).contains(where: isWordForWords),
            let copula = range.first(where: { lemma($0) == "be" && classes[$0] == .aux }), copula - start <= 3
        else { return nil }
        // "That is what Roe said": the verb's clause is about the words.
        if isBack, let what = range.first(where: { lists.whatWords.contains(forms[$0]) }), what - copula <= 2,
            let verb = (what..<range.upperBound).first(where: {
                isVerb($0) && entry(ofVerb: $0)?.classes[.quotation] != nil
            }),
            var draft = cues.quotationCue(verb, after: nil), draft.source != nil
        {
            draft.rule = .init(.quotationBeside)
            return draft
        }
        let noun = range.first { lexicon.beside.holds(.words, lemma($0)) && classes[$0] == .noun }
        guard let noun else { return nil }
        var source = sources.owner(ofWords: noun)
        // "The words are Ana Roe’s."
        if source == nil, noun < copula, let owner = range.first(where: { tags[$0] == .POS }), owner > copula + 1 {
            source = sources.source(owner - 1, beside: copula)
        }
        guard let source,
            source.head.map({ speakers.isPersonal($0) || speakers.canSpeak(StatementSource(head: $0)) }) == true
        else {
            return nil
        }
        return QuotationCue(source: source, attribution: .signed, rule: .init(.quotationNamed))
    }

    private func isWordForWords(_ form: String) -> Bool {
        lexicon.beside.holds(.words, form)
            || form.hasSuffix("s") && lexicon.beside.holds(.words, String(form.dropLast()))
    }
}

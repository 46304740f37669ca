import ChanceryCore
import Grammar
import SpacyPipeline

/// Who the sentence before a block says speaks in it: "X wrote the following:", "According to X:".
struct IntroductionReader: StatementStage {
    let context: StatementContext

    /// What the sentence before a block must be like to say who speaks in the block.
    enum Demand: Equatable {
        /// Any sentence with a cue.
        case anySentence
        /// One that ends in a colon, with a cue or, whatever its verb, with a subject who may speak.
        case endingInColon(orSubject: Bool)
    }

    /// The cue in the sentence that ends before a block.
    func introduction(of number: Int, _ demand: Demand, among drafts: [StatementDraft]) -> QuotationCue? {
        guard let before = previousBlock(number), let last = parsed.blockSentences[before].last else { return nil }
        let sentence = parsed.sentences[last].tokens
        guard let end = sentence.last(where: { classes[$0] != .space }) else { return nil }
        let endsInColon = tokens[end].text.hasSuffix(":")
        guard endsInColon || demand == .anySentence else { return nil }
        if let phrase = drafts.first(where: { draft in
            draft.rule.construction == .phraseBeside && draft.cue.first.map { sentence.contains($0) } == true
                && draft.pieces.allSatisfy { $0.count < 4 }
        }) {
            return QuotationCue(
                tokens: phrase.cue, cueClass: phrase.cueClass, source: phrase.source, rule: phrase.rule)
        }
        let cues = QuotationCueFinder(context: context)
        for verb in sentence.reversed() where isVerb(verb) && quotationOfToken[verb] == nil {
            guard entry(ofVerb: verb)?.classes[.quotation] != nil else { continue }
            let isNear = end - verb <= 4
            let isMain = labels[top(of: verb, through: [.conj, .xcomp])] == .root
            if isNear || isMain && endsInColon, var cue = cues.quotationCue(verb, after: nil),
                endsInColon || speakers.canSpeak(cue.source)
            {
                cue.rule = .init(.quotationBelow)
                return cue
            }
        }
        guard endsInColon, demand != .endingInColon(orSubject: false) else { return nil }
        let source = HandoverReader(context: context).handingOver(sentence) ?? subject(of: sentence)
        return source.map { QuotationCue(source: $0, rule: .init(.colonBelow)) }
    }

    /// Whom a sentence is about, unless it is those who speak already.
    private func subject(of sentence: Range<Int>) -> StatementSource? {
        guard let root = sentence.first(where: { labels[$0] == .root }),
            let subject = sources.subject(of: root), let head = subject.head, speakers.isPersonal(head),
            !speakers.isFirstPerson(head)
        else { return nil }
        return subject
    }

    /// The block a reader has read just before: captions and, for running text, footnotes are passed over.
    private func previousBlock(_ number: Int) -> Int? {
        let blocks = parsed.document.blocks
        return (0..<number).last { block in
            !tokens(ofBlock: block).isEmpty && blocks[block].kind != .caption
                && (blocks[block].kind != .footnote || block == number - 1)
        }
    }
}

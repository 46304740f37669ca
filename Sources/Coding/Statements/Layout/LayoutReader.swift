import ChanceryCore
import Foundation

/// What layout alone tells: block quotes, interview answers, paragraphs with a speaker's label.
struct LayoutReader: StatementStage {
    let context: StatementContext

    /// The statements found so far, with those that layout adds or gives to somebody.
    func reading(_ drafts: [StatementDraft]) -> [StatementDraft] {
        var course = LayoutCourse(context: context, drafts: drafts)
        for (number, block) in parsed.document.blocks.enumerated() {
            guard let words = trimmed(tokens(ofBlock: number)) else { continue }
            switch block.kind {
            case .answer: course.readAnswer(number, words)
            case .question: course.readQuestion(number, words)
            case .blockQuote: course.readBlockQuote(number, words)
            case .paragraph: course.readParagraph(number, words)
            case .caption, .footnote: break
            default: course.endSpeech()
            }
        }
        return course.drafts
    }
}

/// How far the layout of a document is read: what was said in the blocks before, and who speaks in the one at hand.
private struct LayoutCourse: StatementStage {
    let context: StatementContext
    private(set) var drafts: [StatementDraft]
    /// The answer that goes on, with its label.
    private var turn: (draft: Int, label: ByteSpan?)?
    /// The block quote that goes on.
    private var quote: Int?
    /// Who asked last, and what.
    private var asker: StatementSource?
    private var question: ByteSpan?

    init(context: StatementContext, drafts: [StatementDraft]) {
        self.context = context
        self.drafts = drafts
    }

    private var turns: TurnReader { TurnReader(context: context, drafts: drafts) }
    private var signatures: SignatureReader { SignatureReader(context: context) }
    private var introductions: IntroductionReader { IntroductionReader(context: context) }

    mutating func endSpeech() {
        quote = nil
        turn = nil
    }

    // MARK: Interviews

    mutating func readAnswer(_ number: Int, _ words: Range<Int>) {
        let block = parsed.document.blocks[number]
        let content = tokens(ofBlock: number)
        claim(content)
        if let turn, block.speaker == nil || block.speaker == turn.label {
            drafts[turn.draft].add(words)
        } else if let source = turns.speaker(ofTurn: block.speaker, before: content.lowerBound) {
            var draft = said(by: source, words, .layoutAnswer)
            draft.question = question
            draft.hearer = asker ?? turns.interviewer(before: content.lowerBound)
            drafts.append(draft)
            turn = (drafts.count - 1, block.speaker)
        }
        quote = nil
    }

    mutating func readQuestion(_ number: Int, _ words: Range<Int>) {
        let block = parsed.document.blocks[number]
        let start = tokens(ofBlock: number).lowerBound
        // A question of several paragraphs is one.
        let follows = number > 0 && parsed.document.blocks[number - 1].kind == .question
        question = follows ? question.map { $0.union(block.body) } ?? block.body : block.body
        endSpeech()
        asker = nil
        guard
            let source = block.speaker.map({ turns.asker(named: $0, before: start) }) ?? turns.pressAsker(of: block)
        else { return }
        asker = source
        var draft = said(by: source, words, .layoutQuestion)
        draft.cueClass = .ask
        draft.hearer = turns.interviewed(before: start)
        drafts.append(draft)
    }

    // MARK: Paragraphs

    mutating func readParagraph(_ number: Int, _ words: Range<Int>) {
        endSpeech()
        let content = tokens(ofBlock: number)
        let whole = quotations(ofBlock: number).first { 2 * $0.tokens.count > content.count }
        if let label = label(of: number), let source = turns.speaker(named: label, before: content.lowerBound) {
            // What quotation marks alone told of it, the label tells better.
            drafts.removeAll { $0.cue.isEmpty && $0.pieces.contains { $0.overlaps(content) } }
            drafts.append(said(by: source, whole?.tokens ?? words, .layoutLabel))
        } else if whole == nil,
            let cue = introductions.introduction(of: number, .endingInColon(orSubject: false), among: drafts),
            isFirstPerson(in: content)
        {
            place(cue, words)
        } else if number < 3, content.count < 100, quotations(ofBlock: number).isEmpty,
            let signature = signatures.signature(below: number), signature.isMarked, !isLast(signature)
        {
            // An epigraph.
            drafts.append(said(by: signature.source, words, .layoutSignature))
        }
    }

    /// Whether a paragraph speaks in the first person, which proves that an introduction's speaker goes on in it.
    private func isFirstPerson(in range: Range<Int>) -> Bool {
        range.contains { speakers.isFirstPerson($0) && quotationOfToken[$0] == nil }
    }

    /// The label before a paragraph: of words in quotation marks also one with a date in brackets, "Ana Roe (1992):".
    private func label(of number: Int) -> ByteSpan? {
        let block = parsed.document.blocks[number]
        if let label = block.speaker { return label }
        guard block.body.start > block.span.start,
            let whole = quotations(ofBlock: number).first(where: { $0.outer.start == block.body.start }),
            QuotationTest(context: context).isLong(whole)
        else { return nil }
        let words = parsed.text(ByteSpan(block.span.start, block.body.start))
        guard let end = words.firstIndex(where: { ["(", ":", "["].contains($0) }), words.contains(":"),
            words.first?.isUppercase == true
        else { return nil }
        let name = words[..<end].trimmingCharacters(in: .whitespaces)
        return name.isEmpty ? nil : ByteSpan(block.span.start, block.span.start + name.utf8.count)
    }

    // MARK: Block quotes

    mutating func readBlockQuote(_ number: Int, _ words: Range<Int>) {
        let content = tokens(ofBlock: number)
        let isLabelled = parsed.document.blocks[number].speaker != nil
        let signature = isLabelled ? nil : signatures.signature(ofBlockQuote: number)
        let words = signature.flatMap { trimmed(content.clamped(to: 0..<$0.tokens.lowerBound)) } ?? words
        if !isLabelled, let held = quote {
            drafts[held].add(words)
            if let signature, drafts[held].cue.isEmpty { drafts[held].source = signature.source }
        } else {
            quote = addBlockQuote(number, words, signature)
        }
        turn = nil
    }

    private mutating func addBlockQuote(_ number: Int, _ words: Range<Int>, _ signature: Signature?) -> Int? {
        // Marks around the whole block: the quotation has been read already.
        if let held = drafts.firstIndex(where: { draft in
            draft.kind == .quoted && !draft.isUnnamed
                && draft.pieces.contains { 10 * $0.clamped(to: words).count >= 8 * words.count }
        }) {
            if let signature, drafts[held].cue.isEmpty { drafts[held].source = signature.source }
            return held
        }
        if let signature { return add(said(by: signature.source, words, .layoutSignature)) }
        if let label = parsed.document.blocks[number].speaker,
            let source = turns.speaker(named: label, before: words.lowerBound)
        {
            return add(said(by: source, words, .layoutBlockQuote))
        }
        if let cue = introductions.introduction(of: number, .anySentence, among: drafts) { return place(cue, words) }
        guard let source = turns.lastSpeaker(before: words.lowerBound) else { return nil }
        return add(said(by: source, words, .layoutBlockQuote))
    }

    // MARK: Statements

    private func said(
        by source: StatementSource, _ words: Range<Int>, _ construction: StatementRule.Construction
    ) -> StatementDraft {
        QuotationCue(source: source, attribution: .signed, rule: .init(construction)).draft([words])
    }

    private mutating func add(_ draft: StatementDraft) -> Int {
        for piece in draft.pieces { claim(piece) }
        drafts.append(draft)
        return drafts.count - 1
    }

    /// Gives words to a cue of the sentence above.
    @discardableResult
    private mutating func place(_ cue: QuotationCue, _ words: Range<Int>) -> Int {
        guard let head = cue.tokens.first else { return add(cue.draft([words])) }
        claim(words)
        var draft = cue.draft([words])
        if let held = drafts.firstIndex(where: { $0.cue.first == head }) {
            if drafts[held].source != nil { draft.source = drafts[held].source }
            draft.via = drafts[held].via
            drafts[held] = draft
            return held
        }
        draft.via = mediums.names(beside: head)
        drafts.append(draft)
        return drafts.count - 1
    }

    /// Takes away quotations that the text gives to nobody where layout says whose words they are.
    private mutating func claim(_ range: Range<Int>) {
        for index in drafts.indices where drafts[index].isUnnamed {
            if drafts[index].pieces.contains(where: { 2 * $0.clamped(to: range).count > range.count }) {
                drafts[index].pieces = []
            }
        }
    }

    /// Whether a document ends with a signature: its author's.
    private func isLast(_ signature: Signature) -> Bool {
        !(signature.tokens.upperBound..<tokens.count).contains { !isPunctuation($0) }
    }
}

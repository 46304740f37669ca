import ChanceryCore
import Foundation
import SpacyPipeline

extension StatementBuilder {
    /// Adds what layout alone tells: block quotes, interview answers, paragraphs with a speaker's label.
    mutating func readLayout() {
        var turn: (draft: Int, label: ByteSpan?)?
        var quote: Int?
        var asker: StatementSource?
        var question: ByteSpan?
        for (number, block) in parsed.document.blocks.enumerated() {
            let content = tokens(ofBlock: number)
            guard let pieces = trimmed(content) else {
                continue
            }
            switch block.kind {
            case .answer:
                claim(content)
                if let turn, block.speaker == nil || block.speaker == turn.label {
                    add(pieces, to: turn.draft)
                } else if let source = speaker(ofTurn: block.speaker, before: content.lowerBound) {
                    var draft = layoutDraft(source, pieces, "answer")
                    draft.question = question
                    draft.hearer = asker ?? interviewer(before: content.lowerBound)
                    drafts.append(draft)
                    turn = (drafts.count - 1, block.speaker)
                }
                quote = nil
            case .question:
                // A question of several paragraphs is one.
                let follows = number > 0 && parsed.document.blocks[number - 1].kind == .question
                question = follows ? question.map { $0.union(block.body) } ?? block.body : block.body
                quote = nil
                turn = nil
                asker = nil
                guard let label = block.speaker, !isGenericLabel(parsed.text(label)),
                    let source = bearer(ofInitials: parsed.text(label))
                        ?? (parsed.text(label).filter(\.isLetter).count > 2
                            ? speaker(named: label, before: content.lowerBound) : nil)
                else { continue }
                asker = source
                var draft = layoutDraft(source, pieces, "question")
                draft.cueClass = .ask
                draft.hearer = interviewed(before: content.lowerBound)
                drafts.append(draft)
            case .blockQuote:
                let signature = block.speaker == nil ? signature(ofBlockQuote: number) : nil
                let words = signature.flatMap { trimmed(content.clamped(to: 0..<$0.tokens.lowerBound)) } ?? pieces
                if block.speaker == nil, let held = quote {
                    add(words, to: held)
                    if let signature, drafts[held].cue.isEmpty { drafts[held].source = signature.source }
                } else {
                    quote = addBlockQuote(number, words, signature)
                }
                turn = nil
            case .paragraph:
                quote = nil
                turn = nil
                if let label = label(of: number), let source = speaker(named: label, before: content.lowerBound) {
                    let whole = quotations(ofBlock: number).first { 2 * $0.tokens.count > content.count }
                    dropOverlapping(content)
                    drafts.append(layoutDraft(source, whole?.tokens ?? pieces, "label"))
                } else if !quotations(ofBlock: number).contains(where: { 2 * $0.tokens.count > content.count }),
                    let draft = introduction(of: number, needsColon: true), isFirstPerson(in: content)
                {
                    place(draft, pieces)
                } else if number < 3, content.count < 100, quotations(ofBlock: number).isEmpty,
                    let signature = signature(below: number), signature.isMarked, !isLast(signature)
                {
                    // An epigraph.
                    drafts.append(layoutDraft(signature.source, pieces, "signature"))
                }
            case .caption, .footnote:
                break
            default:
                quote = nil
                turn = nil
            }
        }
    }

    /// Whether a paragraph speaks in the first person, which proves that an introduction's speaker goes on in it.
    private func isFirstPerson(in range: Range<Int>) -> Bool {
        range.contains { ["i", "we", "my", "our", "me", "us"].contains(forms[$0]) && quotationOfToken[$0] == nil }
    }

    /// Takes away quotations that the text gives to nobody where layout says whose words they are.
    private mutating func claim(_ range: Range<Int>) {
        for index in drafts.indices where drafts[index].isUnnamed {
            if drafts[index].pieces.contains(where: { 2 * $0.clamped(to: range).count > range.count }) {
                drafts[index].pieces = []
            }
        }
    }

    private func layoutDraft(_ source: StatementSource, _ content: Range<Int>, _ rule: String) -> StatementDraft {
        StatementDraft(
            cue: [], cueClass: .say, source: source, pieces: [content], form: .direct, isSigned: true,
            rule: "layout-\(rule)")
    }

    /// The label before a paragraph: of words in quotation marks also one with a date in brackets, "Ana Roe (1992):".
    private func label(of number: Int) -> ByteSpan? {
        let block = parsed.document.blocks[number]
        if let label = block.speaker { return label }
        guard block.body.start > block.span.start,
            let whole = quotations(ofBlock: number).first(where: { $0.outer.start == block.body.start }), isLong(whole)
        else { return nil }
        let words = parsed.text(ByteSpan(block.span.start, block.body.start))
        guard let end = words.firstIndex(where: { ["(", ":", "["].contains($0) }), words.contains(":"),
            words.first?.isUppercase == true
        else { return nil }
        let name = words[..<end].trimmingCharacters(in: .whitespaces)
        return name.isEmpty ? nil : ByteSpan(block.span.start, block.span.start + name.utf8.count)
    }

    /// Takes away uncued drafts that a label's draft replaces.
    private mutating func dropOverlapping(_ range: Range<Int>) {
        drafts.removeAll { $0.cue.isEmpty && $0.pieces.contains { $0.overlaps(range) } }
    }

    // MARK: Block quotes

    /// The name at the end of a block quote, or below its last block.
    private func signature(ofBlockQuote number: Int) -> Signature? {
        if let found = signature(endingBlock: number) { return found }
        let blocks = parsed.document.blocks
        let below = blocks.indices.first { $0 > number && !tokens(ofBlock: $0).isEmpty }
        return below.map { blocks[$0].kind == .blockQuote } == true ? nil : signature(below: number)
    }

    /// Whether a document ends with a signature: its author's.
    private func isLast(_ signature: Signature) -> Bool {
        !(signature.tokens.upperBound..<tokens.count).contains { !isPunctuation($0) }
    }

    private mutating func addBlockQuote(_ number: Int, _ content: Range<Int>, _ signature: Signature?) -> Int? {
        // Marks around the whole block: the quotation has been read already.
        if let held = drafts.firstIndex(where: { draft in
            draft.form == .direct && !draft.isUnnamed
                && draft.pieces.contains { 10 * $0.clamped(to: content).count >= 8 * content.count }
        }) {
            if let signature, drafts[held].cue.isEmpty { drafts[held].source = signature.source }
            return held
        }
        if let signature {
            claim(content)
            drafts.append(layoutDraft(signature.source, content, "signature"))
            return drafts.count - 1
        }
        if let label = parsed.document.blocks[number].speaker,
            let source = speaker(named: label, before: content.lowerBound)
        {
            claim(content)
            drafts.append(layoutDraft(source, content, "block-quote"))
            return drafts.count - 1
        }
        if let draft = introduction(of: number, needsColon: false) { return place(draft, content) }
        guard let source = lastSpeaker(before: content.lowerBound) else { return nil }
        claim(content)
        drafts.append(layoutDraft(source, content, "block-quote"))
        return drafts.count - 1
    }

    @discardableResult
    private mutating func place(_ draft: StatementDraft, _ content: Range<Int>) -> Int {
        var draft = draft
        claim(content)
        draft.pieces = [content]
        draft.form = .direct
        draft.isNominal = false
        if let cue = draft.cue.first, let held = drafts.firstIndex(where: { $0.cue.first == cue }) {
            if drafts[held].source != nil { draft.source = drafts[held].source }
            draft.via = drafts[held].via
            drafts[held] = draft
            return held
        }
        if let cue = draft.cue.first { draft.via = mediums.names(beside: cue) }
        drafts.append(draft)
        return drafts.count - 1
    }

    /// The cue in the sentence that ends before a block: "X wrote the following:", "According to X:".
    ///
    /// - Parameter orSubject: whether whoever is the sentence's subject may speak, whatever its verb, where it needs a colon too.
    func introduction(of number: Int, needsColon: Bool, orSubject: Bool = false) -> StatementDraft? {
        guard let before = previousBlock(number), let last = parsed.blockSentences[before].last else { return nil }
        let sentence = parsed.sentences[last].tokens
        guard let end = sentence.last(where: { tokens[$0].pos != "SPACE" }) else { return nil }
        let endsInColon = tokens[end].text.hasSuffix(":")
        guard endsInColon || !needsColon else { return nil }
        if let phrase = drafts.first(where: { draft in
            draft.rule == "phrase-beside" && draft.cue.first.map { sentence.contains($0) } == true
                && draft.pieces.allSatisfy { $0.count < 4 }
        }) {
            return phrase
        }
        for verb in sentence.reversed() where isVerb(verb) && quotationOfToken[verb] == nil {
            guard entry(ofVerb: verb)?.classes[.quotation] != nil else { continue }
            let isMain = tokens[verb].dep == "ROOT" || leadsFromRoot(verb) || end - verb <= 4
            if isMain, endsInColon || end - verb <= 4, var draft = quotationCue(verb, after: nil),
                endsInColon || speakers.canSpeak(draft.source)
            {
                draft.rule = "quotation-below"
                return draft
            }
        }
        guard endsInColon, !needsColon || orSubject else { return nil }
        var source = handingOver(sentence)
        if source == nil, let root = sentence.first(where: { tokens[$0].dep == "ROOT" }),
            let subject = sources.subject(of: root), let head = subject.head, speakers.isPersonal(head), !isOwn(head)
        {
            source = subject
        }
        return source.map {
            StatementDraft(cue: [], cueClass: .say, source: $0, pieces: [], form: .direct, rule: "colon-below")
        }
    }

    private func isOwn(_ head: Int) -> Bool { ["i", "we"].contains(forms[head]) }

    /// Whether a verb belongs to its sentence's main clause by conjunction or control.
    private func leadsFromRoot(_ verb: Int) -> Bool {
        var at = verb
        while ["conj", "xcomp"].contains(tokens[at].dep), let above = parsed.head(of: at) { at = above }
        return tokens[at].dep == "ROOT"
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

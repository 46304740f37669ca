import ChanceryCore
import Foundation
import Grammar
import SpacyPipeline

/// Who speaks in a block whose layout makes it somebody's words: by a label, by whom the interview is with, by who spoke before.
struct TurnReader: StatementStage {
    let context: StatementContext
    /// The statements found so far.
    let drafts: [StatementDraft]

    /// Who spoke last before a token, in direct speech or as the person interviewed, whichever is nearer.
    func lastSpeaker(before token: Int) -> StatementSource? {
        let spoken = drafts.filter { draft in
            draft.kind == .quoted && draft.source != nil && (draft.pieces.last?.upperBound ?? token) < token
        }.max { ($0.pieces.last?.upperBound ?? 0) < ($1.pieces.last?.upperBound ?? 0) }
        let interviewed = interviewee(before: token)
        if let interviewed, let head = interviewed.head, head > (spoken?.pieces.last?.upperBound ?? 0) {
            return interviewed
        }
        return spoken?.source.map { StatementSource(head: $0.head, mention: $0.mention) }
    }

    /// The person an interview before the token is with: "X's interview", "an interview with X", "interviewed X".
    private func interviewee(before token: Int) -> StatementSource? {
        for index in (0..<token).reversed() where lists.interviews.contains(lemma(index)) {
            var heads: [Int] = []
            if isVerb(index) {
                heads = tree.children(of: index, [.dobj, .nsubjpass])
            } else {
                heads = tree.children(of: index, [.poss])
                heads += objects(of: index, after: lists.interviewPartners)
            }
            if let head = heads.first(where: { speakers.isPerson($0) }) { return StatementSource(head: head) }
        }
        return nil
    }

    /// Who answers: the person the label names, or whoever is being interviewed.
    func speaker(ofTurn label: ByteSpan?, before token: Int) -> StatementSource? {
        if let label, isName(parsed.text(label)), !isGenericLabel(parsed.text(label)) {
            return speaker(named: label, before: token)
        }
        let initials = label.flatMap { bearer(ofInitials: parsed.text($0)) }
        guard var source = initials ?? interviewed(before: token) else { return nil }
        source.label = label
        source.mention = names.mention(of: source).map { mention in
            var mention = mention
            mention.from = mention.from ?? mention.span
            if let label { mention.span = label }
            return mention
        }
        return source
    }

    /// Who asks in a labelled question: the person of those initials or of that name, and not "Interviewer".
    func asker(named label: ByteSpan, before token: Int) -> StatementSource? {
        let text = parsed.text(label)
        guard !isGenericLabel(text) else { return nil }
        if let bearer = bearer(ofInitials: text) { return bearer }
        return isName(text) ? speaker(named: label, before: token) : nil
    }

    /// Who asks at a press conference, where the transcript has a mark for a question and no name.
    func pressAsker(of block: Block) -> StatementSource? {
        guard block.body.start > block.span.start, let name = lists.pressAskers.sorted().first else { return nil }
        let label = parsed.text(ByteSpan(block.span.start, block.body.start)).trimmingBlanks()
        guard lists.pressLabels.contains(label) else { return nil }
        let span = ByteSpan(block.span.start, block.span.start + label.utf8.count)
        return StatementSource(mention: Mention(name: name, kind: .person, span: span), label: span)
    }

    /// Whether a label is more than initials.
    private func isName(_ label: String) -> Bool { label.filter(\.isLetter).count > 2 }

    /// The person whose initials a label is: "MT" of Mira Tovan.
    private func bearer(ofInitials label: String) -> StatementSource? {
        let letters = label.filter(\.isLetter)
        guard (2...3).contains(letters.count), letters.allSatisfy(\.isUppercase) else { return nil }
        for head in tokens.indices where speakers.isPerson(head) {
            guard let name = parties.participant(head)?.name else { continue }
            let initials = String(name.split(separator: " ").compactMap(\.first))
            if initials == letters { return StatementSource(head: head) }
        }
        return nil
    }

    private func isGenericLabel(_ label: String) -> Bool {
        lists.roleLabels
            .contains(label.lowercased().filter { $0.isLetter })
    }

    /// The person the document is an interview with: named so, or labelled in another turn, or whose words were told
    /// most often.
    func interviewed(before token: Int) -> StatementSource? {
        let labelled = parsed.document.blocks.indices.first { number in
            guard let label = parsed.document.blocks[number].speaker, parsed.document.blocks[number].kind == .answer
            else { return false }
            return isName(parsed.text(label)) && !isGenericLabel(parsed.text(label))
        }
        if let labelled, let label = parsed.document.blocks[labelled].speaker {
            return speaker(named: label, before: token)
        }
        if let named = interviewee(before: token) ?? spokenWith(before: token) { return named }
        var counts: [String: (count: Int, source: StatementSource)] = [:]
        for draft in drafts where draft.kind == .quoted && draft.cueClass.isSpeech {
            guard let source = draft.source, let head = source.head,
                speakers.isPerson(head) || classes[head] == .pron,
                let name = names.mention(of: source)?.name
            else { continue }
            counts[name, default: (0, StatementSource(head: head))].count += 1
        }
        return counts.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.value.source ?? titled()
    }

    /// The person a sentence before the first turn says was spoken with: "We spoke to X", "The paper talked with X".
    private func spokenWith(before token: Int) -> StatementSource? {
        for index in (0..<token).reversed()
        where lists.talking.contains(lemma(index)) && isVerb(index) {
            if let head = objects(of: index, after: lists.hearerPrepositions).first(where: speakers.isPerson) {
                return StatementSource(head: head)
            }
        }
        return nil
    }

    /// Who the introduction says asks: "Jon Alder spoke with X", "The paper interviewed X".
    func interviewer(before token: Int) -> StatementSource? {
        for index in (0..<token).reversed() where isVerb(index) {
            let isTalk = lists.talking.contains(lemma(index))
            guard isTalk || lemma(index) == "interview" else { continue }
            let partners =
                tree.children(of: index, [.dobj]) + objects(of: index, after: lists.hearerPrepositions)
            guard partners.contains(where: speakers.isPerson),
                let asker = sources.doer(of: index),
                let head = asker.head, parties.participant(head) != nil
            else { continue }
            return StatementSource(head: head)
        }
        return nil
    }

    /// The one person whom the title and the words before the first turn name.
    private func titled() -> StatementSource? {
        guard let first = parsed.document.blocks.firstIndex(where: { $0.kind == .question || $0.kind == .answer })
        else {
            return nil
        }
        var heads: [String: Int] = [:]
        for number in 0..<first {
            for head in tokens(ofBlock: number) where speakers.isPerson(head) {
                if let name = parties.participant(head)?.name, heads[name] == nil { heads[name] = head }
            }
        }
        return heads.count == 1 ? heads.values.first.map { StatementSource(head: $0) } : nil
    }

    /// A label's person: the entity of that surname in the document, else the label itself.
    func speaker(named label: ByteSpan, before token: Int) -> StatementSource? {
        let text = parsed.text(label).trimmingPunctuation()
        // "Translation: “…”" names what the words are, not who says them.
        if lexicon.paraphrasing.contains(where: {
            $0.filter { $0 != ":" } == text.lowercased().split(separator: " ").map(String.init)
        }) {
            return nil
        }
        let name = text.split(separator: ",").first.map(String.init) ?? text
        guard let surname = name.split(separator: " ").last.map(String.init) else { return nil }
        let isInCapitals = surname.count > 2 && surname.allSatisfy { !$0.isLetter || $0.isUppercase }
        for index in tokens.indices
        where tokens[index].text == surname || isInCapitals && forms[index] == surname.lowercased() {
            guard let mention = parties.participant(index), mention.kind == .person || mention.kind == .organisation
            else { continue }
            var named = mention
            named.from = mention.from ?? mention.span
            named.span = label
            return StatementSource(head: index, mention: named, label: label)
        }
        let bytes = ByteSpan(label.start, min(label.end, label.start + name.utf8.count))
        return StatementSource(mention: Mention(name: name, kind: .person, span: bytes), label: label)
    }
}

extension String {
    /// The words without blanks at either end.
    fileprivate func trimmingBlanks() -> String {
        trimmingCharacters(in: .whitespaces)
    }

    /// The words without blanks and punctuation at either end.
    fileprivate func trimmingPunctuation() -> String {
        var text = Substring(self)
        while let last = text.last, last.isWhitespace || last.isPunctuation { text.removeLast() }
        while let first = text.first, first.isWhitespace || first.isPunctuation { text.removeFirst() }
        return String(text)
    }
}

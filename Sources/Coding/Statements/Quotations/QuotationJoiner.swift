import ChanceryCore

/// Joins quotations to their cues: those found by the parse, those beside a reporting verb, and those that go on without a
/// cue of their own.
///
/// A quotation whose words no cue governs, and that is no sentence of its own, stays what it is: a name, an irony,
/// a borrowed word. It is no statement.
struct QuotationJoiner: StatementStage {
    let context: StatementContext

    private var widener: QuotationWidener { QuotationWidener(context: context) }
    private var cues: QuotationCueFinder { QuotationCueFinder(context: context) }
    private var test: QuotationTest { QuotationTest(context: context) }
    private var uncued: UncuedQuotationReader { UncuedQuotationReader(context: context) }

    /// The statements with the quotations that are theirs, and those that quotations add.
    func joining(_ drafts: [StatementDraft]) -> [StatementDraft] {
        var drafts = drafts.map(widener.widened)
        let owners = owners(among: drafts)
        var last: (draft: Int, quotation: Int)?
        for group in groups() {
            guard let first = group.first, let end = group.last else { continue }
            let words = group.map { quotations[$0].tokens }
            if let held = group.first(where: { owners[$0] != nil }), let owner = owners[held] {
                for number in group where owners[number] == nil { drafts[owner].add(quotations[number].tokens) }
                last = (owner, end)
                continue
            }
            guard group.contains(where: { speaks(quotations[$0]) }), !test.isTitle(quotations[first]) else { continue }
            var cue = named(beside: group)
            for number in group where cue == nil { cue = cues.cueBeside(quotations[number]) }
            if cue == nil, let last, continues(first, after: last.quotation),
                !renderings.isRendered(quotations[first]), drafts[last.draft].kind != .nounPhrase
            {
                for piece in words { drafts[last.draft].add(piece) }
                continue
            }
            if cue == nil, test.startsBlock(quotations[first]) {
                cue = IntroductionReader(context: context).introduction(
                    of: quotations[first].block, .endingInColon(orSubject: true), among: drafts)
            }
            if cue == nil { cue = uncued.cue(first, last: last.map { drafts[$0.draft] }, at: last?.quotation) }
            guard let cue = cue ?? uncued.unnamed(group) else { continue }
            last = (join(words, by: cue, to: &drafts), end)
        }
        return addingInner(to: drafts)
    }

    /// Adds words to the statement of their cue, or as a new one; the place it has.
    private func join(_ words: [Range<Int>], by cue: QuotationCue, to drafts: inout [StatementDraft]) -> Int {
        if let head = cue.tokens.first, let place = drafts.firstIndex(where: { $0.cue.first == head }) {
            if drafts[place].kind == .nounPhrase {
                drafts[place] = cue.draft(words)
            } else {
                for piece in words { drafts[place].add(piece) }
                if drafts[place].source == nil { drafts[place].source = cue.source }
            }
            return place
        }
        var draft = cue.draft(words)
        if let head = cue.tokens.first { draft.via = mediums.names(beside: head) }
        drafts.append(draft)
        return drafts.count - 1
    }

    /// Joins quotations inside quotations to the cues that stand with them, or to nobody: whoever says "I" there is not
    /// the one whose words hold theirs.
    private func addingInner(to drafts: [StatementDraft]) -> [StatementDraft] {
        var drafts = drafts
        for quotation in quotations where quotation.depth > 0 {
            let isOwned = drafts.contains { draft in
                draft.cue.first.map { quotationOfToken[$0] != nil } ?? false && owns(draft, quotation)
            }
            guard !isOwned, test.isSentence(quotation) else { continue }
            let cue = cues.cueBeside(quotation) ?? QuotationCue(rule: .init(.quotationUnnamed))
            if let head = cue.tokens.first, drafts.contains(where: { $0.cue.first == head }) { continue }
            drafts.append(cue.draft([quotation.tokens]))
        }
        return drafts
    }

    // MARK: Which quotations belong together

    /// Quotations that run over paragraphs count as one; all others stand alone.
    private func groups() -> [[Int]] {
        var groups: [[Int]] = []
        for number in quotations.indices where quotations[number].depth == 0 {
            if let previous = groups.last?.last, quotations[previous].goesOn,
                quotations[number].block > quotations[previous].block, test.startsBlock(quotations[number]),
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

    /// For each quotation the statement that holds most of it already.
    private func owners(among drafts: [StatementDraft]) -> [Int: Int] {
        var draftsOfBlock: [Int: [Int]] = [:]
        for index in drafts.indices {
            if let cue = drafts[index].cue.first { draftsOfBlock[block(of: cue), default: []].append(index) }
        }
        var owners: [Int: Int] = [:]
        for number in quotations.indices where quotations[number].depth == 0 {
            let near = draftsOfBlock[quotations[number].block] ?? []
            owners[number] = near.first { owns(drafts[$0], quotations[number]) }
        }
        return owners
    }

    private func owns(_ draft: StatementDraft, _ quotation: Quotation) -> Bool {
        guard let cue = draft.cue.first, !quotation.tokens.contains(cue) else { return false }
        let held = draft.pieces.reduce(0) { $0 + $1.clamped(to: quotation.tokens).count }
        return 10 * held >= 6 * quotation.tokens.count
    }

    /// Whether a quotation goes on with what the one before it in its paragraph says.
    private func continues(_ number: Int, after previous: Int) -> Bool {
        guard quotations[previous].block == quotations[number].block else { return false }
        let between = quotations[previous].tokens.upperBound..<quotations[number].tokens.lowerBound
        return test.startsSentence(quotations[number]) && between.count < 40
    }

    // MARK: Whose they are

    private func speaks(_ quotation: Quotation) -> Bool {
        test.isLong(quotation) || cues.isBrokenOff(quotation) || cues.isAnswer(quotation)
    }

    /// A source that is named behind the quotations of a group, or that the sentence behind them points back to.
    private func named(beside group: [Int]) -> QuotationCue? {
        guard let first = group.first, let last = group.last, test.startsSentence(quotations[first]) else { return nil }
        if let signature = SignatureReader(context: context).signature(behind: quotations[last]) {
            return QuotationCue(source: signature.source, attribution: .signed, rule: .init(.signature))
        }
        return HandoverReader(context: context).pointingBack(behind: quotations[last])
    }
}

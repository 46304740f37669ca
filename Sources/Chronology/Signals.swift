import ChanceryCore

/// Widens dates by the words around them: "since 1991", "from 1949 to 1991", "until October".
struct Signals {
    let lexicon: Lexicon
    let pieces: [Piece]

    func apply(to resolved: [Resolver.Resolved]) -> [Timex] {
        var timexes = resolved.map(\.timex)
        var isDone = Set<Int>()
        for index in resolved.indices where timexes[index].date != nil && !isDone.contains(index) {
            if let (end, whole, extent) = list(from: index, resolved) {
                tell(whole, extent, index...end, &timexes)
                isDone.formUnion(index...end)
                continue
            }
            if index + 1 < resolved.count, timexes[index + 1].date != nil,
                let extent = rangeExtent(resolved[index].pieces, resolved[index + 1].pieces),
                let interval = EDTF.interval(from: start(timexes[index].date), to: end(timexes[index + 1].date))
            {
                tell(interval, extent, index...index + 1, &timexes)
                isDone.formUnion([index, index + 1])
                continue
            }
            guard
                let (signal, opening) = signal(before: resolved[index].pieces.lowerBound),
                signal == .from || signal == .to
            else { continue }
            let date = timexes[index].date
            // "from" alone is where something comes from, "a report from 1948", and "by" of an agent has no date after.
            let end = resolved[index].pieces.upperBound
            let goesOn = self.goesOn(end)
            if pieces[opening].lower == "from", resolved[index].pieces.lowerBound - opening == 1, !goesOn { continue }
            let open =
                signal == .from
                ? EDTF.interval(from: start(date), to: nil) : EDTF.interval(from: nil, to: self.end(date))
            guard let open else { continue }
            timexes[index].edtf = open
            timexes[index].extent = pieces[opening].span.union(goesOn ? pieces[end].span : timexes[index].span)
        }
        return timexes
    }

    /// Gives expressions the whole they belong to: its words tell it in full where they tell the year that one of them takes
    /// from another.
    private func tell(_ whole: EDTF, _ extent: ByteSpan, _ places: ClosedRange<Int>, _ timexes: inout [Timex]) {
        let isTold = timexes[places].allSatisfy { timex in
            timex.isComplete || timex.resolvedFrom.map { extent.contains($0) } == true
        }
        let source = timexes[places].last { $0.resolvedFrom.map { !extent.contains($0) } == true }?.resolvedFrom
        for place in places {
            timexes[place].edtf = whole
            timexes[place].extent = extent
            guard let from = timexes[place].resolvedFrom, extent.contains(from) else { continue }
            timexes[place].resolvedFrom = isTold ? nil : source
            timexes[place].isComplete = isTold
        }
    }

    /// The last of several dates told together, as one date, with all their words: "in 1965, 1967 and 1971", "the summer
    /// and autumn of 1989". One that is bounded, "since 1965 and 1966", stands alone.
    private func list(from index: Int, _ resolved: [Resolver.Resolved]) -> (end: Int, EDTF, ByteSpan)? {
        guard signal(before: resolved[index].pieces.lowerBound) == nil else { return nil }
        var end = index
        var isClosed = false
        var isChoice = false
        while !isClosed, end + 1 < resolved.count, end - index < 8 {
            let (first, second) = (resolved[end], resolved[end + 1])
            guard first.timex.type == .date, second.timex.type == .date, let date = first.timex.date,
                let next = second.timex.date, date.precision == next.precision, date.precision != .interval,
                date.precision != .set, !pieces[second.pieces.lowerBound].afterBreak
            else { break }
            let words = (first.pieces.upperBound..<second.pieces.lowerBound).map { pieces[$0].lower }
            let joint = words.filter { $0 != "," && !lexicon.context.fillers.contains($0) }
            let isAgain = words.contains("again")
            guard !words.isEmpty, words.count <= 5, isAgain || !words.contains("in") && !words.contains("on") else {
                break
            }
            // "on 30 May, and two days later it left": what is counted from the first is told apart.
            if words.first == ",", let from = second.timex.resolvedFrom, first.timex.span.contains(from) { break }
            switch joint {
            case ["and"], ["&"]: isClosed = true
            case ["or"]:
                isClosed = true
                isChoice = true
            case [] where words == [","]: break
            default: return nil
            }
            end += 1
        }
        guard isClosed else { return nil }
        let dates = resolved[index...end].compactMap(\.timex.date)
        // "in early May and late June": what lies between is not told of.
        let hasParts = resolved[index...end].contains { $0.timex.part != nil && $0.timex.date?.qualifier == nil }
        guard zip(dates, dates.dropFirst()).allSatisfy({ $0 < $1 }),
            let whole = EDTF.joined(dates, isChoice: isChoice, mayTouch: !hasParts)
        else { return nil }
        return (end, whole, resolved[index].timex.span.union(resolved[end].timex.span))
    }

    /// Whether "onwards", or "on" at the end of a clause, stands at a piece: "from 1948 on".
    private func goesOn(_ index: Int) -> Bool {
        guard index < pieces.count, !pieces[index].afterBreak else { return false }
        if lexicon.context.onward.contains(pieces[index].lower) { return true }
        guard pieces[index].lower == "on" else { return false }
        return index + 1 == pieces.count || [".", ",", ";", ")"].contains(pieces[index + 1].text)
    }

    /// The signal before a piece, with or without an article between; a name such as "Osk Post" is none.
    private func signal(before piece: Int) -> (value: Lexicon.Signal, start: Int)? {
        if let found = lexicon.signals.match(pieces, endingBefore: piece) {
            // "to post early on Tuesday" opens no span of time.
            let first = pieces[found.start]
            return first.tag == "NNP" || first.lower == "post" && first.tag.hasPrefix("V") ? nil : found
        }
        guard piece > 1, pieces[piece - 1].lower == "the",
            lexicon.articleSignals.match(pieces, endingBefore: piece - 1) != nil
        else { return nil }
        return lexicon.signals.match(pieces, endingBefore: piece - 1)
    }

    private func start(_ date: EDTF?) -> EDTF? { date?.precision == .interval ? date?.intervalStart : date }

    private func end(_ date: EDTF?) -> EDTF? { date?.precision == .interval ? date?.intervalEnd : date }

    /// The words of a range, where two expressions are its ends: "1991–1996", "from 1949 to 1991", "between May and
    /// July"; "and" alone joins two dates, and no span.
    private func rangeExtent(_ first: Range<Int>, _ second: Range<Int>) -> ByteSpan? {
        let between = first.upperBound..<second.lowerBound
        guard (1...3).contains(between.count), !pieces[second.lowerBound].afterBreak else { return nil }
        let joint = between.map { pieces[$0].lower }.filter { $0 != "," && $0 != "the" }
        guard joint.count == 1, let join = joint.first else { return nil }
        let whole = pieces[first.lowerBound].span.union(pieces[second.upperBound - 1].span)
        let lead = lexicon.signals.match(pieces, endingBefore: first.lowerBound)
        let led = lead.map { pieces[$0.start].span.union(whole) } ?? whole
        switch join {
        case "-", "–", "—", "‑", "−", "through": return led
        case _ where lexicon.context.span.contains(join): return lead?.value == .from || lead == nil ? led : nil
        case "and": return lead?.value == .between ? led : nil
        default: return nil
        }
    }
}

/// Finds expressions of time in a row of pieces by the rules.
struct Matcher {
    let book: RuleBook
    let lexicon: Lexicon
    let pieces: [Piece]

    /// A meaning, the piece after its last, and the rules that read it, the outermost first.
    struct Match {
        var meaning: Meaning
        var end: Int
        var rules: [Int]
    }

    /// The named parts of a pattern with what they stand for.
    typealias Captures = [(name: String, value: RuleValue)]

    /// All expressions in order, and what looks like one (`Meaning.nothing`); at each place the longest is taken, of equals that of the rule written first, and
    /// none overlaps another.
    func expressions() -> [Expression] {
        var found: [Expression] = []
        var index = 0
        while index < pieces.count {
            guard var match = best(at: index) else {
                index += 1
                continue
            }
            while let longer = continued(match, from: index) { match = longer }
            found.append(Expression(index..<match.end, match.meaning, match.rules))
            index = match.end
        }
        return found
    }

    /// The longest reading at a place.
    ///
    /// - Parameters:
    ///   - kind: the kind of meaning that is asked for inside another rule; nil where the expression stands alone.
    ///   - places: the only rules asked for; empty for all.
    private func best(at start: Int, kind: MeaningKind? = nil, places: Set<Int> = []) -> Match? {
        guard start < pieces.count else { return nil }
        var best: Match?
        let symbol = pieces[start].symbol
        // A common word begins hundreds of rows, and what stands behind it goes on with none of them.
        let goesOn =
            symbol >= 0
            && (start + 1 >= pieces.count
                || book.secondBySymbol[symbol].takes(
                    symbol: pieces[start + 1].symbol, isNumber: pieces[start + 1].number != nil))
        if goesOn { look(book.bySymbol[symbol], start, kind, places, &best) }
        if pieces[start].number != nil, pieces[start].digits < book.byDigits.count {
            look(book.byDigits[pieces[start].digits], start, kind, places, &best)
        }
        return best
    }

    private func look(_ rows: [Int], _ start: Int, _ kind: MeaningKind?, _ places: Set<Int>, _ best: inout Match?) {
        let next = start + 1 < pieces.count ? pieces[start + 1].symbol : nil
        let isNextNumber = start + 1 < pieces.count && pieces[start + 1].number != nil
        for place in rows {
            // Nearly every row ends here, so nothing of it is copied.
            if let next {
                guard book.goingOn.takes(symbol: next, isNumber: isNextNumber, in: place) else { continue }
            } else if book.rows[place].items.count > 1 {
                continue
            }
            let rule = book.rulesOfRows[place]
            if places.isEmpty ? book.innerRows[place] : !places.contains(rule) { continue }
            var captures: Captures = []
            guard let end = end(of: book.rows[place].items[...], at: start, &captures), end > best?.end ?? start,
                let match = match(rule, start..<end, captures), kind?.holds(match.meaning) ?? true
            else { continue }
            // Of two readings that are equally long, that of the earlier rule stands.
            best = match
        }
    }

    /// What goes on after an expression already read: "3 May 1998 at noon".
    private func continued(_ match: Match, from start: Int) -> Match? {
        var best: Match?
        for place in book.continuing {
            let row = book.rows[place]
            guard match.end < pieces.count, row.items.count > 1,
                row.second.takes(symbol: pieces[match.end].symbol, isNumber: pieces[match.end].number != nil),
                case .rules(let kind, let places)? = row.items.first?.atom,
                kind?.holds(match.meaning) ?? places.contains(match.rules.first ?? -1)
            else { continue }
            var captures: Captures = []
            if let name = row.items.first?.name {
                captures.append((name, .inner(match.meaning, rules: match.rules)))
            }
            guard let end = end(of: row.items.dropFirst(), at: match.end, &captures, follows: true),
                end > best?.end ?? match.end, let longer = self.match(row.rule, start..<end, captures)
            else { continue }
            best = longer
        }
        return best
    }

    /// The meaning of a rule whose pattern fits, if its conditions hold.
    private func match(_ place: Int, _ range: Range<Int>, _ captures: Captures) -> Match? {
        let rule = book.rules[place]
        for neighbour in rule.neighbours where stands(neighbour, beside: range) != neighbour.isWanted { return nil }
        func number(_ name: String) -> Int? {
            guard case .number(let number)? = captures.last(where: { $0.name == name })?.value else { return nil }
            return number
        }
        guard rule.conditions.allSatisfy({ $0.holds(number) }),
            let meaning = MeaningBuilder(captures: captures, lexicon: lexicon).meaning(rule.means)
        else { return nil }
        var rules = [place]
        for case (_, .inner(_, let inner)) in captures { rules += inner }
        return Match(meaning: meaning, end: range.upperBound, rules: rules)
    }

    private func stands(_ neighbour: RuleBook.Neighbour, beside range: Range<Int>) -> Bool {
        var captures: Captures = []
        if !neighbour.isLeft {
            return neighbour.rows.contains {
                end(of: $0[...], at: range.upperBound, &captures, follows: true) != nil
            }
        }
        guard range.lowerBound > 0, !pieces[range.lowerBound].afterBreak else { return false }
        for length in 1...min(5, range.lowerBound) {
            for row in neighbour.rows
            where end(of: row[...], at: range.lowerBound - length, &captures) == range.lowerBound { return true }
        }
        return false
    }

    /// The piece after the last of a row of items, if they all fit one after the other.
    private func end(
        of items: ArraySlice<PatternItem>, at start: Int, _ captures: inout Captures, follows: Bool = false
    ) -> Int? {
        var index = start
        for place in items.indices {
            guard index < pieces.count else { return nil }
            if pieces[index].afterBreak, follows || index > start { return nil }
            switch items[place].glue {
            case .free: break
            case .glued: if !pieces[index].isGlued { return nil }
            case .apart:
                if pieces[index].isGlued, index > 0, !Self.openers.contains(pieces[index - 1].text) { return nil }
            }
            // Most items are words, and most of them do not stand there: of these nothing is copied.
            if case .word(let symbol) = items[place].atom, pieces[index].symbol != symbol { return nil }
            guard let (value, end) = read(items[place].atom, at: index),
                items[place].tests.isEmpty
                    || items[place].tests.allSatisfy({ passes($0.test, index) == $0.isWanted })
            else { return nil }
            if let name = items[place].name {
                guard let value else { return nil }
                captures.append((name, value))
            }
            index = end
        }
        return index
    }

    /// What may touch a date on its left though it is no part of it.
    private static let openers: Set<String> = ["(", "[", "\"", "“", "'", "‘", "—", "–", "-"]

    private func read(_ atom: PatternItem.Atom, at index: Int) -> (value: RuleValue?, end: Int)? {
        switch atom {
        case .word(let symbol):
            return pieces[index].symbol == symbol ? (.text(pieces[index].lower), index + 1) : nil
        case .words(let symbols):
            return stands(symbols, at: index) ? (.text(pieces[index].lower), index + 1) : nil
        case .wordClass(let words): return words.match(pieces, at: index).map { ($0.value, $0.end) }
        case .number(let range): return number(range, at: index).map { (.number($0), index + 1) }
        case .count(let kind): return count(kind, at: index).map { (.count($0.value), $0.end) }
        case .rules(let kind, let places):
            return best(at: index, kind: kind, places: places).map { (.inner($0.meaning, rules: $0.rules), $0.end) }
        case .any: return (.text(pieces[index].lower), index + 1)
        }
    }

    private func stands(_ symbols: [Int], at index: Int) -> Bool {
        let symbol = pieces[index].symbol
        return symbol >= 0 && symbols.contains(symbol)
    }

    private func passes(_ test: PatternItem.Test, _ index: Int) -> Bool {
        let piece = pieces[index]
        return switch test {
        case .tags(let tags): tags.contains(piece.tag)
        case .capital: piece.isCapital
        case .letters: piece.text.unicodeScalars.first?.properties.isAlphabetic ?? false
        case .digits: piece.number != nil
        case .dash: piece.isDash
        case .exact(let texts): texts.contains(piece.text)
        case .words(let symbols): symbols.contains(piece.symbol)
        case .wordClass(let words): words.match(pieces, at: index) != nil
        }
    }
}

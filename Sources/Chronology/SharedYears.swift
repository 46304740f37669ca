import ChanceryCore

/// Gives dates told together the year, month or century that the words tell once for all of them.
///
/// "Between October and December 2023", "in March, April and May of last year", "the summer and autumn of 1989", "the
/// 1870s and 80s", "May 1998 and 1999". Where the words tell a year that may be that of the date before or of the next
/// ("in December and January 1990"), the date is `unclear`: it takes no year from elsewhere either.
struct SharedYears {
    let pieces: [Piece]
    let joints: Set<String>
    let signals: PhraseTable<Lexicon.Signal>
    let words: ContextWords

    /// Expressions with what they share.
    struct Shared {
        var expressions: [Expression]
        /// The first pieces of expressions whose year the text tells, though not clearly.
        var unclear: Set<Int> = []
        /// The pieces that tell the year of an expression, by its first piece.
        var sources: [Int: Range<Int>] = [:]
    }

    /// What can be shared, backward from the last that is told in full.
    func apply(to expressions: [Expression]) -> Shared {
        var all = Shared(expressions: expressions)
        for index in expressions.indices.dropFirst() {
            let (first, second) = (all.expressions[index - 1], all.expressions[index])
            if areJoined(first, second), let given = given(by: first, to: second) {
                all.expressions[index].meaning = given
            }
        }
        for index in expressions.indices.dropLast().reversed() {
            let (first, second) = (all.expressions[index], all.expressions[index + 1])
            let place = first.pieces.lowerBound
            let given: Given
            if areJoined(first, second) {
                let joint = pieces[first.pieces.upperBound].lower
                let isRange = joint != "," && !words.joining.contains(joint)
                given = self.given(back: second, to: first, isRange: isRange)
            } else {
                given = isYearOfBoth(first, second) ? self.given(back: second, to: first, isRange: false) : .nothing
            }
            switch given {
            case .nothing: break
            case .unclear: all.unclear.insert(place)
            case .meaning(let meaning):
                all.expressions[index].meaning = meaning
                all.sources[place] = all.sources[second.pieces.lowerBound] ?? second.pieces
            }
        }
        return all
    }

    /// What one expression gives another.
    private enum Given {
        case nothing
        /// A year that may be that of the other or of the one before.
        case unclear
        case meaning(Meaning)
    }

    /// Whether nothing but words that join, and an article or preposition, stands between two expressions.
    private func areJoined(_ first: Expression, _ second: Expression) -> Bool {
        let between = first.pieces.upperBound..<second.pieces.lowerBound
        guard (1...4).contains(between.count), !between.contains(where: { pieces[$0].afterBreak }),
            !pieces[second.pieces.lowerBound].afterBreak, joints.contains(pieces[between.lowerBound].lower)
        else { return false }
        return between.dropFirst().allSatisfy {
            joints.contains(pieces[$0].lower) || words.fillers.contains(pieces[$0].lower)
        }
    }

    /// The century of "the 1870s and 80s", the month of "May 1998 and 1999".
    private func given(by first: Expression, to second: Expression) -> Meaning? {
        switch (first.meaning, second.meaning) {
        case (.decade(let own, isShort: false), .decade(let next, isShort: true)) where own % 100 < next:
            return .decade(own / 100 * 100 + next, isShort: false)
        case (.date(.some(let year), .some(let month), let day), .date(.some(let next), nil, nil)):
            let joint = second.pieces.lowerBound - 1
            guard next > year, first.pieces.upperBound == joint, ["and", "or"].contains(pieces[joint].lower),
                signals.match(pieces, endingBefore: first.pieces.lowerBound)?.value != .between
            else { return nil }
            return .date(year: next, month: month, day: day)
        default: return nil
        }
    }

    /// The year of the second for the first; that before it where a range runs over the new year ("from December to March
    /// 1998").
    private func given(back second: Expression, to first: Expression, isRange: Bool) -> Given {
        if case .holiday(let holiday, nil, nil) = first.meaning, case .holiday(_, .some(let year), _) = second.meaning {
            return .meaning(.holiday(holiday, year: year, steps: nil))
        }
        guard let own = place(of: first.meaning), own.year == nil, let next = place(of: second.meaning),
            own.day == nil || next.day != nil
        else { return .nothing }
        let isLater =
            (Resolver.firstMonth(of: own.month), own.day ?? 0) < (Resolver.firstMonth(of: next.month), next.day ?? 1)
        switch (first.meaning, second.meaning) {
        case (.date(_, .some(let month), let day), .within(_, _, let of)):
            return isLater ? .meaning(.within(month: month, day: day, of: of)) : .unclear
        case (.date(_, let month, let day), _):
            guard let year = next.year else { return .nothing }
            guard isLater || isRange else { return .unclear }
            return .meaning(.date(year: isLater ? year : year - 1, month: month, day: day))
        case (.days(_, let month, let start, let end), _):
            guard let year = next.year else { return .nothing }
            return isLater ? .meaning(.days(year: year, month: month, first: start, last: end)) : .unclear
        default: return .nothing
        }
    }

    /// The place in the year of a date that has one.
    private func place(of meaning: Meaning) -> (year: Int?, month: Int, day: Int?)? {
        switch meaning {
        case .date(let year, .some(let month), let day): (year, month, day)
        case .days(let year, let month, let first, _): (year, month, first)
        case .dayList(let year, .some(let month), let days, _): (year, month, days.first)
        case .within(let month, let day, _): (nil, month, day)
        default: nil
        }
    }

    /// Whether a day told in full further on in the sentence, in a clause that goes on from this one, tells the year of
    /// both: "attacked on May 3, and was attacked on May 4, 1998".
    private func isYearOfBoth(_ first: Expression, _ second: Expression) -> Bool {
        guard case .date(nil, .some(let month), let day) = first.meaning,
            case .date(.some, .some(let next), let nextDay) = second.meaning,
            (day == nil) == (nextDay == nil), month <= 12, next <= 12,
            (0...31).contains((next - month) * 31 + (nextDay ?? 0) - (day ?? 0)),
            pieces[first.pieces.lowerBound].sentence == pieces[second.pieces.lowerBound].sentence
        else { return false }
        let between = pieces[first.pieces.upperBound..<second.pieces.lowerBound].map(\.lower)
        return (between.contains("and") || between.contains(";"))
            && !between.contains { words.parting.contains($0) }
    }
}

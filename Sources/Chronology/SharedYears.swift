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

    /// What can be shared, backward from the last that is told in full.
    func apply(to expressions: [Expression]) -> (expressions: [Expression], unclear: Set<Int>) {
        var shared = expressions
        var unclear: Set<Int> = []
        for index in expressions.indices.dropFirst() where areJoined(shared[index - 1], shared[index], by: joints) {
            giveForward(shared[index - 1], &shared[index])
        }
        for index in expressions.indices.dropLast().reversed() {
            if areJoined(shared[index], shared[index + 1], by: joints) {
                let joint = pieces[shared[index].pieces.upperBound].lower
                let isRange = !["and", "or", "&", ","].contains(joint)
                if !giveBack(shared[index + 1], &shared[index], isRange: isRange) {
                    unclear.insert(shared[index].pieces.lowerBound)
                }
            } else if let year = yearOfLaterClause(shared, index),
                case .date(nil, let month, let day) = shared[index].meaning
            {
                shared[index].meaning = .date(year: year, month: month, day: day)
            }
        }
        return (shared, unclear)
    }

    /// Whether nothing but words that join, and an article or preposition, stands between two expressions.
    private func areJoined(_ first: Expression, _ second: Expression, by joints: Set<String>) -> Bool {
        let between = first.pieces.upperBound..<second.pieces.lowerBound
        guard (1...4).contains(between.count), !between.contains(where: { pieces[$0].afterBreak }),
            !pieces[second.pieces.lowerBound].afterBreak, joints.contains(pieces[between.lowerBound].lower)
        else { return false }
        return between.dropFirst().allSatisfy {
            joints.contains(pieces[$0].lower) || ["the", "in", "on", "again"].contains(pieces[$0].lower)
        }
    }

    /// The century of "the 1870s and 80s", the month of "May 1998 and 1999".
    private func giveForward(_ first: Expression, _ second: inout Expression) {
        switch (first.meaning, second.meaning) {
        case (.decade(let own, isShort: false), .decade(let next, isShort: true)) where own % 100 < next:
            second.meaning = .decade(own / 100 * 100 + next, isShort: false)
        case (.date(.some(let year), .some(let month), let day), .date(.some(let next), nil, nil)):
            let joint = second.pieces.lowerBound - 1
            guard next > year, first.pieces.upperBound == joint, ["and", "or"].contains(pieces[joint].lower),
                signals.match(pieces, endingBefore: first.pieces.lowerBound)?.value != .between
            else { return }
            second.meaning = .date(year: next, month: month, day: day)
        default: return
        }
    }

    /// The year of the second for the first; that before it where a range runs over the new year ("from December to March
    /// 1998"). False where the first may lie in either.
    private func giveBack(_ second: Expression, _ first: inout Expression, isRange: Bool) -> Bool {
        guard let own = place(of: first.meaning), own.year == nil, let next = place(of: second.meaning),
            own.day == nil || next.day != nil
        else { return true }
        let isLater =
            (Resolver.firstMonth(of: own.month), own.day ?? 0) < (Resolver.firstMonth(of: next.month), next.day ?? 1)
        switch (first.meaning, second.meaning) {
        case (.date(_, let month, let day), .within(_, _, let of)):
            guard isLater, let month else { return isLater }
            first.meaning = .within(month: month, day: day, of: of)
        case (.date(_, let month, let day), _):
            guard let year = next.year else { return true }
            guard isLater || isRange else { return false }
            first.meaning = .date(year: isLater ? year : year - 1, month: month, day: day)
        case (.days(_, let month, let start, let end), _):
            guard let year = next.year else { return true }
            guard isLater else { return false }
            first.meaning = .days(year: year, month: month, first: start, last: end)
        default: return true
        }
        return true
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

    /// The year of a day told in full further on in the sentence, in a clause that goes on from this one: "attacked on
    /// May 3, and was attacked on May 4, 1998".
    private func yearOfLaterClause(_ expressions: [Expression], _ index: Int) -> Int? {
        let (first, second) = (expressions[index], expressions[index + 1])
        guard case .date(nil, .some(let month), let day) = first.meaning,
            case .date(.some(let year), .some(let next), let nextDay) = second.meaning,
            (day == nil) == (nextDay == nil), month <= 12, next <= 12,
            (0...31).contains((next - month) * 31 + (nextDay ?? 0) - (day ?? 0)),
            pieces[first.pieces.lowerBound].sentence == pieces[second.pieces.lowerBound].sentence
        else { return nil }
        let between = pieces[first.pieces.upperBound..<second.pieces.lowerBound].map(\.lower)
        let isGoingOn = between.contains("and") || between.contains(";")
        let leavesOff = between.contains { ["that", "which", "who", "had", "over", "about", "of"].contains($0) }
        return isGoingOn && !leavesOff ? year : nil
    }
}

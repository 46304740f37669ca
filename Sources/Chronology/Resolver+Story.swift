import ChanceryCore
import Grammar

/// Keeps what the story has told of time so far.
extension Resolver {
    mutating func tell(_ value: Value, _ expression: Expression, _ span: ByteSpan) {
        // Of several days told together the last is where the story stands, though not to the day.
        let members = value.date?.members ?? []
        let end = Set(members.map(\.year)).count == 1 ? members.last : nil
        let isSpan = value.date?.precision == .interval || value.date?.precision == .set
        guard value.type == .date || value.type == .time, let date = end, let year = date.year else { return }
        let first = expression.pieces.lowerBound
        let sentence = pieces[first].sentence
        let opening = opening(of: first)
        let isSignalled = lexicon.signals.match(pieces, endingBefore: first) != nil
        let isFronted = first - opening <= 3
        let isHeading = isHeading(expression.pieces)
        // Two years over a text leave open which is meant.
        let isClear = !isHeading || yearsTold[sentence, default: 0] < 2
        let isFrame = isClear && !isSignalled && !value.restsOnPublication && (isFronted || date.month != nil)
        let told = Context.Told(
            date: date, year: year, month: date.month, day: isSpan ? nil : date.day, span: span, sentence: sentence,
            isFrame: isFrame, isBound: isSignalled, isComplete: value.isComplete && !isSpan,
            isOfStory: isFrame || isClear && !isSignalled && isOfMainClause(expression.pieces, from: opening))
        context.tell(told)
        // A day over a text may as well be that of its publication.
        if isHeading { context.head(isClear && told.day == nil && !value.restsOnPublication ? told : nil) }
    }

    /// How many expressions of each sentence tell a year.
    func yearsTold(_ expressions: [Expression]) -> [Int: Int] {
        var count: [Int: Int] = [:]
        for expression in expressions {
            switch expression.meaning {
            case .date(.some, _, _), .shortDate, .days(.some, _, _, _), .years, .decade:
                count[pieces[expression.pieces.lowerBound].sentence, default: 0] += 1
            default: break
            }
        }
        return count
    }

    /// The first piece of the clause or line that a piece stands in.
    private func opening(of place: Int) -> Int {
        var opening = place
        while opening > 0, pieces[opening - 1].sentence == pieces[place].sentence, !pieces[opening].afterBreak {
            opening -= 1
        }
        return opening
    }

    /// Whether the main clause in the past tells of a year, as in "they went to war in 1965": no relative clause, no
    /// reported one, and no name or noun that the year belongs to.
    private func isOfMainClause(_ place: Range<Int>, from opening: Int) -> Bool {
        guard place.lowerBound > opening, pieces[place.lowerBound - 1].lower == "in" else { return false }
        if place.upperBound < pieces.count, !pieces[place.upperBound].afterBreak,
            pieces[place.upperBound].tag.hasPrefix("NN")
        {
            return false
        }
        var hasVerb = false
        for piece in pieces[opening..<place.lowerBound] {
            if PennTag(tag: piece.tag).isRelative || piece.lower == "that" || piece.lower == "(" {
                return false
            }
            if piece.tag == "VBD" { hasVerb = true }
        }
        return hasVerb
    }

    /// Whether an expression is all that its block says, marks aside.
    private func isHeading(_ place: Range<Int>) -> Bool {
        func isWord(_ index: Int) -> Bool {
            pieces[index].text.first.map { $0.isLetter || $0.isNumber } == true
        }
        var first = place.lowerBound
        while first > 0, !pieces[first].afterBreak {
            first -= 1
            if isWord(first), !["in", "on"].contains(pieces[first].lower) { return isInHeading(place) }
        }
        var next = place.upperBound
        while next < pieces.count, !pieces[next].afterBreak {
            if isWord(next) { return isInHeading(place) }
            next += 1
        }
        return true
    }

    private func isInHeading(_ place: Range<Int>) -> Bool {
        headings.contains { $0.contains(pieces[place.lowerBound].token) }
    }

    /// Forgets the heading's year where a heading without a date has come before an expression.
    mutating func enterHeading(before expression: Expression) {
        let token = pieces[expression.pieces.lowerBound].token
        while headingsPassed < headings.count, headings[headingsPassed].lowerBound <= token {
            if !headings[headingsPassed].contains(token) { context.head(nil) }
            headingsPassed += 1
        }
    }

    /// Whether a text is one that looks back: it tells of years long before its own, of none near it, and nothing by the day
    /// it was published.
    func looksBack(_ expressions: [Expression]) -> Bool {
        guard let year = context.year else { return false }
        var hasPast = false
        for expression in expressions {
            switch expression.meaning {
            case .weekday(_, _, .publication), .shifted(_, _, .publication), .weekend, .weekdayOf,
                .timeOfDay(.some(.weekday(_, _, .publication)), _), .timeOfDay(.some(.shifted(_, _, .publication)), _),
                .shiftedMonth(_, _, .publication):
                return false
            case .date(.some(let told), _, _) where told >= year - 1: return false
            case .date(.some, _, _): hasPast = true
            default: break
            }
        }
        return hasPast
    }
}

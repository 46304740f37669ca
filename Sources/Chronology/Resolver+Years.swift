import ChanceryCore
import Grammar

/// Finds the year of a month or day that is told without one, or finds that it cannot be known.
extension Resolver {
    /// Which way from the day of publication a date lies.
    enum Direction { case past, future }

    /// The year, and the expression it was taken from; no expression where the day of publication gave it.
    func year(ofMonth month: Int, day: Int?, at place: Range<Int>) -> (Int, ByteSpan?)? {
        if unclear.contains(place.lowerBound) { return nil }
        let direction = direction(at: place)
        if let day, let told = context.sameDay(month: month, day: day), direction != .future || context.year == nil {
            return (told.year, told.span)
        }
        if direction != .future || context.year == nil {
            switch frameYear(month, day, place) {
            case .found(let year, let span): return (year, span)
            case .unclear: return nil
            case .none: break
            }
        }
        return publicationYear(month, day, place, direction).map { ($0, nil) }
    }

    private enum Frame {
        case found(Int, ByteSpan)
        /// The story has a date, but not one that makes the year clear.
        case unclear
        case none
    }

    /// The year of the story so far: of a date in the same sentence, or of one that the story goes on from, or of the
    /// heading.
    private func frameYear(_ month: Int, _ day: Int?, _ place: Range<Int>) -> Frame {
        let sentence = pieces[place.lowerBound].sentence
        let isAlone = context.year == nil
        if let told = context.last(before: sentence, within: 0, where: { isAlone ? $0.isOfStory : $0.isFrame }),
            told.year != context.year
        {
            return .found(told.year, told.span)
        }
        let isFree = isAlone || context.looksBack
        let frame = context.last(before: sentence, where: { isFree ? $0.isOfStory : $0.isFrame })
        if let heading = context.heading, heading.year != context.year,
            frame.map({ $0.month == nil || $0.span == heading.span }) ?? true
        {
            return goesOn(from: heading, month)
        }
        guard let frame, frame.year != context.year else { return .none }
        // A year alone, some sentences back, may be an aside in a text of another year.
        if frame.month == nil, !isAlone, !context.looksBack || isNearPublication(month, day) { return .unclear }
        return goesOn(from: frame, month)
    }

    /// The year of a date told before, unless the story that told of November and goes on in January may have reached
    /// the next.
    private func goesOn(from told: Context.Told, _ month: Int) -> Frame {
        if let toldMonth = told.month, Self.firstMonth(of: toldMonth) > Self.firstMonth(of: month) { return .unclear }
        return .found(told.year, told.span)
    }

    /// Whether a month or day lies right before the day of publication.
    private func isNearPublication(_ month: Int, _ day: Int?) -> Bool {
        guard let year = context.year, let now = context.month else { return false }
        guard let day, let today = context.day, let same = CalendarDay(year: year, month: month, day: min(day, 28))
        else {
            return (0...1).contains(now - Self.firstMonth(of: month))
        }
        return (0...45).contains(today.dayNumber - same.dayNumber)
    }

    /// The year that the day of publication gives: that of the last such day or month, or of the next where the words
    /// point ahead.
    private func publicationYear(_ month: Int, _ day: Int?, _ place: Range<Int>, _ direction: Direction?) -> Int? {
        guard let year = context.year, let now = context.month else { return nil }
        let first = Self.firstMonth(of: month)
        guard let day, let today = context.day else {
            if direction == .future { return first >= now ? year : year + 1 }
            return first <= now ? year : year - 1
        }
        guard let thisYear = CalendarDay(year: year, month: month, day: min(day, 28)) else { return nil }
        let past = thisYear.adding(days: day - min(day, 28)) <= today ? thisYear : thisYear.adding(years: -1)
        let next = thisYear >= today ? thisYear : thisYear.adding(years: 1)
        let age = today.dayNumber - past.dayNumber
        if direction == .future { return next.year }
        let isNear = direction == nil && next.dayNumber - today.dayNumber < 60
        // "the October 7 attack" names a day that readers know; it may lie years back, or have its anniversary.
        if namesEvent(place) || isName(place) && age > 92 && !isNear { return nil }
        if isNear, age > 240 { return next.year }
        return age <= 330 ? past.year : nil
    }

    /// Whether a day stands as a name before a noun: "the October 7 attack".
    private func isName(_ place: Range<Int>) -> Bool {
        guard place.lowerBound > 0, place.upperBound < pieces.count else { return false }
        return pieces[place.lowerBound - 1].lower == "the" && pieces[place.upperBound].tag.hasPrefix("NN")
    }

    /// Whether a day stands before the noun of an event, a word or two between: "the October 7 terrorist attacks".
    private func namesEvent(_ place: Range<Int>) -> Bool {
        for index in place.upperBound..<min(pieces.count, place.upperBound + 3) {
            let piece = pieces[index]
            if piece.afterBreak || piece.text.first?.isLetter != true { return false }
            if lexicon.namedEvents.contains(piece.lower) { return true }
            if !piece.tag.isEmpty, ![.JJ, .NN, .NNP, .NNS].contains(PennTag(tag: piece.tag)) { return false }
        }
        return false
    }

    /// Which way the words around an expression point: the nearest verb before it in its sentence, else after it.
    func direction(at place: Range<Int>) -> Direction? {
        let sentence = pieces[place.lowerBound].sentence
        // "come November", "toward November".
        if place.lowerBound > 0, lexicon.context.approaching.contains(pieces[place.lowerBound - 1].lower) {
            return .future
        }
        var isInfinitive = false
        var isPresent = false
        for index in stride(from: place.lowerBound - 1, through: max(0, place.lowerBound - 20), by: -1) {
            let piece = pieces[index]
            if piece.sentence != sentence || pieces[index + 1].afterBreak { break }
            if isFutureCue(index) || isPresent && lexicon.conditionWords.contains(piece.lower) { return .future }
            switch piece.tag {
            // "agreed to meet on 4 May" may point either way, as "managed to win" does.
            case "VBD": return isInfinitive ? nil : .past
            case "VBN": return isInfinitive ? nil : participle(at: index)
            case "VB":
                if lexicon.context.supporting.contains(where: { leads(index, $0) }) { return .past }
                if leads(index, "to") { isInfinitive = true }
                // "Read Thursday's paper" commands nothing for Thursday.
                let isOwner = place.upperBound < pieces.count && pieces[place.upperBound].lower == "'"
                if !isOwner, isImperative(index) { return .future }
            case "MD": if lexicon.context.openModals.contains(piece.lower) { return .future }
            case "VBZ", "VBP":
                if isInfinitive || !isPresent && lexicon.scheduleVerbs.contains(piece.lower) { return .future }
                isPresent = true
            default: break
            }
        }
        return isInfinitive ? .future : directionAfter(place, sentence)
    }

    private func directionAfter(_ place: Range<Int>, _ sentence: Int) -> Direction? {
        for index in place.upperBound..<min(pieces.count, max(place.upperBound, place.upperBound + 15)) {
            if pieces[index].sentence != sentence || pieces[index].afterBreak { return nil }
            if lexicon.context.futureAuxiliaries.contains(pieces[index].lower) { return .future }
            if pieces[index].tag == "VBD" { return .past }
            if ["VBZ", "VBP"].contains(pieces[index].tag) { return nil }
        }
        return nil
    }

    /// Whether a verb opens its sentence or its quotation, or follows "let's": "Remember in November".
    private func isImperative(_ index: Int) -> Bool {
        guard index > 0, pieces[index - 1].sentence == pieces[index].sentence, !pieces[index].afterBreak else {
            return true
        }
        let before = pieces[index - 1].lower
        return before == ":" || before == "“" || before == "\"" || leads(index, "let")
    }

    private func isFutureCue(_ index: Int) -> Bool {
        let word = pieces[index].lower
        guard lexicon.futureCues.contains(word) else { return false }
        let next = index + 1 < pieces.count ? pieces[index + 1].lower : ""
        switch word {
        // "set up in May" and "due to the war" do not point ahead.
        case "set": return (next == "to" || next == "for") && pieces[index].tag != "VBD"
        case "due": return next != "to" || index + 2 < pieces.count && pieces[index + 2].tag == "VB"
        default: return true
        }
    }

    /// "to be held" lies ahead; "has been held", "was held" and "held" behind.
    private func participle(at index: Int) -> Direction {
        guard leads(index, "be") else { return .past }
        return lexicon.context.aheadOfParticiple.contains { leads(index, $0) } ? .future : .past
    }

    /// Whether a word stands at most three pieces before.
    private func leads(_ index: Int, _ word: String) -> Bool {
        pieces[max(0, index - 3)..<index].contains { $0.lower == word }
    }
}

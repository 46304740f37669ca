import ChanceryCore
import Chronology
import Grammar

/// A date that an act may have.
struct DateCandidate: Sendable {
    /// Where it is told, as seen from the act.
    enum Place: String, Sendable, CaseIterable {
        /// In the act's sentence.
        case sentence
        /// In a sentence before.
        case before
        /// In a sentence after.
        case after
        /// By what stands over the act's sentence.
        case heading
        /// By the first expression of the text.
        case opening
        /// By the day of publication.
        case published
        /// By nothing but what the rules made of an expression: "after 1945".
        case ruled

        var symbol: Symbol { Self.symbols[self] }
        private static let symbols = CaseSymbols<Place>()
    }

    let place: Place
    let date: DateSpan
    /// The expression that tells it, an index into ``DateFacts/expressions``.
    let expression: Int?
    /// How many expressions stand nearer to the act, on the same side.
    let rank: Int
    /// What the expression names, and how much of it is taken: "day>year".
    let grain: Symbol
}

/// Collects the dates that an act may have: those its sentence tells, those told before, over and behind it, each of these also as
/// its month and its year, and the day and the month of publication.
struct DateCandidateReader: AnchoredDateStage {
    let context: DateContext
    /// What each expression may say of an act.
    private let values: [[Value]]

    /// How many expressions before an act's sentence are asked, and how many behind.
    private static let before = 5
    private static let after = 1

    /// What an expression may say of an act, and how much of it that takes.
    private struct Value {
        let date: DateSpan
        let grain: Symbol
        /// Whether it is what the expression says, and no wider date.
        let isWhole: Bool
    }

    init(context: DateContext) {
        self.context = context
        let facts = context.facts
        var year: Int?
        values = facts.expressions.map { expression in
            let timex = expression.timex
            var found: [EDTF] = []
            for edtf in [timex.edtf, timex.date].compactMap({ $0 }) {
                for part in Self.parts(of: edtf) where !found.contains(part) { found.append(part) }
            }
            // A day or month without a year is also that of the year told last, or of publication.
            if let date = timex.date, date.year == nil, let month = date.month,
                let year = year ?? facts.published?.year,
                let whole = EDTF(year: year, month: month, day: date.day)
            {
                found.append(whole)
            }
            year = timex.edtf?.year ?? year
            // The mere year of publication, of an expression that tells more, says next to nothing.
            let isFine = timex.edtf?.precision != .year
            return found.filter { !isFine || $0.precision != .year || $0.year != facts.published?.year }
                .map {
                    Value(
                        date: DateSpan($0), grain: Self.grain(timex.edtf ?? $0, $0),
                        isWhole: $0 == timex.edtf || $0 == timex.date || timex.date?.year == nil)
                }
        }
    }

    /// The dates an act may have, those of its sentence first.
    func candidates(for act: DatedAct) -> [DateCandidate] {
        let sentence = tree.sentence(of: act.trigger)
        var found: [DateCandidate] = []
        var taken: [Int] = []
        func add(_ index: Int, _ place: DateCandidate.Place, rank: Int) {
            // "Refused it until 1974": what went on up to a date was not done at it, unless the rules say so.
            guard !taken.contains(index), !endsSpan(index) else { return }
            if place != .sentence, place != .heading, beginsSpan(index) { return }
            taken.append(index)
            // The act's own sentence tells its day, or another's: its year alone would be told for want of a reading.
            for value in values[index] where place != .sentence || value.isWhole {
                found.append(
                    DateCandidate(
                        place: place, date: value.date, expression: index, rank: rank, grain: value.grain))
            }
        }
        let own = expressions(ofSentence: sentence)
        for (rank, index) in own.sorted(by: { distance($0, act.trigger) < distance($1, act.trigger) }).enumerated() {
            add(index, .sentence, rank: rank)
        }
        if let heading = context.headings[sentence] { add(heading, .heading, rank: 0) }
        let first = own.first ?? expressions(before: sentence)
        for (rank, index) in expressions[..<first].indices.suffix(Self.before).reversed().enumerated() {
            add(index, .before, rank: rank)
        }
        let next = own.last.map { $0 + 1 } ?? first
        for (rank, index) in expressions[next...].indices.prefix(Self.after).enumerated() {
            add(index, .after, rank: rank)
        }
        if !expressions.isEmpty { add(0, .opening, rank: 0) }
        // The year of publication says next to nothing; its month is what most news leaves to be understood.
        if let published = facts.publishedOn {
            for part in Self.parts(of: published) where part.precision != .year {
                found.append(
                    DateCandidate(
                        place: .published, date: DateSpan(part), expression: nil, rank: 0,
                        grain: Self.grain(published, part)))
            }
        }
        if let ruled = act.ruled, !found.contains(where: { $0.date.edtf == ruled.edtf }) {
            found.append(
                DateCandidate(
                    place: .ruled, date: DateSpan(ruled.edtf), expression: nil, rank: 0,
                    grain: Self.grain(ruled.edtf, ruled.edtf)))
        }
        return found
    }

    /// Whether an expression is told as the end of a time.
    private func endsSpan(_ index: Int) -> Bool {
        let first = timex(index).tokens.lowerBound
        return first > 0 && words.ends.contains(forms[first - 1])
    }

    /// Whether an expression is told as the beginning of a time: "since at least 2013".
    private func beginsSpan(_ index: Int) -> Bool {
        let tokens = timex(index).tokens
        return (max(0, tokens.lowerBound - Self.reach)..<tokens.upperBound).contains {
            words.begins.contains(forms[$0])
        }
    }

    /// How many words may stand between "since" and a date.
    private static let reach = 3

    /// How many expressions stand before a sentence.
    func expressions(before sentence: Int) -> Int {
        var (low, high) = (0, expressions.count)
        while low < high {
            let middle = (low + high) / 2
            if tree.sentence(of: expressions[middle].head) >= sentence { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// A date, its month and its year.
    private static func parts(of edtf: EDTF) -> [EDTF] {
        guard let year = edtf.year else { return [edtf] }
        switch edtf.precision {
        case .day: return [edtf, EDTF(year: year, month: edtf.month), EDTF(year: year)].compactMap { $0 }
        case .month, .season: return [edtf, EDTF(year: year)].compactMap { $0 }
        case .year where edtf.qualifier != nil: return [edtf, EDTF(year: year)].compactMap { $0 }
        default: return [edtf]
        }
    }

    private func distance(_ index: Int, _ token: Int) -> Int {
        let tokens = timex(index).tokens
        return tokens.lowerBound > token ? tokens.lowerBound - token : token - tokens.upperBound + 1
    }

    private static func grain(_ whole: EDTF, _ part: EDTF) -> Symbol {
        Symbol(whole.precision.rawValue + ">" + part.precision.rawValue + (part.qualifier == nil ? "" : "~"))
    }
}

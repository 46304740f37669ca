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

        var symbol: Symbol { Symbol(rawValue) }
    }

    let place: Place
    let edtf: EDTF
    /// The expression that tells it, an index into ``DateFacts/expressions``.
    let expression: Int?
    /// How many expressions stand nearer to the act, on the same side.
    let rank: Int
    /// What the expression names, and how much of it is taken: "day>year".
    let grain: Symbol
}

/// Collects the dates that an act may have: those its sentence tells, those told before, over and behind it, the day of
/// publication; each also as its month and its year.
struct DateCandidateReader: AnchoredDateStage {
    let context: DateContext

    /// How many expressions before an act's sentence are asked, and how many behind.
    private static let before = 5
    private static let after = 1

    /// The dates an act may have, those of its sentence first.
    func candidates(for act: DatedAct) -> [DateCandidate] {
        let sentence = tree.sentence(of: act.trigger)
        var found: [DateCandidate] = []
        var taken: Set<Int> = []
        func add(_ index: Int, _ place: DateCandidate.Place, rank: Int) {
            guard taken.insert(index).inserted else { return }
            let timex = timex(index)
            for edtf in values(of: index) where !isVacuous(edtf, of: timex) {
                found.append(
                    DateCandidate(
                        place: place, edtf: edtf, expression: index, rank: rank,
                        grain: Self.grain(timex.edtf ?? edtf, edtf)))
            }
        }
        let own = expressions(ofSentence: sentence)
        for (rank, index) in own.sorted(by: { distance($0, act.trigger) < distance($1, act.trigger) }).enumerated() {
            add(index, .sentence, rank: rank)
        }
        if let heading = context.headings[sentence] { add(heading, .heading, rank: 0) }
        let first = own.first ?? expressions.partitioningIndex { tree.sentence(of: $0.head) >= sentence }
        for (rank, index) in expressions[..<first].indices.suffix(Self.before).reversed().enumerated() {
            add(index, .before, rank: rank)
        }
        let next = own.last.map { $0 + 1 } ?? first
        for (rank, index) in expressions[next...].indices.prefix(Self.after).enumerated() {
            add(index, .after, rank: rank)
        }
        if !expressions.isEmpty { add(0, .opening, rank: 0) }
        if let published = facts.publishedOn {
            for edtf in parts(of: published) where edtf.precision != .year {
                found.append(
                    DateCandidate(
                        place: .published, edtf: edtf, expression: nil, rank: 0,
                        grain: Self.grain(published, edtf)))
            }
        }
        if let ruled = act.ruled, !found.contains(where: { $0.edtf == ruled.edtf }) {
            found.append(
                DateCandidate(
                    place: .ruled, edtf: ruled.edtf, expression: nil, rank: 0, grain: Self.grain(ruled.edtf, ruled.edtf)
                ))
        }
        return found
    }

    /// What an expression may say of an act: the date with the words around it, the date it names, and wider ones; a day or
    /// month without a year also in the year told last before it, or in that of publication.
    private func values(of index: Int) -> [EDTF] {
        let timex = timex(index)
        var found: [EDTF] = []
        for edtf in [timex.edtf, timex.date].compactMap({ $0 }) {
            for part in parts(of: edtf) where !found.contains(part) { found.append(part) }
        }
        if let date = timex.date, date.year == nil, let month = date.month,
            let year = expressions[..<index].last(where: { $0.timex.edtf?.year != nil })?.timex.edtf?.year
                ?? facts.published?.year,
            let whole = EDTF(year: year, month: month, day: date.day)
        {
            found.append(whole)
        }
        return found
    }

    /// Whether a date is the mere year of publication, of an expression that tells more: it says next to nothing.
    private func isVacuous(_ edtf: EDTF, of timex: Timex) -> Bool {
        edtf.precision == .year && edtf.year == facts.published?.year && timex.edtf?.precision != .year
    }

    private func parts(of edtf: EDTF) -> [EDTF] {
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

extension Array {
    /// The first place of a sorted array at which a condition holds that holds from there on; its end where none does.
    fileprivate func partitioningIndex(where holds: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

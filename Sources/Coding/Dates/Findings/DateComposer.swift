import ChanceryCore
import Chronology
import Grammar

/// Makes the date of what a word tells from what an expression says of the word.
struct DateComposer: DateStage {
    let facts: DateFacts

    /// The date, or nil where it is none that can be written.
    func finding(_ anchor: DateAnchor, at trigger: Int, as use: DateUse) -> DateFinding? {
        let timex = timex(anchor.index)
        guard let own = timex.edtf else { return nil }
        let (all, span) = JoinedDates(facts: facts).joined(anchor.index, own)
        let isSeveral = all != own
        // "after the 1990 raid": what the word before opens is not the raid.
        var edtf = anchor.isBeforeNoun ? timex.date ?? all : all
        var isStated = false
        switch anchor.relation {
        case .during:
            isStated = timex.isComplete
            edtf = done(timex, edtf, at: trigger, as: use)
            if use == .lasting, let whole = lasting(from: timex, edtf, at: trigger) {
                isStated = isStated && whole.intervalEnd == nil
                edtf = whole
            }
        case .after:
            guard let date = timex.date, let open = EDTF.interval(from: date, to: nil) else { return nil }
            edtf = open
        case .near:
            guard let date = timex.date else { return nil }
            edtf = date.qualified(.approximate)
        }
        return DateFinding(
            edtf: edtf, basis: isStated ? .stated : .resolved, span: span, from: timex.resolvedFrom,
            first: isSeveral ? own : edtf.precision == .set ? edtf.members.first ?? edtf : edtf)
    }

    /// The end of an open span of time at which something was done; else the date as it is.
    private func done(_ timex: Timex, _ edtf: EDTF, at trigger: Int, as use: DateUse) -> EDTF {
        guard edtf.precision == .interval, let date = timex.date else { return edtf }
        if edtf.intervalStart == nil, use != .lasting, beginsThen(timex, at: trigger) { return date }
        // "recognised it since 1988": an act that opens something has the date that opens the span of time.
        if use != .lasting, edtf.intervalEnd == nil, !lasts(trigger) { return date }
        return edtf
    }

    /// "Did not recognise it until 1976", "not until 1976 did it …": what is denied up to a date happened at it.
    private func beginsThen(_ timex: Timex, at trigger: Int) -> Bool {
        let first = timex.tokens.lowerBound
        guard
            let word = [first - 1, first - 2].first(where: { $0 >= 0 && words.ends.contains(forms[$0]) })
        else { return false }
        if word > 0, words.denials.contains(forms[word - 1]) { return true }
        return clauses.isDenied(verb(of: trigger))
    }

    /// "ruled it for 20 years from 1945": the beginning and the length tell the end; the beginning alone leaves it open.
    private func lasting(from timex: Timex, _ edtf: EDTF, at trigger: Int) -> EDTF? {
        let first = timex.tokens.lowerBound
        guard first > 0, forms[first - 1] == "from", edtf.precision == .year, let year = edtf.year else {
            return nil
        }
        let sentence = sentence(around: trigger)
        let lengths = facts.years.filter { sentence.contains($0.key) && $0.key > 0 && forms[$0.key - 1] == "for" }
        guard lengths.count < 2 else { return nil }
        let end = lengths.first.flatMap { EDTF(year: year + $0.value) }
        return EDTF.interval(from: edtf, to: end)
    }

    /// Whether a verb tells what went on since a date, and not what was done at it: "has hosted talks since 2013".
    private func lasts(_ trigger: Int) -> Bool {
        let verb = verb(of: trigger)
        return clauses.time(of: verb) == .perfect && !words.openers.contains(lemmas[verb])
            && !words.openers.contains(lemmas[trigger])
    }

    /// The verb that tells what a token tells; the token itself where there is none.
    private func verb(of trigger: Int) -> Int {
        isVerb(trigger) ? trigger : clauses.verb(of: trigger) ?? trigger
    }
}

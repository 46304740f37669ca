import ChanceryCore
import Chronology
import SpacyPipeline

/// Finds the time expression that tells when something happened, by its place in the parse and in the story.
///
/// The word's own phrase comes first, then its clause, then what its clause goes on from: a clause it is joined to, the
/// sentences before, the heading. Where none of them tells, there is no date: a date that merely stands near is not
/// taken.
struct DateReader: Sendable {
    /// A date as coding handles it, in UTF-8 bytes.
    struct Found: Hashable, Sendable {
        var edtf: EDTF
        var basis: ReportDate.Basis
        var span: ByteSpan
        var from: ByteSpan?
        /// The first of several joined dates.
        var first: EDTF
    }

    /// What a date is asked for.
    enum Use: Sendable {
        /// An act: it has the date at which it was done.
        case act
        /// Something that lasts: "since 1991" opens it. Only its own clause tells.
        case lasting
        /// Who or what somebody is when something is done: "President Holm met the envoy in May".
        case standing
        /// A number: whatever its clause tells holds of it.
        case figure
    }

    let parsed: ParsedDocument
    /// What is known before the first expression is placed.
    private let facts: Kept<Facts>
    /// What the expressions say of each token.
    var anchors: [Int: [DateAnchor]] = [:]
    /// For each sentence the expression that stands over it.
    var headings: [Int: Int] = [:]

    /// What is known of a document's expressions of time.
    private struct Facts {
        var words: DateWords
        var triggers: Set<Int>
        var timexes: [(timex: Timex, head: Int)]
        var bySentence: [Int: [Int]]
        var unknown: Set<Int>
        var years: [Int: Int]
    }

    var words: DateWords { facts.value.words }
    /// Tokens that tell of an event, besides those whose words say so.
    var triggers: Set<Int> { facts.value.triggers }
    var timexes: [(timex: Timex, head: Int)] { facts.value.timexes }
    var bySentence: [Int: [Int]] { facts.value.bySentence }
    /// Sentences with a date that cannot be known, such as "on Monday" in a text of unknown date: what they tell is not of
    /// the time told before.
    var unknown: Set<Int> { facts.value.unknown }
    /// The last day that lies behind the text.
    let published: CalendarDay?
    /// The expression that names the day the text is about, as news has it.
    private(set) var story: Int?
    /// The sentences that go on with it.
    private(set) var storySentences: Set<Int> = []
    /// Lengths of time in whole years, by their first token.
    private var years: [Int: Int] { facts.value.years }

    init(_ parsed: ParsedDocument, timexes: [Timex], words: DateWords, triggers: Set<Int> = []) {
        self.parsed = parsed
        var kept: [(timex: Timex, head: Int)] = []
        var years: [Int: Int] = [:]
        for timex in timexes where timex.type == .duration && timex.value.hasPrefix("P") && timex.value.hasSuffix("Y") {
            years[timex.tokens.lowerBound] = Int(timex.value.dropFirst().dropLast())
        }
        published = parsed.document.metadata.publishedOn.flatMap { EDTF($0)?.bounds.last }
        var bySentence: [Int: [Int]] = [:]
        for timex in timexes where timex.edtf != nil && timex.type != .duration {
            // The head is the token whose own head lies outside the expression.
            let head = timex.tokens.first {
                !timex.tokens.contains(parsed.tokens[$0].head) || parsed.tokens[$0].head == $0
            }
            kept.append((timex, head ?? timex.tokens.lowerBound))
            bySentence[parsed.sentence(of: timex.tokens.lowerBound), default: []].append(kept.count - 1)
        }
        let unknown = Set(
            timexes.filter { $0.edtf == nil && [.date, .time].contains($0.type) && $0.value.hasPrefix("XXXX-") }
                .map { parsed.sentence(of: $0.tokens.lowerBound) })
        facts = Kept(
            Facts(
                words: words, triggers: triggers, timexes: kept, bySentence: bySentence, unknown: unknown,
                years: years))
        guard !kept.isEmpty else { return }
        anchor()
        readHeadings()
        story = findStory()
        storySentences = story.map { sentences(ofStory: $0) } ?? []
    }

    /// The date of what a token tells, or nil.
    ///
    /// - Parameters:
    ///   - carriesOver: whether sentences before may tell it.
    ///   - use: what the date is asked for.
    ///   - excluded: words whose time expressions tell of something else, such as a statement's content.
    func date(
        at trigger: Int, carriesOver: Bool = true, as use: Use = .act, excluding excluded: [ByteSpan] = []
    ) -> Found? {
        guard !timexes.isEmpty else { return nil }
        func isFit(_ anchor: DateAnchor) -> Bool {
            !excluded.contains { $0.contains(timexes[anchor.index].timex.span) }
        }
        if let anchor = told(at: trigger, as: use, where: isFit) {
            return found(anchor, at: trigger, as: use)
        }
        let before = meantBefore(at: trigger)
        guard use != .lasting, let index = before ?? (carriesOver ? goesOn(from: trigger) : nil) else { return nil }
        let timex = timexes[index].timex
        guard var edtf = timex.date ?? timex.edtf else { return nil }
        if before == nil, words.has(parsed.lowerLemmas[trigger], in: .answers) {
            edtf = EDTF.interval(from: edtf, to: nil) ?? edtf
        }
        return Found(edtf: edtf, basis: .resolved, span: timex.extent, from: timex.extent, first: edtf)
    }

    /// The single days that expressions in the given sentences name, in text order.
    func days(in sentences: Set<Int>) -> [EDTF] {
        timexes.filter { sentences.contains(parsed.sentence(of: $0.head)) }.compactMap { $0.timex.edtf }
            .filter { $0.precision == .day }
    }

    /// An expression's date, with those it is joined to: "in July and September".
    private func joined(_ index: Int) -> (edtf: EDTF, span: ByteSpan)? {
        let timex = timexes[index].timex
        guard let edtf = timex.edtf else { return nil }
        let alone = (edtf, timex.extent)
        // The words beside it have told already what stands together: "on 3 and 4 May".
        if edtf != timex.date { return alone }
        let partners = (index + 1..<max(index + 1, min(index + 6, timexes.count))).filter { other in
            isJoined(timexes[other].head, to: index)
        }
        let all = [edtf] + partners.compactMap { timexes[$0].timex.edtf }
        guard all.count > 1, Set(all.map(\.precision)).count == 1, all.allSatisfy({ $0.qualifier == nil }),
            [.year, .month, .day].contains(edtf.precision), let last = partners.last,
            let set = EDTF("{" + all.map(\.description).joined(separator: ",") + "}")
        else { return alone }
        return (set, timex.extent.union(timexes[last].timex.extent))
    }

    private func isJoined(_ head: Int, to index: Int) -> Bool {
        var at = head
        for _ in 0..<6 {
            guard ["conj", "appos"].contains(parsed.tokens[at].dep), let above = parsed.head(of: at) else {
                return false
            }
            if timexes[index].timex.tokens.contains(above) {
                return parsed.children(of: above, "cc").contains { parsed.lowerTexts[$0] == "and" }
                    || parsed.children(of: at, "cc").contains { parsed.lowerTexts[$0] == "and" }
                    || parsed.tokens[head].dep == "conj" && at != head
            }
            at = above
        }
        return false
    }

    private func found(_ anchor: DateAnchor, at trigger: Int, as use: Use) -> Found? {
        let timex = timexes[anchor.index].timex
        guard let own = timex.edtf, let (all, span) = joined(anchor.index) else { return nil }
        var edtf = all
        let isSeveral = edtf != own
        var isStated = timex.isComplete
        // "after the 1990 raid": what the word before opens is not the raid.
        if anchor.isBeforeNoun, let date = timex.date { edtf = date }
        switch anchor.relation {
        case .during:
            if edtf.precision == .interval, edtf.intervalStart == nil, let date = timex.date,
                beginsThen(timex, at: trigger)
            {
                edtf = date
            }
            // "recognised it since 1988": an act that opens something has the date that opens the span of time.
            if use != .lasting, edtf.precision == .interval, edtf.intervalEnd == nil, let date = timex.date,
                !lasts(trigger)
            {
                edtf = date
            }
            if use == .lasting, let whole = lasting(from: timex, edtf, at: trigger) {
                isStated = isStated && whole.intervalEnd == nil
                edtf = whole
            }
        case .after:
            isStated = false
            guard let date = timex.date, let open = EDTF.interval(from: date, to: nil) else { return nil }
            edtf = open
        case .near:
            isStated = false
            guard let date = timex.date else { return nil }
            edtf = date.qualified(.approximate)
        }
        return Found(
            edtf: edtf, basis: isStated ? .stated : .resolved, span: isSeveral ? span : timex.extent,
            from: timex.resolvedFrom,
            first: isSeveral ? own : edtf.precision == .set ? edtf.members.first ?? edtf : edtf)
    }

    /// "Did not recognise it until 1976", "not until 1976 did it …": what is denied up to a date happened at it.
    private func beginsThen(_ timex: Timex, at trigger: Int) -> Bool {
        let first = timex.tokens.lowerBound
        guard
            let word = [1, 2].map({ first - $0 }).first(where: {
                $0 >= 0 && words.has(parsed.lowerTexts[$0], in: .ends)
            })
        else { return false }
        if word > 0, words.has(parsed.lowerTexts[word - 1], in: .denials) { return true }
        var verb = trigger
        if !isVerb(verb), let above = clauseVerb(of: trigger) { verb = above }
        return isDenied(verb)
    }

    /// "ruled it for 20 years from 1945": the beginning and the length tell the end; the beginning alone leaves it open.
    private func lasting(from timex: Timex, _ edtf: EDTF, at trigger: Int) -> EDTF? {
        let first = timex.tokens.lowerBound
        guard first > 0, parsed.lowerTexts[first - 1] == "from", edtf.precision == .year, let year = edtf.year else {
            return nil
        }
        let sentence = parsed.sentences[parsed.sentence(of: trigger)].tokens
        let lengths = years.filter { sentence.contains($0.key) && $0.key > 0 && parsed.lowerTexts[$0.key - 1] == "for" }
        guard lengths.count < 2 else { return nil }
        let end = lengths.first.flatMap { EDTF(year: year + $0.value) }
        return EDTF.interval(from: edtf, to: end)
    }

    /// Whether a verb tells what went on since a date, and not what was done at it: "has hosted talks since 2013".
    private func lasts(_ trigger: Int) -> Bool {
        var verb = trigger
        if !isVerb(verb), let above = clauseVerb(of: trigger) { verb = above }
        return time(of: verb) == .perfect && !words.has(parsed.lowerLemmas[verb], in: .openers)
            && !words.has(parsed.lowerLemmas[trigger], in: .openers)
    }
}

import ChanceryCore
import Chronology
import SpacyPipeline

/// Finds the time expression that tells when something happened, by its place in the parse and in the story.
///
/// The word's own phrase comes first, then its clause, then what its clause goes on from: a clause it is joined to, the
/// sentences before, the heading. Where none of them tells, there is no date: a date that merely stands near is not
/// taken.
///
/// How it goes: ``AnchorReader`` gives each expression to the words it dates and ``HeadingReader`` to the sentences it stands
/// over. Asked for a word, ``SentenceDates`` looks through its sentence (``VerbDates``, ``NounDates``), then
/// ``RenamedHappening`` and ``EarlierDates`` through those before; ``DateComposer`` makes the date. ``StoryReader`` finds the day
/// that the whole text is about.
struct DateReader: Sendable {
    let context: DateContext
    /// The day that the whole text is about.
    let story: Story?

    /// Reads where a document's expressions of time belong.
    ///
    /// - Parameter triggers: tokens that tell of an event, besides those whose words say so.
    init(_ parsed: ParsedDocument, timexes: [Timex], words: DateWords, triggers: Set<Int> = []) {
        context = DateContext(DateFacts(parsed, timexes: timexes, words: words, triggers: triggers))
        story = StoryReader(context: context).story()
    }

    private var facts: DateFacts { context.facts }
    private var clauses: ClauseReader { ClauseReader(facts: facts) }
    private var mainClauses: MainClauseReader { MainClauseReader(context: context) }

    /// The date of what a token tells, or nil.
    ///
    /// - Parameters:
    ///   - carriesOver: whether sentences before may tell it.
    ///   - use: what the date is asked for.
    ///   - excluded: words whose time expressions tell of something else, such as a statement's content.
    func date(
        at trigger: Int, carriesOver: Bool = true, as use: DateUse = .act, excluding excluded: [ByteSpan] = []
    ) -> DateFinding? {
        let facts = facts
        guard !facts.expressions.isEmpty else { return nil }
        func isFit(_ anchor: DateAnchor) -> Bool {
            excluded.isEmpty || !excluded.contains { $0.contains(facts.expressions[anchor.index].timex.span) }
        }
        if let anchor = SentenceDates(context: context).told(at: trigger, as: use, where: isFit) {
            return DateComposer(facts: facts).finding(anchor, at: trigger, as: use)
        }
        return use == .lasting ? nil : toldBefore(trigger, carriesOver: carriesOver)
    }

    /// The date that the text before a sentence gives what a token of it tells.
    private func toldBefore(_ trigger: Int, carriesOver: Bool) -> DateFinding? {
        let again = RenamedHappening(context: context).date(of: trigger)
        guard let index = again ?? (carriesOver ? EarlierDates(context: context).date(before: trigger) : nil) else {
            return nil
        }
        let timex = facts.expressions[index].timex
        guard var edtf = timex.date ?? timex.edtf else { return nil }
        if again == nil, facts.words.answers.contains(facts.parsed.lowerLemmas[trigger]) {
            edtf = EDTF.interval(from: edtf, to: nil) ?? edtf
        }
        return DateFinding(edtf: edtf, basis: .resolved, span: timex.extent, from: timex.extent, first: edtf)
    }

    /// The story's day for an act without a date of its own; nil where the words round it tell of another time.
    func storyDate(at trigger: Int) -> DateFinding? {
        story.flatMap { StoryDates(context: context, story: $0).date(at: trigger) }
    }

    /// The single days that expressions in the given sentences name, in text order.
    func days(in sentences: Set<Int>) -> [EDTF] {
        facts.expressions.filter { sentences.contains(facts.parsed.sentence(of: $0.head)) }.compactMap(\.timex.edtf)
            .filter { $0.precision == .day }
    }

    /// Whether a token is told by a main clause in the present.
    func isPresent(at trigger: Int) -> Bool {
        mainClauses.verb(of: trigger).map { clauses.time(of: $0) == .present } ?? false
    }

    /// Whether a clause that is said tells of what is done with the saying, neither of what was before it nor of what is to come.
    func isOfTheDaySaid(at trigger: Int) -> Bool {
        let verb = clauses.isVerb(trigger) ? trigger : clauses.verb(of: trigger)
        guard let verb, !mainClauses.breaksOff(verb, trigger) else { return false }
        switch clauses.time(of: verb) {
        case .past, .present, .perfect: return true
        default: return false
        }
    }

    /// Whether the paragraph of a token, or the one before, is about another year than that of publication.
    func isOfAnotherYear(near token: Int) -> Bool {
        let parsed = facts.parsed
        guard let year = parsed.document.metadata.publishedOn?.yearDigits else { return true }
        let block = parsed.sentences[parsed.sentence(of: token)].block
        return (max(0, block - 1)...block).contains { block in
            parsed.blockSentences[block].contains { sentence in
                parsed.sentences[sentence].tokens.contains { word in
                    guard let told = parsed.tokens[word].text.yearDigits, parsed.tokens[word].text.utf8.count == 4
                    else { return false }
                    return told != year
                }
            }
        }
    }
}

extension String {
    /// The four digits a year or a date begins with, of the centuries texts are written in.
    fileprivate var yearDigits: Int? {
        guard let year = Int(prefix(4)), (1500...2200).contains(year), prefix(4).count == 4 else { return nil }
        return year
    }
}

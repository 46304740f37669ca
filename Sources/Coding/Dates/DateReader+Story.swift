import ChanceryCore
import Chronology
import SpacyPipeline

/// The day that a news report or a readout is about.
///
/// News tells in the past tense, without a date in each sentence, what was done on the day that its lead names: "Osk opened its
/// embassy on Monday. … It also signed two accords." Such a sentence is dated by the lead, on the basis `story`, until the
/// text turns to what was before.
extension DateReader {
    /// How many days before publication a story's day lies at most.
    private static let oldest = 10
    /// How many sentences of the text's first paragraphs are its lead.
    private static let leadSentences = 2

    /// The expression in the title or the lead that names the day the text is about: at most ten days before its publication, told
    /// of a main clause. Nil for a text of unknown day, and for one that does not begin so.
    func findStory() -> Int? {
        guard let published, parsed.document.metadata.publishedOn.flatMap({ EDTF($0)?.precision }) == .day else {
            return nil
        }
        var read = 0
        for (block, sentences) in parsed.blockSentences.enumerated() {
            switch parsed.document.blocks[block].kind {
            case .title, .heading: continue
            default: break
            }
            for sentence in sentences {
                read += 1
                if read > Self.leadSentences { return nil }
                let day = mainDates(sentence).first { found in
                    found.verbTime != .ahead && found.verbTime != .pastPerfect
                        && isDay(timexes[found.index].timex, before: published)
                }
                if let day { return day.index }
                // A lead that tells of another time begins no story of the day.
                if !mainDates(sentence).isEmpty { return nil }
            }
        }
        return nil
    }

    private func isDay(_ timex: Timex, before published: CalendarDay) -> Bool {
        guard let day = timex.date ?? timex.edtf, day.precision == .day, let bounds = day.bounds.last else {
            return false
        }
        return bounds <= published && published.dayNumber - bounds.dayNumber <= Self.oldest
    }

    /// The story's day for an act without a date of its own; nil where the words round it tell of another time.
    func storyDate(at trigger: Int) -> Found? {
        guard let story, let verb = mainVerb(of: trigger) else { return nil }
        let sentence = parsed.sentence(of: trigger)
        let lead = parsed.sentence(of: timexes[story].head)
        let isLead = sentence <= lead
        switch time(of: verb) {
        case .past: break
        case .perfect, .present: guard isLead else { return nil }
        default: return nil
        }
        guard !breaksOff(verb, trigger), !unknown.contains(sentence), headings[sentence] == nil,
            storySentences.contains(sentence), let day = day(of: story)
        else { return nil }
        let timex = timexes[story].timex
        return Found(edtf: day, basis: .story, span: timex.extent, from: timex.extent, first: day)
    }

    /// Whether a token is told by a main clause in the present.
    func isPresent(at trigger: Int) -> Bool {
        mainVerb(of: trigger).map { time(of: $0) == .present } ?? false
    }

    /// Whether a clause that is said tells of what is done with the saying, neither of what was before it nor of what is to come.
    func isOfTheDaySaid(at trigger: Int) -> Bool {
        guard let verb = isVerb(trigger) ? trigger : clauseVerb(of: trigger), !breaksOff(verb, trigger) else {
            return false
        }
        return [.past, .present, .perfect].contains(time(of: verb))
    }

    /// The sentences that go on with the story of an expression in the lead: those before another main clause is dated otherwise,
    /// or tells of what was before ("the two had agreed"), and those after it is dated so again.
    func sentences(ofStory story: Int) -> Set<Int> {
        guard let day = day(of: story) else { return [] }
        let lead = parsed.sentence(of: timexes[story].head)
        var found: Set<Int> = []
        var goesOn = true
        for sentence in parsed.sentences.indices {
            let dates = mainDates(sentence)
            if sentence <= lead {
                if dates.allSatisfy({ self.day(of: $0.index) == day }) { found.insert(sentence) }
                continue
            }
            if let last = dates.last {
                goesOn = self.day(of: last.index) == day
            } else if let root = root(of: sentence), time(of: root) == .pastPerfect {
                goesOn = false
            }
            if goesOn { found.insert(sentence) }
        }
        return found
    }

    private func day(of index: Int) -> EDTF? { timexes[index].timex.date ?? timexes[index].timex.edtf }
}

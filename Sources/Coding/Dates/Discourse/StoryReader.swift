import ChanceryCore
import Chronology
import Grammar

/// Finds the day that a text is about, and the sentences that tell of it.
struct StoryReader: AnchoredDateStage {
    let context: DateContext

    /// How many days before publication a story's day lies at most.
    private static let oldest = 10
    /// How many sentences of the text's first paragraphs are its lead.
    private static let leadSentences = 2

    /// The story of a text; nil for a text of unknown day, and for one that does not begin with a day.
    func story() -> Story? {
        guard !expressions.isEmpty, let index = leadingDay(), let day = day(of: index) else { return nil }
        let lead = tree.sentence(of: expressions[index].head)
        return Story(index: index, day: day, lead: lead, sentences: sentences(of: day, lead: lead))
    }

    /// The expression in the lead that names the day the text is about: at most ten days before its publication, told of a
    /// main clause.
    private func leadingDay() -> Int? {
        guard let published = facts.published,
            parsed.document.metadata.publishedOn.flatMap({ EDTF($0)?.precision }) == .day
        else { return nil }
        var read = 0
        for (block, sentences) in parsed.blockSentences.enumerated() {
            switch parsed.document.blocks[block].kind {
            case .title, .heading: continue
            default: break
            }
            for sentence in sentences {
                read += 1
                if read > Self.leadSentences { return nil }
                let dates = mainClauses.dates(of: sentence)
                let day = dates.first { date in
                    date.verbTime != .ahead && date.verbTime != .pastPerfect && isDay(date.index, before: published)
                }
                if let day { return day.index }
                // A lead that tells of another time begins no story of the day.
                if !dates.isEmpty { return nil }
            }
        }
        return nil
    }

    private func isDay(_ index: Int, before published: CalendarDay) -> Bool {
        guard let day = day(of: index), day.precision == .day, let last = day.bounds.last else { return false }
        return last <= published && published.dayNumber - last.dayNumber <= Self.oldest
    }

    /// The sentences that go on with a day of the lead: those before another main clause is dated otherwise, or tells of what
    /// was before ("the two had agreed"), and those after it is dated so again.
    private func sentences(of day: EDTF, lead: Int) -> Set<Int> {
        var found: Set<Int> = []
        var goesOn = true
        for sentence in tree.sentences.indices {
            let dates = mainClauses.dates(of: sentence)
            if sentence <= lead {
                if dates.allSatisfy({ self.day(of: $0.index) == day }) { found.insert(sentence) }
                continue
            }
            if let last = dates.last {
                goesOn = self.day(of: last.index) == day
            } else if let root = mainClauses.root(of: sentence), clauses.time(of: root) == .pastPerfect {
                goesOn = false
            }
            if goesOn { found.insert(sentence) }
        }
        return found
    }

    private func day(of index: Int) -> EDTF? {
        let timex = timex(index)
        return timex.date ?? timex.edtf
    }
}

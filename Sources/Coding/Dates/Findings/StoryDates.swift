import ChanceryCore
import Chronology
import Grammar

/// Dates an act that has no date of its own by the day its text is about.
struct StoryDates: AnchoredDateStage {
    let context: DateContext
    let story: Story

    /// The story's day; nil where the words round an act tell of another time.
    func date(at trigger: Int) -> DateFinding? {
        guard let verb = mainClauses.verb(of: trigger) else { return nil }
        let sentence = tree.sentence(of: trigger)
        switch clauses.time(of: verb) {
        case .past: break
        case .perfect, .present: guard sentence <= story.lead else { return nil }
        default: return nil
        }
        guard story.sentences.contains(sentence), !facts.unknown.contains(sentence), context.headings[sentence] == nil,
            !mainClauses.breaksOff(verb, trigger)
        else { return nil }
        let span = timex(story.index).extent
        return DateFinding(edtf: story.day, basis: .story, span: span, from: span, first: story.day)
    }
}

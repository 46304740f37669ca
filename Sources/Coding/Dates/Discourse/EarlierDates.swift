import ChanceryCore
import Chronology
import Grammar

/// Finds the expression that a clause without a date goes on from: in the sentences before, or over it.
struct EarlierDates: AnchoredDateStage {
    let context: DateContext

    /// How many sentences back a date is looked for.
    private static let reach = 3

    /// The expression a token's clause goes on from.
    func date(before trigger: Int) -> Int? {
        guard let verb = mainClauses.verb(of: trigger) else { return nil }
        let sentence = tree.sentence(of: trigger)
        guard clauses.time(of: verb) == .past, !mainClauses.breaksOff(verb, trigger),
            !facts.unknown.contains(sentence)
        else { return nil }
        let heading = context.headings[sentence]
        if expressions(ofSentence: sentence).contains(where: { openings.opens(timex($0)) }) { return nil }
        // A date of this sentence's own main clause would be nearer.
        guard mainClauses.dates(of: sentence).isEmpty else { return nil }
        let links = SentenceLinks(facts: facts)
        if links.isByHolderOfThen(verb), sentence > 0,
            parsed.sentences[sentence - 1].block == parsed.sentences[sentence].block,
            let then = expressions(ofSentence: sentence - 1).last(where: { timex($0).date?.hasYear == true })
        {
            return then
        }
        guard links.refersBack(verb) else { return heading }
        let block = parsed.sentences[sentence].block
        var at = sentence - 1
        var goesOn = true
        while at >= 0, sentence - at <= Self.reach, parsed.sentences[at].block == block {
            if let last = mainClauses.dates(of: at).last { return last.verbTime == .past ? last.index : nil }
            guard goesOn, let root = mainClauses.root(of: at), clauses.time(of: root) == .past, !links.hasSpeech(at),
                expressions(ofSentence: at).allSatisfy({ timex($0).edtf?.precision == .interval })
            else { break }
            goesOn = links.refersBack(root)
            at -= 1
        }
        return heading
    }
}

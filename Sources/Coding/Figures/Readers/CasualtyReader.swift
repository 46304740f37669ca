import ChanceryCore
import Grammar

/// Reads numbers of people that only a verb or adjective tells to be people: "40 dead", "killed 30".
struct CasualtyReader: FigureStage {
    let context: FigureContext

    /// "40 dead, 12 missing".
    func described(_ phrase: NumberPhrase) -> FigureFinding? {
        let word = lower(next(phrase))
        guard lexicon.has(word, in: .peopleAdjectives) else { return nil }
        return maker.figure(phrase, unit: "people", of: word, head: root(phrase), rule: .casualties)
    }

    /// "killed 30 and wounded 50", "35,000 had died".
    func told(_ phrase: NumberPhrase) -> FigureFinding? {
        let at = root(phrase)
        guard let verb = tree.head(of: at), !context.isTime[at], isOfPeople(at, verb) else { return nil }
        let closes =
            next(phrase).map { [.punct, .cconj, .adp, .adv, .verb, .aux].contains(classes[$0]) } ?? true
        guard closes else { return nil }
        return maker.figure(phrase, unit: "people", of: lemma(verb), head: at, rule: .casualties)
    }

    /// Whether a bare number is people as the verb tells: object of "kill", subject of "die".
    private func isOfPeople(_ number: Int, _ verb: Int) -> Bool {
        switch labels[number] {
        case .dobj, .nsubjpass: lexicon.has(lemma(verb), in: .peopleVerbs)
        case .nsubj: lexicon.has(lemma(verb), in: .peopleSubjects)
        default: false
        }
    }
}

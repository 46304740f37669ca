import ChanceryCore
import Grammar
import SpacyPipeline

/// What speaks for and against a word's telling what holds of somebody.
struct StateFeatures: StateStage {
    let context: StateFindingContext
    private static let t = Templates()

    func add(_ candidate: StateCandidate, to sink: inout some FeatureSink) {
        let t = Self.t
        let word = candidate.trigger
        let form = Self.forms[candidate.form]
        let complement = Self.complements[candidate.completion.kind]
        let lemma = parsed.lemmaSymbol(word)
        let finite = candidate.verb.map { truth.finite($0) }
        let tense = finite.map { parsed.tagSymbol($0) } ?? .none
        let link = candidate.completion.link.map { parsed.textSymbol($0) } ?? .none
        let label = parsed.labelSymbol(word)
        let object = candidate.completion.object ?? candidate.completion.goal
        let objectLemma = object.map { parsed.lemmaSymbol($0) } ?? .none
        let objectSort = object.map { sort(of: $0) } ?? .none
        let kind = candidate.parties.first.map { Seat.sort(of: $0.kind).symbol } ?? .none
        let named = Symbol.of(candidate.parties.contains { sides.isNamed($0) })
        sink.add(t.form, form)
        sink.add(t.lemma, lemma)
        sink.add(t.lemmaForm, lemma, form)
        sink.add(t.lemmaComplement, lemma, complement)
        sink.add(t.lemmaLink, lemma, link)
        sink.add(t.lemmaTense, lemma, tense)
        sink.add(t.lemmaObject, lemma, objectLemma)
        sink.add(t.lemmaKind, lemma, kind)
        sink.add(t.formTense, form, tense)
        sink.add(t.formComplement, form, complement, tense)
        sink.add(t.formLink, form, link)
        sink.add(t.formKind, form, kind, named)
        sink.add(t.formObjectSort, form, complement, objectSort)
        sink.add(t.objectLemma, objectLemma, form)
        sink.add(t.auxiliaries, auxiliaries(of: candidate.verb), form)
        sink.add(t.label, label, form)
        sink.add(t.subjectLabel, parsed.labelSymbol(candidate.subject), form)
        sink.add(t.article, tree.child(of: word, [.det, .poss]).map { parsed.textSymbol($0) } ?? .none, form)
        sink.add(t.describing, tree.child(of: word, [.amod, .compound]).map { parsed.lemmaSymbol($0) } ?? .none, form)
        sink.add(t.opening, candidate.opening.map { parsed.textSymbol($0) } ?? .none, form)
        sink.add(t.governor, tree.head(of: word).map { parsed.lemmaSymbol($0) } ?? .none, form)
        sink.add(t.governorTag, tree.head(of: word).map { parsed.tagSymbol($0) } ?? .none, label)
        sink.add(t.plural, Symbol.of(tags[word].endsAsPlural), form, Symbol.of(candidate.parties.count, upTo: 2))
        sink.add(t.isName, Symbol.of(!tokens[word].ent.isEmpty && tokens[word].ent != "O"), form)
        sink.add(t.block, parsed.blockSymbol(word))
        sink.add(t.clause, candidate.verb.map { parsed.labelSymbol($0) } ?? .none, tense)
        sink.add(t.holds, Symbol.of(candidate.verb.map { truth.holds($0, allowsPast: true) } ?? true), form, tense)
        sink.add(t.distance, Symbol.of(abs(word - candidate.subject) / 4, upTo: 4), form)
    }

    private func auxiliaries(of verb: Int?) -> Symbol {
        guard let verb else { return .none }
        let found = tree.children(of: verb, [.aux, .auxpass, .neg])
        if found.count < 2 { return found.first.map { parsed.textSymbol($0) } ?? .none }
        return Symbol(found.map { tree.words[$0] }.joined(separator: "-"))
    }

    private func sort(of head: Int) -> Symbol {
        if let party = sides.parties(head).first { return Seat.sort(of: party.kind).symbol }
        return parsed.tagSymbol(head)
    }

    private static let forms = CaseSymbols<StateCandidate.Form>()
    private static let complements = CaseSymbols<StateCandidate.Completion.Kind>()

    /// The templates, in one object: each constant of a type asks whenever it is used whether it is made yet.
    private final class Templates: Sendable {
        let form = FeatureTemplate("form")
        let lemma = FeatureTemplate("lemma")
        let lemmaForm = FeatureTemplate("lemma+form")
        let lemmaComplement = FeatureTemplate("lemma+complement")
        let lemmaLink = FeatureTemplate("lemma+link")
        let lemmaTense = FeatureTemplate("lemma+tense")
        let lemmaObject = FeatureTemplate("lemma+object")
        let lemmaKind = FeatureTemplate("lemma+kind")
        let formTense = FeatureTemplate("form+tense")
        let formComplement = FeatureTemplate("form+complement+tense")
        let formLink = FeatureTemplate("form+link")
        let formKind = FeatureTemplate("form+kind+named")
        let formObjectSort = FeatureTemplate("form+complement+object-sort")
        let objectLemma = FeatureTemplate("object+form")
        let auxiliaries = FeatureTemplate("auxiliaries+form")
        let label = FeatureTemplate("label+form")
        let subjectLabel = FeatureTemplate("subject-label+form")
        let article = FeatureTemplate("article+form")
        let describing = FeatureTemplate("describing+form")
        let opening = FeatureTemplate("opening+form")
        let governor = FeatureTemplate("governor+form")
        let governorTag = FeatureTemplate("governor-tag+label")
        let plural = FeatureTemplate("plural+form+parties")
        let isName = FeatureTemplate("in-name+form")
        let block = FeatureTemplate("block")
        let clause = FeatureTemplate("clause+tense")
        let holds = FeatureTemplate("holds+form+tense")
        let distance = FeatureTemplate("distance+form")
    }
}

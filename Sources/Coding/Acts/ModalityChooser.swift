import ChanceryCore
import Grammar

/// Whether an act is told as done, as planned, as not done or as open: what the rules of ``ModalityReader`` say, weighed with
/// the act's kind, its clause and the clauses above.
struct ModalityChooser {
    let scene: ActScene
    let reader: ModalityReader
    let statements: StatementIndex
    let model: LinearTable<SIMD4<Float>>
    private let t = Templates()
    private var parsed: ParsedDocument { scene.parsed }

    /// What the columns of the model stand for.
    private enum Told: Int, CaseIterable { case asserted, planned, denied, open }

    /// The modality of an act that the rules tell as `ruled`.
    ///
    /// The rules' word stands unless another is likelier by a margin: a wide one where they say that the act was not done or is
    /// open, and the other that it was done. What somebody denies stays denied, what is open becomes no plan, and what is done
    /// though its clause says "not" ("did not … until") stays done.
    func choice(of word: ActWord, _ names: ActNames, ruled: Modality) -> Modality {
        guard ruled != .denied else { return ruled }
        var sum = WeightSum(model)
        add(word, names, ruled, to: &sum)
        let own = Self.column(of: ruled)
        var best: Told?
        for other in Told.allCases where other != own {
            let gain = sum.sum[other.rawValue] - sum.sum[own.rawValue]
            guard let margin = margin(from: own, to: other, at: word.trigger), gain > margin,
                best.map({ sum.sum[other.rawValue] > sum.sum[$0.rawValue] }) ?? true
            else { continue }
            best = other
        }
        switch best {
        case nil: return ruled
        case .asserted: return .asserted
        case .planned: return .planned
        case .denied: return .negated
        case .open: return .hypothetical
        }
    }

    /// By how much another reading must be likelier than the rules'; nil where it is never taken.
    private func margin(from own: Told, to other: Told, at trigger: Int) -> Float? {
        switch (own, other) {
        case (.open, .planned): nil
        case (.asserted, .denied) where parsed.tree.child(of: trigger, [.neg]) != nil: nil
        case (.denied, .asserted), (.open, .asserted): model.settings["margin-to-fact"] ?? 0
        default: model.settings["margin"] ?? 0
        }
    }

    private static func column(of modality: Modality) -> Told {
        switch modality {
        case .asserted, .claimed: .asserted
        case .planned: .planned
        case .denied, .negated: .denied
        case .hypothetical: .open
        }
    }

    /// The features of an act that the rules tell as `ruled`.
    func add(_ word: ActWord, _ names: ActNames, _ ruled: Modality, to sink: inout some FeatureSink) {
        let (tree, trigger) = (parsed.tree, word.trigger)
        let rule = Self.modalities[ruled]
        let label = parsed.labelSymbol(trigger)
        sink.add(t.any, .none)
        sink.add(t.ruled, rule)
        sink.add(t.ruledForm, rule, word.form)
        sink.add(t.ruledType, rule, names.type)
        sink.add(t.ruledConcept, rule, names.concept)
        sink.add(t.ruledLemma, rule, word.lemma)
        sink.add(t.ruledLabel, rule, label)
        sink.add(t.typeForm, names.type, word.form)
        sink.add(t.conceptForm, names.concept, word.form)
        sink.add(t.lemmaForm, word.lemma, word.form)
        let article = word.article
        sink.add(t.article, article, word.form)
        sink.add(t.articleType, article, names.type)
        for child in tree.children(of: trigger, [.amod, .compound, .advmod]) {
            sink.add(t.describing, parsed.lemmaSymbol(child))
        }
        if word.isNoun { sink.add(t.plural, Symbol.of(tree.tags[trigger] == .NNS), article) }
        sink.add(t.block, parsed.blockSymbol(trigger))
        addClauses(above: word, rule, to: &sink)
        for statement in statements.allStatements(at: trigger).suffix(2) {
            let sort = Self.cueClasses[statement.cueClass]
            let cue = statement.cueTokens.first.map { parsed.lemmaSymbol($0) } ?? .none
            sink.add(t.saying, sort, rule)
            sink.add(t.sayingForm, sort, word.form)
            sink.add(t.sayingCue, cue)
            sink.add(t.sayingCueForm, cue, word.form)
            sink.add(t.sayingStanding, Symbol(statement.standing.rawValue), sort)
        }
    }

    /// The act's own clause and what it hangs on, step by step.
    private func addClauses(above word: ActWord, _ rule: Symbol, to sink: inout some FeatureSink) {
        let tree = parsed.tree
        var (at, depth, verbs) = (word.trigger, 0, 0)
        var way: [Dependency] = []
        if parsed.grammar.isVerb(at) { addClause(of: at, Symbol.numbers[0], rule, to: &sink) }
        while depth < 6, verbs < 3, let head = tree.head(of: at) {
            depth += 1
            way.append(tree.labels[at])
            let lemma = parsed.lemmaSymbol(head)
            let label = parsed.labelSymbol(at)
            if depth < 4 {
                let step = Symbol.numbers[depth]
                sink.add(t.governor, step, lemma, label)
                sink.add(t.governorRuled, lemma, rule)
                if let above = tree.head(of: head) {
                    sink.add(t.governors, step, lemma, parsed.lemmaSymbol(above), word.form)
                }
                if depth == 1 { sink.add(t.governorForm, lemma, word.form, parsed.tagSymbol(head)) }
            }
            sink.add(t.above, lemma)
            if parsed.grammar.isVerb(head) {
                verbs += 1
                addClause(of: head, Symbol.numbers[verbs], rule, to: &sink)
                if verbs == 1 {
                    sink.add(t.verbLabel, lemma, label)
                    let above = Self.modalities[reader.modality(at: head)]
                    sink.add(t.ruledAbove, above, rule, label)
                    sink.add(t.ruledAboveForm, above, rule, word.form)
                    sink.add(t.ruledAboveLemma, above, lemma)
                }
            }
            at = head
        }
        let root = tree.ancestors(of: word.trigger).last ?? word.trigger
        let (auxiliaries, tag) = (parsed.auxiliaries(of: root, wantsText: sink.wantsNames), parsed.tagSymbol(root))
        sink.add(t.root, auxiliaries, tag)
        sink.add(t.rootRuled, auxiliaries, tag, rule)
        let path = Symbol.joined(way.prefix(3), wantsText: sink.wantsNames) { $0.label }
        sink.add(t.way, path)
        sink.add(t.wayRuled, path, rule)
    }

    /// A clause's verb: its form, what opens it, whether it is negated.
    private func addClause(of verb: Int, _ level: Symbol, _ rule: Symbol, to sink: inout some FeatureSink) {
        let tree = parsed.tree
        let auxiliaries = parsed.auxiliaries(of: verb, wantsText: sink.wantsNames)
        let tag = parsed.tagSymbol(verb)
        sink.add(t.clause, level, auxiliaries, tag)
        sink.add(t.clauseRuled, level, auxiliaries, rule)
        for child in tree.children(of: verb, [.mark, .advmod]) {
            sink.add(t.opening, level, parsed.textSymbol(child))
        }
        for child in tree.children(of: verb, [.advcl]) {
            if let mark = tree.child(of: child, [.mark]) { sink.add(t.condition, level, parsed.textSymbol(mark)) }
        }
        if let subject = tree.child(of: verb, [.nsubj, .nsubjpass]) {
            sink.add(t.subject, level, parsed.tagSymbol(subject), tag)
        }
    }

    private static let modalities = CaseSymbols<Modality>()
    private static let cueClasses = CaseSymbols<CueClass>()

    /// The templates, in one object: each constant of a type asks whenever it is used whether it is made yet.
    private final class Templates: Sendable {
        let any = FeatureTemplate("any")
        let ruled = FeatureTemplate("ruled")
        let ruledForm = FeatureTemplate("ruled+form")
        let ruledType = FeatureTemplate("ruled+type")
        let ruledConcept = FeatureTemplate("ruled+concept")
        let ruledLemma = FeatureTemplate("ruled+lemma")
        let ruledLabel = FeatureTemplate("ruled+label")
        let typeForm = FeatureTemplate("type+form")
        let conceptForm = FeatureTemplate("concept+form")
        let lemmaForm = FeatureTemplate("lemma+form")
        let article = FeatureTemplate("article+form")
        let articleType = FeatureTemplate("article+type")
        let describing = FeatureTemplate("describing")
        let plural = FeatureTemplate("plural+article")
        let block = FeatureTemplate("block")
        let saying = FeatureTemplate("saying+ruled")
        let sayingForm = FeatureTemplate("saying+form")
        let sayingCue = FeatureTemplate("saying-cue")
        let sayingCueForm = FeatureTemplate("saying-cue+form")
        let sayingStanding = FeatureTemplate("saying-standing+saying")
        let governor = FeatureTemplate("step+governor+label")
        let governorRuled = FeatureTemplate("governor+ruled")
        let governorForm = FeatureTemplate("governor+form+tag")
        let governors = FeatureTemplate("step+governor+governor+form")
        let ruledAbove = FeatureTemplate("ruled-above+ruled+label")
        let ruledAboveForm = FeatureTemplate("ruled-above+ruled+form")
        let ruledAboveLemma = FeatureTemplate("ruled-above+verb")
        let root = FeatureTemplate("root-auxiliaries+tag")
        let rootRuled = FeatureTemplate("root-auxiliaries+tag+ruled")
        let above = FeatureTemplate("above")
        let verbLabel = FeatureTemplate("verb+label")
        let way = FeatureTemplate("way")
        let wayRuled = FeatureTemplate("way+ruled")
        let clause = FeatureTemplate("level+auxiliaries+tag")
        let clauseRuled = FeatureTemplate("level+auxiliaries+ruled")
        let opening = FeatureTemplate("level+opening")
        let condition = FeatureTemplate("level+condition")
        let subject = FeatureTemplate("level+subject+tag")
    }
}

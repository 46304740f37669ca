import Grammar

/// Which of a word's concepts is meant, where no rule's conditions say so.
struct SenseChooser {
    let parsed: ParsedDocument
    let model: LinearModel

    /// The rule that yields the likeliest concept, of the rules a word has.
    func choice(among rules: [Codebook.Rule], at trigger: Int, _ concepts: [String: Codebook.Concept]) -> Codebook.Rule?
    {
        guard rules.count > 1 else { return rules.first }
        var best: (rule: Codebook.Rule, score: Float)?
        for (place, rule) in rules.enumerated() {
            guard let concept = concepts[rule.concept] else { continue }
            var sum = FeatureSum(model)
            add(concept, place, of: rules.count, at: trigger, to: &sum)
            if best.map({ sum.sum[0] > $0.score }) ?? true { best = (rule, sum.sum[0]) }
        }
        return best?.rule
    }

    /// The features of a concept at a word.
    func add(
        _ concept: Codebook.Concept, _ place: Int, of count: Int, at trigger: Int, to sink: inout some FeatureSink
    ) {
        let tree = parsed.tree
        let lemma = Symbol(tree.lemmas[trigger])
        let name = Symbol(concept.name)
        let type = Symbol(concept.type)
        let object = parsed.grammar.isVerb(trigger) ? parsed.grammar.patients(trigger).first?.head : nil
        sink.add(T.concept, name)
        sink.add(T.type, type)
        sink.add(T.lemma, lemma, name)
        sink.add(T.lemmaType, lemma, type)
        sink.add(T.place, Symbol.of(place, upTo: 4))
        sink.add(T.noun, Symbol.of(tree.tags[trigger].isNoun), name)
        sink.add(T.objectType, object.map { Symbol(tree.lemmas[$0]) } ?? .none, type)
        sink.add(T.object, Symbol.of(object != nil), name)
        for child in tree.children(of: trigger, [.prep, .prt]) {
            sink.add(T.particle, Symbol(tree.words[child]), name)
            sink.add(T.particleType, Symbol(tree.words[child]), type)
        }
    }

    private enum T {
        static let concept = Symbol("concept")
        static let type = Symbol("type")
        static let lemma = Symbol("lemma+concept")
        static let lemmaType = Symbol("lemma+type")
        static let place = Symbol("place")
        static let noun = Symbol("noun+concept")
        static let objectType = Symbol("object+type")
        static let object = Symbol("has-object+concept")
        static let particle = Symbol("particle+concept")
        static let particleType = Symbol("particle+type")
    }
}

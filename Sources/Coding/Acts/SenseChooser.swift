import Grammar

/// Which of a word's concepts is meant, where no rule's conditions say so.
struct SenseChooser {
    let parsed: ParsedDocument
    let model: LinearModel
    private let t = Templates()

    /// The rule that yields the likeliest concept, of the rules a word has; all by their numbers.
    func choice(among rules: [Int], of word: ActWord, _ names: [ActNames?]) -> Int? {
        guard rules.count > 1 else { return rules.first }
        var best: (rule: Int, score: Float)?
        for (place, rule) in rules.enumerated() {
            guard let names = names[rule] else { continue }
            var sum = FeatureSum(model)
            add(names, place, of: word, to: &sum)
            if best.map({ sum.sum[0] > $0.score }) ?? true { best = (rule, sum.sum[0]) }
        }
        return best?.rule
    }

    /// The features of a concept of a word.
    func add(_ names: ActNames, _ place: Int, of word: ActWord, to sink: inout some FeatureSink) {
        let tree = parsed.tree
        sink.add(t.concept, names.concept)
        sink.add(t.type, names.type)
        sink.add(t.lemma, word.lemma, names.concept)
        sink.add(t.lemmaType, word.lemma, names.type)
        sink.add(t.place, Symbol.of(place, upTo: 4))
        sink.add(t.noun, Symbol.of(word.isNoun), names.concept)
        sink.add(t.objectType, word.object.map { Symbol(tree.lemmas[$0]) } ?? .none, names.type)
        sink.add(t.object, Symbol.of(word.object != nil), names.concept)
        for child in tree.children(of: word.trigger, [.prep, .prt]) {
            let particle = Symbol(tree.words[child])
            sink.add(t.particle, particle, names.concept)
            sink.add(t.particleType, particle, names.type)
        }
    }

    /// The templates, in one object: each constant of a type asks whenever it is used whether it is made yet.
    private final class Templates: Sendable {
        let concept = FeatureTemplate("concept")
        let type = FeatureTemplate("type")
        let lemma = FeatureTemplate("lemma+concept")
        let lemmaType = FeatureTemplate("lemma+type")
        let place = FeatureTemplate("place")
        let noun = FeatureTemplate("noun+concept")
        let objectType = FeatureTemplate("object+type")
        let object = FeatureTemplate("has-object+concept")
        let particle = FeatureTemplate("particle+concept")
        let particleType = FeatureTemplate("particle+type")
    }
}

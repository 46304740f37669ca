import Grammar

/// Which of a word's concepts is meant, where no rule's conditions say so.
struct SenseChooser {
    let parsed: ParsedDocument
    let model: LinearModel

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
        sink.add(T.concept, names.concept)
        sink.add(T.type, names.type)
        sink.add(T.lemma, word.lemma, names.concept)
        sink.add(T.lemmaType, word.lemma, names.type)
        sink.add(T.place, Symbol.of(place, upTo: 4))
        sink.add(T.noun, Symbol.of(word.isNoun), names.concept)
        sink.add(T.objectType, word.object.map { Symbol(tree.lemmas[$0]) } ?? .none, names.type)
        sink.add(T.object, Symbol.of(word.object != nil), names.concept)
        for child in tree.children(of: word.trigger, [.prep, .prt]) {
            let particle = Symbol(tree.words[child])
            sink.add(T.particle, particle, names.concept)
            sink.add(T.particleType, particle, names.type)
        }
    }

    private enum T {
        static let concept = FeatureTemplate("concept")
        static let type = FeatureTemplate("type")
        static let lemma = FeatureTemplate("lemma+concept")
        static let lemmaType = FeatureTemplate("lemma+type")
        static let place = FeatureTemplate("place")
        static let noun = FeatureTemplate("noun+concept")
        static let objectType = FeatureTemplate("object+type")
        static let object = FeatureTemplate("has-object+concept")
        static let particle = FeatureTemplate("particle+concept")
        static let particleType = FeatureTemplate("particle+type")
    }
}

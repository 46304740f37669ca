import Grammar

/// Which of a word's concepts is meant, where no rule's conditions say so.
struct SenseChooser {
    let parsed: ParsedDocument
    let model: LinearModel
    private let t = Templates()

    /// The rule that yields the likeliest concept, of the rules a word has; all by their numbers.
    func choice(among rules: [Int], of word: ActWord, _ names: [ActNames?]) -> Int? {
        guard rules.count > 1 else { return rules.first }
        let around = Surroundings(of: word, parsed)
        var best: (rule: Int, score: Float)?
        for (place, rule) in rules.enumerated() {
            guard let names = names[rule] else { continue }
            var sum = FeatureSum(model)
            add(names, place, of: word, around, to: &sum)
            let score = sum.sum[0]
            if best.map({ score > $0.score }) ?? true { best = (rule, score) }
        }
        return best?.rule
    }

    /// What stands round a word, the same for all its concepts.
    private struct Surroundings {
        let object: Symbol
        let particles: [Symbol]

        init(of word: ActWord, _ parsed: ParsedDocument) {
            object = word.object.map { parsed.lemmaSymbol($0) } ?? .none
            particles = parsed.tree.children(of: word.trigger, [.prep, .prt]).map { parsed.textSymbol($0) }
        }
    }

    /// The features of a concept of a word.
    func add(_ names: ActNames, _ place: Int, of word: ActWord, to sink: inout some FeatureSink) {
        add(names, place, of: word, Surroundings(of: word, parsed), to: &sink)
    }

    private func add(
        _ names: ActNames, _ place: Int, of word: ActWord, _ around: Surroundings, to sink: inout some FeatureSink
    ) {
        sink.add(t.concept, names.concept)
        sink.add(t.type, names.type)
        sink.add(t.lemma, word.lemma, names.concept)
        sink.add(t.lemmaType, word.lemma, names.type)
        sink.add(t.place, Symbol.of(place, upTo: 4))
        sink.add(t.noun, Symbol.of(word.isNoun), names.concept)
        sink.add(t.objectType, around.object, names.type)
        sink.add(t.object, Symbol.of(word.object != nil), names.concept)
        for particle in around.particles {
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

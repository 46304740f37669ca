import ChanceryCore
import Grammar

/// What speaks for and against somebody taking part in an act.
struct PartyFeatures {
    let scene: ActScene
    private var parsed: ParsedDocument { scene.parsed }

    /// The features of a party.
    func add(_ party: ActCandidate.Party, of candidate: ActCandidate, to sink: inout some FeatureSink) {
        let tree = parsed.tree
        let (word, site, type) = (candidate.word, candidate.site, candidate.names.type)
        let (role, inside) = (party.place.role, party.place.inside)
        let salience = scene.salience(of: party.seat.key)
        let running = candidate.running(party.seat.key)
        let kind = party.seat.kind
        sink.add(T.place, role, inside)
        sink.add(T.placeForm, role, inside, word.form)
        sink.add(T.placeType, role, inside, type)
        sink.add(T.placeConcept, role, inside, candidate.names.concept)
        sink.add(T.placeLemma, role, inside, word.lemma)
        sink.add(T.placeRuled, role, inside, party.ruled)
        sink.add(T.placeSides, role, inside, candidate.sides)
        sink.add(T.placeKind, role, inside, kind)
        sink.add(T.placeAgent, [role, inside, candidate.agent, candidate.patient])
        sink.add(T.placeDistinct, role, inside, candidate.distinct)
        sink.add(T.placeSalience, role, inside, salience)
        sink.add(T.placeRunning, role, inside, running)
        sink.add(T.runningType, running, type)
        sink.add(T.ruled, party.ruled, candidate.sides, candidate.origin.symbol)
        if let elsewhere = party.elsewhere {
            sink.add(T.elsewhereForm, elsewhere, word.form, candidate.distinct)
            sink.add(T.elsewhereArticle, elsewhere, site.determiner)
            return
        }
        let head = party.seat.head
        let isBefore = Symbol.of(head < word.trigger)
        let path = ActPath(to: head, above: site.above, parsed.grammar, wantsText: sink.wantsNames)
        let between = Symbol.of(party.between, upTo: 3)
        sink.add(T.placeMarker, [role, inside, word.form, party.place.marker])
        sink.add(T.path, Symbol.of(word.isNoun), path.symbol)
        sink.add(T.pathType, type, path.symbol)
        sink.add(T.kindForm, kind, word.form)
        sink.add(T.kindType, kind, type)
        sink.add(T.distance, Self.distance(abs(head - word.trigger)), isBefore, word.form)
        sink.add(T.placeBetween, role, inside, between)
        sink.add(
            T.origin, Symbol.of(party.seat.mention.from != nil), Symbol.of(scene.entities.isUnsure(head)),
            Symbol.of(tree.classes[head] == .pron))
        sink.add(T.markerType, party.place.marker, type)
        sink.add(T.orderForm, word.form, isBefore, between)
        sink.add(T.orderType, type, word.form, isBefore)
        sink.add(T.depth, Symbol.of(path.verbsAbove, upTo: 3), word.form, isBefore)
        let isMain =
            (tree.labels[head] == .nsubj || tree.labels[head] == .nsubjpass)
            && tree.head(of: head).map { tree.labels[$0] == .root } == true
        sink.add(T.main, Symbol.of(isMain), role, inside)
        sink.add(T.label, Self.labels[Int(tree.labels[head].rawValue)], word.form, isBefore)
        if let governor = site.governor { sink.add(T.governor, governor, role, inside) }
        sink.add(T.sector, Symbol(party.seat.mention.sector))
    }

    /// The features of nobody standing at a side.
    func addNobody(of candidate: ActCandidate, to sink: inout some FeatureSink) {
        let tree = parsed.tree
        let (word, type) = (candidate.word, candidate.names.type)
        sink.add(N.any, .none)
        sink.add(N.type, type)
        sink.add(N.concept, candidate.names.concept)
        sink.add(N.lemma, word.lemma)
        sink.add(N.form, word.form)
        sink.add(N.typeForm, type, word.form)
        sink.add(N.agent, candidate.agent, word.form)
        sink.add(N.patient, candidate.patient, word.form)
        sink.add(N.agentPatient, candidate.agent, candidate.patient, type)
        sink.add(N.agentDistinct, candidate.agent, candidate.patient, candidate.distinct)
        sink.add(N.sides, candidate.sides)
        sink.add(N.sidesType, candidate.sides, type)
        sink.add(N.sidesOrigin, candidate.sides, candidate.origin.symbol)
        sink.add(N.distinct, candidate.distinct)
        sink.add(N.label, Self.labels[Int(tree.labels[word.trigger].rawValue)], word.form)
        sink.add(N.article, word.article(in: tree), word.form)
    }

    private static let labels = Dependency.allCases.map { Symbol($0.label) }
    private static let distances = ["2", "5", "11", "24", "far"].map { Symbol($0) }

    private static func distance(_ tokens: Int) -> Symbol {
        distances[tokens < 3 ? 0 : tokens < 6 ? 1 : tokens < 12 ? 2 : tokens < 25 ? 3 : 4]
    }

    /// The templates of a party's features.
    private enum T {
        static let place = FeatureTemplate("place")
        static let placeForm = FeatureTemplate("place+form")
        static let placeType = FeatureTemplate("place+type")
        static let placeConcept = FeatureTemplate("place+concept")
        static let placeLemma = FeatureTemplate("place+lemma")
        static let placeRuled = FeatureTemplate("place+ruled")
        static let placeSides = FeatureTemplate("place+sides")
        static let placeKind = FeatureTemplate("place+kind")
        static let placeAgent = FeatureTemplate("place+agent+patient")
        static let placeDistinct = FeatureTemplate("place+distinct")
        static let placeSalience = FeatureTemplate("place+salience")
        static let placeRunning = FeatureTemplate("place+running")
        static let placeMarker = FeatureTemplate("place+form+marker")
        static let placeBetween = FeatureTemplate("place+between")
        static let runningType = FeatureTemplate("running+type")
        static let ruled = FeatureTemplate("ruled+sides+origin")
        static let elsewhereForm = FeatureTemplate("elsewhere+form+distinct")
        static let elsewhereArticle = FeatureTemplate("elsewhere+article")
        static let path = FeatureTemplate("noun+path")
        static let pathType = FeatureTemplate("type+path")
        static let kindForm = FeatureTemplate("kind+form")
        static let kindType = FeatureTemplate("kind+type")
        static let distance = FeatureTemplate("distance+before+form")
        static let origin = FeatureTemplate("from+unsure+pronoun")
        static let markerType = FeatureTemplate("marker+type")
        static let orderForm = FeatureTemplate("form+before+between")
        static let orderType = FeatureTemplate("type+form+before")
        static let depth = FeatureTemplate("verbs-above+form+before")
        static let main = FeatureTemplate("main-subject+place")
        static let label = FeatureTemplate("label+form+before")
        static let governor = FeatureTemplate("governor+place")
        static let sector = FeatureTemplate("sector")
    }

    /// The templates of nobody's features.
    private enum N {
        static let any = FeatureTemplate("nobody")
        static let type = FeatureTemplate("nobody+type")
        static let concept = FeatureTemplate("nobody+concept")
        static let lemma = FeatureTemplate("nobody+lemma")
        static let form = FeatureTemplate("nobody+form")
        static let typeForm = FeatureTemplate("nobody+type+form")
        static let agent = FeatureTemplate("nobody+agent+form")
        static let patient = FeatureTemplate("nobody+patient+form")
        static let agentPatient = FeatureTemplate("nobody+agent+patient+type")
        static let agentDistinct = FeatureTemplate("nobody+agent+patient+distinct")
        static let sides = FeatureTemplate("nobody+sides")
        static let sidesType = FeatureTemplate("nobody+sides+type")
        static let sidesOrigin = FeatureTemplate("nobody+sides+origin")
        static let distinct = FeatureTemplate("nobody+distinct")
        static let label = FeatureTemplate("nobody+label+form")
        static let article = FeatureTemplate("nobody+article+form")
    }
}

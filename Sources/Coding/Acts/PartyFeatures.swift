import ChanceryCore
import Grammar

/// What speaks for and against somebody taking part in an act.
struct PartyFeatures {
    let scene: ActScene
    private let t = Templates()
    private let n = NobodysTemplates()
    private var parsed: ParsedDocument { scene.parsed }

    /// The features of a party.
    func add(_ party: ActCandidate.Party, of candidate: ActCandidate, to sink: inout some FeatureSink) {
        addPlace(of: party, candidate, to: &sink)
        addOwn(party, candidate, to: &sink)
    }

    /// The first of them, which are the same for all that stand alike to an act.
    func addPlace(of party: ActCandidate.Party, _ candidate: ActCandidate, to sink: inout some FeatureSink) {
        let word = candidate.word
        let (role, inside) = (party.place.role, party.place.inside)
        sink.add(t.place, role, inside)
        sink.add(t.placeForm, role, inside, word.form)
        sink.add(t.placeType, role, inside, candidate.names.type)
        sink.add(t.placeConcept, role, inside, candidate.names.concept)
        sink.add(t.placeLemma, role, inside, word.lemma)
    }

    /// The others, in the order in which their weights were always added: of two parties that are equally likely the order of
    /// adding would decide.
    func addOwn(_ party: ActCandidate.Party, _ candidate: ActCandidate, to sink: inout some FeatureSink) {
        let tree = parsed.tree
        let (word, site, type) = (candidate.word, candidate.site, candidate.names.type)
        let (role, inside) = (party.place.role, party.place.inside)
        let salience = party.seat.prominence
        let running = candidate.running(party.seat.key)
        let kind = party.seat.kind
        sink.add(t.placeRuled, role, inside, party.ruled)
        sink.add(t.placeSides, role, inside, candidate.sides)
        sink.add(t.placeKind, role, inside, kind)
        sink.add(t.placeAgent, role, inside, candidate.agent, candidate.patient)
        sink.add(t.placeDistinct, role, inside, candidate.distinct)
        sink.add(t.placeSalience, role, inside, salience)
        sink.add(t.placeRunning, role, inside, running)
        sink.add(t.runningType, running, type)
        sink.add(t.ruled, party.ruled, candidate.sides, candidate.origin.symbol)
        if let elsewhere = party.elsewhere {
            sink.add(t.elsewhereForm, elsewhere, word.form, candidate.distinct)
            sink.add(t.elsewhereArticle, elsewhere, site.determiner)
            return
        }
        let head = party.seat.head
        let isBefore = Symbol.of(head < word.trigger)
        let path = ActPath(to: head, above: site.above, parsed.grammar, wantsText: sink.wantsNames)
        let between = Symbol.of(party.between, upTo: 3)
        sink.add(t.placeMarker, role, inside, word.form, party.place.marker)
        sink.add(t.path, Symbol.of(word.isNoun), path.symbol)
        sink.add(t.pathType, type, path.symbol)
        sink.add(t.kindForm, kind, word.form)
        sink.add(t.kindType, kind, type)
        sink.add(t.distance, Self.distance(abs(head - word.trigger)), isBefore, word.form)
        sink.add(t.placeBetween, role, inside, between)
        sink.add(
            t.origin, Symbol.of(party.seat.mention.from != nil), Symbol.of(scene.entities.isUnsure(head)),
            Symbol.of(tree.classes[head] == .pron))
        sink.add(t.markerType, party.place.marker, type)
        sink.add(t.orderForm, word.form, isBefore, between)
        sink.add(t.orderType, type, word.form, isBefore)
        sink.add(t.depth, Symbol.of(path.verbsAbove, upTo: 3), word.form, isBefore)
        let isMain =
            (tree.labels[head] == .nsubj || tree.labels[head] == .nsubjpass)
            && tree.head(of: head).map { tree.labels[$0] == .root } == true
        sink.add(t.main, Symbol.of(isMain), role, inside)
        sink.add(t.label, parsed.labelSymbol(head), word.form, isBefore)
        if let governor = site.governor { sink.add(t.governor, governor, role, inside) }
        sink.add(t.sector, Symbol(party.seat.mention.sector))
    }

    /// The features of nobody standing at a side.
    func addNobody(of candidate: ActCandidate, to sink: inout some FeatureSink) {
        let (word, type) = (candidate.word, candidate.names.type)
        sink.add(n.any, .none)
        sink.add(n.type, type)
        sink.add(n.concept, candidate.names.concept)
        sink.add(n.lemma, word.lemma)
        sink.add(n.form, word.form)
        sink.add(n.typeForm, type, word.form)
        sink.add(n.agent, candidate.agent, word.form)
        sink.add(n.patient, candidate.patient, word.form)
        sink.add(n.agentPatient, candidate.agent, candidate.patient, type)
        sink.add(n.agentDistinct, candidate.agent, candidate.patient, candidate.distinct)
        sink.add(n.sides, candidate.sides)
        sink.add(n.sidesType, candidate.sides, type)
        sink.add(n.sidesOrigin, candidate.sides, candidate.origin.symbol)
        sink.add(n.distinct, candidate.distinct)
        sink.add(n.label, parsed.labelSymbol(word.trigger), word.form)
        sink.add(n.article, word.article, word.form)
    }

    private static let distances = ["2", "5", "11", "24", "far"].map { Symbol($0) }

    private static func distance(_ tokens: Int) -> Symbol {
        distances[tokens < 3 ? 0 : tokens < 6 ? 1 : tokens < 12 ? 2 : tokens < 25 ? 3 : 4]
    }

    /// The templates of a party's features, in one object: each constant of a type asks whenever it is used whether it is
    /// made yet.
    private final class Templates: Sendable {
        let place = FeatureTemplate("place")
        let placeForm = FeatureTemplate("place+form")
        let placeType = FeatureTemplate("place+type")
        let placeConcept = FeatureTemplate("place+concept")
        let placeLemma = FeatureTemplate("place+lemma")
        let placeRuled = FeatureTemplate("place+ruled")
        let placeSides = FeatureTemplate("place+sides")
        let placeKind = FeatureTemplate("place+kind")
        let placeAgent = FeatureTemplate("place+agent+patient")
        let placeDistinct = FeatureTemplate("place+distinct")
        let placeSalience = FeatureTemplate("place+salience")
        let placeRunning = FeatureTemplate("place+running")
        let placeMarker = FeatureTemplate("place+form+marker")
        let placeBetween = FeatureTemplate("place+between")
        let runningType = FeatureTemplate("running+type")
        let ruled = FeatureTemplate("ruled+sides+origin")
        let elsewhereForm = FeatureTemplate("elsewhere+form+distinct")
        let elsewhereArticle = FeatureTemplate("elsewhere+article")
        let path = FeatureTemplate("noun+path")
        let pathType = FeatureTemplate("type+path")
        let kindForm = FeatureTemplate("kind+form")
        let kindType = FeatureTemplate("kind+type")
        let distance = FeatureTemplate("distance+before+form")
        let origin = FeatureTemplate("from+unsure+pronoun")
        let markerType = FeatureTemplate("marker+type")
        let orderForm = FeatureTemplate("form+before+between")
        let orderType = FeatureTemplate("type+form+before")
        let depth = FeatureTemplate("verbs-above+form+before")
        let main = FeatureTemplate("main-subject+place")
        let label = FeatureTemplate("label+form+before")
        let governor = FeatureTemplate("governor+place")
        let sector = FeatureTemplate("sector")
    }

    /// The templates of nobody's features.
    private final class NobodysTemplates: Sendable {
        let any = FeatureTemplate("nobody")
        let type = FeatureTemplate("nobody+type")
        let concept = FeatureTemplate("nobody+concept")
        let lemma = FeatureTemplate("nobody+lemma")
        let form = FeatureTemplate("nobody+form")
        let typeForm = FeatureTemplate("nobody+type+form")
        let agent = FeatureTemplate("nobody+agent+form")
        let patient = FeatureTemplate("nobody+patient+form")
        let agentPatient = FeatureTemplate("nobody+agent+patient+type")
        let agentDistinct = FeatureTemplate("nobody+agent+patient+distinct")
        let sides = FeatureTemplate("nobody+sides")
        let sidesType = FeatureTemplate("nobody+sides+type")
        let sidesOrigin = FeatureTemplate("nobody+sides+origin")
        let distinct = FeatureTemplate("nobody+distinct")
        let label = FeatureTemplate("nobody+label+form")
        let article = FeatureTemplate("nobody+article+form")
    }
}

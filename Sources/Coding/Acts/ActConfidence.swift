import ChanceryCore
import Foundation
import Grammar
import SpacyPipeline

/// How far an act is to be trusted: the probability that its word tells an act of its type, and that its parties are right too.
struct ActConfidence {
    let scene: ActScene
    let modality: ModalityReader
    let model: LinearModel
    /// The log odds, by the word alone, below which a word tells no act.
    private let hopeless: Float
    private let t = Templates()
    private var parsed: ParsedDocument { scene.parsed }

    init(scene: ActScene, modality: ModalityReader, model: LinearModel) {
        self.scene = scene
        self.modality = modality
        self.model = model
        hopeless = model.settings["hopeless"] ?? -.infinity
    }

    /// Two probabilities of an act.
    struct Verdict {
        /// That the word tells an act of this type.
        var act: Double
        /// That the parties are right as well.
        var whole: Double
        /// Whether the act is told as fact.
        var modality: Modality
    }

    func verdict(on candidate: ActCandidate, _ choice: PartyChooser.Choice) -> Verdict {
        let told = modality.modality(at: candidate.word.trigger)
        var sum = FeatureSum(model)
        add(candidate, choice, told, to: &sum)
        let odds = sum.sum
        return Verdict(act: Self.logistic(odds[0]), whole: Self.logistic(odds[1]), modality: told)
    }

    /// Whether a word tells no act, as far as it and its clause say: nobody needs to be asked who takes part.
    func isHopeless(_ word: ActWord, _ names: ActNames, _ origin: ActSite.Origin) -> Bool {
        var sum = FeatureSum(model)
        addWord(word, names, origin, nil, to: &sum)
        return sum.sum[0] < hopeless
    }

    private static func logistic(_ odds: Float) -> Double { 1 / (1 + exp(-Double(odds))) }

    /// The features of an act with the parties chosen for it.
    func add(
        _ candidate: ActCandidate, _ choice: PartyChooser.Choice, _ told: Modality, to sink: inout some FeatureSink
    ) {
        addWord(candidate.word, candidate.names, candidate.origin, told, to: &sink)
        addSides(candidate, choice, to: &sink)
    }

    /// What the word and its clause say.
    ///
    /// - Parameter told: whether it is told as fact; nil where that is not read, since reading it is what costs.
    private func addWord(
        _ word: ActWord, _ names: ActNames, _ origin: ActSite.Origin, _ told: Modality?,
        to sink: inout some FeatureSink
    ) {
        let tree = parsed.tree
        let (trigger, type, origin) = (word.trigger, names.type, origin.symbol)
        let label = parsed.labelSymbol(trigger)
        let head = tree.head(of: trigger)
        let article = word.article
        sink.add(t.any, .none)
        sink.add(t.origin, origin)
        sink.add(t.type, type)
        sink.add(t.typeForm, type, word.form)
        sink.add(t.concept, names.concept)
        sink.add(t.rule, names.rule)
        sink.add(t.form, word.form)
        sink.add(t.originForm, origin, word.form)
        sink.add(t.originType, origin, type)
        sink.add(t.label, label, word.form)
        sink.add(t.auxiliaries, parsed.auxiliaries(of: trigger, wantsText: sink.wantsNames))
        sink.add(t.governor, head.map { parsed.lemmaSymbol($0) } ?? .none)
        sink.add(t.article, article, word.form)
        sink.add(t.object, word.object.map { parsed.lemmaSymbol($0) } ?? .none)
        sink.add(t.objectSort, word.object.map { sort(of: $0) } ?? .none, word.form)
        sink.add(t.lemma, word.lemma)
        sink.add(t.lemmaForm, word.lemma, Symbol.of(word.isNoun))
        if let told {
            let modality = Self.modalities[told]
            sink.add(t.modality, modality)
            sink.add(t.modalityType, modality, type)
        }
        sink.add(t.describing, tree.child(of: trigger, [.amod, .compound]).map { parsed.lemmaSymbol($0) } ?? .none)
        sink.add(t.block, parsed.blockSymbol(trigger))
        sink.add(t.governorTag, head.map { parsed.tagSymbol($0) } ?? .none, label)
        sink.add(t.isName, Symbol.of(!tree.tokens[trigger].ent.isEmpty && tree.tokens[trigger].ent != "O"))
        if word.isNoun {
            sink.add(t.plural, Symbol.of(tree.tags[trigger] == .NNS), article)
            if tree.labels[trigger] == .pobj, let head { sink.add(t.preposition, parsed.textSymbol(head)) }
        }
    }

    /// What the sides say.
    private func addSides(_ candidate: ActCandidate, _ choice: PartyChooser.Choice, to sink: inout some FeatureSink) {
        let (type, form, origin) = (candidate.names.type, candidate.word.form, candidate.origin.symbol)
        let actor = place(of: choice.actors.first, candidate)
        let recipient = place(of: choice.recipients.first, candidate)
        sink.add(t.actorPlace, actor.role, actor.inside)
        sink.add(t.recipientPlace, recipient.role, recipient.inside)
        sink.add(t.actorPlaceForm, actor.role, actor.inside, form)
        sink.add(t.recipientPlaceForm, recipient.role, recipient.inside, form)
        sink.add(t.places, actor.role, actor.inside, recipient.role, recipient.inside)
        sink.add(t.sides, candidate.sides)
        sink.add(t.sidesType, candidate.sides, type)
        sink.add(t.sidesOrigin, candidate.sides, origin)
        sink.add(t.distinct, candidate.distinct)
        sink.add(t.arguments, candidate.agent, candidate.patient, candidate.word.form)
        sink.add(t.actorKind, choice.actors.first.map { Seat.sort(of: $0.kind).symbol } ?? .none)
        sink.add(t.recipientKind, choice.recipients.first.map { Seat.sort(of: $0.kind).symbol } ?? .none)
        let actorShare = Self.fifth(choice.actorShare)
        let recipientShare = Self.fifth(choice.recipientShare)
        sink.add(t.actorShare, actorShare)
        sink.add(t.recipientShare, recipientShare)
        sink.add(t.shares, actorShare, recipientShare)
        sink.add(t.actorShareOrigin, actorShare, origin)
        sink.add(t.recipientShareOrigin, recipientShare, origin)
        sink.add(t.noActor, Self.fifth(choice.noActor))
        sink.add(t.noRecipient, Self.fifth(choice.noRecipient))
        let (actors, recipients) = (
            Symbol.of(choice.actors.count, upTo: 2), Symbol.of(choice.recipients.count, upTo: 2)
        )
        sink.add(t.counts, actors, recipients)
        sink.add(t.countsType, actors, recipients, type)
        sink.add(t.countsOrigin, actors, recipients, origin)
    }

    private func place(of mention: Mention?, _ candidate: ActCandidate) -> ActSite.Place {
        guard let mention else { return ActSite.Place(role: .none, inside: .none, marker: .none) }
        return candidate.parties.first { $0.seat.mention.span == mention.span && $0.seat.mention.name == mention.name }?
            .place ?? ActSite.Place(role: Self.elsewhere, inside: .none, marker: .none)
    }

    private func sort(of object: Int) -> Symbol {
        if scene.seats[parsed.sentence(of: object)].contains(where: { $0.head == object }) { return Self.party }
        let tag = parsed.tree.tags[object]
        return tag.isProperNoun ? Self.name : tag.isNoun ? ActWord.noun : Self.other
    }

    /// A probability to the fifth.
    private static func fifth(_ share: Double?) -> Symbol {
        share.map { Symbol.numbers[min(4, Int($0 * 5))] } ?? .none
    }

    private static let modalities = CaseSymbols<Modality>()
    private static let elsewhere = Symbol("elsewhere")
    private static let party = Symbol("party")
    private static let name = Symbol("name")
    private static let other = Symbol("other")

    /// The templates, in one object: each constant of a type asks whenever it is used whether it is made yet.
    private final class Templates: Sendable {
        let any = FeatureTemplate("any")
        let origin = FeatureTemplate("origin")
        let type = FeatureTemplate("type")
        let typeForm = FeatureTemplate("type+form")
        let concept = FeatureTemplate("concept")
        let rule = FeatureTemplate("rule")
        let form = FeatureTemplate("form")
        let originForm = FeatureTemplate("origin+form")
        let originType = FeatureTemplate("origin+type")
        let label = FeatureTemplate("label+form")
        let auxiliaries = FeatureTemplate("auxiliaries")
        let governor = FeatureTemplate("governor")
        let article = FeatureTemplate("article+form")
        let object = FeatureTemplate("object")
        let objectSort = FeatureTemplate("object-sort+form")
        let lemma = FeatureTemplate("lemma")
        let lemmaForm = FeatureTemplate("lemma+noun")
        let modality = FeatureTemplate("modality")
        let modalityType = FeatureTemplate("modality+type")
        let describing = FeatureTemplate("describing")
        let block = FeatureTemplate("block")
        let governorTag = FeatureTemplate("governor-tag+label")
        let isName = FeatureTemplate("in-name")
        let plural = FeatureTemplate("plural+article")
        let preposition = FeatureTemplate("preposition")
        let actorPlace = FeatureTemplate("actor-place")
        let recipientPlace = FeatureTemplate("recipient-place")
        let actorPlaceForm = FeatureTemplate("actor-place+form")
        let recipientPlaceForm = FeatureTemplate("recipient-place+form")
        let places = FeatureTemplate("places")
        let sides = FeatureTemplate("sides")
        let sidesType = FeatureTemplate("sides+type")
        let sidesOrigin = FeatureTemplate("sides+origin")
        let distinct = FeatureTemplate("distinct")
        let arguments = FeatureTemplate("agent+patient+form")
        let actorKind = FeatureTemplate("actor-kind")
        let recipientKind = FeatureTemplate("recipient-kind")
        let actorShare = FeatureTemplate("actor-share")
        let recipientShare = FeatureTemplate("recipient-share")
        let shares = FeatureTemplate("shares")
        let actorShareOrigin = FeatureTemplate("actor-share+origin")
        let recipientShareOrigin = FeatureTemplate("recipient-share+origin")
        let noActor = FeatureTemplate("no-actor")
        let noRecipient = FeatureTemplate("no-recipient")
        let counts = FeatureTemplate("counts")
        let countsType = FeatureTemplate("counts+type")
        let countsOrigin = FeatureTemplate("counts+origin")
    }
}

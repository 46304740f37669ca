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
        return Verdict(act: Self.logistic(sum.sum[0]), whole: Self.logistic(sum.sum[1]), modality: told)
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
        let label = Self.labels[Int(tree.labels[trigger].rawValue)]
        let head = tree.head(of: trigger)
        sink.add(T.any, .none)
        sink.add(T.origin, origin)
        sink.add(T.type, type)
        sink.add(T.typeForm, type, word.form)
        sink.add(T.concept, names.concept)
        sink.add(T.rule, names.rule)
        sink.add(T.form, word.form)
        sink.add(T.originForm, origin, word.form)
        sink.add(T.originType, origin, type)
        sink.add(T.label, label, word.form)
        sink.add(T.auxiliaries, auxiliaries(of: trigger))
        sink.add(T.governor, head.map { Symbol(tree.lemmas[$0]) } ?? .none)
        let article = word.article(in: tree)
        sink.add(T.article, article, word.form)
        sink.add(T.object, word.object.map { Symbol(tree.lemmas[$0]) } ?? .none)
        sink.add(T.objectSort, word.object.map { sort(of: $0) } ?? .none, word.form)
        sink.add(T.lemma, word.lemma)
        sink.add(T.lemmaForm, word.lemma, Symbol.of(word.isNoun))
        if let told {
            let modality = Symbol(told.rawValue)
            sink.add(T.modality, modality)
            sink.add(T.modalityType, modality, type)
        }
        sink.add(T.describing, tree.child(of: trigger, [.amod, .compound]).map { Symbol(tree.lemmas[$0]) } ?? .none)
        let block = parsed.document.blocks[parsed.sentences[parsed.sentence(of: trigger)].block].kind
        sink.add(T.block, Symbol(block.rawValue))
        sink.add(T.governorTag, head.map { Self.tags[Int(tree.tags[$0].rawValue)] } ?? .none, label)
        sink.add(T.isName, Symbol.of(!tree.tokens[trigger].ent.isEmpty && tree.tokens[trigger].ent != "O"))
        if word.isNoun {
            sink.add(T.plural, Symbol.of(tree.tags[trigger] == .NNS), article)
            if tree.labels[trigger] == .pobj, let head { sink.add(T.preposition, Symbol(tree.words[head])) }
        }
    }

    /// What the sides say.
    private func addSides(_ candidate: ActCandidate, _ choice: PartyChooser.Choice, to sink: inout some FeatureSink) {
        let (type, form, origin) = (candidate.names.type, candidate.word.form, candidate.origin.symbol)
        let actor = place(of: choice.actors.first, candidate)
        let recipient = place(of: choice.recipients.first, candidate)
        sink.add(T.actorPlace, actor.role, actor.inside)
        sink.add(T.recipientPlace, recipient.role, recipient.inside)
        sink.add(T.actorPlaceForm, actor.role, actor.inside, form)
        sink.add(T.recipientPlaceForm, recipient.role, recipient.inside, form)
        sink.add(T.places, [actor.role, actor.inside, recipient.role, recipient.inside])
        sink.add(T.sides, candidate.sides)
        sink.add(T.sidesType, candidate.sides, type)
        sink.add(T.sidesOrigin, candidate.sides, origin)
        sink.add(T.distinct, candidate.distinct)
        sink.add(T.arguments, candidate.agent, candidate.patient, candidate.word.form)
        sink.add(T.actorKind, choice.actors.first.flatMap { Seat.kinds[$0.kind] } ?? .none)
        sink.add(T.recipientKind, choice.recipients.first.flatMap { Seat.kinds[$0.kind] } ?? .none)
        let actorShare = Self.fifth(choice.actorShare)
        let recipientShare = Self.fifth(choice.recipientShare)
        sink.add(T.actorShare, actorShare)
        sink.add(T.recipientShare, recipientShare)
        sink.add(T.shares, actorShare, recipientShare)
        sink.add(T.actorShareOrigin, actorShare, origin)
        sink.add(T.recipientShareOrigin, recipientShare, origin)
        sink.add(T.noActor, Self.fifth(choice.noActor))
        sink.add(T.noRecipient, Self.fifth(choice.noRecipient))
        let (actors, recipients) = (
            Symbol.of(choice.actors.count, upTo: 2), Symbol.of(choice.recipients.count, upTo: 2)
        )
        sink.add(T.counts, actors, recipients)
        sink.add(T.countsType, actors, recipients, type)
        sink.add(T.countsOrigin, actors, recipients, origin)
    }

    private func place(of mention: Mention?, _ candidate: ActCandidate) -> ActSite.Place {
        guard let mention else { return ActSite.Place(role: .none, inside: .none, marker: .none) }
        return candidate.parties.first { $0.seat.mention.span == mention.span && $0.seat.mention.name == mention.name }?
            .place ?? ActSite.Place(role: Self.elsewhere, inside: .none, marker: .none)
    }

    /// The auxiliaries and the "not" of a verb: "has-not-been".
    private func auxiliaries(of trigger: Int) -> Symbol {
        let words = parsed.tree.children(of: trigger, [.aux, .auxpass, .neg]).map { parsed.tree.words[$0] }
        return words.isEmpty ? .none : words.count == 1 ? Symbol(words[0]) : Symbol(words.joined(separator: "-"))
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

    private static let labels = Dependency.allCases.map { Symbol($0.label) }
    private static let tags = PennTag.allCases.map { Symbol(String(describing: $0)) }
    private static let elsewhere = Symbol("elsewhere")
    private static let party = Symbol("party")
    private static let name = Symbol("name")
    private static let other = Symbol("other")

    /// The templates.
    private enum T {
        static let any = FeatureTemplate("any")
        static let origin = FeatureTemplate("origin")
        static let type = FeatureTemplate("type")
        static let typeForm = FeatureTemplate("type+form")
        static let concept = FeatureTemplate("concept")
        static let rule = FeatureTemplate("rule")
        static let form = FeatureTemplate("form")
        static let originForm = FeatureTemplate("origin+form")
        static let originType = FeatureTemplate("origin+type")
        static let label = FeatureTemplate("label+form")
        static let auxiliaries = FeatureTemplate("auxiliaries")
        static let governor = FeatureTemplate("governor")
        static let article = FeatureTemplate("article+form")
        static let object = FeatureTemplate("object")
        static let objectSort = FeatureTemplate("object-sort+form")
        static let lemma = FeatureTemplate("lemma")
        static let lemmaForm = FeatureTemplate("lemma+noun")
        static let modality = FeatureTemplate("modality")
        static let modalityType = FeatureTemplate("modality+type")
        static let describing = FeatureTemplate("describing")
        static let block = FeatureTemplate("block")
        static let governorTag = FeatureTemplate("governor-tag+label")
        static let isName = FeatureTemplate("in-name")
        static let plural = FeatureTemplate("plural+article")
        static let preposition = FeatureTemplate("preposition")
        static let actorPlace = FeatureTemplate("actor-place")
        static let recipientPlace = FeatureTemplate("recipient-place")
        static let actorPlaceForm = FeatureTemplate("actor-place+form")
        static let recipientPlaceForm = FeatureTemplate("recipient-place+form")
        static let places = FeatureTemplate("places")
        static let sides = FeatureTemplate("sides")
        static let sidesType = FeatureTemplate("sides+type")
        static let sidesOrigin = FeatureTemplate("sides+origin")
        static let distinct = FeatureTemplate("distinct")
        static let arguments = FeatureTemplate("agent+patient+form")
        static let actorKind = FeatureTemplate("actor-kind")
        static let recipientKind = FeatureTemplate("recipient-kind")
        static let actorShare = FeatureTemplate("actor-share")
        static let recipientShare = FeatureTemplate("recipient-share")
        static let shares = FeatureTemplate("shares")
        static let actorShareOrigin = FeatureTemplate("actor-share+origin")
        static let recipientShareOrigin = FeatureTemplate("recipient-share+origin")
        static let noActor = FeatureTemplate("no-actor")
        static let noRecipient = FeatureTemplate("no-recipient")
        static let counts = FeatureTemplate("counts")
        static let countsType = FeatureTemplate("counts+type")
        static let countsOrigin = FeatureTemplate("counts+origin")
    }
}

import ChanceryCore
import Chronology
import Grammar

/// What speaks for and against a date of an act.
struct DateFeatures: AnchoredDateStage {
    let context: DateContext
    let story: Story?
    private let t = Templates()
    private let n = NobodysTemplates()

    init(context: DateContext, story: Story?) {
        self.context = context
        self.story = story
    }

    /// What is read of an act once, whatever date is asked.
    struct Site {
        let form: Symbol
        let tense: Symbol
        /// The act's word and all above it, nearest first.
        let above: [Int]
        let sentence: Int
        let ownCount: Symbol
        let article: Symbol
        let voice: Symbol
        let breaksOff: Symbol
        let refersBack: Symbol
        let governor: Symbol
        /// What the rules say of the acts before and after.
        let previous: DateSpan?
        let next: DateSpan?
        let ruled: Symbol
        /// The year told last before the act's sentence.
        let yearBefore: Int?
    }

    func site(
        of act: DatedAct, previous: DateSpan?, next: DateSpan?, ownCount: Int, yearBefore: Int?
    ) -> Site {
        let trigger = act.trigger
        let sentence = tree.sentence(of: trigger)
        let verb = isVerb(trigger) ? trigger : clauses.verb(of: trigger)
        let word = ActWord(trigger, parsed)
        let main = mainClauses.verb(of: trigger)
        return Site(
            form: word.form, tense: verb.map { Self.tenses[clauses.time(of: $0)] ?? .none } ?? .none,
            above: [trigger] + tree.ancestors(of: trigger), sentence: sentence,
            ownCount: Symbol.of(ownCount, upTo: 2), article: word.article, voice: Symbol.of(act.isOwnVoice),
            breaksOff: main.map { Symbol.of(mainClauses.breaksOff($0, trigger)) } ?? .none,
            refersBack: main.map { Symbol.of(SentenceLinks(facts: facts).refersBack($0)) } ?? .none,
            governor: tree.head(of: trigger).map { parsed.lemmaSymbol($0) } ?? .none, previous: previous, next: next,
            ruled: act.ruled.map { Self.precisions[$0.edtf.precision] } ?? .none,
            yearBefore: yearBefore)
    }

    /// The features of a date.
    func add(_ candidate: DateCandidate, of act: DatedAct, _ site: Site, to sink: inout some FeatureSink) {
        let place = candidate.place.symbol
        let rank = Symbol.of(candidate.rank, upTo: 3)
        let grain = candidate.grain
        let isRuled = act.ruled?.edtf == candidate.date.edtf
        let ruled = isRuled ? act.way : act.ruled == nil ? Self.open : Self.other
        let basis = isRuled ? act.ruled.flatMap { Self.bases[$0.basis] } ?? .none : .none
        sink.add(t.grain, place, grain)
        sink.add(t.ruled, ruled, place, rank)
        sink.add(t.ruledGrain, ruled, grain, site.ruled)
        sink.add(t.ruledTense, ruled, basis, site.tense)
        sink.add(t.placeTense, place, rank, site.tense)
        sink.add(t.placeForm, place, rank, site.form)
        sink.add(t.placeModality, place, act.modality, site.ownCount)
        sink.add(t.placeRuled, place, rank, site.ruled)
        let (previous, next) = (candidate.date.relation(to: site.previous), candidate.date.relation(to: site.next))
        sink.add(t.agreement, previous, next, place)
        sink.add(t.order, order(candidate.date.year, site.yearBefore), place, site.ownCount)
        sink.add(t.publication, relationToPublication(candidate.date), site.tense)
        if let index = candidate.expression { addExpression(index, candidate, site, ruled, to: &sink) }
    }

    /// What the words that tell a date say.
    private func addExpression(
        _ index: Int, _ candidate: DateCandidate, _ site: Site, _ ruled: Symbol, to sink: inout some FeatureSink
    ) {
        let (place, rank, grain) = (
            candidate.place.symbol, Symbol.of(candidate.rank, upTo: 3), candidate.grain
        )
        let timex = timex(index)
        let (first, trigger) = (timex.tokens.lowerBound, site.above[0])
        let range = sentence(around: first)
        let before = first > range.lowerBound ? parsed.textSymbol(first - 1) : .none
        let opens = Symbol.of(openings.opens(timex))
        sink.add(t.marker, place, before, grain)
        sink.add(t.opens, place, opens, rank)
        guard candidate.place == .sentence else {
            let back = Symbol.of(abs(site.sentence - tree.sentence(of: expressions[index].head)), upTo: 5)
            let block = Symbol.of(
                parsed.sentences[site.sentence].block
                    == parsed.sentences[tree.sentence(of: expressions[index].head)].block)
            sink.add(t.back, place, back, block, site.ownCount)
            sink.add(t.backTense, place, back, site.tense, site.breaksOff)
            sink.add(t.backGrain, place, grain, back, block)
            sink.add(t.backForm, place, back, site.form, site.article)
            sink.add(
                t.story, place, Symbol.of(story?.index == index),
                Symbol.of(story?.sentences.contains(site.sentence) ?? false))
            sink.add(t.rankGrain, place, rank, grain)
            return
        }
        let anchor = anchor(of: index, site)
        let isBefore = Symbol.of(first < trigger)
        let path = ActPath(to: expressions[index].head, above: site.above, parsed.grammar, wantsText: sink.wantsNames)
        let between = (min(first, trigger)..<max(first, trigger)).reduce(0) { $0 + (isVerb($1) ? 1 : 0) }
        let verbs = Symbol.of(between, upTo: 3)
        sink.add(t.anchor, anchor.steps, anchor.way, anchor.relation)
        sink.add(t.anchorForm, anchor.steps, anchor.way, site.form)
        sink.add(t.anchorTense, anchor.steps, anchor.way, site.tense)
        sink.add(t.anchorRank, anchor.steps, rank, site.ownCount)
        sink.add(t.anchorRuled, anchor.steps, ruled, site.ownCount)
        sink.add(t.path, Symbol.of(tree.tags[trigger].isNoun), path.symbol)
        sink.add(t.verbs, verbs, isBefore, site.form)
        sink.add(t.verbsAbove, Symbol.of(path.verbsAbove, upTo: 3), isBefore, opens)
        sink.add(t.ownRank, rank, site.ownCount, grain, isBefore)
        sink.add(t.markerForm, before, site.form, isBefore)
        sink.add(t.markerAnchor, before, anchor.steps)
    }

    /// What an expression says of the act's word, or of the first word above it of which it says something.
    private func anchor(of index: Int, _ site: Site) -> (steps: Symbol, way: Symbol, relation: Symbol) {
        for (steps, token) in site.above.prefix(8).enumerated() {
            if let anchor = anchors[token].first(where: { $0.index == index }) {
                return (
                    Symbol.of(steps, upTo: 4), Self.ways[anchor.way.rawValue], Self.relations[anchor.relation] ?? .none
                )
            }
        }
        return (.none, .none, .none)
    }

    private func order(_ year: Int?, _ before: Int?) -> Symbol {
        guard let year, let before else { return .none }
        return year == before
            ? Self.same
            : year > before
                ? (year - before > 5 ? Self.farLater : Self.later)
                : year < before - 5 ? Self.farEarlier : Self.earlier
    }

    private func relationToPublication(_ date: DateSpan) -> Symbol {
        guard let published = facts.published, date.last != .max, date.last != .min else { return .none }
        let days = published.dayNumber - date.last
        return days < 0
            ? Self.ahead
            : days == 0
                ? Self.same
                : days < 8
                    ? Self.week
                    : days < 62
                        ? Self.months
                        : days < 400 ? Self.year : Self.earlier
    }

    /// The features of having no date.
    func addNone(of act: DatedAct, _ site: Site, to sink: inout some FeatureSink) {
        sink.add(n.any, .none)
        sink.add(n.tense, site.tense, site.ownCount)
        sink.add(n.form, site.form, site.ownCount, site.article)
        sink.add(n.ruled, site.ruled, act.way, site.ownCount)
        sink.add(n.ruledForm, site.ruled, site.form)
        sink.add(n.type, act.type)
        sink.add(n.concept, act.concept)
        sink.add(n.modality, act.modality, site.ruled)
        sink.add(n.voice, site.voice, site.ownCount)
        sink.add(n.published, Symbol.of(facts.published != nil), site.tense, site.ruled)
        sink.add(n.lemma, parsed.lemmaSymbol(act.trigger))
        sink.add(n.governor, site.governor)
        sink.add(n.expressions, Symbol.of(expressions.count, upTo: 9))
        sink.add(n.unknown, Symbol.of(facts.unknown.contains(site.sentence)))
        sink.add(n.breaksOff, site.breaksOff, site.refersBack)
        sink.add(n.block, parsed.blockSymbol(act.trigger))
    }

    private static let open = Symbol("open")
    private static let other = Symbol("other")
    private static let same = Symbol("same")
    private static let year = Symbol("year")
    private static let later = Symbol("later")
    private static let earlier = Symbol("earlier")
    private static let farLater = Symbol("far-later")
    private static let farEarlier = Symbol("far-earlier")
    private static let ahead = Symbol("ahead")
    private static let week = Symbol("week")
    private static let months = Symbol("months")
    private static let precisions = CaseSymbols<EDTF.Precision>()
    private static let bases: [ReportDate.Basis: Symbol] = [
        .stated: Symbol("stated"), .resolved: Symbol("resolved"), .story: Symbol("story"),
    ]
    private static let ways = ["own", "shared", "weak"].map { Symbol($0) }
    private static let relations: [DateAnchor.Relation: Symbol] = [
        .during: Symbol("during"), .after: Symbol("after"), .near: Symbol("near"),
    ]
    private static let tenses: [VerbTime: Symbol] = [
        .past: Symbol("past"), .pastPerfect: Symbol("past-perfect"), .perfect: Symbol("perfect"),
        .present: Symbol("present"), .ahead: Symbol("ahead"), .none: Symbol("none"),
    ]

    /// The templates, in one object: each constant of a type asks whenever it is used whether it is made yet.
    private final class Templates: Sendable {
        let grain = FeatureTemplate("place+grain")
        let ruled = FeatureTemplate("ruled+place+rank")
        let ruledGrain = FeatureTemplate("ruled+grain+precision")
        let ruledTense = FeatureTemplate("ruled+basis+tense")
        let placeTense = FeatureTemplate("place+rank+tense")
        let placeForm = FeatureTemplate("place+rank+form")
        let placeModality = FeatureTemplate("place+modality+own")
        let placeRuled = FeatureTemplate("place+rank+precision")
        let agreement = FeatureTemplate("previous+next+place")
        let order = FeatureTemplate("order+place+own")
        let publication = FeatureTemplate("publication+tense")
        let marker = FeatureTemplate("place+marker+grain")
        let opens = FeatureTemplate("place+opens+rank")
        let back = FeatureTemplate("place+back+block+own")
        let backTense = FeatureTemplate("place+back+tense+breaks")
        let backGrain = FeatureTemplate("place+grain+back+block")
        let backForm = FeatureTemplate("place+back+form+article")
        let story = FeatureTemplate("place+story+of-story")
        let rankGrain = FeatureTemplate("place+rank+grain")
        let anchor = FeatureTemplate("anchor+way+relation")
        let anchorForm = FeatureTemplate("anchor+way+form")
        let anchorTense = FeatureTemplate("anchor+way+tense")
        let anchorRank = FeatureTemplate("anchor+rank+own")
        let anchorRuled = FeatureTemplate("anchor+ruled+own")
        let path = FeatureTemplate("noun+path")
        let verbs = FeatureTemplate("verbs+before+form")
        let verbsAbove = FeatureTemplate("verbs-above+before+opens")
        let ownRank = FeatureTemplate("rank+own+grain+before")
        let markerForm = FeatureTemplate("marker+form+before")
        let markerAnchor = FeatureTemplate("marker+anchor")
    }

    /// The templates of having no date.
    private final class NobodysTemplates: Sendable {
        let any = FeatureTemplate("none")
        let tense = FeatureTemplate("none+tense+own")
        let form = FeatureTemplate("none+form+own+article")
        let ruled = FeatureTemplate("none+precision+way+own")
        let ruledForm = FeatureTemplate("none+precision+form")
        let type = FeatureTemplate("none+type")
        let concept = FeatureTemplate("none+concept")
        let modality = FeatureTemplate("none+modality+precision")
        let voice = FeatureTemplate("none+voice+own")
        let published = FeatureTemplate("none+published+tense+precision")
        let lemma = FeatureTemplate("none+lemma")
        let governor = FeatureTemplate("none+governor")
        let expressions = FeatureTemplate("none+expressions")
        let unknown = FeatureTemplate("none+unknown")
        let breaksOff = FeatureTemplate("none+breaks+refers")
        let block = FeatureTemplate("none+block")
    }
}

import ChanceryCore
import Grammar

/// On whose word an act is told: of the sources of the statements that hold it, those that answer for it.
///
/// ``StatementIndex`` says which words a statement holds. Whether what is told there is told on its source's word is another
/// matter: who says that there was a withdrawal claims one, and who demands or agrees to one does not.
struct VoiceChooser {
    /// An act as far as it matters here.
    struct Act {
        let word: ActWord
        let names: ActNames
        let actors: [Mention]
        let recipients: [Mention]
        let modality: Modality
    }

    /// A statement that holds the act.
    struct Voice {
        let statement: StatementFinding
        /// Its place among those that hold the act, the innermost 0.
        let rank: Int
        /// How many hold it.
        let count: Int

        init(_ statement: StatementFinding, at place: Int, in chain: [StatementFinding]) {
            self.statement = statement
            (rank, count) = (chain.count - 1 - place, chain.count)
        }
    }

    let parsed: ParsedDocument
    let model: LinearModel
    private let t = Templates()

    /// Whether an act is told on the word of a statement's source; where the text names none, it stays as the statement has it.
    func answers(_ voice: Voice, for act: Act) -> Bool {
        guard voice.statement.source != nil else { return true }
        var sum = FeatureSum(model)
        add(voice, of: act, to: &sum)
        return sum.sum[0] >= model.settings["least"] ?? 0
    }

    /// What speaks for and against an act's being told on somebody's word.
    func add(_ voice: Voice, of act: Act, to sink: inout some FeatureSink) {
        let (tree, word, statement) = (parsed.tree, act.word, voice.statement)
        let trigger = word.trigger
        let cue = statement.cueTokens.first
        let (type, concept) = (act.names.type, act.names.concept)
        let cueClass = Self.cueClasses[statement.cueClass]
        let kind = Symbol(statement.kind.rawValue)
        let told = Self.modalities[act.modality]
        let standing = Symbol(statement.standing.rawValue)
        let construction = Symbol(statement.rule.construction.rawValue)
        let cueLemma = cue.map { parsed.lemmaSymbol($0) } ?? .none
        let source = statement.source
        let isActor = act.actors.contains { $0.name == source?.name || $0.partyKey == source?.partyKey }
        let isRecipient = act.recipients.contains { $0.name == source?.name || $0.partyKey == source?.partyKey }
        let part = isActor ? ActCandidate.actor : isRecipient ? ActCandidate.recipient : ActCandidate.neither
        sink.add(t.any, .none)
        sink.add(t.cueClass, cueClass)
        sink.add(t.kind, kind)
        sink.add(t.classKind, cueClass, kind)
        sink.add(t.classKindTold, cueClass, kind, told)
        sink.add(t.classForm, cueClass, word.form)
        sink.add(t.classType, cueClass, type)
        sink.add(t.classPart, cueClass, part)
        sink.add(t.cue, cueLemma)
        sink.add(t.cueTold, cueLemma, told)
        sink.add(t.cueKind, cueLemma, kind)
        sink.add(t.cuePart, cueLemma, part)
        sink.add(t.told, told)
        sink.add(t.toldType, told, type)
        sink.add(t.concept, concept)
        sink.add(t.conceptPart, concept, part)
        sink.add(t.typePart, type, part)
        sink.add(t.form, word.form)
        sink.add(t.lemma, word.lemma)
        sink.add(t.article, word.article, word.form)
        sink.add(t.construction, construction)
        sink.add(t.constructionForm, construction, word.form, told)
        sink.add(t.standing, standing)
        sink.add(t.teller, Symbol(statement.teller.rawValue))
        sink.add(
            t.marks, Symbol.of(statement.isTopic), Symbol.of(statement.isEstablished), Symbol.of(statement.presupposes))
        sink.add(t.stance, statement.stance.map { Symbol($0.rawValue) } ?? .none, told)
        sink.add(t.sourceKind, source.map { Seat.sort(of: $0.kind).symbol } ?? .none, cueClass)
        sink.add(t.rank, Symbol.of(voice.rank, upTo: 3), Symbol.of(voice.count, upTo: 4))
        sink.add(t.inside, Symbol.of(statement.contentTokens.reduce(0) { $0 + $1.count } / 8, upTo: 5))
        sink.add(t.block, parsed.blockSymbol(trigger))
        sink.add(t.quotedPartly, Symbol.of(statement.quotesPartly), kind, word.form)
        if let head = tree.head(of: trigger) {
            sink.add(t.governor, parsed.lemmaSymbol(head))
        }
        addWay(to: cue, of: word, cueClass, told, to: &sink)
    }

    /// The way through the parse from the act up to the cue.
    private func addWay(
        to cue: Int?, of word: ActWord, _ cueClass: Symbol, _ told: Symbol, to sink: inout some FeatureSink
    ) {
        let tree = parsed.tree
        let above = [word.trigger] + tree.ancestors(of: word.trigger)
        guard let cue, let end = above.firstIndex(of: cue), end > 0 else {
            sink.add(t.way, Self.apart, cueClass)
            return
        }
        let labels = above[..<end].map { tree.labels[$0] }
        let way = Symbol.joined(labels.suffix(4), wantsText: sink.wantsNames) { $0.label }
        sink.add(t.way, way, cueClass)
        sink.add(t.wayTold, way, told)
        sink.add(t.depth, Symbol.of(end, upTo: 6), cueClass)
        let isAside = labels.dropLast().contains { $0 == .relcl || $0 == .acl || $0 == .advcl }
        sink.add(t.aside, Symbol.of(isAside), cueClass, told)
        // The clause that the cue governs.
        let top = above[end - 1]
        let auxiliaries = Symbol.joined(tree.children(of: top, [.aux, .mark]), wantsText: sink.wantsNames) {
            tree.words[$0]
        }
        let tag = parsed.tagSymbol(top)
        sink.add(t.top, auxiliaries, tag, cueClass)
        sink.add(t.topLabel, parsed.labelSymbol(top), cueClass, Symbol.of(end == 1))
        sink.add(t.topLabelTold, parsed.labelSymbol(top), cueClass, told, word.form)
    }

    private static let apart = Symbol("apart")
    private static let cueClasses = CaseSymbols<CueClass>()
    private static let modalities = CaseSymbols<Modality>()

    /// The templates, in one object: each constant of a type asks whenever it is used whether it is made yet.
    private final class Templates: Sendable {
        let any = FeatureTemplate("any")
        let cueClass = FeatureTemplate("class")
        let kind = FeatureTemplate("kind")
        let classKind = FeatureTemplate("class+kind")
        let classKindTold = FeatureTemplate("class+kind+told")
        let classForm = FeatureTemplate("class+form")
        let classType = FeatureTemplate("class+type")
        let classPart = FeatureTemplate("class+part")
        let cue = FeatureTemplate("cue")
        let cueTold = FeatureTemplate("cue+told")
        let cueKind = FeatureTemplate("cue+kind")
        let cuePart = FeatureTemplate("cue+part")
        let told = FeatureTemplate("told")
        let toldType = FeatureTemplate("told+type")
        let concept = FeatureTemplate("concept")
        let conceptPart = FeatureTemplate("concept+part")
        let typePart = FeatureTemplate("type+part")
        let form = FeatureTemplate("form")
        let lemma = FeatureTemplate("lemma")
        let article = FeatureTemplate("article+form")
        let construction = FeatureTemplate("construction")
        let constructionForm = FeatureTemplate("construction+form+told")
        let standing = FeatureTemplate("standing")
        let teller = FeatureTemplate("teller")
        let marks = FeatureTemplate("topic+established+presupposes")
        let stance = FeatureTemplate("stance+told")
        let sourceKind = FeatureTemplate("source-kind+class")
        let rank = FeatureTemplate("rank+voices")
        let inside = FeatureTemplate("length")
        let block = FeatureTemplate("block")
        let quotedPartly = FeatureTemplate("quoted-partly+kind+form")
        let governor = FeatureTemplate("governor")
        let way = FeatureTemplate("way+class")
        let wayTold = FeatureTemplate("way+told")
        let depth = FeatureTemplate("depth+class")
        let aside = FeatureTemplate("aside+class+told")
        let top = FeatureTemplate("top-auxiliaries+tag+class")
        let topLabel = FeatureTemplate("top-label+class+is-act")
        let topLabelTold = FeatureTemplate("top-label+class+told+form")
    }
}

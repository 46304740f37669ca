/// The construction by which a statement was found, with the preposition of its complement where it has one.
public struct StatementRule: Hashable, Sendable {
    /// The constructions, by their ids.
    public enum Construction: String, Hashable, Sendable {
        case verbClause = "verb-clause"
        case verbInfinitive = "verb-infinitive"
        case verbGerund = "verb-gerund"
        case verbObject = "verb-object"
        case verbObjectInfinitive = "verb-object-infinitive"
        case verbName = "verb-name"
        case verbNameAs = "verb-name-as"
        case verbNameQuoted = "verb-name-quoted"
        case verbPhrase = "verb-phrase"
        case verbAs = "verb-as"
        case verbBeside = "verb-beside"
        case verbAside = "verb-aside"
        case passiveClause = "verb-passive-clause"
        case passiveInfinitive = "verb-passive-infinitive"
        case passiveName = "verb-passive-name"
        case passiveNameQuoted = "verb-passive-name-quoted"
        case passiveObject = "verb-passive-object"
        case passivePhrase = "verb-passive"
        case nounClause = "noun-clause"
        case nounInfinitive = "noun-infinitive"
        case nounPhrase = "noun-phrase"
        case nounQuotation = "noun-quotation"
        case adjective
        case adverb
        case phraseBeside = "phrase-beside"
        case quotationBeside = "quotation-beside"
        case quotationBelow = "quotation-below"
        case quotationNamed = "quotation-named"
        case quotationFollows = "quotation-follows"
        case quotationUnnamed = "quotation-unnamed"
        case quotationGoverned = "quotation"
        case colon
        case colonBelow = "colon-below"
        case label
        case signature
        case quotingAs = "quoting-as"
        case quotedBy = "quoted-by"
        case citing
        case layoutAnswer = "layout-answer"
        case layoutQuestion = "layout-question"
        case layoutBlockQuote = "layout-block-quote"
        case layoutLabel = "layout-label"
        case layoutSignature = "layout-signature"
    }

    /// The construction.
    public var construction: Construction
    /// The preposition before what is said: "of" in "accused Osk of …".
    public var preposition: String?

    init(_ construction: Construction, preposition: String? = nil) {
        self.construction = construction
        self.preposition = preposition
    }

    /// The id that records and tests name.
    public var id: String { preposition.map { "\(construction.rawValue)-\($0)" } ?? construction.rawValue }

    /// Whether the construction itself says that something was said, though nobody is named who did.
    var tellsSaying: Bool {
        switch construction {
        case .passiveClause, .adverb, .phraseBeside: true
        case .passivePhrase: preposition == "of"
        default: false
        }
    }
}

/// One document's telling of an event, a statement, a figure or a state of affairs.
///
/// All offsets are Unicode code points of the document's text. The JSON form is the contract of
/// `Documentation/formats.md`; `Report+JSON.swift` reads and writes it.
public struct Report: Hashable, Sendable, Identifiable {
    /// What is told.
    public enum Content: Hashable, Sendable {
        case event(Event)
        case statement(Statement)
        case figure(Figure)
        case state(StateOfAffairs)
    }

    /// Hashes the document's hash, the kind and the trigger's span, so that a better codebook keeps it.
    public var id: String
    /// The document's given name.
    public var document: String
    /// The SHA-256 of the document's text.
    public var documentHash: String
    /// The clause or sentence that reports it.
    public var span: CodePointSpan
    /// What is told.
    public var content: Content
    /// The words that fired the rule: a verb or noun, a figure's number, a statement's content.
    public var trigger: CodePointSpan
    /// When it happened (of a statement: when it was said), if the text tells.
    public var date: ReportDate?
    /// What the text puts it before, after or during, without a date.
    public var order: [OrderLink]
    /// Whether it is told as fact.
    public var modality: Modality
    /// The chain of sources through which the document tells it, outermost first; empty is the author's own voice.
    public var attribution: [AttributionLink]
    /// How parties stand to it, beyond the one whose claim it is; empty where the text tells of no stance.
    public var stances: [Stance]
    /// The id of the codebook rule that fired.
    public var rule: String
    /// How far it is to be trusted, from 0 to 1: of an event the probability that its type, its parties and its modality are
    /// right; nil where nobody says.
    public var confidence: Double?
    /// The content words of the clause, cut to their stems and sorted: what `reconcile` knows of its words.
    public var terms: [String] = []
    /// Words of the clause by which accounts of one thing differ, in the order of the text.
    public var wording: [Wording] = []
    /// The one blocking key, by which `reconcile` finds reports of the same thing.
    public var key: String

    /// Makes a report; its id follows from document, kind, trigger and, where given, `distinction`.
    ///
    /// - Parameter distinction: the concept, only where one trigger yields several reports of one kind.
    public init(
        document: String, documentHash: String, span: CodePointSpan, content: Content, trigger: CodePointSpan,
        date: ReportDate? = nil, order: [OrderLink] = [], modality: Modality = .asserted,
        attribution: [AttributionLink] = [], stances: [Stance] = [], rule: String, key: String = "",
        distinction: String = ""
    ) {
        self.document = document
        self.documentHash = documentHash
        self.span = span
        self.content = content
        self.trigger = trigger
        self.date = date
        self.order = order
        self.modality = modality
        self.attribution = attribution
        self.stances = stances
        self.rule = rule
        self.key = key
        let kind = content.kind.rawValue
        let suffix = distinction.isEmpty ? "" : "|\(distinction)"
        id = String(Digest.sha256("\(documentHash)|\(kind)|\(trigger.start)-\(trigger.end)\(suffix)").prefix(16))
    }

    /// The kind, as the format names it.
    public var kind: Kind { content.kind }

    /// The rule of what a person read from the words, and no codebook.
    public static let byHand = "BY-HAND"

    /// Whether a person made it.
    public var isByHand: Bool { rule == Self.byHand }

    /// Below this confidence a report is doubtful: more of its like are wrong than right.
    public static let doubt = 0.5

    /// Whether it is doubtful by its confidence alone; what people ruled on it may settle it (``Rulings/settled``).
    public var isDoubtful: Bool { confidence.map { $0 < Self.doubt } ?? false }

    /// The four kinds of report.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case event, statement, figure, state
    }

    /// Everybody the report names: actors and recipients, speaker, addressee and those spoken about, subject and object.
    public var participants: [Participant] { content.participants }
}

extension Report.Content {
    /// Everybody it names: actors and recipients, speaker, addressee and those spoken about, subject and object.
    public var participants: [Participant] {
        switch self {
        case .event(let event): event.actors + event.recipients
        case .statement(let statement):
            [statement.speaker, statement.addressee].compactMap { $0 } + statement.about
        case .figure: []
        case .state(let state): state.subject + state.object
        }
    }

    /// The kind, as the format names it.
    public var kind: Report.Kind {
        switch self {
        case .event: .event
        case .statement: .statement
        case .figure: .figure
        case .state: .state
        }
    }
}

/// One thing that happened between actors and recipients.
public struct Event: Hashable, Sendable {
    /// The sixteen PLOVER types, from cooperation to violence.
    public static let types = [
        "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
        "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    ]

    /// The PLOVER type, such as `SUPPORT`.
    public var type: String
    /// PLOVER's modes: how it was done.
    public var modes: [String]
    /// PLOVER's contexts: what it was about.
    public var contexts: [String]
    /// The codebook's concept, finer than the type: `open-mission`.
    public var concept: String
    /// The base form of the word that tells it, only where no codebook gave the concept; empty otherwise.
    public var word: String
    /// Whether the words point back to an act told before: "the attack", "this visit".
    public var isDefinite: Bool
    /// Whether a headline tells it, which the text below tells again.
    public var isHeadline: Bool
    /// Whether no rule's conditions tell it, or no rule finds a party: it is told because it is likely.
    public var isLikely: Bool
    /// Who did it.
    public var actors: [Participant]
    /// To whom.
    public var recipients: [Participant]
    /// Whether the act is mutual (a meeting, an agreement, a war).
    public var isReciprocal: Bool
    /// Where it happened.
    public var place: Place?

    /// Makes an event from its parts.
    public init(
        type: String, modes: [String] = [], contexts: [String] = [], concept: String, actors: [Participant],
        recipients: [Participant], isReciprocal: Bool = false, place: Place? = nil, word: String = "",
        isDefinite: Bool = false, isHeadline: Bool = false, isLikely: Bool = false
    ) {
        self.word = word
        self.isDefinite = isDefinite
        self.isHeadline = isHeadline
        self.isLikely = isLikely
        self.type = type
        self.modes = modes
        self.contexts = contexts
        self.concept = concept
        self.actors = actors
        self.recipients = recipients
        self.isReciprocal = isReciprocal
        self.place = place
    }
}

/// Where something happened, under its own name.
public struct Place: Hashable, Sendable {
    /// The place's name.
    public var name: String
    /// The words that name it.
    public var evidence: Evidence

    /// Makes a place from its parts.
    public init(name: String, evidence: Evidence) {
        self.name = name
        self.evidence = evidence
    }
}

/// Somebody's words or thoughts as told.
public struct Statement: Hashable, Sendable {
    /// Whether the words themselves are given.
    public enum Form: String, Hashable, Sendable, Codable {
        /// The speaker's own words.
        case direct
        /// What was said, in the words of whoever tells it.
        case indirect
        /// Words that the author puts into somebody's mouth: a parody, a rendering, a thought in quotation marks.
        case invented
    }

    /// Who says it; nil where the text does not name them.
    public var speaker: Participant?
    /// To whom it is said, where the text says so.
    public var addressee: Participant?
    /// Whether the words themselves are given.
    public var form: Form
    /// The words that introduce it ("said", "according to"); empty where layout does (an interview answer).
    public var cue: String
    /// Where the cue stands.
    public var cueSpan: CodePointSpan?
    /// What is said.
    public var contentSpan: CodePointSpan
    /// The pieces of what is said, where the author's own words part them; nil where there is but one.
    public var pieces: [CodePointSpan]?
    /// Of an interview's answer, the question.
    public var questionSpan: CodePointSpan?
    /// The parties spoken about.
    public var about: [Participant]
    /// Through what it was said: a diary, a report, a newspaper.
    public var via: [String]

    /// Makes a statement from its parts.
    public init(
        speaker: Participant?, addressee: Participant? = nil, form: Form, cue: String, cueSpan: CodePointSpan? = nil,
        contentSpan: CodePointSpan, pieces: [CodePointSpan]? = nil, questionSpan: CodePointSpan? = nil,
        about: [Participant] = [], via: [String] = []
    ) {
        self.speaker = speaker
        self.addressee = addressee
        self.form = form
        self.cue = cue
        self.cueSpan = cueSpan
        self.contentSpan = contentSpan
        self.pieces = pieces
        self.questionSpan = questionSpan
        self.about = about
        self.via = via
    }
}

/// A number that can be cited.
public struct Figure: Hashable, Sendable {
    /// The value; of a range, its middle is not invented: `low` and `high` hold the bounds and this the first.
    public var value: Double
    /// `people` for persons of any sort, `rank` for ordinals, otherwise the text's own word.
    public var unit: String
    /// What is counted, in the text's words.
    public var of: String
    /// About, more than, at least …; empty where the text has none.
    public var qualifier: String
    /// The lower bound of a range.
    public var low: Double?
    /// The upper bound of a range.
    public var high: Double?

    /// Makes a figure from its parts.
    public init(
        value: Double, unit: String, of: String, qualifier: String = "", low: Double? = nil, high: Double? = nil
    ) {
        self.value = value
        self.unit = unit
        self.of = of
        self.qualifier = qualifier
        self.low = low
        self.high = high
    }
}

/// A relation that holds over time.
public struct StateOfAffairs: Hashable, Sendable {
    /// Who or what stands in the relation.
    public var subject: [Participant]
    /// The relation in words: "has an embassy in".
    public var relation: String
    /// The codebook's concept of the relation: `has-mission`.
    public var concept: String
    /// To whom or what.
    public var object: [Participant]

    /// Makes a state of affairs from its parts.
    public init(subject: [Participant], relation: String, concept: String, object: [Participant]) {
        self.subject = subject
        self.relation = relation
        self.concept = concept
        self.object = object
    }
}

/// A date with what it rests on.
public struct ReportDate: Hashable, Sendable {
    /// How a date is known.
    public enum Basis: String, Hashable, Sendable, Codable {
        /// Complete in its own sentence.
        case stated
        /// Computed, or carried over from elsewhere in the text.
        case resolved
        /// The day that a news report is about, as its lead or heading gives it.
        case story
        /// The likeliest of the dates that the text tells near, where its words leave open which is meant.
        case likely
        /// Nothing but the date of publication.
        case published
        /// A person's ruling; never as coded.
        case decided
    }

    /// The EDTF value.
    public var edtf: String
    /// How it is known.
    public var basis: Basis
    /// The words that tell it; nil only where `basis` is `published` or `decided`.
    public var evidence: Evidence?

    /// Makes a date from its parts.
    public init(edtf: String, basis: Basis, evidence: Evidence?) {
        self.edtf = edtf
        self.basis = basis
        self.evidence = evidence
    }
}

/// How a document orders what a report tells and something else, without a date (after the TLINKs of TimeML).
public struct OrderLink: Hashable, Sendable {
    /// How what the report tells stands to the other.
    public enum Relation: String, Hashable, Sendable, Codable, CaseIterable {
        case before, after, during

        /// The same relation from the other's side.
        public var inverse: Relation {
            switch self {
            case .before: .after
            case .after: .before
            case .during: .during
            }
        }
    }

    /// How what the report tells stands to the other.
    public var relation: Relation
    /// The id of a report of the same document that tells the other; empty where none does.
    public var report: String
    /// The words that order them ("after the vote"); `from` is where the other is told, if elsewhere.
    public var evidence: Evidence

    /// Makes a link from its parts.
    public init(relation: Relation, report: String = "", evidence: Evidence) {
        self.relation = relation
        self.report = report
        self.evidence = evidence
    }
}

/// Whether something is told as fact (after FactBank, Saurí and Pustejovsky 2009).
public enum Modality: String, Hashable, Sendable, Codable, CaseIterable {
    case asserted, claimed, denied, planned, hypothetical, negated

    /// The order in which one is taken where several fit: the lowest first.
    public var precedence: Int {
        switch self {
        case .hypothetical: 0
        case .planned: 1
        case .denied: 2
        case .negated: 3
        case .claimed: 4
        case .asserted: 5
        }
    }

    /// The one that stands where both fit.
    public func combined(with other: Modality) -> Modality { precedence <= other.precedence ? self : other }
}

/// One source in the chain through which a document tells something.
public struct AttributionLink: Hashable, Sendable {
    /// The source's name; empty where the text does not name it.
    public var source: String
    /// The alpha-3 code of the state it belongs to, or empty.
    public var code: String
    /// The words that attribute ("reported", "according to").
    public var cue: String
    /// Where the source stands.
    public var evidence: Evidence

    /// Makes a link from its parts.
    public init(source: String, code: String = "", cue: String, evidence: Evidence) {
        self.source = source
        self.code = code
        self.cue = cue
        self.evidence = evidence
    }
}

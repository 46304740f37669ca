import ChanceryCore

/// A report with what comparing needs, worked out once.
struct Telling: Comparable {
    /// How a report stands to what it tells.
    enum Stance {
        case held, refuted, open

        init(_ modality: Modality) {
            self =
                switch modality {
                case .asserted, .claimed: .held
                case .denied, .negated: .refuted
                case .planned, .hypothetical: .open
                }
        }
    }

    let report: Report
    /// What is known of the act, where it is one.
    let act: KnownAct?
    /// Whether it is doubtful: it raises no dispute.
    let isDoubtful: Bool
    /// Whether it is a relation whose concept says all.
    let isPlainRelation: Bool
    /// The date it gives of the thing itself: nil where there is none, or only the date of publication.
    let date: EDTF?
    /// Whether the act is told as having happened, as not, or as not yet.
    let stance: Stance
    /// The words of a figure's `of` or of a state's relation, without those that tell nothing.
    let words: Set<String>
    /// Whether it is that somebody holds an office.
    let isOffice: Bool
    /// Whether it is a relation that the codebook has no name for.
    let isUnnamedRelation: Bool
    /// The families of act that the words of a state's relation tell of.
    let relations: Set<String>
    /// The content words of its clause; empty where they are not known.
    let terms: Set<String>
    /// The numbers among them, the day of its date aside: how many it tells of.
    let counts: Set<String>
    /// Words among them that tell which of several it is.
    let ordinals: Set<String>
    /// Whether each actor that is a group of a state's people acts for the state.
    let actorsAreOfficial: Bool
    /// The words that name who takes part.
    let names: Set<String>
    /// What it says, as one text: equal for reports that say the same in as many characters, as copies of a story do.
    let signature: String

    init(_ report: Report, _ acts: Acts, isDoubtful: Bool = false) {
        self.report = report
        self.isDoubtful = isDoubtful
        date = report.date.flatMap { $0.basis == .published ? nil : EDTF($0.edtf) }
        stance = Stance(report.modality)
        words =
            switch report.content {
            case .figure(let figure): ContentWords.words(figure.of)
            case .state(let state): ContentWords.words(state.relation)
            case .event, .statement: []
            }
        if case .state(let state) = report.content {
            isPlainRelation = acts.has(.plainRelation, state.concept)
            relations = acts.families(ofStems: words).exact
            isOffice = acts.isOffice(state, words: words)
            isUnnamedRelation = state.concept.isEmpty || acts.has(.unnamedRelation, state.concept)
        } else {
            isPlainRelation = false
            relations = []
            isOffice = false
            isUnnamedRelation = false
        }
        if case .event(let event) = report.content {
            let known = KnownAct(event, terms: Set(report.terms), acts)
            act = known
            // The word that tells the act is counted with the act.
            terms = Set(report.terms).subtracting(known.basis == .word ? [known.name] : [])
        } else {
            act = nil
            terms = Set(report.terms)
        }
        let day = date?.day.map(String.init)
        counts = terms.filter { acts.isNumber($0) && $0 != day }
        ordinals = terms.filter { acts.has(.ordinal, $0) }
        if case .event(let event) = report.content {
            actorsAreOfficial = event.actors.allSatisfy { acts.isOfficial($0) }
        } else {
            actorsAreOfficial = true
        }
        names = ContentWords.words(report.participants.map(\.name).joined(separator: " "))
        signature = Self.signature(of: report)
    }

    /// The block it is compared in: kind and key.
    var block: String { Reconciler.block(of: report) }

    /// In the order of documents and their text, whatever the order of the input.
    static func < (a: Telling, b: Telling) -> Bool {
        (a.report.documentHash, a.report.span.start, a.report.id, a.signature)
            < (b.report.documentHash, b.report.span.start, b.report.id, b.signature)
    }

    static func == (a: Telling, b: Telling) -> Bool { a.report == b.report }

    private static func signature(of report: Report) -> String {
        var parts = [
            report.kind.rawValue, report.modality.rawValue,
            report.date.map { $0.basis == .published ? "" : $0.edtf } ?? "", report.date?.basis.rawValue ?? "",
            "\(report.span.count)", "\(report.trigger.count)", "\(report.trigger.start - report.span.start)",
        ]
        func name(_ party: Participant) -> String { party.code + ":" + NameFolding.fold(party.name) }
        switch report.content {
        case .event(let event):
            parts += [event.type, event.concept, event.isReciprocal ? "mutual" : "", event.place?.name ?? ""]
            parts += [event.word, event.isDefinite ? "definite" : ""]
            // What is known by its word alone and names nobody, or points back, is the like of nothing in another text.
            if !event.word.isEmpty, report.participants.isEmpty || event.isDefinite || event.isHeadline {
                parts.append(report.documentHash)
            }
            parts += event.actors.map(name) + [">"] + event.recipients.map(name)
        case .statement(let statement):
            let content = statement.contentSpan
            parts += [
                statement.form.rawValue, statement.cue, "\(content.count)", "\(content.start - report.span.start)",
            ]
            parts += [statement.speaker.map(name) ?? ""] + statement.about.map(name)
        case .figure(let figure):
            parts += [
                "\(figure.value)", figure.unit, figure.of, figure.qualifier, "\(figure.low ?? -1)",
                "\(figure.high ?? -1)",
            ]
        case .state(let state):
            parts += [state.concept, state.relation] + state.subject.map(name) + [">"] + state.object.map(name)
        }
        parts += report.terms
        return parts.joined(separator: "\u{1}")
    }
}

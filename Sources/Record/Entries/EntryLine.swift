package import ChanceryCore
package import DossierStore

/// One entry as views show it: what is told, when, and every telling it rests on.
package struct EntryLine: Hashable, Sendable, Encodable {
    /// The entry's id.
    package var id: String
    /// The kind of its reports.
    package var kind: Report.Kind
    /// The date it is sorted under, EDTF, or empty.
    package var date: String
    /// The date in words.
    package var when: String
    /// Every different date that is told.
    package var dates: [String]
    /// What is told, in words.
    package var what: String
    /// An event's PLOVER type, otherwise empty.
    package var type: String
    /// The codebook's concept, where there is one.
    package var concept: String
    /// Everybody named, in their roles.
    package var parties: [PartyLine]
    /// The modalities of its tellings.
    package var modality: [String]
    /// The highest confidence among its tellings, from 0 to 1; absent where none has any.
    package var confidence: Double?
    /// True where it is doubtful; absent otherwise.
    package var doubtful: Bool?
    /// The documents that tell it.
    package var documents: [String]
    /// The tellings.
    package var tellings: [Telling]
    /// Why an entry without a date stands where it does; nil where a date places it, or nothing.
    package var placement: EntryPlaces.Placement?
    /// The words by which the texts order it without naming an entry: "after independence".
    package var ordering: [String]
    /// A word of classification for people.
    package var tag: String
    /// What is said before the headline unless all tell it as fact.
    package var caveat: String
    /// `accepted` or `rejected`; nil where nobody ruled so.
    package var status: String?
    /// What people ruled on it, each in words: "accepted by Ana Dol".
    package var decisions: [String]
    /// How parties stand to it, side by side; empty where there is no more than one who claims it.
    package var stances: [StanceLine]
    /// Its tellings grouped by where they come from.
    package var origins: [OriginGroup]
    /// How many of these are established as different.
    package var independentOrigins: Int
    /// What is suggested from origins and disputes.
    package var credibility: Credibility
    /// The disputes that concern it.
    package var disputes: [DisputeName]
    /// The numbers that its words give with it.
    package var numbers: [NumberTold] = []
    /// The ids of other entries that the same words tell at the same time, with which a page prints it.
    package var toldWith: [String] = []

    /// A dispute as an entry names it.
    package struct DisputeName: Hashable, Sendable, Encodable {
        /// The dispute's id.
        package var id: String
        /// What it is about.
        package var dimension: Dispute.Dimension
    }

    private enum CodingKeys: String, CodingKey {
        case id, kind, date, when, dates, what, type, concept, parties, modality, documents, stances, tellings
        case confidence, doubtful
        case status, decisions
        case placement = "placed", ordering, origins, independentOrigins = "independent_origins", credibility, disputes
        case caveat, numbers, toldWith = "told_with"
    }

    /// Where a view lists an entry.
    package enum Placing: Hashable, Sendable { case dated, yearUnknown, undated }

    /// Makes the line of an entry, or nil where it has no report.
    package init?(_ item: EntryItem, _ shelf: Shelf = Shelf()) {
        let entry = item.entry
        // What is doubtful speaks for an entry, and a headline that negates itself stands, only where nothing else is told.
        let ranked = item.reports.map {
            (
                rank: [$0.isDoubtful ? 1 : 0, ModalityWords.isNegativeByItself($0.report) ? 1 : 0]
                    + Self.rank($0.report, entry.date), item: $0
            )
        }
        // Of equals the first stays: reports come in the order of their documents and words.
        guard let best = ranked.min(by: { $0.rank.lexicographicallyPrecedes($1.rank) })?.item else { return nil }
        let reports = item.reports.map(\.report)
        // Beside what is not doubtful, what is says nothing of how it is told.
        let sure = item.reports.filter { !item.holdsDoubtful($0) }.map(\.report)
        let carrying = sure.isEmpty ? reports : sure
        id = entry.id
        kind = entry.kind
        let isOnlyPublished = reports.allSatisfy { $0.date == nil || $0.date?.basis == .published }
        date = entry.date
        when = isOnlyPublished ? "" : DateWords.of(entry.date)
        dates = entry.dates
        what = Wording.headline(best.report)
        tag = [Wording.tag(best.report), ModalityWords.remark(carrying, headline: best.report)]
            .filter { !$0.isEmpty }.joined(separator: ", ")
        switch best.report.content {
        case .event(let event):
            type = event.type
            concept = event.concept
        case .state(let state):
            type = ""
            concept = state.concept
        default:
            type = ""
            concept = ""
        }
        parties = PartyLine.lines(of: [best.report] + reports)
        modality = Modality.allCases.filter { kind in reports.contains { $0.modality == kind } }.map(\.rawValue)
        documents = Set(reports.map(\.document)).sorted()
        confidence = item.confidence
        doubtful = item.isDoubtful ? true : nil
        caveat = ModalityWords.caveat(
            ModalityWords.caveat(carrying, headline: best.report), isDoubtful: item.isDoubtful)
        status = entry.status == .none ? nil : entry.status.rawValue
        decisions = DecisionWords.remarks(item.reports)
        stances = StanceLine.lines(of: reports)
        origins = entry.origins
        independentOrigins = entry.independentOrigins
        credibility = entry.credibility
        disputes = item.disputes.map { DisputeName(id: $0.id, dimension: $0.dimension) }
        // The telling that gives the headline comes first, then the others by document and place.
        tellings = ([best] + item.reports.filter { $0.id != best.id }).map { Telling($0, shelf) }
        ordering = item.reports.flatMap { told in
            told.report.order.filter(\.report.isEmpty).map { EntryPlaces.words($0.evidence.span, in: told) }
        }.filter { !$0.isEmpty }
    }

    /// Where the entry is listed.
    package var placing: Placing {
        if placement != nil { return .dated }
        if when.isEmpty { return .undated }
        return EDTF(date)?.hasYear == true ? .dated : .yearUnknown
    }

    /// The telling that speaks for the entry: told as fact before claimed, with the entry's own date, with most
    /// parties, in the author's voice.
    private static func rank(_ report: Report, _ date: String) -> [Int] {
        [
            -report.modality.precedence, report.date?.edtf == date ? 0 : 1, -report.participants.count,
            report.attribution.count,
        ]
    }
}

extension EntryLine {
    /// The item as a page sets it.
    package func item(shownNotes: Int = 1) -> Page.Item {
        Page.Item(
            margin: margin, caveat: caveat, headline: headline, tag: tag, notes: tellings.map { note(of: $0) },
            shownNotes: shownNotes, remarks: remarks, ids: [id])
    }

    /// The note of one of its tellings, which says that this is doubtful where the headline does not.
    package func note(of telling: Telling) -> Page.Note { doubtful == true ? telling.note : telling.markedNote }

    /// The heading it has below another entry's that the same words tell.
    package var heading: Page.Item.Heading {
        Page.Item.Heading(caveat: caveat, headline: headline, tag: tag, ids: [id])
    }

    /// What is told, with the numbers that its words give.
    private var headline: String { ([what] + numbers.map(\.words)).joined(separator: " · ") }

    /// What readers call the documents that tell it.
    package var labels: [String] { Self.labels(of: tellings) }

    private static func labels(of tellings: [Telling]) -> [String] { Set(tellings.map(\.source)).sorted() }

    /// The tellings that carry it: those that are not doubtful; of what is doubtful itself, and of what independent origins tell
    /// alike, all.
    package var carrying: [Telling] {
        let sure = tellings.filter { $0.doubtful != true }
        return sure.isEmpty || independentOrigins > 1 ? tellings : sure
    }

    /// The others, of documents that do not carry it.
    private var doubtfulBeside: [Telling] {
        let known = Set(carrying.map(\.document))
        return tellings.filter { !known.contains($0.document) }
    }

    /// What stands in the margin.
    package var margin: String {
        if when.isEmpty, let placement { return placement.bound }
        return placing == .yearUnknown ? DateWords.withoutUnknownYear(when) : when
    }

    /// The number of documents, dates that differ side by side, and a date that nothing but publication gives.
    package var remarks: [String] {
        var remarks: [String] = stances.isEmpty ? [] : [SafeText.oneLine(StanceLine.words(stances))]
        remarks += decisions.map { SafeText.oneLine($0) }
        let (carrying, doubtful) = (carrying, doubtfulBeside)
        let documents = Set(carrying.map(\.document)).count
        let note = OriginWords.note(origins, documents: documents, disputed: Set(disputes.map(\.dimension)))
        let bracketed = note.isEmpty ? "" : "[\(note)]"
        if documents > 1 {
            let told = "\(Wording.count(documents, "document", "documents")): \(list(Self.labels(of: carrying)))"
            remarks.append(bracketed.isEmpty ? told : "\(told) \(bracketed)")
        } else if !bracketed.isEmpty {
            remarks.append(bracketed)
        }
        if !doubtful.isEmpty { remarks.append("doubtful readings beside it: \(list(Self.labels(of: doubtful)))") }
        let told = Dictionary(
            grouping: carrying.filter { !$0.date.isEmpty && !["published", "likely"].contains($0.dateBasis) },
            by: \.date)
        if told.count > 1 {
            let sides = told.keys.sorted { (EDTF($0)?.sortKey ?? $0, $0) < (EDTF($1)?.sortKey ?? $1, $1) }
                .map { "\(DateWords.of($0)) (\(list(Set((told[$0] ?? []).map(\.source)).sorted())))" }
            remarks.append("dates told: \(sides.joined(separator: "; "))")
        }
        if !when.isEmpty, tellings.allSatisfy({ $0.dateBasis != "stated" && $0.dateBasis != "decided" }) {
            // A date that no telling states in its own sentence was computed or carried over: the reader should know.
            remarks.append(
                tellings.allSatisfy { $0.date.isEmpty || $0.dateBasis == "likely" }
                    ? "likely date, by the context" : "date taken from the context")
        }
        if let placement {
            let date = placement.when.isEmpty ? "" : " (\(placement.when))"
            let words = placement.words.isEmpty ? "" : ", by “\(SafeText.oneLine(placement.words))”"
            remarks.append(
                "told as \(placement.relation.rawValue) “\(SafeText.oneLine(placement.what))”\(date)\(words)")
        } else if placing == .undated, let words = ordering.first {
            remarks.append("order told: “\(SafeText.oneLine(words))”")
        }
        if when.isEmpty, let published = tellings.first(where: { $0.dateBasis == "published" }) {
            remarks.append("in a text published \(DateWords.of(published.date))")
        }
        return remarks
    }

    /// Names side by side; a label with a comma of its own wants a stronger mark between.
    private func list(_ names: [String]) -> String {
        SafeText.oneLine(names.joined(separator: names.contains { $0.contains(",") } ? "; " : ", "))
    }
}

package import ChanceryCore
import Coding
package import DossierStore

/// Asks a dossier what a reader wants to see, and gives it as values: what commands print and pages show.
package struct RecordReader {
    /// What is read.
    package let dossier: Dossier
    /// What is done with a remark on how a question was read: "'Tirana' is read as Albania."
    package let say: (String) -> Void
    /// Where what was read is held for the next question.
    package let held: any Holding

    /// Makes a reader.
    ///
    /// - Parameter held: where what was read is held for the next question, as long as the dossier stays what it is.
    package init(
        _ dossier: Dossier, held: some Holding = HoldingNothing(), say: @escaping (String) -> Void = { _ in }
    ) {
        self.dossier = dossier
        self.held = held
        self.say = say
    }

    /// The parties of the record, by whatever name somebody types.
    package func names() throws -> PartyNames { PartyNames(try lookup(), say: say) }

    /// Who is meant by whatever name somebody types.
    package func lookup() throws -> PartyLookup {
        try held.value("lookup") { try PartyNames.lookup(in: dossier) }
    }

    /// The same, without a word on how a name was read.
    package var quiet: RecordReader { RecordReader(dossier, held: held) }

    // MARK: Filters

    /// The dossier's filter for what is asked.
    ///
    /// - Parameter parties: further parties, by the record's own names.
    /// - Throws: ``UnknownName`` where nobody bears a name, ``WrongUsage`` where there is no such type.
    package func filter(
        _ filters: Filters, _ kinds: Set<Report.Kind> = [], parties: [String] = []
    ) throws -> ItemFilter {
        if let fault = filters.fault { throw WrongUsage(fault) }
        if let type = filters.type { try check(type: type) }
        let names = filters.parties.isEmpty ? nil : try names()
        let named = try filters.parties.compactMap { word in try names.map { (word: word, name: try $0.name(word)) } }
        var filter = ItemFilter(
            kinds: kinds, entities: named.map(\.name) + parties,
            from: filters.from, to: filters.to, type: filters.type, document: filters.document,
            isAlone: filters.isAlone, confidence: filters.confidence, includesRejected: filters.includesRejected)
        filter.calls = Dictionary(named.map { ($0.name, $0.word) }, uniquingKeysWith: { first, _ in first })
        return filter
    }

    /// Whether there is such a type or concept: in the record, in PLOVER, or in the program's own codebook.
    private func check(type: String) throws {
        let typed = type.lowercased()
        func has(_ words: [String]) -> Bool { words.contains { $0.lowercased() == typed } }
        if has(Event.types) { return }
        let record = try dossier.typesAndConcepts()
        if has(record.concepts) || has(record.types) { return }
        let listed = try Codebook.listedConcepts()
        if has(listed) { return }
        let nearest = Nearest.of(type, among: record.concepts + Event.types + listed)
        let otherwise =
            "Types are \(Event.types.joined(separator: ", ")); concepts of this record are "
            + (record.concepts.isEmpty ? "none." : "\(record.concepts.joined(separator: ", ")).")
        throw WrongUsage(
            "'\(type)': there is no such type or concept. "
                + (nearest.isEmpty ? otherwise : Nearest.question(nearest)))
    }

    // MARK: Lists

    /// The events and dated states of affairs, in the order of time.
    package func timeline(_ filters: Filters, undated: Undated = .yes, sort: EntrySort? = nil) throws -> EntriesView {
        let items = try dossier.entries(matching: filter(filters, [.event, .state]))
        let anchors = try dossier.anchors(of: items)
        let figures = try dossier.entries(matching: ItemFilter(kinds: [.figure], document: filters.document))
        var view = EntriesView.timeline(
            of: items, with: figures, placedBy: anchors, try shelf(of: items + anchors)
        )
        .showing(undated).sorted(by: sort)
        view.nameFolded()
        return view
    }

    /// The states of affairs.
    package func states(_ filters: Filters, undated: Undated = .yes, sort: StateSort? = nil) throws -> StatesView {
        let items = try dossier.entries(matching: filter(filters, [.state]))
        return StatesView(of: items, try shelf(of: items)).showing(undated).sorted(by: sort)
    }

    /// Who said what.
    ///
    /// - Parameter speaker: by any name, who said it or is told to have said it; nil lets all through.
    package func statements(
        _ filters: Filters, by speaker: String? = nil, undated: Undated = .yes, sort: StatementSort? = nil
    ) throws -> StatementsView {
        var filters = filters
        let name = try speaker.map { try names().name($0) }
        if let name { filters.parties.append(name) }
        let items = try dossier.reports(matching: filter(filters, [.statement]))
        var view = StatementsView(of: items, try shelf(of: items))
        if let folded = name.map(NameFolding.fold) {
            view.items.removeAll { item in
                !([item.speaker] + item.sources).contains { NameFolding.fold($0) == folded }
            }
        }
        return view.showing(undated).sorted(by: sort)
    }

    /// The numbers that can be cited.
    package func figures(_ filters: Filters, undated: Undated = .yes, sort: FigureSort? = nil) throws -> FiguresView {
        let items = try dossier.reports(matching: filter(filters, [.figure]))
        return FiguresView(of: items, try shelf(of: items)).showing(undated).sorted(by: sort)
    }

    /// Who is named.
    package func entities(_ filters: Filters, sort: EntitySort? = nil) throws -> EntitiesView {
        EntitiesView(of: try dossier.participants(matching: filter(filters))).sorted(by: sort)
    }

    /// What the record rests on.
    package func documents(sort: DocumentSort? = nil) throws -> DocumentsView {
        try held.value("documents") {
            try DocumentsView(of: dossier.documents(), rulings: dossier.rulings(), shelf())
        }.sorted(by: sort)
    }

    /// The documents and the items in which all of some words stand.
    ///
    /// - Parameter limit: how many documents and how many items at most.
    /// - Returns: what was found, and whether there is more.
    package func search(
        _ words: String, limit: Int, confidence: Double? = nil, includingRejected: Bool = false
    ) throws -> (view: SearchView, isCut: Bool) {
        // One more tells whether there are more.
        var result = try dossier.search(
            words, limit: limit + 1, includingRejected: includingRejected, confidence: confidence)
        let isCut = max(result.documents.count, result.reports.count) > limit
        result.documents = Array(result.documents.prefix(limit))
        result.reports = Array(result.reports.prefix(limit))
        let found = try dossier.reports(
            withIDs: result.reports.compactMap { hit in
                if case .report(let id) = hit.source { id } else { nil }
            })
        let view = SearchView(
            words: words, result, reports: Dictionary(found.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a }),
            try shelf(of: found))
        return (view, isCut)
    }

    /// The groups of the states asked for that stand apart from them, counted in what the filters let through of them.
    ///
    /// - Parameters:
    ///   - ask: how to ask for one of a name.
    ///   - read: gives the reports of each entry, or one report each, that a filter lets through.
    package func groupsBeside(
        _ filters: Filters, _ kinds: Set<Report.Kind> = [], ask: (String) -> String,
        read: (ItemFilter) throws -> [[Report]]
    ) throws -> [GroupsBeside] {
        let names = filters.parties.isEmpty ? nil : try quiet.names()
        return try filters.parties.compactMap { typed in
            let name = try names?.name(typed) ?? typed
            let members = try dossier.members(of: name)
            guard !members.codes.isEmpty else { return nil }
            var filter = try quiet.filter(filters, kinds)
            filter.entities.removeAll { $0 == name }
            filter.groupsOf = [name]
            let found = try read(filter)
            let party = Party(name, among: found.flatMap { $0 }, members: members)
            return GroupsBeside(of: party, in: found, ask: ask)
        }
    }
}

import ChanceryCore

/// The orders of entries.
enum EntrySort: String, SortKey { case date, documents, credibility }

/// The orders of statements.
enum StatementSort: String, SortKey { case date, speaker, document }

/// The orders of figures.
enum FigureSort: String, SortKey { case document, date, value }

/// The orders of entities.
enum EntitySort: String, SortKey { case reports, documents, name }

/// The orders of documents.
enum DocumentSort: String, SortKey { case name, date, reports }

/// The orders of disputes.
enum DisputeSort: String, SortKey { case date, dimension, documents }

/// The orders of states of affairs.
enum StateSort: String, SortKey { case date, subject, relation, documents }

extension EntriesView: ListView {
    mutating func keep(first count: Int) { items = Array(items.prefix(count)) }

    /// The same in another order: the most documents first, or the best carried.
    func sorted(by key: EntrySort?) -> EntriesView {
        var view = self
        switch key ?? .date {
        case .date: return self
        case .documents: view.items = items.sorted { -$0.documents.count }
        case .credibility: view.items = items.sorted { $0.credibility.grade.rawValue }
        }
        view.order = key ?? .date
        return view
    }

    /// The same with or without what nothing dates.
    func showing(_ option: UndatedOption) -> EntriesView {
        var view = self
        view.items = items.filter { option.lets(undated: $0.placing == .undated) }
        return view
    }
}

extension RelationView: ListView {
    var count: Int { history.count }

    mutating func keep(first count: Int) { history.keep(first: count) }
}

extension StatesView: ListView {
    mutating func keep(first count: Int) { items = Array(items.prefix(count)) }

    /// The same in another order.
    func sorted(by key: StateSort?) -> StatesView {
        var view = self
        switch key ?? .date {
        case .date: break
        case .subject: view.items = items.sorted { NameFolding.fold($0.subject.first?.name ?? "") }
        case .relation: view.items = items.sorted { $0.relation }
        case .documents: view.items = items.sorted { -$0.entry.documents.count }
        }
        return view
    }

    /// The same with or without what nothing dates.
    func showing(_ option: UndatedOption) -> StatesView {
        var view = self
        view.items = items.filter { option.lets(undated: $0.entry.placing == .undated) }
        return view
    }
}

extension StatementsView: ListView {
    mutating func keep(first count: Int) { items = Array(items.prefix(count)) }

    /// The same in another order; those whose speaker is not named come last.
    func sorted(by key: StatementSort?) -> StatementsView {
        var view = self
        switch key ?? .date {
        case .date: break
        case .speaker: view.items = items.sorted { $0.speaker.isEmpty ? "~" : NameFolding.fold($0.speaker) }
        case .document: view.items = items.sorted { $0.document }
        }
        return view
    }

    /// The same with or without what nothing dates.
    func showing(_ option: UndatedOption) -> StatementsView {
        var view = self
        view.items = items.filter { option.lets(undated: $0.saidOn.isEmpty || $0.dateBasis == "published") }
        return view
    }
}

extension FiguresView: ListView {
    mutating func keep(first count: Int) { items = Array(items.prefix(count)) }

    /// The same in another order: by date those without one last; by value each unit apart, that of the highest number
    /// first, of each the highest first.
    func sorted(by key: FigureSort?) -> FiguresView {
        var view = self
        switch key ?? .document {
        case .document: break
        case .date:
            view.items = items.sorted { EDTF($0.dateBasis == "published" ? "" : $0.date)?.sortKey ?? "~~" }
        case .value:
            let falling = items.sorted { -$0.value }
            let units = falling.map { NameFolding.fold($0.unit) }
            let places = Dictionary(zip(units, units.indices), uniquingKeysWith: { first, _ in first })
            view.items = falling.sorted { places[NameFolding.fold($0.unit)] ?? 0 }
        }
        view.order = key ?? .document
        return view
    }

    /// The same with or without what nothing dates.
    func showing(_ option: UndatedOption) -> FiguresView {
        var view = self
        view.items = items.filter { option.lets(undated: $0.date.isEmpty || $0.dateBasis == "published") }
        return view
    }
}

extension EntitiesView: ListView {
    mutating func keep(first count: Int) { items = Array(items.prefix(count)) }

    /// The same in another order.
    func sorted(by key: EntitySort?) -> EntitiesView {
        var view = self
        switch key ?? .reports {
        case .reports: break
        case .documents: view.items = items.sorted { -$0.documents.count }
        case .name: view.items = items.sorted { NameFolding.fold($0.name) }
        }
        return view
    }
}

extension DocumentsView: ListView {
    mutating func keep(first count: Int) { items = Array(items.prefix(count)) }

    /// The same in another order: by date of publication those without one last.
    func sorted(by key: DocumentSort?) -> DocumentsView {
        var view = self
        switch key ?? .name {
        case .name: break
        case .date: view.items = items.sorted { EDTF($0.publishedOn)?.sortKey ?? "~~" }
        case .reports: view.items = items.sorted { -$0.reports.values.reduce(0, +) }
        }
        return view
    }
}

extension DisputesView: ListView {
    mutating func keep(first count: Int) { items = Array(items.prefix(count)) }

    /// The same in another order: by dimension as the manual lists them, or those that most documents tell first.
    func sorted(by key: DisputeSort?) -> DisputesView {
        var view = self
        switch key ?? .date {
        case .date: break
        case .dimension:
            view.items = items.sorted { Dispute.Dimension.allCases.firstIndex(of: $0.dimension) ?? 0 }
        case .documents: view.items = items.sorted { -Set($0.sides.flatMap(\.documents)).count }
        }
        return view
    }
}

extension DecisionsView: ListView {
    mutating func keep(first count: Int) {
        let kept = Set(items.prefix(count).map(\.id))
        keep { kept.contains($0.id) }
    }
}

extension OriginsView: ListView {
    mutating func keep(first count: Int) { items = Array(items.prefix(count)) }
}

extension NamesView: ListView {
    mutating func keep(first count: Int) { items = Array(items.prefix(count)) }
}

extension CompareView: ListView {
    mutating func keep(first count: Int) { items = Array(items.prefix(count)) }
}

extension SearchView: ListView {
    var items: [Hit] { hits }

    mutating func keep(first count: Int) { hits = Array(hits.prefix(count)) }
}

import ChanceryCore

/// What becomes of things without a date.
package enum Undated: String, CaseIterable, Sendable {
    case yes, no, only

    /// Whether something with or without a date is to be shown.
    package func lets(undated isUndated: Bool) -> Bool {
        switch self {
        case .yes: true
        case .no: !isUndated
        case .only: isUndated
        }
    }
}

/// The orders of entries.
package enum EntrySort: String, CaseIterable, Sendable { case date, documents, credibility }

/// The orders of statements.
package enum StatementSort: String, CaseIterable, Sendable { case date, speaker, document }

/// The orders of figures.
package enum FigureSort: String, CaseIterable, Sendable { case document, date, value }

/// The orders of entities.
package enum EntitySort: String, CaseIterable, Sendable { case reports, documents, name }

/// The orders of documents.
package enum DocumentSort: String, CaseIterable, Sendable { case name, date, reports }

/// The orders of disputes.
package enum DisputeSort: String, CaseIterable, Sendable { case date, dimension, documents }

/// The orders of states of affairs.
package enum StateSort: String, CaseIterable, Sendable { case date, subject, relation, documents }

extension EntriesView: ListView {
    package mutating func keep(_ range: Range<Int>) { items = Array(items[range]) }

    /// The same in another order: the most documents first, or the best carried.
    package func sorted(by key: EntrySort?) -> EntriesView {
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
    package func showing(_ option: Undated) -> EntriesView {
        var view = self
        view.items = items.filter { option.lets(undated: $0.placing == .undated) }
        return view
    }
}

extension RelationView: ListView {
    package var count: Int { history.count }

    package mutating func keep(_ range: Range<Int>) { history.keep(range) }
}

extension StatesView: ListView {
    package mutating func keep(_ range: Range<Int>) { items = Array(items[range]) }

    /// The same in another order.
    package func sorted(by key: StateSort?) -> StatesView {
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
    package func showing(_ option: Undated) -> StatesView {
        var view = self
        view.items = items.filter { option.lets(undated: $0.entry.placing == .undated) }
        return view
    }
}

extension StatementsView: ListView {
    package mutating func keep(_ range: Range<Int>) { items = Array(items[range]) }

    /// The same in another order; those whose speaker is not named come last.
    package func sorted(by key: StatementSort?) -> StatementsView {
        var view = self
        switch key ?? .date {
        case .date: break
        case .speaker: view.items = items.sorted { $0.speaker.isEmpty ? "~" : NameFolding.fold($0.speaker) }
        case .document: view.items = items.sorted { $0.document }
        }
        return view
    }

    /// The same with or without what nothing dates.
    package func showing(_ option: Undated) -> StatementsView {
        var view = self
        view.items = items.filter { option.lets(undated: $0.saidOn.isEmpty || $0.dateBasis == "published") }
        return view
    }
}

extension FiguresView: ListView {
    package mutating func keep(_ range: Range<Int>) { items = Array(items[range]) }

    /// The same in another order: by date those without one last; by value each unit apart, that of the highest number
    /// first, of each the highest first.
    package func sorted(by key: FigureSort?) -> FiguresView {
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
    package func showing(_ option: Undated) -> FiguresView {
        var view = self
        view.items = items.filter { option.lets(undated: $0.date.isEmpty || $0.dateBasis == "published") }
        return view
    }
}

extension EntitiesView: ListView {
    package mutating func keep(_ range: Range<Int>) { items = Array(items[range]) }

    /// The same in another order.
    package func sorted(by key: EntitySort?) -> EntitiesView {
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
    package mutating func keep(_ range: Range<Int>) { items = Array(items[range]) }

    /// The same in another order: by date of publication those without one last.
    package func sorted(by key: DocumentSort?) -> DocumentsView {
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
    package mutating func keep(_ range: Range<Int>) { items = Array(items[range]) }

    /// The same in another order: by dimension as the manual lists them, or those that most documents tell first.
    package func sorted(by key: DisputeSort?) -> DisputesView {
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
    package mutating func keep(_ range: Range<Int>) {
        let kept = Set(items[range].map(\.id))
        keep { kept.contains($0.id) }
    }
}

extension OriginsView: ListView {
    package mutating func keep(_ range: Range<Int>) { items = Array(items[range]) }
}

extension NamesView: ListView {
    package mutating func keep(_ range: Range<Int>) { items = Array(items[range]) }
}

extension CompareView: ListView {
    package mutating func keep(_ range: Range<Int>) { items = Array(items[range]) }
}

extension SearchView: ListView {
    package var items: [Hit] { hits }

    package mutating func keep(_ range: Range<Int>) { hits = Array(hits[range]) }
}

package import ChanceryCore
import DossierStore
import Reconciling

extension RecordReader {
    /// Where accounts differ.
    package func disputes(
        _ filters: Filters, dimensions: Set<Dispute.Dimension> = [], sort: DisputeSort? = nil
    ) throws -> DisputesView {
        let disputes = try dossier.disputes(matching: filter(filters), dimensions: dimensions)
        var view = try view(of: disputes).sorted(by: sort)
        if view.items.isEmpty {
            view.inAll = Dictionary(grouping: try dossier.disputes(), by: \.dispute.dimension).mapValues(\.count)
        }
        return view
    }

    /// The dispute of an id; an empty view where there is none.
    package func dispute(id: String) throws -> DisputesView {
        try view(of: [try dossier.dispute(withID: id)].compactMap { $0 })
    }

    private func view(of disputes: [DisputeItem]) throws -> DisputesView {
        DisputesView(of: disputes, try shelf(of: disputes.flatMap(\.entries)))
    }

    /// Which documents come from one place, and what is established about each.
    package func origins() throws -> OriginsView {
        try held.value("origins") {
            try OriginsView(
                try dossier.origins(), lineages: try dossier.lineages(), lines: try dossier.documentLines(),
                rulings: try dossier.rulings(), shelf()
            ) { OffsetMap(try dossier.text(ofDocument: $0)) }
        }
    }

    /// What each account calls a party.
    package func names(of party: String) throws -> NamesView {
        let name = try names().name(party)
        return try names(
            of: name,
            in: dossier.reports(matching: ItemFilter(entities: [name])).filter { !$0.isDoubtful }.map(\.report))
    }

    /// The same, from the reports in which the party of a name takes part; what is doubtful names nobody.
    package func names(of name: String, in reports: [Report]) throws -> NamesView {
        let layouts = layouts
        return try NamesView(of: name, in: reports, shelf()) { hash, span in
            try layouts.layout(ofHash: hash, in: dossier)?.words(span)
        }
    }

    /// What two documents both tell, where they differ, and what one alone tells.
    ///
    /// - Throws: ``WrongUsage`` where both words name one document.
    package func comparison(of first: String, and second: String, _ filters: Filters = Filters()) throws -> CompareView
    {
        let documents = try [first, second].map { try dossier.document(named: $0).document }
        guard documents[0].hash != documents[1].hash else {
            throw WrongUsage("'\(first)' and '\(second)' are one document, '\(documents[0].name)'. Name two.")
        }
        var filter = try filter(filters)
        var entries: [EntryItem] = []
        var seen: Set<String> = []
        filter.kinds = [.event, .state, .figure]
        for document in documents {
            filter.document = document.hash
            entries += try dossier.entries(matching: filter).filter { seen.insert($0.id).inserted }
        }
        filter.kinds = []
        filter.document = documents[0].hash
        let disputes = try dossier.disputes(matching: filter)
        return CompareView(
            documents[0], documents[1], entries: entries, disputes: disputes, origins: try dossier.origins(),
            try shelf(of: entries + disputes.flatMap(\.entries)))
    }

    /// One entry or report in full.
    package func item(id: String) throws -> ShowView {
        let item = try dossier.item(withID: id)
        return ShowView(
            item, texts: try DossierTexts.of(item, in: dossier),
            publishers: try DossierTexts.publishers(of: item, in: dossier), rulings: try dossier.rulings(),
            try shelf(of: item.reports))
    }

    /// What is known of a document, with its footnotes.
    package func document(hash: String) throws -> DocumentsView {
        let held = try dossier.layout(ofHash: hash).map { StoredLayout($0.text, blocks: $0.blocks) }
        let notes = (held?.footnotes ?? []).map {
            Shelf.Footnote(mark: $0.label, words: SafeText.oneLine($0.words))
        }
        var view = try documents()
        view.items = view.items.filter { $0.hash == hash }.map { item in
            var item = item
            item.footnotes = notes
            return item
        }
        return view
    }

    /// People's rulings, each with what it rests on.
    package func decisions() throws -> DecisionsView {
        let rulings = try dossier.rulings()
        let present = try dossier.present(among: rulings.decisions)
        let told = try dossier.reports(withIDs: present.reports)
        return try DecisionsView(
            of: rulings, reports: present.reports, documents: present.documents,
            names: Dictionary(
                dossier.documents().map { ($0.hash, $0.name) }, uniquingKeysWith: { first, _ in first }),
            tellings: Dictionary(told.map { ($0.id, $0.report) }, uniquingKeysWith: { first, _ in first }),
            shelf())
    }
}

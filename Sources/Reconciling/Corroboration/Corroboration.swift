import ChanceryCore

/// Groups the tellings of one entry by where they come from.
///
/// Tellings are of one origin where anything joins them: their document, the origin it belongs to, a paragraph it shares
/// with another, a publisher, an author, an agency or publication that the texts name, or a source that the tellings are
/// attributed to, which may be another of the documents. Each telling is looked at once, so the work grows with their
/// number.
struct Corroboration {
    /// The groups, by id; every report is in exactly one.
    private(set) var groups: [OriginGroup] = []
    private let names: SourceNames

    /// What tellings may have in common.
    private enum Anchor: Hashable {
        case report(Int)
        case document(String)
        case origin(String)
        case passage(String)
        case name(String)

        /// What it is called among the anchors of an entry.
        var name: String {
            switch self {
            case .report(let index): "report \(index)"
            case .document(let hash): "document " + hash
            case .origin(let id): "origin " + id
            case .passage(let id): "passage " + id
            case .name(let key): "name " + key
            }
        }
    }

    /// In which part a telling bears a name.
    private enum Part { case publisher, author, namedOrigin, source }

    /// The tellings that share an anchor, as far as it matters.
    private struct Holding {
        var name: String
        var parts: Set<Part> = []
        var first: String
        var isOfSeveral = false
    }

    /// Groups reports.
    ///
    /// - Parameters:
    ///   - names: how sources are named.
    ///   - doubtful: the ids of reports of which more are wrong than right: beside others they carry nothing.
    init(
        _ reports: [Report], lineages: [String: DocumentLineage], names: SourceNames, doubtful: Set<String> = []
    ) {
        self.names = names
        var anchors = DisjointGroups()
        var holdings: [Anchor: Holding] = [:]
        var known: [String: [(Anchor, Part?, String)]] = [:]
        // Most entries rest on one document: nothing is to be joined there.
        let isOfOne = Set(reports.map(\.documentHash)).count < 2
        for (index, report) in reports.enumerated() where !isOfOne {
            let lineage = lineages[report.documentHash]
            let ofDocument = known[report.documentHash] ?? self.anchors(of: report.documentHash, lineage)
            known[report.documentHash] = ofDocument
            for (anchor, part, name) in ofDocument + self.anchors(of: report, lineage) {
                anchors.join(Anchor.report(index).name, anchor.name)
                var holding = holdings[anchor] ?? Holding(name: name, first: report.documentHash)
                if let part { holding.parts.insert(part) }
                if holding.first != report.documentHash { holding.isOfSeveral = true }
                holding.name = min(holding.name, name)
                holdings[anchor] = holding
            }
        }
        var joins: [String: [OriginGroup.Join]] = [:]
        for (anchor, holding) in holdings where holding.isOfSeveral {
            if let join = Self.join(anchor, holding) { joins[anchors.root(of: anchor.name), default: []].append(join) }
        }
        let members = Dictionary(grouping: reports.indices) {
            isOfOne ? "" : anchors.root(of: Anchor.report($0).name)
        }
        let carrying = Self.carrying(reports, doubtful)
        for (root, indices) in members {
            let told = indices.map { reports[$0] }
            let counted = told.filter { carrying.contains($0.id) }
            let standings = Set(counted.map { standing(of: $0, lineages[$0.documentHash]) })
            let best = OriginGroup.Standing.allCases.first { standings.contains($0) } ?? .unknown
            groups.append(
                OriginGroup(
                    reports: told.map(\.id), documents: told.map(\.document),
                    standing: counted.isEmpty ? .doubtful : best, joins: joins[root] ?? []))
        }
        groups.sort { $0.id < $1.id }
    }

    /// The reports of an entry that carry it: those that are not doubtful; where all are, all.
    static func carrying(_ reports: [Report], _ doubtful: Set<String>) -> Set<String> {
        let all = Set(reports.map(\.id))
        let sure = all.subtracting(doubtful)
        return sure.isEmpty ? all : sure
    }

    /// What every telling of a document has in common with others.
    private func anchors(of hash: String, _ lineage: DocumentLineage?) -> [(Anchor, Part?, String)] {
        guard let lineage else { return [(.document(hash), nil, "")] }
        var found: [(Anchor, Part?, String)] = [
            (.document(hash), nil, ""), (.origin(lineage.origin), nil, lineage.origin),
        ]
        func add(_ given: [String], _ part: Part) {
            for name in given {
                let key = names.key(name)
                if !key.isEmpty { found.append((.name(key), part, name)) }
            }
        }
        add([lineage.publisher], .publisher)
        add(lineage.authors, .author)
        add(lineage.namedOrigins, .namedOrigin)
        return found
    }

    /// What this telling has in common with others: its paragraph, and the sources it is attributed to.
    private func anchors(of report: Report, _ lineage: DocumentLineage?) -> [(Anchor, Part?, String)] {
        var found: [(Anchor, Part?, String)] = []
        for passage in lineage?.passages ?? [] where passage.span.contains(report.trigger) {
            found += [
                (.passage(passage.passage), nil, passage.passage), (.origin(passage.origin), nil, passage.origin),
            ]
        }
        for link in report.attribution {
            let key = names.key(link.source)
            if !key.isEmpty { found.append((.name(key), .source, link.source)) }
        }
        return found
    }

    private static func join(_ anchor: Anchor, _ holding: Holding) -> OriginGroup.Join? {
        switch anchor {
        case .report, .document: return nil
        case .origin: return OriginGroup.Join(.origin, holding.name)
        case .passage: return OriginGroup.Join(.passage, holding.name)
        case .name:
            let kind: OriginGroup.Join.Kind =
                switch holding.parts {
                case [.publisher]: .publisher
                case [.author]: .author
                case [.source]: .source
                case [.namedOrigin]: .namedOrigin
                default: .restsOn
                }
            return OriginGroup.Join(kind, holding.name)
        }
    }

    /// Where a telling comes from, as far as its document's lineage and its own words show.
    private func standing(of report: Report, _ lineage: DocumentLineage?) -> OriginGroup.Standing {
        guard let lineage else { return .unknown }
        guard lineage.isEstablished else {
            return OriginGroup.Standing(rawValue: lineage.standing.rawValue) ?? .unknown
        }
        if lineage.passages.contains(where: { $0.isTaken && $0.span.contains(report.trigger) }) {
            return .sharedPassage
        }
        if report.attribution.isEmpty { return .own }
        return report.attribution.contains { names.key($0.source).isEmpty } ? .unnamedSource : .namedSource
    }
}

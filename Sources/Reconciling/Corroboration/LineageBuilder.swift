import ChanceryCore

/// Works out whose telling each document is: from its own line first, then from the links of its origin.
///
/// A telling is established as its publisher's own where publisher and author are named and nothing points elsewhere:
/// no agency, no other publication, no translation, and no such mark in another document of the same origin.
struct LineageBuilder {
    /// The lineages by document hash.
    private(set) var lineages: [String: DocumentLineage] = [:]
    private let names: SourceNames

    /// - Parameters:
    ///   - documents: in the order of their publication.
    ///   - passages: links between paragraphs of different origins.
    ///   - names: how sources are named.
    init(_ documents: [DocumentLine], origins: [Origin], passages: [OriginLink], names: SourceNames) {
        self.names = names
        var originOf: [String: String] = [:]
        for origin in origins {
            for hash in origin.documents { originOf[hash] = origin.id }
        }
        for line in documents {
            lineages[line.docHash] = lineage(line, origin: originOf[line.docHash] ?? "")
        }
        for origin in origins where origin.documents.count > 1 { shareDoubt(origin) }
        share(passages, documents)
    }

    /// What the document's own line tells.
    private func lineage(_ line: DocumentLine, origin: String) -> DocumentLineage {
        let signed = (line.authors ?? []) + line.originMarks.filter { $0.kind == .byline }.map(\.name)
        let bylines = Set(signed).sorted()
        let publisher = names.key(line.publisher)
        var others: Set<String> = []
        var standing = DocumentLineage.Standing.own
        func worsen(_ other: DocumentLineage.Standing) {
            if Self.rank(other) > Self.rank(standing) { standing = other }
        }
        if !bylines.contains(where: names.isByline) { worsen(.authorsUnknown) }
        for name in bylines where names.isAgency(name) && names.key(name) != publisher {
            others.insert(name)
            worsen(.agency)
        }
        for mark in line.originMarks where mark.kind != .byline {
            // What a text is translated from is a language as often as a publication.
            if mark.kind == .translation {
                worsen(.translation)
                continue
            }
            let key = names.key(mark.name)
            guard key.isEmpty || key != publisher else { continue }
            if !key.isEmpty { others.insert(mark.name) }
            worsen(mark.kind == .agency || names.isAgency(mark.name) ? .agency : .elsewhere)
        }
        if publisher.isEmpty { worsen(.publisherUnknown) }
        return DocumentLineage(
            docHash: line.docHash, doc: line.doc, origin: origin, publisher: line.publisher,
            authors: bylines.filter(names.isByline), namedOrigins: others.sorted(), standing: standing)
    }

    /// The later of two standings in their list tells more of why a telling is not established, but a missing publisher
    /// only where nothing else is said.
    private static func rank(_ standing: DocumentLineage.Standing) -> Int {
        switch standing {
        case .own: 0
        case .authorsUnknown: 1
        case .publisherUnknown: 2
        case .sharesOrigin: 3
        case .translation: 4
        case .agency: 5
        case .elsewhere: 6
        case .unknown: 7
        }
    }

    /// Where one document of an origin points to a place that is not in the origin, the others may come from there too.
    private mutating func shareDoubt(_ origin: Origin) {
        let members = origin.documents.compactMap { lineages[$0] }
        let known = Set(members.filter(\.isEstablished).map { names.key($0.publisher) })
        let translated = Set(origin.links.filter { $0.kind == .translation }.map(\.document))
        let pointsAway = members.contains { member in
            switch member.standing {
            case .agency, .elsewhere: !member.namedOrigins.contains { known.contains(names.key($0)) }
            case .translation: !translated.contains(member.docHash)
            default: false
            }
        }
        guard pointsAway else { return }
        for member in members where member.isEstablished { lineages[member.docHash]?.standing = .sharesOrigin }
    }

    // MARK: Passages

    /// A paragraph of a document.
    private struct Place: Hashable {
        var document: String
        var start: Int
        var end: Int

        init(_ document: String, _ span: CodePointSpan) {
            self.document = document
            start = span.start
            end = span.end
        }

        var name: String { "\(document)|\(start)|\(end)" }
    }

    /// Gives each paragraph that stands in several origins one name in all documents, and tells which has it first.
    private mutating func share(_ links: [OriginLink], _ documents: [DocumentLine]) {
        var groups = DisjointGroups()
        var known: [String: Place] = [:]
        for link in links {
            guard let span = link.span, let other = link.otherSpan else { continue }
            let places = [Place(link.document, span), Place(link.other, other)]
            for place in places { known[place.name] = place }
            groups.join(places[0].name, places[1].name)
        }
        let order = Dictionary(
            documents.enumerated().map { ($1.docHash, $0) }, uniquingKeysWith: { first, _ in first })
        for group in groups.groups {
            let places = group.compactMap { known[$0] }.sorted {
                (order[$0.document] ?? 0, $0.start) < (order[$1.document] ?? 0, $1.start)
            }
            guard let first = places.first, let earliest = lineages[first.document]?.origin else { continue }
            let name = "p" + String(Digest.sha256("\(first.document)|\(first.start)").prefix(15))
            let rest = places.filter { lineages[$0.document]?.origin != earliest }
                .map { documents[order[$0.document] ?? 0].publishedOn }
            let isFirst = Self.precedes(documents[order[first.document] ?? 0].publishedOn, all: rest)
            for (number, place) in places.enumerated() {
                lineages[place.document]?.passages.append(
                    DocumentLineage.SharedPassage(
                        start: place.start, end: place.end, passage: name, origin: earliest,
                        isTaken: number > 0 || !isFirst))
            }
        }
        for hash in lineages.keys {
            lineages[hash]?.passages.sort { ($0.start, $0.end, $0.passage) < ($1.start, $1.end, $1.passage) }
        }
    }

    /// Whether a date lies before all others for certain.
    private static func precedes(_ date: String, all others: [String]) -> Bool {
        guard let last = EDTF(date)?.bounds.last else { return false }
        return others.allSatisfy { other in EDTF(other)?.bounds.first.map { last < $0 } ?? false }
    }
}

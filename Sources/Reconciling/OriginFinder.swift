public import ChanceryCore

/// Finds which documents come from one place, from what their lines tell: sketches of their words and marks of origin.
///
/// Near-duplicates and shared passages are found by bands of their sketches (locality-sensitive hashing: Indyk and
/// Motwani 1998; Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", 3.4): texts that share most of their runs
/// of words agree in a whole band almost surely, and only such texts are compared. Each text is compared with a bounded
/// number of those already seen in a band, so ten thousand copies of one story cost ten thousand comparisons a band.
///
/// The result does not depend on the order of the lines.
public struct OriginFinder: Sendable {
    /// Every document is in exactly one; by id.
    public private(set) var origins: [Origin]
    /// Passages that stand in documents of different origins; by document and place.
    public private(set) var passages: [OriginLink]
    /// What is known of each document, by its hash.
    public private(set) var lineages: [String: DocumentLineage] = [:]
    /// How many pairs of sketches were compared: what the cost grows with.
    public private(set) var comparisons = 0

    /// The share of runs of words from which texts count as one.
    static let nearDuplicate = 0.6
    /// The share below which a mark of origin is not believed to mean another document of the dossier.
    static let related = 0.1
    /// The share of a passage's sketch from which passages count as one.
    static let samePassage = 0.7
    /// How many texts of one band a further one is compared with.
    static let representatives = 4

    /// Works out the origins of documents.
    ///
    /// - Parameters:
    ///   - lines: What is known of the documents.
    ///   - sameOrigin: Groups of documents that people ruled to be of one origin, by hash.
    /// - Throws: `ResourceFolder.Missing` or `WordLists.Fault` where the names of agencies cannot be read.
    public init(_ lines: [DocumentLine], sameOrigin: [[String]] = []) throws {
        self.init(lines, sameOrigin: sameOrigin, names: try SourceNames.standard.get())
    }

    init(_ lines: [DocumentLine], sameOrigin: [[String]], names: SourceNames) {
        var byHash: [String: DocumentLine] = [:]
        for line in lines.sorted(by: { ($0.docHash, $0.doc) < ($1.docHash, $1.doc) })
        where byHash[line.docHash] == nil { byHash[line.docHash] = line }
        let documents = byHash.values.sorted(by: Self.precedes)
        var groups = DisjointGroups(documents.map(\.docHash))
        var links: [OriginLink] = []

        var bands = Bands(rows: 4, keeping: Self.representatives)
        for (index, document) in documents.enumerated() {
            for other in bands.insert(index, sketch: document.sketch) {
                comparisons += 1
                let share = Resemblance.share(documents[other].sketch, document.sketch)
                if share >= Self.nearDuplicate, groups.join(document.docHash, documents[other].docHash) {
                    links.append(
                        OriginLink(
                            kind: .nearDuplicate, document: document.docHash, other: documents[other].docHash,
                            share: Int((share * 100).rounded())))
                }
            }
        }
        links += Self.marked(documents, joining: &groups)
        links += Self.decided(documents, sameOrigin, joining: &groups)

        let members = Dictionary(grouping: documents.map(\.docHash)) { groups.root(of: $0) }
        let linksOfGroup = Dictionary(grouping: links) { groups.root(of: $0.document) }
        origins = members.map { Origin(documents: $1, links: linksOfGroup[$0] ?? []) }.sorted { $0.id < $1.id }
        passages = []
        passages = sharedPassages(documents, groups)
        let originOf = Dictionary(
            origins.enumerated().flatMap { place, origin in origin.documents.map { ($0, place) } },
            uniquingKeysWith: { first, _ in first })
        for link in passages {
            if let place = originOf[link.document] { origins[place].passages.append(link) }
        }
        lineages =
            LineageBuilder(
                documents, origins: origins, passages: passages, names: names
            ).lineages
    }

    // MARK: What a text says of itself

    /// Links by marks of origin: "originally published by X", "translated from X", where X published another of the
    /// documents and the two share words, a title, or for a translation nothing else of X is there.
    private static func marked(_ documents: [DocumentLine], joining groups: inout DisjointGroups) -> [OriginLink] {
        var byPublisher: [String: [DocumentLine]] = [:]
        for document in documents where !document.publisher.isEmpty {
            byPublisher[NameFolding.fold(document.publisher), default: []].append(document)
        }
        var links: [OriginLink] = []
        for document in documents {
            for mark in document.originMarks where mark.kind != .byline && mark.kind != .agency {
                let named = (byPublisher[NameFolding.fold(mark.name)] ?? []).filter { $0.docHash != document.docHash }
                for other in named.prefix(compared) {
                    let share = Resemblance.share(document.sketch, other.sketch)
                    let isTranslation = mark.kind == .translation
                    guard
                        share >= related || sharesTitle(document, other) || isTranslation && named.count == 1,
                        groups.join(document.docHash, other.docHash)
                    else { continue }
                    links.append(
                        OriginLink(
                            kind: isTranslation ? .translation : .reprint, document: document.docHash,
                            other: other.docHash, share: Int((share * 100).rounded()),
                            span: CodePointSpan(mark.start, mark.end)))
                }
            }
        }
        return links
    }

    /// How many documents of one publisher a mark is held against.
    private static let compared = 256

    private static func sharesTitle(_ a: DocumentLine, _ b: DocumentLine) -> Bool {
        let titles = [a, b].map { ContentWords.words($0.title) }
        let shared = titles[0].intersection(titles[1]).count
        return shared >= 3 && shared * 4 >= min(titles[0].count, titles[1].count) * 3
    }

    /// Links by people's rulings: each document of a group to its earliest published.
    private static func decided(
        _ documents: [DocumentLine], _ sameOrigin: [[String]], joining groups: inout DisjointGroups
    ) -> [OriginLink] {
        if sameOrigin.isEmpty { return [] }
        let places = Dictionary(
            documents.enumerated().map { ($1.docHash, $0) }, uniquingKeysWith: { first, _ in first })
        var links: [OriginLink] = []
        for group in sameOrigin {
            let known = group.compactMap { places[$0] }.sorted()
            for place in known.dropFirst() {
                let (document, other) = (documents[place], documents[known[0]])
                guard groups.join(document.docHash, other.docHash) else { continue }
                let share = Resemblance.share(document.sketch, other.sketch)
                links.append(
                    OriginLink(
                        kind: .decided, document: document.docHash, other: other.docHash,
                        share: Int((share * 100).rounded())))
            }
        }
        return links
    }

    // MARK: Passages

    private mutating func sharedPassages(_ documents: [DocumentLine], _ groups: DisjointGroups) -> [OriginLink] {
        var groups = groups
        var bands = Bands(rows: 2, keeping: Self.representatives)
        var all: [(document: Int, passage: Passage)] = []
        var links: [OriginLink] = []
        for (index, document) in documents.enumerated() {
            for passage in document.passages ?? [] {
                all.append((index, passage))
                var found: Set<Int> = []
                for other in bands.insert(all.count - 1, sketch: passage.sketch) {
                    let known = documents[all[other].document]
                    guard groups.root(of: known.docHash) != groups.root(of: document.docHash),
                        found.insert(all[other].document).inserted
                    else { continue }
                    comparisons += 1
                    let share = Resemblance.share(all[other].passage.sketch, passage.sketch)
                    guard share >= Self.samePassage else { continue }
                    links.append(
                        OriginLink(
                            kind: .passage, document: document.docHash, other: known.docHash,
                            share: Int((share * 100).rounded()), span: passage.span,
                            otherSpan: all[other].passage.span))
                }
            }
        }
        return links.sorted {
            ($0.document, $0.span?.start ?? 0, $0.other, $0.otherSpan?.start ?? 0)
                < ($1.document, $1.span?.start ?? 0, $1.other, $1.otherSpan?.start ?? 0)
        }
    }

    /// The earliest published first, so that links lead back in time; then by hash.
    private static func precedes(_ a: DocumentLine, _ b: DocumentLine) -> Bool {
        let keys = [a, b].map { EDTF($0.publishedOn)?.sortKey ?? "~~" }
        return (keys[0], a.docHash) < (keys[1], b.docHash)
    }
}

/// Sketches by bands of their values: those that agree in all values of a band meet.
private struct Bands {
    private let rows: Int
    private let keeping: Int
    private var buckets: [Key: [Int]] = [:]

    private struct Key: Hashable {
        var band: Int
        var values: ArraySlice<UInt32>
    }

    init(rows: Int, keeping: Int) {
        self.rows = rows
        self.keeping = keeping
    }

    /// Puts a sketch in and gives those that meet it in a band, the first few of each, in order.
    mutating func insert(_ index: Int, sketch: [UInt32]) -> [Int] {
        var met: Set<Int> = []
        for band in 0..<(sketch.count / rows) {
            let key = Key(band: band, values: sketch[(band * rows)..<((band + 1) * rows)])
            met.formUnion(buckets[key] ?? [])
            if buckets[key, default: []].count < keeping { buckets[key, default: []].append(index) }
        }
        return met.sorted()
    }
}

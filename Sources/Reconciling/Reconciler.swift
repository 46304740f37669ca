public import ChanceryCore

/// What reconciling made of reports.
public struct Reconciliation: Hashable, Sendable {
    /// The entries, by id; every report is in exactly one.
    public var entries: [Entry]
    /// The disputes, by id.
    public var disputes: [Dispute]
    /// The origins, by id; every document is in exactly one.
    public var origins: [Origin]

    /// Makes a reconciliation from its parts.
    public init(entries: [Entry], disputes: [Dispute], origins: [Origin] = []) {
        self.entries = entries
        self.disputes = disputes
        self.origins = origins
    }
}

/// Finds which reports, from any number of documents, tell of the same thing, and where such reports differ.
///
/// ```swift
/// let result = try Reconciler().reconcile(documents: lines, reports: reports)
/// // In 1991 Veldania recognised Osk.   (brief.txt)
/// // Veldania recognised Osk in 1992.   (essay.txt)
/// // → one entry dated 1991 with the dates 1991 and 1992, and a dispute about the date
/// ```
///
/// Reports are compared only inside a block: those with the same ``Report/key``. Equal tellings are put together
/// first, by what they say; then each different telling is compared with a bounded number of those already seen. So
/// the work grows with the number of reports, ten thousand copies of one story included, and groups of reports by key
/// can be reconciled apart, on any number of machines, with the same result.
///
/// It would rather keep two tellings of one event apart than put two events together: visits of different years, or
/// an undated attack and one of several dated ones, stay apart. `Documentation/reconciling.md` gives every rule.
/// The result does not depend on the order of the input.
public struct Reconciler: Sendable {
    private let acts: Acts
    private let disputeWords: DisputeWords
    private let names: SourceNames
    private let likeness: EventLikelihood
    let questions: QuestionDisputes

    /// Makes a reconciler with the program's own word lists.
    ///
    /// - Throws: ``WordListError`` or `WordLists.Fault`, or `ResourceFolder.Missing` where a list is not there.
    public init() throws {
        acts = try Acts()
        disputeWords = try DisputeWords()
        names = try SourceNames.standard.get()
        likeness = try EventLikelihood()
        questions = QuestionDisputes(
            words: disputeWords, acts: acts, likeness: SharedWords(families: likeness.words.families))
    }

    /// The entries, disputes and origins of documents and their reports.
    ///
    /// - Parameters:
    ///   - documents: What is known of the documents: where their texts come from.
    ///   - reports: The reports of all documents; of two with one id the first in the order of their lines counts.
    ///   - decisions: What people ruled, in any order.
    /// - Complexity: O(*n* log *n*) in the number of reports.
    public func reconcile(
        documents: [DocumentLine], reports: [Report], decisions: [Decision] = []
    ) -> Reconciliation {
        let rulings = Rulings(decisions)
        let origins = OriginFinder(documents, sameOrigin: rulings.sameOrigin, names: names)
        var result = reconcile(
            reports, lineages: origins.lineages, rulings: rulings, texts: documents.toldTexts)
        result.origins = origins.origins
        let across = disputes(across: reports, in: result.entries, lineages: origins.lineages, rulings: rulings)
        result.add(across.map(\.dispute))
        return result
    }

    /// The block a report is reconciled in: its kind and key. What is made of one block does not depend on another,
    /// unless a merge joins them.
    public static func block(of report: Report) -> String { report.kind.rawValue + ":" + report.key }

    /// The entries and disputes of some reports, where the documents' lineages are known already.
    ///
    /// Whole blocks must be given: all reports of a block (``block(of:)`` of the effective report), and of the blocks
    /// that merges join with it, as they were coded: corrections and aliases are put in here.
    ///
    /// - Parameter texts: What is known of whole documents by their hashes; only where acts are known by their words alone does it count.
    public func reconcile(
        _ reports: [Report], lineages: [String: DocumentLineage], rulings: Rulings, texts: [String: ToldText] = [:]
    ) -> Reconciliation {
        var seen: Set<String> = []
        let settled = rulings.settled
        let doubtful = Set(reports.filter { $0.isDoubtful && !settled.contains($0.id) }.map(\.id))
        let tellings = reports.map { Telling(rulings.effective($0), acts, isDoubtful: doubtful.contains($0.id)) }
            .sorted().filter { seen.insert($0.report.id).inserted }
        let rejected = rulings.rejected
        // What was rejected is compared with nothing, and is in no dispute.
        var entries = tellings.filter { rejected.contains($0.report.id) }.map { Cluster([$0]).entry }
        let blocks = Dictionary(grouping: tellings.filter { !rejected.contains($0.report.id) }) { $0.block }
        var disputes: [Dispute] = []
        for group in RuledBlocks(blocks, rulings).groups {
            let clusters = group.blocks.flatMap { block in
                BlockClustering(blocks[block] ?? [], texts: texts, likeness).clusters.map {
                    RuledClusters.Placed(block: block, cluster: $0)
                }
            }
            let ruled = RuledClusters(clusters, of: group, tellings: group.blocks.lazy.flatMap { blocks[$0] ?? [] })
            for block in group.blocks {
                let made = ruled.clusters.filter { $0.block == block }
                    .map { MadeEntry(entry: $0.cluster.entry, cluster: $0.cluster, doubtful: doubtful) }
                entries += made.map(\.entry)
                disputes += DisputeFinder(made, acts, disputeWords).disputes
            }
        }
        for place in entries.indices { entries[place].status = rulings.status(of: entries[place].reports) }
        let originOfReport = Self.origins(of: tellings.map(\.report), lineages)
        disputes = disputes.map { $0.settingOrigins(originOfReport) }
        entries = corroborated(entries, tellings.map(\.report), disputes, lineages, doubtful)
        return Reconciliation(entries: entries.sorted { $0.id < $1.id }, disputes: disputes.sorted { $0.id < $1.id })
    }

    /// The entries with their highest confidence, their reports grouped by origin, and what that and the disputes on them
    /// carry.
    private func corroborated(
        _ entries: [Entry], _ reports: [Report], _ disputes: [Dispute], _ lineages: [String: DocumentLineage],
        _ doubtful: Set<String>
    ) -> [Entry] {
        let byID = Dictionary(reports.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var disputed: [String: Set<Dispute.Dimension>] = [:]
        for dispute in disputes {
            for entry in dispute.entries { disputed[entry, default: []].insert(dispute.dimension) }
        }
        return entries.map { entry in
            var entry = entry
            let told = entry.reports.compactMap { byID[$0] }
            entry.confidence = told.compactMap(\.confidence).max()
            entry.origins = Corroboration(told, lineages: lineages, names: names, doubtful: doubtful).groups
            let carrying = Corroboration.carrying(told, doubtful)
            entry.credibility = Credibility(
                of: entry, reports: told.filter { carrying.contains($0.id) }, disputed: disputed[entry.id] ?? [])
            return entry
        }
    }
}

package import ChanceryCore

/// What speaks for and against every two tellings of events being of one, for training; see ``EventPair``.
package struct ComparedEvents {
    /// Two reports and the features of the pair, by their names.
    package struct Row: Encodable {
        let a: String
        let b: String
        let features: [String: Double]
    }

    /// The pairs that are compared and that nothing rules out.
    package let rows: [Row]

    /// Compares reports of events, each with those of its block.
    ///
    /// - Throws: ``WordListError``, `WordLists.Fault`, or `ResourceFolder.Missing` where a list is not there.
    package init(_ reports: [Report]) throws {
        let acts = try Acts()
        let words = try LikenessWords()
        let blocks = Dictionary(grouping: reports, by: Reconciler.block).sorted { $0.key < $1.key }
        rows = blocks.flatMap { _, block -> [Row] in
            let tellings = EventTelling.all(block.map { Telling($0, acts) }.sorted(), words)
            return EventClustering.pairs(tellings).compactMap { one, other in
                let (a, b) = (tellings[one], tellings[other])
                guard let pair = EventPair(a, b, Likeness.Times(a.telling.date, b.telling.date)) else { return nil }
                let names = EventPair.Feature.allCases.map(\.rawValue)
                return Row(
                    a: a.telling.report.id, b: b.telling.report.id,
                    features: Dictionary(uniqueKeysWithValues: zip(names, pair.values)))
            }
        }
    }
}

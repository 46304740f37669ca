package import ChanceryCore

/// What speaks for and against every two tellings of events being of one, for training; see ``EventPair``.
package struct ComparedEvents {
    /// Two reports and the features of the pair, by their names.
    package struct Row: Encodable {
        let a: String
        let b: String
        let features: [String: Double]

        fileprivate init(_ a: Telling, _ b: Telling, _ values: [Double], of features: [String]) {
            (self.a, self.b) = (a.report.id, b.report.id)
            self.features = Dictionary(uniqueKeysWithValues: zip(features, values))
        }
    }

    /// The pairs that are compared and that nothing rules out.
    package let rows: [Row]

    /// Compares reports of events, each with those of its block.
    ///
    /// - Parameter documents: their texts' lines, where the words of the whole texts are known.
    /// - Throws: ``WordListError``, `WordLists.Fault`, or `ResourceFolder.Missing` where a list is not there.
    package init(_ reports: [Report], of documents: [DocumentLine] = []) throws {
        let acts = try Acts()
        let words = try LikenessWords()
        let blocks = Dictionary(grouping: reports, by: Reconciler.block).sorted { $0.key < $1.key }
        let texts = documents.toldTexts
        let (names, wordNames) = (
            EventPair.Feature.allCases.map(\.rawValue), WordPair.Feature.allCases.map(\.rawValue)
        )
        rows = blocks.flatMap { _, block -> [Row] in
            let told = block.map { Telling($0, acts) }.sorted()
            if told.allSatisfy({ $0.act?.basis == .word }) {
                return WordBlock(told, texts: texts, words).pairs.map { one, other, pair in
                    Row(told[one], told[other], pair.values, of: wordNames)
                }
            }
            let tellings = EventTelling.all(told, words)
            return EventClustering.pairs(tellings).compactMap { one, other in
                let (a, b) = (tellings[one], tellings[other])
                guard let pair = EventPair(a, b, Likeness.Times(a.telling.date, b.telling.date)) else { return nil }
                return Row(a.telling, b.telling, pair.values, of: names)
            }
        }
    }
}

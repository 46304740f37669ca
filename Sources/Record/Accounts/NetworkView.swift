package import ChanceryCore
import DossierStore

/// Who has to do with whom: how many reports tell of two parties, by what they tell.
package struct NetworkView: Hashable, Sendable {
    /// What ties two parties.
    package enum Kind: String, Hashable, Sendable, Encodable, CaseIterable { case cooperation, conflict, state }

    /// A tie of one kind.
    package struct Edge: Hashable, Sendable, Encodable {
        /// The names of the two, sorted.
        package var a: String
        package var b: String
        /// What ties them.
        package var kind: Kind
        /// How many reports tell it.
        package var count: Int
    }

    /// The ties, those most told first.
    package var edges: [Edge]

    private struct Pair: Hashable {
        var a: String
        var b: String
        var kind: Kind
    }

    /// Counts the ties of reports. What is denied, negated, planned or supposed ties nobody, nor does what is doubtful.
    package init(of reports: some Sequence<Report>) {
        var counts: [Pair: Int] = [:]
        for report in reports where !report.isDoubtful && [.asserted, .claimed].contains(report.modality) {
            let kind: Kind
            let sides: ([Participant], [Participant])
            switch report.content {
            case .event(let event):
                guard let quad = ViewWords.standard.quad(ofType: event.type) else { continue }
                kind = quad.isCooperation ? .cooperation : .conflict
                sides = (event.actors, event.recipients)
            case .state(let state):
                kind = .state
                sides = (state.subject, state.object)
            case .statement, .figure: continue
            }
            var seen: Set<Pair> = []
            for one in sides.0 {
                for other in sides.1 where one.name != other.name {
                    let names = [one.name, other.name].sorted()
                    let pair = Pair(a: names[0], b: names[1], kind: kind)
                    if seen.insert(pair).inserted { counts[pair, default: 0] += 1 }
                }
            }
        }
        edges = counts.map { Edge(a: $0.key.a, b: $0.key.b, kind: $0.key.kind, count: $0.value) }.sorted {
            ($1.count, $0.a, $0.b, $0.kind.rawValue) < ($0.count, $1.a, $1.b, $1.kind.rawValue)
        }
    }
}

extension NetworkView: ListView {
    package var items: [Edge] { edges }

    package mutating func keep(_ range: Range<Int>) { edges = Array(edges[range]) }

    /// The page: a line a tie, those most told first.
    package func page() -> Page {
        let rows = edges.map { [SafeText.oneLine($0.a), SafeText.oneLine($0.b), $0.kind.rawValue, String($0.count)] }
        let table = Page.Table(columns: ["One", "Other", "What ties them", "Reports"], rows: rows, rightAligned: [3])
        return Page(
            title: "Who has to do with whom", sections: edges.isEmpty ? [] : [Page.Section(nil, [.table(table)])],
            summary: edges.isEmpty
                ? "Nothing here matches."
                : "\(Wording.count(edges.count, "tie", "ties")) between parties; what is doubtful, denied or only planned ties nobody"
        )
    }
}

extension RecordReader {
    /// Who has to do with whom.
    package func network(_ filters: Filters) throws -> NetworkView {
        NetworkView(of: try dossier.reports(matching: filter(filters)).map(\.report))
    }
}

import ChanceryCore
import DossierStore
import Record

/// Who has to do with whom.
struct NetworkPage: Sheet {
    static let template = "network"

    /// One tie.
    struct Edge: Sendable {
        var a: String
        var b: String
        var kind: String
        var count: Int
        var href: String
    }

    var shell = Shell()
    let heading = "Network"
    var summary: String
    var filters: FormPart?
    var svg: String
    var edges: [Edge]
    var also: [String] = []
    var title: String { heading }

    /// How many ties are drawn.
    private static let drawn = 40

    private static func view(_ visit: Visit) throws -> NetworkView {
        try visit.rememberedHere("network") {
            try visit.reader.network(visit.filters())
        }
    }

    static let route = Route.read { visit in
        let view = try view(visit)
        let drawn = try Array(view.edges.prefix(2 * drawn).filter { try visit.areTwo($0.a, $0.b) }.prefix(drawn))
        return try visit.html(
            NetworkPage(
                summary: view.edges.isEmpty
                    ? "Nothing here matches."
                    : "\(Wording.count(view.edges.count, "tie", "ties")) between parties; "
                        + "the \(drawn.count) most told are shown. What is doubtful, denied or only planned ties nobody.",
                filters: try FormPart.ofList(visit),
                svg: visit.rememberedHere("drawn network") { Graphviz.svg(drawn) },
                edges: drawn.map {
                    Edge(
                        a: SafeText.oneLine($0.a), b: SafeText.oneLine($0.b), kind: $0.kind.rawValue, count: $0.count,
                        href: Link.to("/relation", ["a": $0.a, "b": $0.b]))
                }))
    } json: { visit in
        try JSONLine.encode(["items": try view(visit).edges])
    }
}

import ChanceryCore
import DossierStore
import Reconciling
import Record

/// What most needs a person: doubtful, disputed, told by several; grouped by the sentence it was read from.
struct ReviewPage: Sheet {
    static let template = "review"

    /// How far one is.
    struct Progress: Sendable {
        var done: Int
        var of: Int
    }

    /// A sentence.
    struct Sentence: Sendable {
        var quote: String
        var before: String
        var after: String
        var source: String
        var href: String
        var items: [Item]
    }

    /// What was read from it.
    struct Item: Sendable {
        var id: String
        var headline: String
        var caveat: String
        var confidence: String
        var why: String
        var href: String
    }

    /// What waits for a ruling.
    struct Waiting: Sendable {
        /// The entry.
        var entry: EntryItem
        /// Why it comes when it does.
        var why: String
        fileprivate var rank: Double
    }

    var shell = Shell()
    var progress: Progress
    var filters: FormPart?
    var sentences: [Sentence]
    /// The ids of all that can be seen on this page.
    var visible: String
    var pages: PagesPart?
    var title: String { "Review" }

    /// How many entries stand on a page.
    private static let length = 20

    /// Everything that nobody ruled on, what most needs it first; and how many there are with what was ruled on.
    static func waiting(_ visit: Visit, _ filters: Filters = Filters()) throws -> (items: [Waiting], of: Int) {
        var filters = filters
        // What was rejected is ruled on, and counts as that.
        filters.includesRejected = true
        let entries = try visit.dossier.entries(matching: visit.reader.filter(filters, [.event, .state]))
        let waiting = entries.filter { entry in
            entry.reports.allSatisfy { report in
                report.decisions.allSatisfy { $0.decision.ruling == .note || $0.standing.state == .undone }
            }
        }.map { entry in
            let documents = Set(entry.reports.map(\.report.documentHash)).count
            // A coin's toss says most; what is in dispute and what several tell is cited most.
            let unsure = 1 - 2 * abs((entry.confidence ?? 0.5) - 0.5)
            let rank = unsure + (entry.disputes.isEmpty ? 0 : 1) + 0.25 * Double(min(documents, 5) - 1)
            var why: [String] = []
            if entry.isDoubtful { why.append("doubtful") }
            why += entry.disputes.map { "in dispute about \($0.dimension.rawValue)" }
            if documents > 1 { why.append("told in \(documents) documents") }
            return Waiting(entry: entry, why: why.joined(separator: "; "), rank: rank)
        }.sorted { ($1.rank, $0.entry.id) < ($0.rank, $1.entry.id) }
        return (waiting, entries.count)
    }

    private struct Body: Encodable {
        struct Item: Encodable {
            var entry: EntryLine
            var why: String
        }

        var items: [Item]
        var total: Int
    }

    private static func read(_ visit: Visit) throws -> (items: [Waiting], of: Int) {
        try visit.rememberedHere("waiting") { try waiting(visit, visit.filters()) }
    }

    static let route = Route.read { visit in
        let all = try read(visit)
        let skipped = visit.room.skipped
        let shown = Array(all.items.lazy.filter { !skipped.contains($0.entry.id) }.prefix(length))
        let links = try visit.links()
        let shelf = try visit.reader.shelf(of: shown.map(\.entry))
        var sentences: [Sentence] = []
        for one in shown {
            guard let line = shelf.line(one.entry), let telling = line.tellings.first else { continue }
            let item = Item(
                id: line.id, headline: line.what, caveat: line.caveat,
                confidence: line.confidence.map { ConfidenceWords.words($0) } ?? "not given", why: one.why,
                href: Link.thing(line.id))
            let href = links[telling.document, CodePointSpan(telling.start, telling.end)] ?? ""
            if let place = sentences.firstIndex(where: { $0.quote == telling.quote && $0.source == telling.source }) {
                sentences[place].items.append(item)
            } else {
                sentences.append(
                    Sentence(
                        quote: telling.quote, before: "", after: "", source: telling.source, href: href, items: [item]))
            }
        }
        return try visit.html(
            ReviewPage(
                progress: Progress(done: all.of - all.items.count, of: all.of),
                filters: try FormPart.ofList(visit, types: true), sentences: sentences,
                visible: shown.map(\.entry.id).joined(separator: ",")))
    } json: { visit in
        let all = try read(visit)
        let limit = try visit.limit
        let shown = all.items.prefix(limit)
        let shelf = try visit.reader.shelf(of: shown.map(\.entry))
        return try JSONLine.encode(
            Body(
                items: shown.compactMap { one in
                    shelf.line(one.entry).map { Body.Item(entry: $0, why: one.why) }
                }, total: all.items.count))
    }
}

import ChanceryCore
import DossierStore
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
        var line: EntryLine
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

    /// Everything that nobody ruled on, what most needs it first.
    static func waiting(_ visit: Visit, _ filters: Filters = Filters()) throws -> [Waiting] {
        let items = try visit.dossier.entries(matching: visit.reader.filter(filters, [.event, .state]))
        let shelf = try Shelf.of(items, in: visit.dossier)
        return items.filter { item in
            item.reports.allSatisfy { $0.decisions.allSatisfy { $0.decision.ruling == .note } }
        }.compactMap {
            item -> Waiting? in
            guard let line = EntryLine(item, shelf) else { return nil }
            let documents = line.documents.count
            // A coin's toss says most; what is in dispute and what several tell is cited most.
            let unsure = 1 - 2 * abs((line.confidence ?? 0.5) - 0.5)
            let rank = unsure + (line.disputes.isEmpty ? 0 : 1) + 0.25 * Double(min(documents, 5) - 1)
            var why: [String] = []
            if line.doubtful == true { why.append("doubtful") }
            why += line.disputes.map { "in dispute about \($0.dimension.rawValue)" }
            if documents > 1 { why.append("told in \(documents) documents") }
            return Waiting(line: line, why: why.joined(separator: "; "), rank: rank)
        }.sorted { ($1.rank, $0.line.id) < ($0.rank, $1.line.id) }
    }

    private struct Body: Encodable {
        struct Item: Encodable {
            var entry: EntryLine
            var why: String
        }

        var items: [Item]
        var total: Int
    }

    private static func read(_ visit: Visit) throws -> [Waiting] {
        try visit.rememberedHere("waiting") { try waiting(visit, visit.filters()) }
    }

    static let route = Route.read { visit in
        let all = try read(visit)
        let skipped = visit.room.skipped
        let waiting = all.filter { !skipped.contains($0.line.id) }
        let shown = Array(waiting.prefix(length))
        let links = try visit.links()
        let total = try visit.dossier.entries(matching: visit.reader.filter(visit.filters(), [.event, .state])).count
        var sentences: [Sentence] = []
        for one in shown {
            guard let telling = one.line.tellings.first else { continue }
            let item = Item(
                id: one.line.id, headline: one.line.what, caveat: one.line.caveat,
                confidence: one.line.confidence.map { ConfidenceWords.words($0) } ?? "not given", why: one.why,
                href: Link.thing(one.line.id))
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
                progress: Progress(done: max(total - all.count, 0), of: total),
                filters: try FormPart.ofList(visit, types: true), sentences: sentences,
                visible: shown.map(\.line.id).joined(separator: ",")))
    } json: { visit in
        let all = try read(visit)
        let limit = min(max(Int(visit.request.query["limit"]) ?? 100, 1), 1000)
        return try JSONLine.encode(
            Body(items: all.prefix(limit).map { Body.Item(entry: $0.line, why: $0.why) }, total: all.count))
    }
}

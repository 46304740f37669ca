import ChanceryCore
import DossierStore
import Record

/// Two parties: how they stand, what they did, and what they say of each other.
struct RelationPage: Sheet {
    static let template = "relation"

    /// One of the two.
    struct Side: Sendable {
        var name: String
        var href: String
    }

    /// A reading of the two: themselves, or one with a group of the other.
    struct Group: Sendable {
        var label: String
        var href: String
        var count: String
        var current: Bool
    }

    /// A topic of the standing.
    struct Topic: Sendable {
        var topic: String
        var items: [ItemPart]
        /// Whether accounts differ, so that its lines are read beside each other.
        var sideBySide: Bool
    }

    /// What happened in one year.
    struct Year: Sendable {
        var year: String
        var items: [ItemPart]
    }

    /// What no text dates, by subject.
    struct Subject: Sendable {
        var subject: String
        var count: Int
        var items: [ItemPart]
    }

    /// What is doubtful.
    struct Doubtful: Sendable {
        var count: Int
        var items: [ItemPart]
    }

    var shell = Shell()
    var a: Side
    var b: Side
    var swap: String
    var summary: String
    var filters: FormPart?
    var chart = ""
    var chartTable: [Chart.Year] = []
    var standing: [Topic]
    var spine: [Year]
    var undated: [Subject]
    var doubtful: Doubtful?
    var groups: [Group]
    var also: [String] = []
    var title: String { "\(a.name) and \(b.name)" }

    /// What is read of the two for one question.
    private struct Reading: Sendable {
        var view: RelationView
        var groups: [GroupsBeside]
    }

    private static func reading(_ visit: Visit) throws -> Reading {
        let query = visit.request.query
        guard let a = query.given("a"), let b = query.given("b") else {
            throw WrongUsage("Name two parties: 'a' and 'b'.")
        }
        return try visit.rememberedHere("relation") {
            let filters = try visit.filters(parties: [])
            return Reading(
                view: try visit.reader.relation(a, b, filters, undated: visit.undated),
                groups: try visit.reader.quiet.groupsBeside(a, b, filters) { party, group in
                    Link.to("/relation", ["a": party, "b": group])
                })
        }
    }

    static let route = Route.read { visit in
        let reading = try reading(visit)
        return try visit.html(RelationPage(reading, visit))
    } json: { visit in
        let reading = try reading(visit)
        return try JSONLine.encode(Body(items: reading.view.items, groups: reading.groups))
    }

    private struct Body: Encodable {
        var items: [RelationView.Item]
        var groups: [GroupsBeside]
    }

    private init(_ reading: Reading, _ visit: Visit) throws {
        let (query, links) = (visit.request.query, try visit.links())
        let names = try visit.remembered("names \(query["a"]) \(query["b"])") { () throws -> [String] in
            let known = try visit.reader.quiet.names()
            return try [query["a"], query["b"]].map { SafeText.oneLine(try known.name($0)) }
        }
        let (first, second) = (names[0], names[1])
        a = Side(name: first, href: Link.party(first))
        b = Side(name: second, href: Link.party(second))
        swap = Link.to(
            "/relation",
            query.without(["a", "b", "page", "done", "told"]).setting("a", second).setting("b", first))
        summary = reading.view.page().summary
        var form = try FormPart.ofList(visit, types: true)
        form.fields.removeAll { $0.name == "party" }
        form.fields.insert(FormPart.Field(name: "a", label: "One", value: first, complete: true), at: 0)
        form.fields.insert(FormPart.Field(name: "b", label: "Other", value: second, complete: true), at: 1)
        filters = form

        let history = EntryLine.folded(reading.view.history.items)
        let sure = history.filter { group in group.contains { $0.doubtful != true } }
        func items(_ groups: [[EntryLine]]) -> [ItemPart] { groups.map { ItemPart(EntryLine.item($0), links) } }
        standing = StandingTopic.allCases.compactMap { topic in
            let lines = reading.view.standing.lines.filter { $0.topic == topic }
            guard !lines.isEmpty else { return nil }
            // The entries themselves stand below, under their ids.
            let items = lines.map { line in
                var item = ItemPart(line.item, links)
                item.id = ""
                return item
            }
            return Topic(
                topic: topic.heading, items: items,
                sideBySide: lines.contains { $0.differs || !$0.earlierThan.isEmpty })
        }
        spine = Self.years(sure.filter { $0[0].placing != .undated }).map { year, groups in
            var items = items(groups)
            for place in items.indices where items[place].margin == year { items[place].margin = "" }
            return Year(year: year, items: items)
        }
        let subjects = Dictionary(grouping: sure.filter { $0[0].placing == .undated }) { Self.subject($0[0]) }
        undated = subjects.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
            .map { Subject(subject: $0.key, count: $0.value.count, items: items($0.value)) }
        let unsure = history.filter { group in group.allSatisfy { $0.doubtful == true } }
        doubtful = unsure.isEmpty ? nil : Doubtful(count: unsure.count, items: items(unsure))
        let years = Chart.years(reading.view.history.items)
        chartTable = years.filter { !$0.isEmpty }
        chart = Chart.svg(years, of: "\(first) and \(second)", a: first, b: second)
        func asked(_ one: String, _ other: String) -> String {
            Link.to(
                "/relation", query.without(["a", "b", "page", "done", "told"]).setting("a", one).setting("b", other))
        }
        groups = [
            Group(
                label: "\(first) and \(second)", href: visit.here,
                count: Wording.number(Double(reading.view.history.items.count)), current: true)
        ]
        for beside in reading.groups {
            let others = try beside.groups.prefix(16).filter { try visit.areTwo(beside.with ?? first, $0.name) }
            groups += others.prefix(8).map { group in
                Group(
                    label: SafeText.oneLine(group.name),
                    href: asked(beside.with ?? first, group.name),
                    count: Wording.number(Double(group.count)), current: false)
            }
        }
    }

    /// Entries under the year in which they begin, in their order; what has a place and no year goes with what it is placed by.
    private static func years(_ groups: [[EntryLine]]) -> [(String, [[EntryLine]])] {
        var years: [(String, [[EntryLine]])] = []
        for group in groups {
            let line = group[0]
            let year =
                line.placing == .yearUnknown
                ? "Year unknown"
                : EDTF(line.date)?.year.map { String($0) } ?? years.last?.0 ?? "Before"
            if years.last?.0 == year { years[years.count - 1].1.append(group) } else { years.append((year, [group])) }
        }
        return years
    }

    /// Under what something without a date is folded.
    private static func subject(_ line: EntryLine) -> String {
        switch line.kind {
        case .event: line.type.isEmpty ? "other events" : line.type.lowercased()
        case .state: "states of affairs"
        case .statement: "what is said of each other"
        case .figure: "figures"
        }
    }
}

import ChanceryCore
import DossierStore
import Record

/// One party: what texts call it, with whom it has to do, what it did.
struct PartyPage: Sheet {
    static let template = "party"

    /// Words for the party.
    struct Alias: Sendable {
        var name: String
        var count: Int
    }

    /// Another party.
    struct Relation: Sendable {
        var name: String
        var href: String
        var count: Int
    }

    var shell = Shell()
    var name: String
    var kind: String
    /// What accounts call it, account by account.
    var names: String
    /// All of its timeline.
    var timeline: String
    /// What a person said, or empty.
    var said: String
    var facts: [SectionPart.Fact]
    var aliases: [Alias]
    var relations: [Relation]
    var sections: [SectionPart]
    var also: [String] = []
    var title: String { name }

    private struct Reading: Sendable {
        var item: EntitiesView.Item?
        var name: String
        var names: NamesView
        var others: [(name: String, count: Int)]
        var did: [Page.Item]
        var said: [Page.Item]
        /// How many entries its timeline has.
        var entries: Int
    }

    private static func reading(_ visit: Visit) throws -> Reading {
        guard let word = visit.request.query.given("name") else { throw WrongUsage("Name a party: 'name'.") }
        return try visit.rememberedHere("party") {
            let name = try visit.reader.names().name(word)
            let folded = NameFolding.fold(name)
            let reader = visit.reader.quiet
            let items = try visit.dossier.reports(matching: ItemFilter(entities: [name]))
            let reports = items.map(\.report)
            let party = Party(name, among: reports, members: try visit.dossier.members(of: name))
            var counts: [String: Int] = [:]
            for report in reports {
                for other in Set(report.participants.filter { !party.fits($0) }.map(\.name)) {
                    counts[other, default: 0] += 1
                }
            }
            let filters = Filters(parties: [name])
            let (timeline, statements) = (try reader.timeline(filters), try reader.statements(filters))
            func first(_ page: Page) -> [Page.Item] { Array(page.sections.flatMap(\.items).prefix(Self.shown)) }
            return Reading(
                item: try reader.entities(filters).items.first { NameFolding.fold($0.name) == folded }, name: name,
                names: try reader.names(of: name, in: items.filter { !$0.isDoubtful }.map(\.report)),
                others: counts.map { (name: $0.key, count: $0.value) }
                    .sorted { ($1.count, $0.name) < ($0.count, $1.name) },
                did: first(timeline.page()), said: first(statements.page()), entries: timeline.items.count)
        }
    }

    static let route = Route.read { visit in
        try visit.html(PartyPage(try reading(visit), visit))
    } json: { visit in
        let reading = try reading(visit)
        return try JSONLine.encode(
            Body(
                name: reading.name, item: reading.item, names: reading.names.items,
                with: reading.others.map { Body.Other(name: $0.name, reports: $0.count) }))
    }

    private struct Body: Encodable {
        struct Other: Encodable {
            var name: String
            var reports: Int
        }

        var name: String
        var item: EntitiesView.Item?
        var names: [NamesView.Item]
        var with: [Other]
    }

    /// How many of each are shown.
    private static let shown = 40

    private init(_ reading: Reading, _ visit: Visit) throws {
        let links = try visit.links()
        name = SafeText.oneLine(reading.name)
        kind = reading.item?.kind.rawValue ?? ""
        names = Link.to("/names", ["party": reading.name])
        timeline = Link.to("/timeline", ["party": reading.name])
        said = reading.item?.kind == .person ? Link.to("/person", ["name": reading.name]) : ""
        var facts: [SectionPart.Fact] = []
        if let item = reading.item {
            func add(_ label: String, _ value: String) {
                if !value.isEmpty { facts.append(SectionPart.Fact(label: label, value: value)) }
            }
            add("code", item.code)
            add("sectors", item.sectors.joined(separator: ", "))
            let told =
                "\(Wording.number(Double(item.reports))) in \(Wording.count(item.documents.count, "document", "documents"))"
            add("reports", told + ConfidenceWords.count(item.doubtful, of: item.reports))
        }
        self.facts = facts
        var words: [String: (phrase: String, count: Int)] = [:]
        for item in reading.names.items {
            words[NameFolding.fold(item.phrase), default: (item.phrase, 0)].count += item.count
        }
        aliases = words.values.sorted { ($1.count, $0.phrase) < ($0.count, $1.phrase) }.prefix(Self.shown)
            .map { Alias(name: SafeText.oneLine($0.phrase), count: $0.count) }
        let others = try reading.others.lazy.prefix(2 * Self.shown).filter { try visit.areTwo(reading.name, $0.name) }
        relations = others.prefix(Self.shown).map {
            Relation(
                name: SafeText.oneLine($0.name), href: Link.to("/relation", ["a": reading.name, "b": $0.name]),
                count: $0.count)
        }
        sections = [("What happened", reading.did), ("What was said", reading.said)]
            .filter { !$0.1.isEmpty }
            .map { heading, items in SectionPart(heading: heading, items: items.map { ItemPart($0, links) }) }
        also = []
        if reading.entries > Self.shown {
            also.append(
                "The timeline, filtered by this party, has all \(Wording.number(Double(reading.entries))) entries.")
        }
    }
}
